import { type CaseState, isOpen } from './case-words'
import { findPersonalData } from './personal-data'
import {
  normaliseRedactions,
  type RedactedField,
  type RedactedPart,
  type Redaction,
  type RedactionKind,
  redactedFields,
  redactedParts,
  redactionsOf,
} from './redaction'
import { fold } from './vietnamese'

/** The texts of a case, in NFC. */
export type CaseTexts = Readonly<Record<RedactedField, string>>
export type PublicTexts = Record<RedactedField, RedactedPart[]>

/**
 * What the world sees of a case; kept as it was when it was published. `late`: the answer was. `name`: the sender's, with
 * consent. Instants ISO UTC.
 */
export type PublicCase = { texts: PublicTexts; name: string | null; answeredAt: string; late: boolean }

/** What a person decided: what to hide, and which proposals to show all the same. */
export type Choices = { hidden: readonly Redaction[]; shown: readonly Redaction[] }

/** Words that are known to be personal, such as the sender's name. */
export type KnownWords = { words: string; kind: RedactionKind }

/**
 * Everything that is hidden: what a person hid, what the detector and the known words propose, and each place where the
 * same words stand again; without what a person decided to show. Nothing is shown because nobody looked.
 */
export function hiddenIn(texts: CaseTexts, { hidden, shown }: Choices, known: readonly KnownWords[] = []): Redaction[] {
  const found = [
    // One by one: where two overlap, the words of each are looked for elsewhere.
    ...hidden.flatMap((one) => normaliseRedactions([one], texts)),
    ...detected(texts),
    ...known.flatMap(({ words, kind }) => occurrences(texts, words, kind)),
  ]
  found.push(...cutOff(texts, found))
  const again = distinct(found, texts).flatMap(({ words, kind }) => occurrences(texts, words, kind))
  const wanted = [...found, ...again].filter((one) => !shown.some((other) => isInside(one, other)))
  return normaliseRedactions(wanted, texts)
}

/** The words that were found, each once: a text may say the same a thousand times. */
function distinct(found: readonly Redaction[], texts: CaseTexts): KnownWords[] {
  const once = new Map<string, KnownWords>()
  for (const { field, from, to, kind } of found) {
    const words = texts[field].slice(from, to)
    const low = words.toLowerCase()
    once.set(`${kind} ${low.length === words.length ? low : words}`, { words, kind })
  }
  return [...once.values()]
}

function detected(texts: CaseTexts): Redaction[] {
  return redactedFields.flatMap((field) => findPersonalData(texts[field]).map((found) => ({ field, ...found })))
}

/** Where the title is the beginning of the content: what was cut in two there is still a telephone number or a name. */
function cutOff({ title, content }: CaseTexts, found: readonly Redaction[]): Redaction[] {
  const stem = title.endsWith('\u2026') ? title.slice(0, -1) : ''
  if (stem === '' || !content.startsWith(stem)) return []
  const cut = found.filter(({ field, from, to }) => field === 'content' && from < stem.length && to > stem.length)
  return cut.map(({ from, kind }) => ({ field: 'title', from, to: stem.length, kind }))
}

const isInside = (one: Redaction, other: Redaction) =>
  one.field === other.field && other.from <= one.from && one.to <= other.to
const touches = (one: Redaction, other: Redaction) =>
  one.field === other.field && one.from < other.to && other.from < one.to

/** Hides more; what was shown there is shown no longer. */
export function hide({ hidden, shown }: Choices, added: readonly Redaction[]): Choices {
  return {
    hidden: [...hidden, ...added],
    shown: shown.filter((one) => !added.some((other) => touches(one, other))),
  }
}

/** Shows a place that was hidden. */
export function show({ hidden, shown }: Choices, place: Redaction): Choices {
  return { hidden: hidden.filter((one) => !isInside(one, place)), shown: [...shown, place] }
}

/** The choices that still hold when the case has another answer: its positions are no longer those of the old one. */
export function withoutAnswer({ hidden, shown }: Choices): Choices {
  const others = (list: readonly Redaction[]) => list.filter(({ field }) => field !== 'answer')
  return { hidden: others(hidden), shown: others(shown) }
}

/** Fewer letters stand everywhere: hiding them again would leave nothing to read. */
const fewestLetters = 2
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** Each place of the texts where these words stand as whole words, capitals and kinds of spaces aside. */
export function occurrences(texts: CaseTexts, words: string, kind: RedactionKind): Redaction[] {
  const core = words.normalize('NFC').replace(edges, '')
  if ((core.match(/[\p{L}\p{N}]/gu) ?? []).length < fewestLetters) return []
  const pattern = escaped(core)
  return placesOf(texts, new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), kind)
}

/**
 * Where typed words stand: as whole words, or else without regard to marks, or else inside words. Empty when nowhere; a
 * person who typed them asked for that, so nothing is too short.
 */
export function placesOfTyped(texts: CaseTexts, typed: string): Redaction[] {
  const whole = occurrences(texts, typed, 'other')
  if (whole.length > 0) return whole
  const words = typed.normalize('NFC').trim()
  if (words === '') return []
  const plain = Object.fromEntries(redactedFields.map((field) => [field, plainly(texts[field])])) as CaseTexts
  const loose = occurrences(plain, plainly(words), 'other')
  return loose.length > 0 ? loose : placesOf(plain, new RegExp(escaped(plainly(words)), 'giu'), 'other')
}

/** As part of a pattern; any kind of space may stand for another. */
function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')
}

function placesOf(texts: CaseTexts, pattern: RegExp, kind: RedactionKind): Redaction[] {
  return redactedFields.flatMap((field) =>
    [...texts[field].matchAll(pattern)].map(({ index, 0: { length } }) => ({
      ...{ field, kind, from: index, to: index + length },
    })),
  )
}

/** Folded letter by letter, so that every position is that of the text. */
function plainly(text: string): string {
  return [...text].map((letter) => (fold(letter).length === letter.length ? fold(letter) : letter)).join('')
}

/** The texts as the world sees them; the originals are not changed. */
export function publicTexts(texts: CaseTexts, list: readonly Redaction[]): PublicTexts {
  const shown = (field: RedactedField) => redactedParts(texts[field], redactionsOf(list, field))
  return {
    title: shown('title'),
    content: shown('content'),
    place: shown('place'),
    wish: shown('wish'),
    answer: shown('answer'),
  }
}

/** What the public search looks into: code and visible words, folded; a gap wherever something is hidden. */
export function publicSearch(code: string, texts: PublicTexts): string {
  const visible = redactedFields.map((field) =>
    texts[field].map((part) => ('text' in part ? part.text : '\n')).join(''),
  )
  return fold([code, ...visible].join('\n'))
}

/** Whether what is published is being looked at again: the sender asked for it, and the new answer is not published. */
export function isUnderReview(state: CaseState): boolean {
  return isOpen(state) || state === 'awaiting-publication'
}
