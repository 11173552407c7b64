import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hours, isOpenAt, parseHours, printHours } from '../../server/domain/hours'

const canonical = (text: string) => {
  const read = parseHours(text)
  return read.ok ? printHours(read.hours) : `${read.error}: ${read.part}`
}

const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
const spans = minutes.map((times) => {
  const sorted = times.sort((a, b) => a - b)
  const even = sorted.slice(0, sorted.length - (sorted.length % 2))
  return even.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: even[i + 1] ?? 0 }] : []))
})
/** Few different days, so that groups arise. */
const weeks: fc.Arbitrary<Hours> = fc
  .tuple(spans, spans)
  .chain(([a, b]) => fc.array(fc.constantFrom(a, b, []), { minLength: 7, maxLength: 7 }))

describe('opening hours', () => {
  it('are read again from what is printed of them', () => {
    fc.assert(
      fc.property(weeks, (hours) => {
        const text = printHours(hours)
        if (text.length <= 200) expect(parseHours(text)).toEqual({ ok: true, hours })
      }),
    )
  })

  it('never break the reader, and printing what was read is final', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[T2-7CN0-9:h.,;–\- a-z]{0,40}$/), (text) => {
        const once = parseHours(text)
        if (once.ok) expect(canonical(printHours(once.hours))).toBe(printHours(once.hours))
      }),
    )
  })

  it.each([
    ['T2–T6 7:30–11:30, 13:00–17:00; T7 7:30–11:30', 'T2–T6 7:30–11:30, 13:00–17:00; T7 7:30–11:30'],
    ['7h30-11h30, 13h-17h', 'T2–T6 7:30–11:30, 13:00–17:00'],
    ['Từ thứ Hai đến thứ Sáu: sáng 7h30 đến 11h30; chiều 13h30 - 17h', 'T2–T6 7:30–11:30, 13:30–17:00'],
    [
      'thứ 2 đến thứ 6: 07:30 – 11:30 và 13.00–17.00;\nthứ bảy: 8g-11g30',
      'T2–T6 7:30–11:30, 13:00–17:00; T7 8:00–11:30',
    ],
    ['T2, T4, T6 8:00–12:00; CN 0:00–24:00', 'T2, T4, T6 8:00–12:00; CN 0:00–24:00'],
    ['hằng ngày 8h–20h', 'T2–CN 8:00–20:00'],
    ['Thứ tư 8h–9h, 10h–11h', 'T4 8:00–9:00, 10:00–11:00'],
    ['', ''],
    ['T2 7:30', 'unreadable: T2 7:30'],
    ['giờ hành chính', 'unreadable: giờ hành chính'],
    ['T2–T6 7:30–11:30; T8 7:00–9:00', 'unreadable: T8 7:00–9:00'],
    ['T6–T2 7:30–11:30', 'unreadable: T6–T2 7:30–11:30'],
    ['T2 25:00–26:00', 'unreadable: T2 25:00–26:00'],
    ['T2 7:75–9:00', 'unreadable: T2 7:75–9:00'],
    ['T2 17:00–13:00', 'end-before-start: T2 17:00–13:00'],
    ['T2 7:00–9:00, 8:00–10:00', 'overlap: T2 7:00–9:00, 8:00–10:00'],
    ['T2–T6 7:00–9:00; T6 13:00–17:00', 'repeated-day: T6 13:00–17:00'],
  ])('%s', (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })

  it('are those of UTC+7; the end is outside', () => {
    const read = parseHours('T2–T6 7:30–11:30; T7 7:30–11:00')
    const hours = read.ok ? read.hours : []
    const open = (instant: string) => isOpenAt(hours, new Date(instant))
    // 09/03/2026 is a Monday.
    expect(open('2026-03-09T00:30:00Z')).toBe(true)
    expect(open('2026-03-09T04:29:59Z')).toBe(true)
    expect(open('2026-03-09T04:30:00Z')).toBe(false)
    expect(open('2026-03-08T01:00:00Z')).toBe(false)
    expect(open('2026-03-14T04:15:00Z')).toBe(false)
    expect(isOpenAt([], new Date())).toBe(true)
  })
})
