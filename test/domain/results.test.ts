import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAll, compareRates, discoveries, judge } from '../../server/domain/comparison'
import { parsePeriod } from '../../server/domain/period'
import { roles } from '../../server/domain/permissions'
import { findPriorities } from '../../server/domain/priorities'
import { channelRows, monthRows, placeRows, responseShare } from '../../server/domain/results'
import { summarise } from '../../server/domain/satisfaction'
import { visibleDays } from '../../server/domain/visible'
import { countAll, shapedSurvey } from './shaped-survey'

const survey = shapedSurvey({ sizes: [2, 1] })
const target = { operator: '>=' as const, hundredths: 9000 }
/** `answers` says how many gave each string of levels. */
const counted = (answers: Record<string, number>) => ({
  counted: countAll(
    survey,
    Object.entries(answers).flatMap(([text, times]) => Array<string>(times).fill(text)),
  ),
})

describe('what to mend first', () => {
  it('gains (target − rate) / number of criteria, the largest first', () => {
    const figures = summarise(survey, counted({ '555': 60, '255': 30, '552': 10 }), null)
    const found = findPriorities(figures, target)
    expect(found.map(({ figure, gain, certain }) => [figure.key, figure.rate, gain, certain])).toEqual([
      ['1.1', 70, 6.67, true],
    ])
  })

  it('weighs by the rule of the survey', () => {
    const rates = { '555': 60, '255': 40 }
    const gainUnder = (overall: 'mean-of-dimensions' | 'pooled') => {
      const other = shapedSurvey({ sizes: [2, 1], overall })
      const texts = Object.entries(rates).flatMap(([text, times]) => Array<string>(times).fill(text))
      return findPriorities(summarise(other, { counted: countAll(other, texts) }, null), target)[0]?.gain
    }
    expect(gainUnder('mean-of-dimensions')).toBe(7.5)
    expect(gainUnder('pooled')).toBe(10)
  })

  it('raises the overall rate by the gain when that criterion alone reaches the target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 89 }), fc.integer({ min: 0, max: 100 }), (low, other) => {
        const build = (first: number) => {
          const texts = Array.from({ length: 100 }, (_, i) => `${i < first ? 5 : 1}${i < other ? 5 : 1}5`)
          return summarise(survey, { counted: countAll(survey, texts) }, null)
        }
        const found = findPriorities(build(low), target, 9).find(({ figure }) => figure.key === '1.1')
        const rise = (build(90).overall.rate ?? 0) - (build(low).overall.rate ?? 0)
        expect(Math.abs(rise - (found?.gain ?? Number.NaN))).toBeLessThan(0.011)
      }),
    )
  })

  it('leaves out criteria with few answers, and knows the lowest without a target', () => {
    const few = summarise(survey, counted({ '1--': 29, '-25': 40 }), null)
    expect(findPriorities(few, target).map(({ figure }) => figure.key)).toEqual(['1.2'])
    expect(findPriorities(few, null).map(({ figure, gain }) => [figure.key, gain])).toEqual([
      ['1.2', null],
      ['2.1', null],
    ])
  })
})

describe('comparison', () => {
  const at = (rate: number, low: number, high: number) => ({ rate, low, high, state: 'ok' as const })

  const rated = (satisfied: number, n: number) => {
    const { rate, low, high, state } = summarise(one, { counted: countAll(one, answers(satisfied, n)) }, null).overall
    return { rate, low, high, state }
  }
  const one = shapedSurvey({ sizes: [1] })
  const answers = (satisfied: number, n: number) => Array.from({ length: n }, (_, i) => (i < satisfied ? '5' : '1'))

  it('calls two rates different by the two-sided test of two shares', () => {
    expect(compareRates(at(90.64, 90.35, 90.93), at(90.43, 90.12, 90.74))).toEqual({ points: 0.21, distinct: false })
    // z = 0.1 / √(0.85 × 0.15 × 2 / 100) = 1.98, then 1.93: on either side of 1.96.
    expect(compareRates(rated(90, 100), rated(80, 100))).toEqual({ points: 10, distinct: true })
    expect(compareRates(rated(92, 92), rated(96, 100))).toEqual({ points: 4, distinct: false })
    expect(compareRates(rated(50, 50), rated(50, 50))).toEqual({ points: 0, distinct: false })
    expect(compareRates(at(80, 78, 82), at(90, 88, 92))).toEqual({ points: -10, distinct: true })
    expect(compareRates(at(80, 78, 82), { rate: null, low: null, high: null, state: 'no-answers' })).toBeNull()
    expect(compareRates(at(80, 78, 82), { ...at(90, 88, 92), state: 'hidden' })).toBeNull()
  })

  it('judges the differences of a table together, those that are not shown left out', () => {
    const [phone, near, far] = [rated(80, 100), rated(90, 100), rated(100, 100)]
    const distinct = (rates: (typeof near | null)[]) => compareAll(rates, phone).map((found) => found?.distinct)
    expect(distinct([near])).toEqual([true])
    expect(distinct([near, null, { ...far, state: 'hidden' }])).toEqual([true, undefined, undefined])
    expect(distinct([near, rated(81, 100), rated(79, 100)])).toEqual([false, false, false])
    expect(distinct([near, far])).toEqual([true, true])
  })

  it('finds what the article finds', () => {
    // Benjamini & Hochberg 1995, §3: fifteen p-values, four discoveries at 0.05 (Bonferroni has three).
    const ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    const more = [0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
    expect(discoveries([...ps, ...more]).filter(Boolean)).toHaveLength(4)
    expect(discoveries([])).toEqual([])
  })

  it('finds no more than each test alone, no less than Bonferroni, in any order', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })
    fc.assert(
      fc.property(chances, (ps) => {
        const found = discoveries(ps)
        ps.forEach((p, i) => {
          if (found[i]) expect(p).toBeLessThanOrEqual(0.05)
          if (p <= 0.05 / ps.length) expect(found[i]).toBe(true)
        })
        expect(discoveries([...ps].reverse()).reverse()).toEqual(found)
      }),
    )
  })

  it('meets "at least" when equal, and "over" only above', () => {
    expect(judge(90, target)).toEqual({ verdict: 'equal', met: true, points: 0 })
    expect(judge(87, { operator: '>', hundredths: 8700 })).toEqual({ verdict: 'equal', met: false, points: 0 })
    expect(judge(89.64, target)).toEqual({ verdict: 'below', met: false, points: 0.36 })
  })
})

