import * as said from './vietnamese-names'
import { phrases, type Reading } from './vietnamese-words'

const is = {
  class: phrases(said.classWords),
  nursery: phrases(said.nurseryClasses),
  school: phrases(said.schoolWords),
  stop: phrases(said.stopWords),
}

/** How many words from one on only lead from a pupil to class or school. */
export const isPupilFiller = phrases(said.pupilFillers)

/** Whether a word stands right behind the one before, a comma or a bracket aside. */
export const follows = ({ words }: Reading, at: number) =>
  /^[ \u00a0]?[,(\-–]?[ \u00a0]{0,2}$/.test(words[at]?.gap ?? '.')

/** The word after a class that begins here. `isExact`: one class, as 6A2, and not a whole grade. */
export function classEnd(reading: Reading, at: number): { end: number; isExact: boolean } | null {
  const { words } = reading
  const named = is.class(reading, at)
  if (at > 0 && !follows(reading, at) && named === 0) return null
  const first = words[at + named]?.plain ?? ''
  // Without the word before it only what can be nothing else.
  if (named === 0)
    return /^(?:1[0-2]|[1-9])[a-z]\d{1,2}$/.test(first) && schoolEnd(reading, at + 1) !== null
      ? { end: at + 1, isExact: true }
      : null
  if (words[at + named]?.gap !== ' ') return null
  if (/^(?:1[0-2]|[1-9])[a-z]{1,2}\d{0,2}$/.test(first)) return { end: at + named + 1, isExact: true }
  if (/^(?:1[0-2]|[1-9])$/.test(first)) return gradeEnd(reading, at + named)
  return nurseryEnd(reading, at + named)
}

/** `6/2`, `12 A1`, or only the grade. */
function gradeEnd({ words }: Reading, at: number): { end: number; isExact: boolean } {
  const next = words[at + 1]
  const isPart = /^[/.-]$/.test(next?.gap ?? '') && /^(?:\d{1,2}|[a-z]\d{0,2})$/.test(next?.plain ?? '')
  const isLetter = next?.gap === ' ' && next.isCapital && /^[a-z]\d{0,2}$/.test(next.plain)
  return isPart || isLetter ? { end: at + 2, isExact: true } : { end: at + 1, isExact: false }
}

/** `lá 2`, or a name in capitals as nurseries have. */
function nurseryEnd(reading: Reading, at: number): { end: number; isExact: boolean } | null {
  const { words, isLoud } = reading
  let end = at + is.nursery(reading, at)
  while (
    end < at + 4 &&
    words[end]?.gap === ' ' &&
    !isLoud &&
    isShort(words[end]?.plain) &&
    (words[end]?.isCapital || /^\d{1,2}$/.test(words[end]?.plain ?? ''))
  )
    end++
  return end === at ? null : { end, isExact: end > at + is.nursery(reading, at) }
}

const isShort = (plain = '') => plain.length <= 7

/** The word after a school with its name that begins here; null where none does. */
export function schoolEnd(reading: Reading, at: number): number | null {
  const { words, isLoud } = reading
  const length = is.school(reading, at)
  if (length === 0 || !follows(reading, at)) return null
  let end = at + length
  const first = end
  const isNamed = (index: number) =>
    /^[ \u00a0]$/.test(words[index]?.gap ?? '') &&
    (isLoud || words[index]?.isCapital || /^\d{1,2}$/.test(words[index]?.plain ?? '')) &&
    is.stop(reading, index) === 0
  while (end < first + (isLoud ? 3 : 6) && isNamed(end)) end++
  return end > first ? end : null
}
