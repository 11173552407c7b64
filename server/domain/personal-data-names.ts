import type { Finding } from './personal-data'
import { classEnd, follows, isPupilFiller, schoolEnd } from './personal-data-pupils'
import { hide, type Sheet } from './personal-data-sheet'
import * as said from './vietnamese-names'
import { phrases, type Reading, readWords } from './vietnamese-words'

const is = {
  surname: phrases(said.surnames),
  weakSurname: phrases(said.weakSurnames),
  middle: phrases(said.middleNames),
  trigger: phrases(said.nameTriggers),
  title: phrases(said.titles),
  noName: phrases(said.noNames),
  place: phrases(said.placeWords),
  famous: phrases(said.famousNames),
  stop: phrases(said.stopWords),
  noun: phrases(said.nouns),
  pupil: phrases(said.pupilWords),
}

/** From one word to another, the latter not included. */
type Span = { from: number; to: number; kind: Finding['kind'] }

/** Names of persons, and of pupils together with their class and school. */
export function findPersons(sheet: Sheet): void {
  const reading = readWords(sheet.text)
  const spans = withClasses(reading, namesIn(reading))
  const found = spans.flatMap(({ from, to, kind }) => {
    const [first, last] = [reading.words[from], reading.words[to - 1]]
    return first && last ? [{ from: first.from, to: last.to, kind }] : []
  })
  hide(sheet, found)
}

function namesIn(reading: Reading): Span[] {
  const spans: Span[] = []
  for (let at = 0; at < reading.words.length; ) {
    const span = spanAt(reading, at)
    if (span) spans.push(span)
    at = span ? span.to : at + 1
  }
  return spans
}

/** The name that follows or stands at a word. */
function spanAt(reading: Reading, at: number): Span | null {
  const told = is.trigger(reading, at)
  const titled = is.title(reading, at)
  const from = at + Math.max(told, titled)
  if (told > 0 && told >= titled) return spanOf(from, afterTrigger(reading, from))
  if (titled > 0) return spanOf(from, afterTitle(reading, from))
  return spanOf(at, bareName(reading, at))
}

const spanOf = (from: number, to: number | null): Span | null => (to === null ? null : { from, to, kind: 'name' })

/** After `tên tôi là`: any words in capitals, or a family name and up to three words in lower case. */
function afterTrigger(reading: Reading, at: number): number | null {
  if (!/^[ \u00a0]{0,2}[:.,-]?[ \u00a0]{0,3}$/.test(reading.words[at]?.gap ?? 'x')) return null
  if (is.noName(reading, at) > 0) return null
  const end = capitalsEnd(reading, at, 6)
  if (end > at + 1 || (end > at && is.noun(reading, at) === 0)) return end
  const family = is.surname(reading, at)
  if (family === 0) return null
  return withMiddle(reading, at + family) ?? plainEnd(reading, at + family, 4 - family)
}

/** After `bà`, `thầy`, `em`: words in capitals, or a family name with a middle name in lower case. */
function afterTitle(reading: Reading, at: number): number | null {
  const gap = reading.words[at]?.gap
  if ((gap !== ' ' && gap !== ': ') || is.noName(reading, at) > 0 || is.place(reading, at) > 0) return null
  const end = capitalsEnd(reading, at, 5)
  return end > at ? end : bareName(reading, at)
}

/** A family name and what follows in capitals, not after a place; or with `văn`, `thị` in any letters. */
function bareName(reading: Reading, at: number): number | null {
  const family = is.surname(reading, at) || is.weakSurname(reading, at)
  if (family === 0 || is.famous(reading, at) > 0 || isAfterPlace(reading, at)) return null
  const whole = withMiddle(reading, at + family)
  if (whole !== null) return Math.max(whole, capitalsEnd(reading, at, 5))
  // Behind a number it is a street, as in 24 Trần Phú.
  if (is.surname(reading, at) === 0 || isAfterNumber(reading, at)) return null
  const end = capitalsEnd(reading, at, 5)
  return end >= at + 2 ? end : null
}

