import type { Figure } from './figure'
import { pointsBetween } from './percent'
import { meets, type Target } from './sampling'
import { twoSided, wilsonSize } from './statistics'

/** A difference of two rates in percentage points, and whether it is more than chance among those judged with it. */
export type Difference = { points: number; distinct: boolean }

type Rated = Pick<Figure, 'rate' | 'low' | 'high' | 'state'>

/** How far `now` lies above `before`, judged alone. Null when either rate is missing or may not be shown. */
export function compareRates(now: Rated, before: Rated): Difference | null {
  return compareAll([now], before)[0] ?? null
}

/**
 * How far each rate lies above `other`, judged together: the more differences a table shows, the more of them look real
 * by chance. Null where either rate is missing or may not be shown; such a one is not judged.
 */
export function compareAll(rates: readonly (Rated | null)[], other: Rated): (Difference | null)[] {
  const tests = rates.map((rate) => rate && testOf(rate, other))
  const judged = discoveries(tests.flatMap((test) => test?.p ?? []))
  return tests.map((test) => test && { points: test.points, distinct: judged.shift() ?? false })
}

/** The two-sided test of two rates with their common share, on as many answers as their intervals are worth. */
function testOf(now: Rated, before: Rated): { points: number; p: number } | null {
  if (!isShown(now) || !isShown(before) || now.rate === null || before.rate === null) return null
  const sizes = [sizeOf(now), sizeOf(before)] as const
  if (sizes[0] === null || sizes[1] === null) return null
  const common = (now.rate * sizes[0] + before.rate * sizes[1]) / (sizes[0] + sizes[1]) / 100
  const spread = Math.sqrt(common * (1 - common) * (1 / sizes[0] + 1 / sizes[1]))
  const points = pointsBetween(now.rate, before.rate)
  return { points, p: points === 0 ? 1 : twoSided(points / 100 / spread) }
}

/** Independent answers behind a rate, from the end of its interval that lies nearer to one half. */
function sizeOf({ rate, low, high }: Rated): number | null {
  const end = rate !== null && rate < 50 ? high : low
  return rate === null || end === null ? null : wilsonSize(rate / 100, end / 100)
}

/**
 * Which of several two-sided tests count as discoveries when at most `rate` of these may be false on average: with the
 * p-values sorted, all up to the last with p(i) ≤ rate × i / m (Benjamini & Hochberg 1995, J. R. Stat. Soc. B 57, 289–300).
 */
export function discoveries(ps: readonly number[], rate = 0.05): boolean[] {
  const sorted = [...ps].sort((a, b) => a - b)
  const last = sorted.findLast((p, i) => p <= (rate * (i + 1)) / sorted.length) ?? -1
  return ps.map((p) => p <= last)
}

/** Whether a rate may be printed at all: somebody answered, and enough people did. */
export function isShown(figure: Pick<Figure, 'state'>): boolean {
  return figure.state === 'ok' || figure.state === 'low'
}

export type Verdict = 'above' | 'equal' | 'below'

/**
 * Where a printed rate stands to a target. Equal is met by "at least 90 %" and not by "over 90 %".
 * @param rate percent with two decimals
 */
export function judge(rate: number, target: Target): { verdict: Verdict; met: boolean; points: number } {
  const distance = Math.round(rate * 100) - target.hundredths
  const verdict = distance > 0 ? 'above' : distance < 0 ? 'below' : 'equal'
  return {
    verdict,
    met: meets(rate, target),
    points: Math.abs(distance) / 100,
  }
}
