import { fold } from './vietnamese'

const longest = 20

/**
 * A code of an office: 2–20 upper-case letters A–Z, digits, `-`, `.` and `_`, beginning and ending with a letter or a
 * digit (an address that ends in dots would lead elsewhere).
 */
export function isOfficeCode(text: string): boolean {
  return /^[A-Z0-9][A-Z0-9._-]{0,18}[A-Z0-9]$/.test(text)
}

/** Identifier of an agency by Decision 20/2020/QĐ-TTg, such as `H13.02.05`. */
export function isAgencyId(text: string): boolean {
  return /^[A-Y]\d{2}(\.[0-9A-Z]+)*$/.test(text)
}

/** The nearest text that is a code (`thpt chu văn an` → `THPT-CHU-VAN-AN`); null when nothing of it can be used. */
export function nearestOfficeCode(text: string): string | null {
  const plain = fold(text)
    .toUpperCase()
    .replace(/[^A-Z0-9._-]+/g, '-')
  const code = trimEnds(trimEnds(plain).slice(0, longest))
  return isOfficeCode(code) ? code : null
}

const trimEnds = (text: string) => text.replace(/^[._-]+|[._-]+$/g, '')

/**
 * A short code for a name: the words themselves where they fit, else without the first word, else their first letters
 * (words in capitals stay whole). A number follows when the code is taken. Null when the name has no letter or digit.
 */
export function codeFromName(name: string, taken: ReadonlySet<string>): string | null {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  const whole = [words, words.slice(1)].map((part) => fold(part.join('-')).toUpperCase())
  const fitting = words.length > 1 ? whole.find((text) => text.length <= longest && isOfficeCode(text)) : undefined
  const code = nearestOfficeCode(fitting ?? initials(words)) ?? nearestOfficeCode(name)
  if (code === null || !taken.has(code)) return code
  for (let n = 2; ; n++) {
    const numbered = `${trimEnds(code.slice(0, longest - 1 - String(n).length))}-${n}`
    if (!taken.has(numbered)) return numbered
  }
}

function initials(words: readonly string[]): string {
  const kept = words.filter((word) => fold(word) !== 'va')
  return kept.map((word) => (/^(\p{Lu}{2,}|\p{N}+)$/u.test(word.normalize('NFC')) ? word : [...word][0])).join('')
}
