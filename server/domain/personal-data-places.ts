import type { Finding } from './personal-data'
import { hide, type Sheet } from './personal-data-sheet'
import * as said from './vietnamese-names'
import { isJoined, type PhraseTest, phrases, type Reading, readWords } from './vietnamese-words'

/** What a piece of an address is; `spot` and `hamlet` tell where somebody lives, the others only with one of these. */
type Part = { end: number; kind: 'spot' | 'number' | 'street' | 'hamlet' | 'weak-hamlet' | 'wide' | 'name' }

const is = {
  house: phrases(said.houseWords),
  street: phrases(said.streetWords),
  lane: phrases(said.laneWords),
  hamlet: phrases(said.hamletWords),
  village: phrases(said.villageWords),
  weakHamlet: phrases(said.weakHamletWords),
  wide: phrases(said.wideWords),
  trigger: phrases(said.addressTriggers),
  joining: phrases(said.joiningWords),
  stop: phrases(said.stopWords),
}

/** Places where somebody lives: house and street, hamlet, or what follows `địa chỉ:`, with the wider places behind. */
export function findPlaces(sheet: Sheet): void {
  const reading = readWords(sheet.text)
  const { words } = reading
  const found: Finding[] = []
  for (let at = 0; at < words.length; ) {
    const told = is.trigger(reading, at)
    const end = told > 0 ? placeAfter(reading, at + told) : placeEnd(reading, at, false)
    const [first, last] = [words[told > 0 ? at + told : at], words[(end ?? 0) - 1]]
    if (end === null || !first || !last) {
      at += Math.max(told, 1)
      continue
    }
    found.push({ from: first.from, to: last.to, kind: 'address' })
    at = end
  }
  hide(sheet, found)
}

/** Where a place ends that is said to be an address: its parts, or after a colon all up to the end of the clause. */
function placeAfter(reading: Reading, at: number): number | null {
  const gap = reading.words[at]?.gap ?? ''
  if (!/^[ \u00a0]?[:.,]?[ \u00a0]{0,2}$/.test(gap)) return null
  const end = placeEnd(reading, at, true)
  if (end !== null || !gap.includes(':')) return end
  let last = at
  while (last < reading.words.length && last < at + 14 && (last === at || goesOn(reading, last))) last++
  return last
}

const goesOn = ({ words }: Reading, at: number) => /^[ \u00a0]?[,\-–/]?[ \u00a0]{0,2}$/.test(words[at]?.gap ?? '.')

/** The word after a place that begins here; null where none does. `isTold`: something says that one does. */
function placeEnd(reading: Reading, at: number, isTold: boolean): number | null {
  const kinds: Part['kind'][] = []
  let end = at
  for (let next = at; kinds.length < 12; ) {
    const part = partAt(reading, next, kinds.at(-1) ?? null)
    if (!part) break
    kinds.push(part.kind)
    end = part.end
    if (!goesOn(reading, end)) break
    next = end + is.joining(reading, end)
    if (!goesOn(reading, next)) break
  }
  return kinds.length > 0 && (isTold ? isMore(kinds) : isHome(kinds)) ? end : null
}

/** Not only a number or a word in capitals, which may follow anything. */
const isMore = (kinds: readonly Part['kind'][]) => kinds[0] !== 'name' && kinds.join() !== 'number'

/** Whether these parts lead to somebody's door, and not only to a road or a town. */
function isHome(kinds: readonly Part['kind'][]): boolean {
  if (kinds.includes('spot') || kinds.includes('hamlet')) return true
  if (kinds.includes('weak-hamlet')) return kinds.length > 1
  return kinds[0] === 'number' && (kinds.includes('street') || (kinds[1] === 'name' && kinds.includes('wide')))
}

function partAt(reading: Reading, at: number, before: Part['kind'] | null): Part | null {
  const word = reading.words[at]
  if (!word) return null
  const named = (test: PhraseTest, kind: Part['kind'], needsNumber = false): Part | null => {
    const length = test(reading, at)
    if (length === 0) return null
    const end =
      numberEnd(reading, at + length) ??
      (needsNumber ? null : nameEnd(reading, at + length, isSure(reading, at, before)))
    return end === null ? null : { end, kind }
  }
  return (
    named(is.house, 'spot', true) ??
    named(is.lane, 'spot') ??
    named(is.hamlet, 'hamlet') ??
    villageAt(reading, at) ??
    named(is.street, 'street') ??
    named(is.weakHamlet, word.plain === 'so' ? 'number' : 'weak-hamlet', true) ??
    wideAt(reading, at, before) ??
    bareAt(reading, at, before)
  )
}