describe('parts of a scope', () => {
  const data = (answers: Record<string, number>) => ({ counts: counted(answers), pairs: null })

  it('compares channels with the own phone and hides what subtraction would show', () => {
    const rows = channelRows(
      survey,
      new Map([
        ['phone', data({ '555': 60, '111': 40 })],
        ['tablet', data({ '555': 50 })],
        ['staff', data({ '111': 3 })],
      ]),
    )
    expect(rows.map(({ channel, n, hidden }) => [channel, n, hidden])).toEqual([
      ['phone', 100, false],
      ['tablet', 50, true],
      ['staff', 3, true],
    ])
    const apart = channelRows(
      survey,
      new Map([
        ['phone', data({ '555': 60, '111': 40 })],
        ['tablet', data({ '555': 50 })],
      ]),
    )
    expect(apart[1]?.toPhone).toEqual({ points: 40, distinct: true })
    expect(apart[0]?.toPhone).toBeNull()
    expect(apart.map(({ share }) => share)).toEqual([66.67, 33.33])
  })

  it('never shows the rate of a point with one to four answers, nor the only other one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }), (sizes) => {
        const places = sizes.map((n, i) => ({
          code: `${i}`,
          name: `Q${i}`,
          office: null,
          counts: counted({ '535': n }),
        }))
        const rows = placeRows(survey, places)
        const shown = rows.filter(({ dimensions }) =>
          dimensions.some(({ state }) => state !== 'hidden' && state !== 'not-asked'),
        )
        for (const row of shown) expect(row.n).toBeGreaterThanOrEqual(5)
        const hidden = rows.filter((row) => row.n > 0 && !shown.includes(row))
        expect(hidden.length === 1 && shown.length > 0).toBe(false)
      }),
    )
  })

  it('hides months of the shown total together, and others each for itself', () => {
    const months = ['2026-01', '2026-02', '2026-03'].flatMap((text) => parsePeriod(text) ?? [])
    const by = new Map([
      ['2026-01', data({ '555': 3 })],
      ['2026-02', data({ '555': 30 })],
      ['2026-03', data({ '555': 40 })],
    ])
    const hiddenIn = (from: string) =>
      monthRows(survey, months, by, { from, to: '2026-03-31' }).map(({ hidden }) => hidden)
    expect(hiddenIn('2026-02-01')).toEqual([true, false, false])
    expect(hiddenIn('2026-01-01')).toEqual([true, true, false])
  })
})

describe('response rate', () => {
  it('bounds the rate by all who did not answer', () => {
    const figures = summarise(survey, counted({ '555': 90, '111': 10 }), null)
    const share = responseShare(figures, { dossiers: 200, basis: 'returned' })
    expect(share).toMatchObject({
      rate: 50,
      bounds: { low: 45, high: 95 },
      sample: { needed: 134, have: 100, missing: 34 },
    })
    expect(responseShare(figures, { dossiers: 80, basis: 'returned' })).toMatchObject({ rate: 125, bounds: null })
  })

  it('holds the rate between its bounds', () => {
    const texts = fc.array(fc.constantFrom('555', '515', '1-5', '5n1', '--2'), { minLength: 30, maxLength: 80 })
    fc.assert(
      fc.property(texts, fc.nat(100), (answers, silent) => {
        const figures = summarise(survey, { counted: countAll(survey, answers) }, null)
        const bounds = responseShare(figures, { dossiers: answers.length + silent, basis: 'returned' }).bounds
        const { rate } = figures.overall
        if (rate === null || !bounds) return
        expect(bounds.low).toBeLessThanOrEqual(rate)
        expect(bounds.high).toBeGreaterThanOrEqual(rate)
      }),
    )
  })
})

describe('days that a role may see', () => {
  it('are all for the keepers of figures, until yesterday for leaders, whole past weeks at the desk', () => {
    const march = { from: '2026-03-01', to: '2026-03-31' }
    expect(visibleDays('administrator', '2026-03-18', march)).toEqual(march)
    expect(visibleDays('viewer', '2026-03-18', march)).toEqual({ from: '2026-03-01', to: '2026-03-17' })
    expect(visibleDays('intake', '2026-03-18', march)).toEqual({ from: '2026-03-02', to: '2026-03-15' })
    expect(visibleDays('handler', '2026-03-08', march)).toBeNull()
    expect(visibleDays('administrator', '2026-02-28', march)).toBeNull()
  })

  it('never reach beyond the range, nor to the day of today without live figures', () => {
    const day = fc
      .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.constantFrom(...roles), day, day, day, (role, today, from, to) => {
        fc.pre(from <= to)
        const seen = visibleDays(role, today, { from, to })
        if (!seen) return
        expect(seen.from >= from && seen.to <= to && seen.from <= seen.to).toBe(true)
        if (!['administrator', 'statistics', 'auditor'].includes(role)) expect(seen.to < today).toBe(true)
      }),
    )
  })
})
