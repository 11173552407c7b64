import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedSurveys } from '../../db/seed'
import { type Counts, sumCounts, sumPairs } from '../../server/domain/counts'
import type { Figure } from '../../server/domain/figure'
import { percentOf } from '../../server/domain/percent'
import { type Satisfaction, summarise } from '../../server/domain/satisfaction'
import { effectiveSize, wilson } from '../../server/domain/statistics'
import { overallRules } from '../../server/domain/survey'
import divergence from './cases/formula-divergence.json'
import { countAll, pairAll, satisfiedLevels, shapedSurvey } from './shaped-survey'

const figuresOf = (s: Satisfaction): Figure[] => [
  ...s.dimensions.flatMap((d) => [d, ...d.criteria]),
  s.overall,
  ...s.apart,
]

/** Answer strings for a survey with `criteria` questions; some people answer in one mood, as real ones do. */
const answersFor = (criteria: number, most = 60) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom('12345n-.', '45', '4455-n', '12', '5'),
        fc.array(fc.nat(), { minLength: criteria, maxLength: criteria }),
      )
      .map(([mood, picks]) => picks.map((pick) => mood.charAt(pick % mood.length)).join('')),
    { maxLength: most },
  )

describe('the same answers under the competing formulas', () => {
  const rows = divergence.criteria
  const counts: Counts = { n: divergence.n, full: 0, items: rows.map((c) => [...c.counts, 0, c.blank_of_200]) }
  const at = (overall: (typeof overallRules)[number]) =>
    summarise(shapedSurvey({ sizes: [4, 4, 5, 3, 3], overall }), { counted: counts }, null)
  const { top2, mean_div5 } = divergence.results
  const rounded = (value: number) => Math.round(value * 100) / 100

  it('has the rate of each criterion', () => {
    const criteria = at('pooled').dimensions.flatMap((d) => d.criteria)
    expect(criteria.map((c) => c.rate)).toEqual(rows.map((c) => rounded(c.top2)))
    expect(criteria.map((c) => c.answered)).toEqual(rows.map((c) => c.answered))
  })

  it('has the rate and the converted mean of each dimension', () => {
    const { dimensions } = at('mean-of-criteria')
    expect(dimensions.map((d) => d.rate)).toEqual(Object.values(top2.dimension_mean_of_criteria).map(rounded))
    expect(dimensions.map((d) => d.mean)).toEqual(Object.values(mean_div5.dimension_mean_of_criteria).map(rounded))
    expect(dimensions.map((d) => d.answered)).toEqual([179, 179, 172, 186, 136])
  })

  it.each([
    ['mean-of-criteria', top2.overall_mean_of_criteria, mean_div5.overall_mean_of_criteria],
    ['mean-of-dimensions', top2.overall_mean_of_dimensions, mean_div5.overall_mean_of_dimensions],
    ['pooled', top2.overall_pooled, mean_div5.overall_pooled],
  ] as const)('has the overall rate by %s', (rule, rate, mean) => {
    const { overall } = at(rule)
    expect([overall.rate, overall.mean]).toEqual([rounded(rate), rounded(mean)])
    expect([overall.used, overall.of, overall.answered]).toEqual([19, 19, 136])
  })
})

