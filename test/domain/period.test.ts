import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  addDays,
  dayOf,
  firstDayOf,
  halfOf,
  halvesBetween,
  isDay,
  isWholeHalves,
  monthOf,
  monthsBetween,
  parsePeriod,
  periodBefore,
  periodPresets,
} from '../../server/domain/period'

const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n))

describe('days in UTC+7', () => {
  it('begin at 17:00 UTC of the day before', () => {
    expect(dayOf(new Date('2026-03-14T16:59:59.999Z'))).toBe('2026-03-14')
    expect(dayOf(new Date('2026-03-14T17:00:00Z'))).toBe('2026-03-15')
    expect(dayOf(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01')
  })

  it('do not depend on the zone of the machine', () => {
    const zone = process.env.TZ
    onTestFinished(() => {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    })
    for (const TZ of ['America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati']) {
      process.env.TZ = TZ
      expect(dayOf(new Date('2026-03-14T17:00:00Z'))).toBe('2026-03-15')
      expect(isDay('2026-03-15')).toBe(true)
      expect(parsePeriod('2026-03/14')?.from).toBe('2026-02-15')
    }
  })

  it('exist or not', () => {
    for (const good of ['2024-02-29', '2026-12-31']) expect(isDay(good)).toBe(true)
    for (const bad of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-04-31', '20260401'])
      expect(isDay(bad)).toBe(false)
  })
})

describe('periods', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2026-9M', '2026-01-01', '2026-09-30'],
    ['2026/14', '2025-12-15', '2026-12-14'],
    ['2026-01/14', '2025-12-15', '2026-01-14'],
    ['2026-03/14', '2026-02-15', '2026-03-14'],
    ['2026-Q1/14', '2025-12-15', '2026-03-14'],
    ['2026-Q2/14', '2026-03-15', '2026-06-14'],
    ['2026-Q3/14', '2026-06-15', '2026-09-14'],
    ['2026-Q4/14', '2026-09-15', '2026-12-14'],
    ['2026-H1/14', '2025-12-15', '2026-06-14'],
    ['2026-9M/14', '2025-12-15', '2026-09-14'],
    ['2026-H2/14', '2026-06-15', '2026-12-14'],
  ])('%s is %s to %s', (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ text, from, to, cutoff14: text.endsWith('/14') })
  })

  it.each([
    '',
    '26',
    '2026-',
    '2026-00',
    '2026-13',
    '2026-Q5',
    '2026-Q0',
    '2026-H3',
    '2026-9m',
    '2026/15',
    '2026-1e',
    ' 2026',
  ])('refuses "%s"', (text) => expect(parsePeriod(text)).toBeNull())

  it('are whole half-months, so that the tallies of half-months answer them', () => {
    for (const text of ['2026', '2026-02', '2026-Q3', '2026-H1', '2026-9M'])
      for (const name of [text, `${text}/14`]) {
        const period = parsePeriod(name)
        expect(period && isWholeHalves(period.from, period.to)).toBe(true)
      }
    expect(halvesBetween('2026-02-15', '2026-03-14')).toEqual(['2026-02b', '2026-03a'])
    expect(halvesBetween('2026-02-15', '2026-02-28')).toEqual(['2026-02b'])
    expect(halvesBetween('2024-02-15', '2024-02-28')).toBeNull()
    expect(halvesBetween('2026-02-14', '2026-03-14')).toBeNull()
    expect(halvesBetween('2026-03-15', '2026-03-14')).toBeNull()
  })

  it('of four quarters make the year, each day once, with either cut-off', () => {
    for (const suffix of ['', '/14']) {
      const whole = parsePeriod(`2026${suffix}`)
      const quarters = [1, 2, 3, 4].map((q) => parsePeriod(`2026-Q${q}${suffix}`))
      expect(quarters[0]?.from).toBe(whole?.from)
      expect(quarters[3]?.to).toBe(whole?.to)
      for (let i = 1; i < 4; i++) expect(quarters[i]?.from).toBe(addDays(quarters[i - 1]?.to ?? '', 1))
    }
  })

  it('follow each other without a gap, except nine months, which follow the nine months of a year before', () => {
    for (const text of ['2026', '2026-01', '2026-Q1', '2026-Q3', '2026-H1', '2026-H2'])
      for (const name of [text, `${text}/14`]) {
        const period = parsePeriod(name)
        if (!period) throw new Error(name)
        expect(addDays(periodBefore(period).to, 1)).toBe(period.from)
      }
    const nine = parsePeriod('2026-9M/14')
    expect(nine && periodBefore(nine).text).toBe('2025-9M/14')
  })
})

describe('half-months and months', () => {
  it('hold the day they are named after', () => {
    fc.assert(
      fc.property(day, (d) => {
        expect(firstDayOf(halfOf(d)) <= d).toBe(true)
        expect(halfOf(firstDayOf(halfOf(d)))).toBe(halfOf(d))
        for (const cutoff14 of [false, true]) {
          const month = parsePeriod(monthOf(d, cutoff14))
          expect(month && month.from <= d && d <= month.to).toBe(true)
          expect(monthOf(firstDayOf(halfOf(d)), cutoff14)).toBe(monthOf(d, cutoff14))
        }
      }),
    )
  })

  it('between two days cover both', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), fc.boolean(), (from, length, cutoff14) => {
        const to = addDays(from, length)
        const months = monthsBetween(from, to, cutoff14)
        const [first, last] = [months[0], months.at(-1)]
        expect(first && first.from <= from && from <= first.to).toBe(true)
        expect(last && last.from <= to && to <= last.to).toBe(true)
        for (let i = 1; i < months.length; i++) expect(months[i]?.from).toBe(addDays(months[i - 1]?.to ?? '', 1))
      }),
    )
    expect(monthsBetween('2025-12-15', '2026-02-14', true).map((m) => m.text)).toEqual(['2026-01/14', '2026-02/14'])
  })
})

describe('presets', () => {
  it('offer the periods that hold today, with the cut-off first', () => {
    const texts = periodPresets('2026-11-20').map((p) => p.text)
    expect(texts).toEqual([
      ...['2026-12/14', '2026-11/14', '2026-Q4/14', '2026-Q3/14', '2026-H1/14', '2026-H2/14', '2026-9M/14'],
      ...['2026/14', '2025/14'],
      ...['2026-11', '2026-10', '2026-Q4', '2026-Q3', '2026-H1', '2026-H2', '2026-9M', '2026', '2025'],
    ])
    expect(periodPresets('2026-12-20')[0]?.text).toBe('2027-01/14')
  })

  it('have begun', () => {
    fc.assert(fc.property(day, (today) => periodPresets(today).every((p) => p.from <= today)))
  })
})
