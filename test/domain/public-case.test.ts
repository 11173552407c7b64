import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseTexts,
  type Choices,
  hiddenIn,
  hide,
  occurrences,
  placesOfTyped,
  publicSearch,
  publicTexts,
  show,
} from '../../server/domain/public-case'
import { type Redaction, redactedFields, redactedText, redactionsOf } from '../../server/domain/redaction'
import { fold } from '../../server/domain/vietnamese'

const none: Choices = { hidden: [], shown: [] }
const blank: CaseTexts = { title: '', content: '', place: '', wish: '', answer: '' }
const textsWith = (texts: Partial<CaseTexts>): CaseTexts => ({ ...blank, ...texts })
const words = (texts: CaseTexts, list: readonly Redaction[]) =>
  list.map(({ field, from, to }) => texts[field].slice(from, to))

/** What is left to be read, a line for each piece. */
function visible(texts: CaseTexts, list: readonly Redaction[]): string[] {
  return Object.values(publicTexts(texts, list)).flatMap((parts) =>
    parts.flatMap((part) => ('text' in part ? [part.text] : [])),
  )
}

const piece = fc.constantFrom('Nguyễn', 'Văn', 'An', 'ăn', '0905 123 456', 'quầy', 'số', '🙂', 'Đỗ', '.', '\n', 'x')
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ').normalize('NFC'))
const texts = fc.record({ title: text, content: text, place: text, wish: text, answer: text })
/** Some words of a text, whole ones as the detector and a person choose them: `first` and `count` are pieces. */
const chosen = fc.record({
  field: fc.constantFrom(...redactedFields),
  first: fc.nat(11),
  count: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom('phone' as const, 'name' as const, 'other' as const),
})
type Chosen = { field: Redaction['field']; first: number; count: number; kind: 'phone' | 'name' | 'other' }
const wholeWords = /0905 123 456|\S+/gu

function redactionsIn(texts: CaseTexts, list: readonly Chosen[]): Redaction[] {
  return list.flatMap(({ field, first, count, kind }) => {
    const found = [...texts[field].matchAll(wholeWords)].slice(first, first + count)
    const [begin, end] = [found[0], found.at(-1)]
    return begin && end ? [{ field, kind, from: begin.index, to: end.index + end[0].length }] : []
  })
}

describe('what the world sees', () => {
  it('never says hidden words elsewhere as whole words, whatever the texts and whatever was hidden', () => {
    fc.assert(
      fc.property(texts, fc.array(chosen, { maxLength: 4 }), (texts, asked) => {
        const list = redactionsIn(texts, asked)
        const before = structuredClone(texts)
        const hidden = hiddenIn(texts, { hidden: list, shown: [] })
        expect(texts).toEqual(before)
        for (const one of list)
          for (const said of visible(texts, hidden)) {
            const words = texts[one.field].slice(Math.min(one.from, one.to), one.to)
            expect(occurrences(textsWith({ title: said }), words, 'other')).toEqual([])
          }
      }),
    )
  })

  it('hides everything that is proposed until somebody shows it, and only that place then', () => {
    fc.assert(
      fc.property(texts, fc.array(chosen, { maxLength: 3 }), (texts, asked) => {
        const list = redactionsIn(texts, asked)
        const before = hiddenIn(texts, { hidden: list, shown: [] })
        // Two places side by side may become one; nothing that was hidden is shown.
        expect(uncovered(before, hiddenIn(texts, { hidden: before, shown: [] }))).toEqual([])
        const [first] = before
        if (!first) return
        const after = hiddenIn(texts, show({ hidden: before, shown: [] }, first))
        expect(uncovered(before, after).filter((one) => one !== first)).toEqual([])
        const again = hiddenIn(texts, hide(show({ hidden: before, shown: [] }, first), [first]))
        expect(uncovered(before, again)).toEqual([])
      }),
    )
  })

  it('keeps nothing hidden in what the search looks into', () => {
    fc.assert(
      fc.property(texts, fc.array(chosen, { maxLength: 3 }), (texts, asked) => {
        const list = redactionsIn(texts, asked)
        const hidden = hiddenIn(texts, { hidden: list, shown: [] })
        const search = publicSearch('CQ-26-000001', publicTexts(texts, hidden))
        const readable = new Set(visible(texts, hidden).flatMap((said) => fold(said).split('\n')))
        for (const line of search.split('\n').slice(1)) expect(line === '' || readable.has(line)).toBe(true)
        expect(search).not.toContain('0905 123 456')
      }),
    )
  })
})

const covers = (a: Redaction, b: Redaction) => a.field === b.field && a.from <= b.from && b.to <= a.to
const uncovered = (before: readonly Redaction[], after: readonly Redaction[]) =>
  before.filter((one) => !after.some((other) => covers(other, one)))

describe('words that are hidden', () => {
  const said = textsWith({
    title: 'Chị Lan ở quầy 3',
    content: 'Tôi gặp chị LAN. Số của tôi là 0905123456.\nLanh lợi.',
    answer: 'Chị  Lan đã được nhắc. Gọi 0905123456.',
  })

  it('are hidden at every place, capitals aside, and not inside other words', () => {
    expect(words(said, placesOfTyped(said, 'chị lan'))).toEqual(['Chị Lan', 'chị LAN', 'Chị  Lan'])
    expect(words(said, occurrences(said, 'Lan', 'name'))).toEqual(['Lan', 'LAN', 'Lan'])
  })

  it('are found without marks when they are typed so, and inside words when nowhere else', () => {
    expect(words(said, placesOfTyped(said, 'chi lan'))).toEqual(['Chị Lan', 'chị LAN', 'Chị  Lan'])
    expect(words(said, placesOfTyped(said, 'anh l'))).toEqual(['anh l'])
    expect(placesOfTyped(said, 'không có')).toEqual([])
    expect(placesOfTyped(said, '  ')).toEqual([])
  })

  it('are hidden in a title that is the beginning of the content and cuts them in two', () => {
    const texts = textsWith({ title: 'Số của tôi là 0905 123…', content: 'Số của tôi là 0905 123 456, xin gọi lại.' })
    expect(visible(texts, hiddenIn(texts, none)).join('')).not.toMatch(/0905|123/)
    const own = textsWith({ ...texts, title: 'Gọi số 123…' })
    expect(words(own, hiddenIn(own, none))).toEqual(['0905 123 456'])
  })

  it('are hidden again in the answer when the detector found them in the question', () => {
    const hidden = hiddenIn(said, none).filter(({ kind }) => kind === 'phone')
    expect(words(said, hidden)).toEqual(['0905123456', '0905123456'])
    expect(redactedText(said.answer, redactionsOf(hidden, 'answer'), '[che]')).toBe('Chị  Lan đã được nhắc. Gọi [che].')
  })

  it('of the sender are proposed wherever they stand', () => {
    const known = [{ words: 'Trần Lan', kind: 'name' as const }]
    const texts = textsWith({ content: 'Tôi, trần lan, đề nghị.' })
    expect(words(texts, hiddenIn(texts, none, known))).toEqual(['trần lan'])
  })
})