/** Behind other parts a name follows, and in a text without capitals names have none; but not after `trưởng thôn`. */
const isSure = ({ words, isQuiet }: Reading, at: number, before: Part['kind'] | null) =>
  before !== null || (isQuiet && words[at - 1]?.plain !== 'truong')

function villageAt(reading: Reading, at: number): Part | null {
  const length = is.village(reading, at)
  const end = length > 0 && !reading.isLoud ? nameEnd(reading, at + length, false) : null
  return end === null ? null : { end, kind: 'hamlet' }
}

/** `P.5`, `Q1`: one letter needs a dot or a number at it, or it could be anything. */
function wideAt(reading: Reading, at: number, before: Part['kind'] | null): Part | null {
  const { words } = reading
  if (before !== null && /^[pqxh]\d{1,2}$/.test(words[at]?.plain ?? '')) return { end: at + 1, kind: 'wide' }
  const length = is.wide(reading, at)
  if (length === 0 || (words[at]?.plain.length === 1 && !words[at + 1]?.gap.includes('.'))) return null
  const end = numberEnd(reading, at + length) ?? nameEnd(reading, at + length, before !== null)
  return end === null ? null : { end, kind: 'wide' }
}

/** A number of a house, `12/3A`, `K12/34`, and the name of a street right behind it. */
function bareAt(reading: Reading, at: number, before: Part['kind'] | null): Part | null {
  if (before === null) {
    const end = numberEnd(reading, at)
    return end === null ? null : { end, kind: 'number' }
  }
  const isBehind = ['number', 'spot', 'weak-hamlet', 'hamlet', 'street', 'name'].includes(before)
  const end = isBehind ? nameEnd(reading, at, false) : null
  return end === null ? null : { end, kind: 'name' }
}

function numberEnd({ words }: Reading, at: number): number | null {
  if (!/^[a-z]{0,2}\d{1,4}[a-z]?$/.test(words[at]?.plain ?? '') || (words[at]?.gap.length ?? 9) > 3) return null
  let end = at + 1
  while (end < at + 6 && words[end]?.gap === '/' && /^[a-z]{0,2}\d{1,4}[a-z]?$/.test(words[end]?.plain ?? '')) end++
  return end
}

/** Up to five words in capitals; in a text without capitals up to two, where `isSure` that a name follows. */
function nameEnd(reading: Reading, at: number, isSure: boolean): number | null {
  const { words, isLoud, isUnmarked } = reading
  if (!isJoined(words[at]?.gap ?? '\n')) return null
  const isNext = (end: number, fits: (reading: Reading, at: number) => boolean) =>
    (end === at || isSpace(words[end]?.gap)) && fits(reading, end)
  let end = at
  while (end < at + (isLoud ? 2 : 5) && isNext(end, isNameWord)) end++
  // Without marks a name looks like any word: the first one is taken as it is.
  const isFirst = (end: number) => end === at && isUnmarked && /^[a-z]{1,7}$/.test(words[end]?.plain ?? '')
  if (end === at && isSure) while (end < at + 2 && (isFirst(end) || isNext(end, isPlainWord))) end++
  if (end === at) return null
  return isSpace(words[end]?.gap) && /^\d{1,3}$/.test(words[end]?.plain ?? '') ? end + 1 : end
}

const isSpace = (gap: string | undefined) => gap === ' ' || gap === '\u00a0'

function isNameWord(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  if (!word?.isCapital || /\d/.test(word.plain)) return false
  return reading.isLoud ? isPlainWord(reading, at) : true
}

const isPlainWord = (reading: Reading, at: number) =>
  /^[\p{L}\p{M}]{1,7}$/u.test(reading.words[at]?.plain ?? '') &&
  [is.stop, is.wide, is.street, is.hamlet, is.lane].every((test) => test(reading, at) === 0)
