import { fold } from './vietnamese'

/** A word of a text: where it stands, how it is compared, and what stands between it and the word before. */
export type Word = {
  from: number
  to: number
  /** Lower case with its marks, the tone at the end: the same wherever in the syllable the tone was set. */
  key: string
  /** Lower case without marks. */
  plain: string
  isCapital: boolean
  gap: string
}

/**
 * `isUnmarked`: written without marks, so that words are compared without them. `isLoud`: all in capitals. `isQuiet`: no
 * capital but where a sentence begins.
 */
export type Reading = { text: string; words: Word[]; isUnmarked: boolean; isLoud: boolean; isQuiet: boolean }

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

function keyOf(word: string): string {
  const parts = word.toLowerCase().normalize('NFD')
  return parts.replace(tones, '').normalize('NFC') + (parts.match(tones)?.[0] ?? '')
}

/** Lower case without marks, each letter where it stood: what has no such letter of the same length stays. */
export function foldInPlace(text: string): string {
  const known = new Map<string, string>()
  const inPlace = (sign: string) => {
    const folded = fold(sign)
    const kept = folded.length === sign.length ? folded : sign
    known.set(sign, kept)
    return kept
  }
  return text.replace(/[A-Z]|[^\0-\x7f]/gu, (sign) => known.get(sign) ?? inPlace(sign))
}

/** A text as words. Takes time in proportion to its length. */
export function readWords(text: string): Reading {
  const words: Word[] = []
  let before = 0
  for (const { index: from, 0: said } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    const to = from + said.length
    const gap = text.slice(before, from)
    words.push({ from, to, key: keyOf(said), plain: fold(said), isCapital: /^\p{Lu}/u.test(said), gap })
    before = to
  }
  const letters = words.filter(({ plain }) => /^[a-z]{2,}$/.test(plain))
  const marked = letters.filter(({ key, plain }) => key !== plain).length
  const loud = letters.filter(({ from, to }) => text.slice(from, to) === text.slice(from, to).toUpperCase()).length
  return {
    text,
    words,
    isUnmarked: marked <= letters.length * 0.08,
    isQuiet: !words.some(({ isCapital, gap, from }) => isCapital && from > 0 && !/[.!?:\n]/.test(gap)),
    isLoud: letters.length >= 6 && loud > letters.length * 0.6,
  }
}

/** How many words of a reading, from one on, are the longest of the phrases; 0 when none is. */
export type PhraseTest = (reading: Reading, at: number) => number

/** Whether words stand in the same phrase: nothing but spaces, a dot or a hyphen between. */
export const isJoined = (gap: string): boolean => gap.length <= 3 && /^[ \u00a0]*[.\-_/]?[ \u00a0]*$/.test(gap)

/** A test for phrases, whether they are typed with marks or, in a text without any, without. */
export function phrases(list: readonly string[]): PhraseTest {
  const known = list.map((phrase) => phrase.split(' '))
  const exact = indexOf(known.map((words) => words.map(keyOf)))
  const bare = indexOf(known.map((words) => words.map(fold)))
  return ({ words, isUnmarked }, at) => {
    const index = isUnmarked ? bare : exact
    const said = (offset: number) => (isUnmarked ? words[at + offset]?.plain : words[at + offset]?.key)
    const fits = (phrase: readonly string[]) =>
      phrase.every((word, offset) => said(offset) === word && (offset === 0 || isJoined(words[at + offset]?.gap ?? '')))
    return index.get(said(0) ?? '')?.find(fits)?.length ?? 0
  }
}

/** Phrases by their first word, the longest first. */
function indexOf(list: readonly string[][]): Map<string, string[][]> {
  const index = new Map<string, string[][]>()
  for (const phrase of [...list].sort((a, b) => b.length - a.length)) {
    const [first = ''] = phrase
    index.set(first, [...(index.get(first) ?? []), phrase])
  }
  return index
}