describe('rates', () => {
  const survey = shapedSurvey({ sizes: [2, 3] })

  it('leave blanks and no opinion out of the denominator', () => {
    const answers = ['4----', '5n---', '3.---', '1----', 'n----', '-5---', '5----', '.5---']
    const [first] = summarise(survey, { counted: countAll(survey, answers) }, null).dimensions[0]?.criteria ?? []
    expect(first).toMatchObject({ counts: [1, 0, 1, 1, 2], na: 1, blank: 1, asked: 7, answered: 5, rate: 60 })
    expect(first).toMatchObject({ mean: 72, meanLevel: 3.6, reliability: 'low' })
  })

  it('take a criterion into a mean from five answers on', () => {
    const answers = [...Array(5).fill('51---'), ...Array(4).fill('--5--')]
    const counts = countAll(survey, [...answers, '--1--'])
    expect(summarise(survey, { counted: counts }, null).overall).toMatchObject({ rate: 60, used: 3, of: 5 })
    const fewer = summarise(survey, { counted: countAll(survey, answers) }, null)
    expect(fewer.overall).toMatchObject({ rate: 50, used: 2, of: 5, answered: 5, counts: [5, 0, 0, 0, 5] })
    expect(fewer.dimensions[1]).toMatchObject({ rate: null, used: 0, of: 3, answered: 0, state: 'hidden' })
    expect(fewer.dimensions[1]?.criteria[0]).toMatchObject({ rate: 100, reliability: 'hidden' })
  })

  it('are missing, never 0, where nobody was asked or answered', () => {
    const none = summarise(survey, {}, {})
    for (const figure of figuresOf(none))
      expect(figure).toMatchObject({ rate: null, low: null, mean: null, state: 'not-asked' })
    const blank = summarise(survey, { counted: countAll(survey, ['5-...']) }, null)
    expect(blank.dimensions[0]?.criteria.map((c) => c.state)).toEqual(['hidden', 'no-answers'])
    expect(blank.dimensions[1]?.state).toBe('not-asked')
    expect(none.fullySatisfied).toEqual({ count: 0, of: 0, rate: null, low: null, high: null })
  })

  it('keep items reported apart out of dimensions and overall', () => {
    const apart = shapedSurvey({ sizes: [1], apart: 1 })
    const result = summarise(apart, { counted: countAll(apart, Array(6).fill('15')) }, null)
    expect(result.apart.map((f) => [f.key, f.rate])).toEqual([['0.1', 0]])
    expect(result.dimensions.map((d) => d.key)).toEqual(['1'])
    expect(result.overall).toMatchObject({ rate: 100, of: 1 })
  })

  it('count doubtful responses as valid and state the chain', () => {
    const one = (n: number) => ({ ...countAll(survey, Array(n).fill('55555')), full: n })
    const result = summarise(survey, { counted: one(7), doubtful: one(2), repeat: one(3), withdrawn: one(1) }, null)
    expect(result.n).toBe(9)
    expect(result.validity).toMatchObject({ issued: null, collected: 13, valid: 9, doubtful: 2, invalid: 4 })
    expect(result.validity.reasons).toMatchObject({ repeat: 3, withdrawn: 1, blank: 0 })
    expect(result.fullySatisfied).toMatchObject({ count: 9, of: 9, rate: 100 })
    expect(summarise(survey, { counted: one(7), doubtful: one(2) }, null, { standings: ['counted'] }).n).toBe(7)
  })

  it('stay in 0..100 inside their interval, for every shipped survey and rule', () => {
    for (const shipped of seedSurveys) {
      const criteria = shipped.dimensions.reduce((sum, d) => sum + d.criteria.length, 0)
      fc.assert(
        fc.property(answersFor(criteria), fc.constantFrom(...overallRules), (answers, overall) => {
          const definition = { ...shipped, overall }
          const pairs = { counted: pairAll(definition, answers) }
          for (const f of figuresOf(summarise(definition, { counted: countAll(definition, answers) }, pairs))) {
            if (f.rate === null) expect([f.low, f.high, f.mean]).toEqual([null, null, null])
            else {
              expect(0 <= (f.low ?? -1) && (f.low ?? 101) <= f.rate).toBe(true)
              expect(f.rate <= (f.high ?? -1) && (f.high ?? 101) <= 100).toBe(true)
              expect(f.mean).toBeGreaterThan(0)
              expect(f.mean).toBeLessThanOrEqual(100)
            }
            expect(f.satisfied).toBeLessThanOrEqual(f.counts.reduce((a, b) => a + b, 0))
          }
        }),
        { numRuns: 40 },
      )
    }
  })

  it('of offices together are those of all their answers', () => {
    fc.assert(
      fc.property(answersFor(5), answersFor(5), (a, b) => {
        const counts = sumCounts(countAll(survey, a), countAll(survey, b))
        const pairs = sumPairs(pairAll(survey, a), pairAll(survey, b))
        const whole = [...a, ...b]
        const expected = summarise(survey, { counted: countAll(survey, whole) }, { counted: pairAll(survey, whole) })
        expect(summarise(survey, { counted: counts }, { counted: pairs })).toEqual(expected)
      }),
    )
  })

  it('of one criterion are its counts divided, whatever else was answered', () => {
    fc.assert(
      fc.property(answersFor(5), (answers) => {
        const result = summarise(survey, { counted: countAll(survey, answers) }, null)
        result.dimensions
          .flatMap((d) => d.criteria)
          .forEach((figure, i) => {
            const levels = answers.map((a) => Number(a[i])).filter((level) => level > 0)
            expect(figure.rate).toBe(percentOf(levels.filter((level) => level > 3).length, levels.length))
          })
      }),
    )
  })
})

