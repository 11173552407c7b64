/** Crockford base32: no I, L, O or U, so that nothing read aloud or copied by hand is mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretSymbols = 15

/**
 * The public code of a case, `SGDDT-26-000123`: its office, the year in UTC+7 and a running number. Never the pattern of
 * the national portal, where people would type it.
 */
export function formatCaseCode(officeCode: string, year: number, number: number): string {
  return `${officeCode}-${String(year % 100).padStart(2, '0')}-${String(number).padStart(6, '0')}`
}

/** Reads a code as people type it: any case, spaces for dashes, without the zeros in front. Null when it is none. */
export function readCaseCode(text: string): string | null {
  const plain = text
    .trim()
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]+/g, '-')
  const match = /^([A-Z0-9](?:[A-Z0-9._-]{0,18}[A-Z0-9])?)-(\d{2})-(\d{1,9})$/.exec(plain)
  return match ? `${match[1]}-${match[2]}-${(match[3] ?? '').padStart(6, '0')}` : null
}

/**
 * The look-up code, `XXXX-XXXX-XXXX-XXXX`: 75 bits and a check letter.
 * @param bytes at least 10, random or a keyed hash
 */
export function newSecret(bytes: Uint8Array): string {
  if (bytes.length < 10) throw new RangeError('a secret of under 10 bytes')
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const symbols = Array.from({ length: secretSymbols }, (_, i) => Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2))
  const letters = [...symbols, checkOf(symbols)].map((symbol) => alphabet[symbol]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** Reads a look-up code as people type it: O for 0, I and L for 1. Null when a letter or the check is wrong. */
export function readSecret(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const symbols = [...plain].map((letter) => alphabet.indexOf(letter))
  if (symbols.length !== secretSymbols + 1 || symbols.includes(-1)) return null
  const check = symbols.pop()
  return check === checkOf(symbols) ? plain.replace(/(.{4})(?=.)/g, '$1-') : null
}

/** Horner's rule in GF(32) with x⁵ + x² + 1, as on receipts: every wrong letter and every swap is noticed. */
function checkOf(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol) => {
    const mixed = sum ^ symbol
    return mixed & 16 ? ((mixed << 1) ^ 0b100101) & 31 : mixed << 1
  }, 0)
}