/** `văn` or `thị` and what follows, the first word of it whatever it is: many given names are also other words. */
function withMiddle(reading: Reading, at: number): number | null {
  const { words } = reading
  if (!isSpace(words[at]?.gap) || is.middle(reading, at) === 0) return null
  if (!isSpace(words[at + 1]?.gap) || !isSyllable(words[at + 1]?.plain)) return null
  return plainEnd(reading, at + 2, 1) ?? at + 2
}

function isAfterPlace(reading: Reading, at: number): boolean {
  if (at > 0 && !/^[ \u00a0.]{1,2}$/.test(reading.words[at]?.gap ?? '')) return false
  return [1, 2, 3].some((back) => at >= back && is.place(reading, at - back) === back)
}

const isAfterNumber = ({ words }: Reading, at: number) =>
  isSpace(words[at]?.gap) && /\d/.test(words[at - 1]?.plain ?? '')

/** The end of words in capitals with single spaces between; where everything is in capitals there are none. */
function capitalsEnd(reading: Reading, at: number, most: number): number {
  const { words, isLoud } = reading
  let end = at
  while (end < at + most && isLoud === false && words[end]?.isCapital && (end === at || isSpace(words[end]?.gap))) {
    if (end > at && is.noName(reading, end) > 0) break
    if (!/^[\p{L}\p{M}]+$/u.test(words[end]?.plain ?? '')) break
    end++
  }
  return end
}

const isSpace = (gap: string | undefined) => gap === ' ' || gap === '\u00a0' || gap === "'"

/** At least one word and at most so many that may belong to a name, whatever their letters; null when there is none. */
function plainEnd(reading: Reading, at: number, most: number): number | null {
  const { words } = reading
  let end = at
  while (end < at + most && isSpace(words[end]?.gap) && isSyllable(words[end]?.plain) && is.stop(reading, end) === 0)
    end++
  return end > at ? end : null
}

const isSyllable = (plain = '') =>
  /^(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{0,3}(?:c|ch|m|n|ng|nh|p|t)?$/.test(plain)

/** Names that lead to a class or a school become one finding with them; classes stand also alone. */
function withClasses(reading: Reading, names: readonly Span[]): Span[] {
  const spans: Span[] = []
  const ends = new Map(names.map((name) => [name.from, name]))
  for (let at = 0; at < reading.words.length; ) {
    const name = ends.get(at)
    const span = name ? pupilFrom(reading, name) : classFrom(reading, at)
    if (span) spans.push(span)
    at = span ? span.to : at + 1
  }
  return spans
}

function pupilFrom(reading: Reading, name: Span): Span {
  const { end, hasClass } = schooling(reading, name.to)
  const isPupil = [1, 2, 3].some((back) => name.from >= back && is.pupil(reading, name.from - back) === back)
  return end !== null && (hasClass || isPupil) ? { from: name.from, to: end, kind: 'pupil' } : name
}

/** Class and school behind a name, in this order or the other; `end` is null where there is none. */
function schooling(reading: Reading, at: number): { end: number | null; hasClass: boolean } {
  const behind = (end: number) =>
    follows(reading, linked(reading, end)) ? classEnd(reading, linked(reading, end)) : null
  const inClass = behind(at)
  const inSchool = schoolEnd(reading, linked(reading, inClass?.end ?? at))
  const after = inClass === null && inSchool !== null ? behind(inSchool) : null
  return { end: after?.end ?? inSchool ?? inClass?.end ?? null, hasClass: (inClass ?? after) !== null }
}

/** A class as `lớp 6A2`, alone or with its school; a grade, as in `sách lớp 6`, says nothing of a person. */
function classFrom(reading: Reading, at: number): Span | null {
  const inClass = classEnd(reading, at)
  if (!inClass?.isExact) return null
  return { from: at, to: schoolEnd(reading, linked(reading, inClass.end)) ?? inClass.end, kind: 'pupil' }
}

/** The word behind those that lead from a pupil to class or school. */
function linked(reading: Reading, at: number): number {
  let next = at
  for (let step = 0; step < 3; step++) {
    const filler = isPupilFiller(reading, next)
    if (filler === 0 || !follows(reading, next)) break
    next += filler
  }
  return next
}