describe('intervals of means', () => {
  const definition = shapedSurvey({ sizes: [2, 3, 1] })
  const satisfied = satisfiedLevels(definition)

  /** SIPAS, by the letter: one z for each person. */
  function fromRows(answers: readonly string[], weights: readonly number[], pooled: boolean) {
    const n = answers.length
    const said = answers.map((a) =>
      weights.map((_, k) => ({ r: /\d/.test(a[k] ?? '') ? 1 : 0, y: satisfied[Number(a[k]) - 1] ? 1 : 0 })),
    )
    const total = (k: number, what: 'r' | 'y') => said.reduce((sum, row) => sum + (row[k]?.[what] ?? 0), 0)
    const answered = weights.map((_, k) => total(k, 'r'))
    const all = answered.reduce((a, b) => a + b, 0)
    const rate = weights.map((_, k) => total(k, 'y') / (answered[k] ?? 1))
    const p = pooled
      ? weights.reduce((sum, _, k) => sum + total(k, 'y'), 0) / all
      : weights.reduce((sum, w, k) => sum + w * (rate[k] ?? 0), 0)
    const share = (k: number) => (pooled ? all / n : (answered[k] ?? 0) / n)
    const z = said.map((row) =>
      row.reduce(
        (sum, { r, y }, k) =>
          sum + ((pooled ? 1 : (weights[k] ?? 0)) * r * (y - (pooled ? p : (rate[k] ?? 0)))) / share(k),
        0,
      ),
    )
    const v = z.reduce((sum, one) => sum + one * one, 0) / (n * (n - 1))
    return { p, v, size: (p * (1 - p)) / v, smallest: Math.min(...answered), answered }
  }

  const weightsOf = {
    'mean-of-criteria': Array(6).fill(1 / 6),
    'mean-of-dimensions': [1 / 6, 1 / 6, 1 / 9, 1 / 9, 1 / 9, 1 / 3],
    pooled: Array(6).fill(0),
  }

  it('from co-occurrence counts are those from the rows', () => {
    fc.assert(
      fc.property(answersFor(6, 200), fc.constantFrom(...overallRules), (answers, overall) => {
        const rows = fromRows(answers, weightsOf[overall], overall === 'pooled')
        fc.pre(rows.smallest >= 5 && rows.v > 1e-9)
        const survey = { ...definition, overall }
        const { low, high } = summarise(
          survey,
          { counted: countAll(survey, answers) },
          { counted: pairAll(survey, answers) },
        ).overall
        const expected = wilson(rows.p, rows.size)
        expect(low).toBeCloseTo(expected.low * 100, 1)
        expect(Math.abs((low ?? 0) - expected.low * 100)).toBeLessThan(0.00501)
        expect(Math.abs((high ?? 0) - expected.high * 100)).toBeLessThan(0.00501)
      }),
    )
  })

  it('have the same effective size to nine digits', () => {
    fc.assert(
      fc.property(answersFor(6, 200), (answers) => {
        const rows = fromRows(answers, weightsOf['mean-of-criteria'], false)
        fc.pre(rows.smallest >= 1 && rows.v > 1e-9)
        const terms = rows.answered.map((answered, index) => {
          const pleased = answers.filter((a) => Number(a[index]) > 3).length
          return { index, centre: pleased / answered, weight: 1 / 6 / answered }
        })
        const size = effectiveSize(rows.p, answers.length, terms, pairAll(definition, answers), 6)
        expect(Math.abs((size ?? 0) / rows.size - 1)).toBeLessThan(1e-9)
      }),
    )
  })

  it('fall back to the smallest number of answers when nothing varies', () => {
    const survey = shapedSurvey({ sizes: [2] })
    const same = Array(10).fill('55').concat(['5-', '5-'])
    const of = (answers: string[]) =>
      summarise(survey, { counted: countAll(survey, answers) }, { counted: pairAll(survey, answers) }).overall
    expect(of(same)).toMatchObject({ rate: 100, high: 100, low: Math.round(wilson(1, 10).low * 10_000) / 100 })
    // Everybody likes exactly one of the two: the mean of persons never varies although the rate is one half.
    const either = [...Array(4).fill('51'), ...Array(8).fill('15')]
    expect(of(either)).toMatchObject({ rate: 50, low: Math.round(wilson(0.5, 12).low * 10_000) / 100 })
  })

  it("of a dimension with one criterion are the criterion's", () => {
    const answers = ['555551', '444442', '555555', '111115', '55555-', '555554']
    const result = summarise(
      definition,
      { counted: countAll(definition, answers) },
      { counted: pairAll(definition, answers) },
    )
    const [, , last] = result.dimensions
    expect([last?.rate, last?.low, last?.high]).toEqual([
      last?.criteria[0]?.rate,
      last?.criteria[0]?.low,
      last?.criteria[0]?.high,
    ])
  })

  it('are narrower for a round drawn from a list, and not when there are more answers than dossiers', () => {
    const answers = [...Array(20).fill('555555'), ...Array(10).fill('111111')]
    const width = (listed: number | null) => {
      const result = summarise(definition, { counted: countAll(definition, answers) }, null, { listed })
      return { finite: result.finite, wide: (result.overall.high ?? 0) - (result.overall.low ?? 0) }
    }
    expect(width(null).finite).toBe('open')
    expect(width(40)).toMatchObject({ finite: 'corrected' })
    expect(width(40).wide).toBeLessThan(width(null).wide)
    expect(width(30)).toEqual({ finite: 'exceeded', wide: width(null).wide })
  })
})
