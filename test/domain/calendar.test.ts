import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidays as announced } from '../../db/seed/holidays'
import {
  addWorkingDays,
  type CalendarEntry,
  explainDay,
  explainDays,
  isWorkingDay,
  makeCalendar,
  workingDaysBetween,
} from '../../server/domain/calendar'
import { addDays } from '../../server/domain/period'

const calendar = makeCalendar(1, announced)
const computed = makeCalendar(1, [])

const day = fc.integer({ min: 0, max: 3650 }).map((count) => addDays('2021-01-01', count))
const count = fc.integer({ min: 1, max: 400 })
const anyCalendar = fc.constantFrom(calendar, computed)

function range(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

const offDays = (of: typeof calendar, year: number) =>
  range(`${year}-01-01`, `${year}-12-31`).filter(
    (day) => !isWorkingDay(of, day) && explainDay(of, day).reason !== 'weekend' && ![0, 6].includes(weekday(day)),
  )
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

describe('working days', () => {
  it.each([
    ['2024-02-07', '2024-02-16', '2024-02-21', '2024-03-06'],
    ['2024-04-26', '2024-05-03', '2024-05-07', '2024-05-21'],
    ['2025-01-24', '2025-02-04', '2025-02-07', '2025-02-21'],
    ['2025-04-25', '2025-04-28', '2025-05-06', '2025-05-20'],
    ['2026-01-01', '2026-01-06', '2026-01-09', '2026-01-22'],
    ['2026-02-13', '2026-02-24', '2026-02-27', '2026-03-13'],
    ['2026-11-20', '2026-11-25', '2026-11-30', '2026-12-14'],
  ])('from %s are due on %s, %s and %s after 2, 5 and 15', (from, two, five, fifteen) => {
    expect([2, 5, 15].map((count) => addWorkingDays(calendar, from, count))).toEqual([two, five, fifteen])
  })

  it('a last day on a day off moves to the next working day', () => {
    expect(addWorkingDays(calendar, '2026-02-14', 0)).toBe('2026-02-23')
    expect(addWorkingDays(calendar, '2026-08-22', 0)).toBe('2026-08-22')
  })

  it('an office that is closed by a document is off; those below it and the others are not', () => {
    const closure: CalendarEntry = {
      ...{ from: '2026-03-02', to: '2026-03-03', kind: 'closure', name: 'moving', pair: null },
      ...{ confidence: 'published', source: '12/QĐ', officeCode: 'CQ' },
    }
    const own = makeCalendar(2, [...announced, closure], 'CQ')
    expect(explainDay(own, '2026-03-02')).toEqual({ working: false, reason: 'closure', entry: closure })
    for (const code of [undefined, 'CQ-1'])
      expect(isWorkingDay(makeCalendar(2, [...announced, closure], code), '2026-03-02')).toBe(true)
  })

  it('says what a day is', () => {
    const reasons = ['2026-08-21', '2026-08-22', '2026-08-23', '2026-08-31', '2026-09-01']
    expect(reasons.map((day) => explainDay(calendar, day).reason)).toEqual([
      'weekday',
      'swap_work',
      'weekend',
      'swap_off',
      'holiday',
    ])
  })

  it('of a year without a decision follow from the law, as they were announced but for swapped days', () => {
    const swaps = announced.filter(({ kind }) => kind === 'swap_off').map(({ from }) => from)
    for (const year of [2024, 2025, 2026, 2027])
      expect(offDays(computed, year)).toEqual(offDays(calendar, year).filter((day) => !swaps.includes(day)))
    expect(explainDay(computed, '2028-01-26')).toMatchObject({ entry: { name: 'tet', confidence: 'expected' } })
    expect(offDays(computed, 2028)).toEqual(
      [
        ...['2028-01-24', '2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28'],
        ...['2028-01-03', '2028-04-04', '2028-05-01', '2028-05-02', '2028-09-01', '2028-09-04', '2028-11-24'],
      ].sort(),
    )
  })

  it('what is written down for one occasion leaves the others as they are computed', () => {
    const tet: CalendarEntry = {
      ...{ from: '2028-01-25', to: '2028-01-31', kind: 'holiday', name: 'Tết', pair: null },
      ...{ confidence: 'published', source: '1/TB', officeCode: null },
    }
    const known = makeCalendar(1, [tet])
    expect(isWorkingDay(known, '2028-01-24')).toBe(true)
    expect(isWorkingDay(known, '2028-01-31')).toBe(false)
    expect(isWorkingDay(known, '2028-04-04')).toBe(false)
  })

  it('are counted the same forwards, backwards and day by day', () => {
    fc.assert(
      fc.property(anyCalendar, day, count, (calendar, from, count) => {
        const to = addWorkingDays(calendar, from, count)
        expect(isWorkingDay(calendar, to)).toBe(true)
        expect(workingDaysBetween(calendar, from, to)).toBe(count)
        expect(workingDaysBetween(calendar, to, from)).toBe(-count)
        expect(range(addDays(from, 1), to).filter((day) => isWorkingDay(calendar, day))).toHaveLength(count)
        if (isWorkingDay(calendar, from)) expect(addWorkingDays(calendar, to, -count)).toBe(from)
      }),
    )
  })

  it('add up, and never go back when the start goes on', () => {
    fc.assert(
      fc.property(anyCalendar, day, day, count, count, (calendar, a, b, first, second) => {
        const [from = a, later = b] = [a, b].sort()
        const at = addWorkingDays(calendar, from, first)
        expect(addWorkingDays(calendar, at, second)).toBe(addWorkingDays(calendar, from, first + second))
        expect(at <= addWorkingDays(calendar, later, first)).toBe(true)
        expect(at < addWorkingDays(calendar, from, first + 1)).toBe(true)
        expect(workingDaysBetween(calendar, from, later) + workingDaysBetween(calendar, later, at)).toBe(first)
      }),
    )
  })

  it('are explained with every day once, counted without a gap', () => {
    fc.assert(
      fc.property(anyCalendar, day, fc.integer({ min: 0, max: 60 }), (calendar, from, count) => {
        const to = addWorkingDays(calendar, from, count)
        const lines = explainDays(calendar, from, to)
        expect(lines.map(({ day }) => day)).toEqual(range(addDays(from, 1), to))
        const ordinals = lines.flatMap(({ ordinal }) => (ordinal === null ? [] : [ordinal]))
        expect(ordinals).toEqual(ordinals.map((_, i) => i + 1))
        for (const { ordinal, reason } of lines)
          expect(ordinal !== null).toBe(reason === 'weekday' || reason === 'swap_work')
      }),
    )
  })
})
