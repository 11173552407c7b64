import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Hidden,
  normaliseRedactions,
  type Redaction,
  redactedFields,
  redactedParts,
  redactedText,
  redactionsOf,
} from '../../server/domain/redaction'

const text = 'Tôi là Nguyễn Văn A, số 0905 123 456.'
const name: Hidden = { from: 7, to: 19, kind: 'name' }
const phone: Hidden = { from: 24, to: 36, kind: 'phone' }

const position = fc.oneof(fc.integer({ min: -5, max: 40 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1.5))
const hidden: fc.Arbitrary<Hidden> = fc.record({
  from: position,
  to: position,
  kind: fc.constantFrom('name', 'phone', 'other' as const),
})
const redaction: fc.Arbitrary<Redaction> = fc
  .tuple(fc.constantFrom(...redactedFields), hidden)
  .map(([field, one]) => ({ field, ...one }))
const anyText = fc.string({ unit: 'binary', maxLength: 40 })

describe('redactions', () => {
  it('show a text in pieces, with a label for what is hidden', () => {
    expect(redactedParts(text, [phone, name])).toEqual([
      { text: 'Tôi là ' },
      { hidden: 'name' },
      { text: ', số ' },
      { hidden: 'phone' },
      { text: '.' },
    ])
    expect(redactedText(text, [name, phone], '[đã ẩn]')).toBe('Tôi là [đã ẩn], số [đã ẩn].')
    expect(redactedText(text, [name, phone], (kind) => `[${kind}]`)).toBe('Tôi là [name], số [phone].')
    expect([redactedParts('', [name]), redactedParts('a', [])]).toEqual([[], [{ text: 'a' }]])
  })

  it('are merged where they overlap, and cut to their text', () => {
    const list: Redaction[] = [
      { field: 'content', from: 10, to: 99, kind: 'other' },
      { field: 'content', from: 0, to: 2, kind: 'name' },
      { field: 'content', from: 1, to: 8, kind: 'address' },
      { field: 'title', from: 3, to: 1, kind: 'name' },
      { field: 'answer', from: 0, to: 5, kind: 'name' },
    ]
    expect(normaliseRedactions(list, { title: 'abc', content: 'abcdefghijklm' })).toEqual([
      { field: 'content', from: 0, to: 8, kind: 'address' },
      { field: 'content', from: 10, to: 13, kind: 'other' },
    ])
  })

  it('hide whole characters', () => {
    expect(redactedText('a😀b', [{ from: 2, to: 3, kind: 'other' }], '·')).toBe('a·b')
    expect(redactedText('xe\u0323\u0302m', [{ from: 1, to: 2, kind: 'other' }], '·')).toBe('x·m')
  })

  it('never let a hidden letter through, and all others in their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x9fff }), { maxLength: 40 }),
        fc.array(hidden),
        (letters, list) => {
          // Each letter stands once, so that one that is seen can only be the one that was not hidden.
          const whole = String.fromCodePoint(...letters)
          const shown = redactedText(whole, list, '·').replaceAll('·', '')
          const seen = [...whole].filter(
            (_, at) => !list.some(({ from, to }) => (from || 0) < Math.min(at + 1, to) && at < to),
          )
          expect(shown).toBe(seen.join(''))
        },
      ),
    )
  })

  it('are the same when tidied again, in order and without overlaps', () => {
    fc.assert(
      fc.property(fc.array(redaction), anyText, anyText, (list, title, content) => {
        const texts = { title, content }
        const once = normaliseRedactions(list, texts)
        expect(normaliseRedactions(once, texts)).toEqual(once)
        for (const field of redactedFields) {
          const mine = redactionsOf(once, field)
          expect(mine.every(({ from, to }, i) => from < to && from >= (mine[i - 1]?.to ?? 0))).toBe(true)
        }
        expect(redactedText(content, redactionsOf(list, 'content'), '·')).toBe(
          redactedText(content, redactionsOf(once, 'content'), '·'),
        )
      }),
    )
  })

  it('put together again with what they hide are the text', () => {
    fc.assert(
      fc.property(anyText, fc.array(hidden), (whole, list) => {
        const spans = normaliseRedactions(
          list.map((one) => ({ field: 'wish', ...one })),
          { wish: whole },
        )
        const inside = spans.map(({ from, to }) => whole.slice(from, to))
        const parts = redactedParts(whole, list).map((part) => ('text' in part ? part.text : (inside.shift() ?? '')))
        expect(parts.join('')).toBe(whole)
      }),
    )
  })
})
