import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction, meanOf, roundHalfUp, toNumber } from '../../server/domain/fraction'
import { percent, percentOf, pointsBetween } from '../../server/domain/percent'
import { sampleSize } from '../../server/domain/sample-size'
import { bounds, meets, responseRate, sampleProgress } from '../../server/domain/sampling'
import { finiteSize, twoSided, wilson, wilsonSize } from '../../server/domain/statistics'
import hoaBinh from './cases/hoa-binh-2024.json'
import hue from './cases/hue-170-profile.json'
import ratios from './cases/single-ratios.json'

const size = fc.integer({ min: 1, max: 2_000_000 })
const share = size.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

/** Decimals printed in a source: 98.61 has 2. */
const decimalsOf = (value: number) => String(value).split('.')[1]?.length ?? 0
const printed = (top = 0, bottom = 1, decimals = 2) => {
  const exact = fraction(top * 100, bottom)
  return exact && roundHalfUp(exact, decimals)
}

describe('two-sided tests', () => {
  it('have the chances of the tables of the normal distribution', () => {
    for (const [z, p] of [
      [0, 1],
      [0.67449, 0.5],
      [1.95996, 0.05],
      [-2.57583, 0.01],
      [3.29053, 0.001],
      [6, 1.973e-9],
    ] as const)
      expect(Math.abs(twoSided(z) / p - 1)).toBeLessThan(1e-4)
  })

  it('read from an interval on how many answers it rests', () => {
    fc.assert(
      fc.property(share, ([top, n]) => {
        const p = top / n
        const { low, high } = wilson(p, n)
        expect(wilsonSize(p, p < 0.5 ? high : low) / n).toBeCloseTo(1, 6)
      }),
    )
  })
})

describe('rounding', () => {
  it('is half-up where floats are wrong', () => {
    expect(percentOf(23, 4000)).toBe(0.58)
    expect(percentOf(41, 4000)).toBe(1.03)
    expect(percentOf(201, 20_000)).toBe(1.01)
    expect(percentOf(0, 7)).toBe(0)
    expect(percentOf(7, 7)).toBe(100)
    expect(percentOf(0, 0)).toBeNull()
  })

  it('agrees with long division', () => {
    fc.assert(
      fc.property(share, ([part, whole]) => {
        const hundredths = BigInt(Math.round((percentOf(part, whole) ?? -1) * 100))
        const remainder = BigInt(part) * 10_000n * 2n - hundredths * 2n * BigInt(whole)
        // The distance to the exact value is at most half a hundredth, and a tie goes up.
        expect(remainder >= -BigInt(whole) && remainder < BigInt(whole)).toBe(true)
      }),
    )
  })

  it('happens once, after the mean: thirds and sevenths stay exact', () => {
    const parts = [fraction(1, 3), fraction(2, 7), fraction(5, 5)].filter((f) => f !== null)
    expect(percent(meanOf(parts))).toBe(53.97)
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 24 }), (pairs) => {
        const fractions = pairs.map(([a, b]) => fraction(a, b)).filter((f) => f !== null)
        const mean = meanOf(fractions)
        const expected = pairs.reduce((sum, [a, b]) => sum + a / b, 0) / pairs.length
        expect(mean && toNumber(mean)).toBeCloseTo(expected, 12)
      }),
    )
  })

  it('reproduces published tables', () => {
    for (const { counts, reported_percent } of hue.criteria)
      counts.forEach((count, i) => {
        expect(printed(count, 170, 1)).toBe(reported_percent[i])
      })
    for (const { counts, reported_percent } of [...hoaBinh.criteria, ...ratios.criteria])
      expect(printed(counts[0], counts[1], decimalsOf(reported_percent))).toBe(reported_percent)
  })

  it('of a difference is what a reader computes from the print', () => {
    expect(pointsBetween(91.25, 90.5)).toBe(0.75)
    expect(pointsBetween(81.4, 83.5)).toBe(-2.1)
  })
})

describe('Wilson interval', () => {
  it('has known values', () => {
    const at = (top: number, n: number) => {
      const { low, high } = wilson(top / n, n)
      return [low.toFixed(4), high.toFixed(4)]
    }
    // Newcombe 1998, table I, method 3.
    expect(at(81, 263)).toEqual(['0.2553', '0.3662'])
    expect(at(15, 148)).toEqual(['0.0624', '0.1605'])
    expect(at(0, 20)).toEqual(['0.0000', '0.1611'])
    expect(at(1, 29)).toEqual(['0.0061', '0.1718'])
  })

  it('contains the share, stays in 0..1 and shrinks with more answers', () => {
    fc.assert(
      fc.property(share, ([part, whole]) => {
        const p = part / whole
        const { low, high } = wilson(p, whole)
        expect(0 <= low && low <= p && p <= high && high <= 1).toBe(true)
        const more = wilson(p, whole * 4)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })
})

describe('samples', () => {
  it('need N / (1 + N e²), rounded up', () => {
    expect([200, 1000, 5000, 10_000_000].map(sampleSize)).toEqual([134, 286, 371, 400])
    expect(sampleSize(0)).toBe(0)
    expect(sampleProgress(5000, 214)).toEqual({ needed: 371, have: 214, missing: 157 })
    expect(sampleProgress(5000, 400).missing).toBe(0)
  })

  it('have a response rate that may pass 100', () => {
    expect(responseRate(9, 8)).toBe(112.5)
    expect(responseRate(0, 8)).toBe(0)
    expect(responseRate(3, 0)).toBeNull()
  })

  it('bound the rate of everybody', () => {
    expect(bounds(90, 100, 200)).toEqual({ low: 45, high: 95 })
    expect(bounds(90, 100, 100)).toEqual({ low: 90, high: 90 })
    expect(bounds(90, 100, 99)).toBeNull()
    expect(bounds(0, 0, 0)).toBeNull()
  })

  it('of a list are worth more answers, unless there are more answers than dossiers', () => {
    expect(finiteSize(100, 100, null)).toBe(100)
    expect(finiteSize(100, 100, 200)).toBe(200)
    expect(finiteSize(100, 200, 200)).toBe(100)
    expect(finiteSize(100, 201, 200)).toBe(100)
  })

  it('meet a target with its own sign', () => {
    expect(meets(87, { operator: '>', hundredths: 8700 })).toBe(false)
    expect(meets(87.01, { operator: '>', hundredths: 8700 })).toBe(true)
    expect(meets(91, { operator: '>=', hundredths: 9100 })).toBe(true)
    expect(meets(90.99, { operator: '>=', hundredths: 9100 })).toBe(false)
  })
})
