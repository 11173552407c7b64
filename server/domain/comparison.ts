import type { Figure } from './figure'
import { pointsBetween } from './percent'
import { meets, type Target } from './sampling'

/** A difference of two rates in percentage points, and whether their intervals lie apart. */
export type Difference = { points: number; distinct: boolean }

type Rated = Pick<Figure, 'rate' | 'low' | 'high' | 'state'>

/** How far `now` lies above `before`. Null when either rate is missing or may not be shown. */
export function compareRates(now: Rated, before: Rated): Difference | null {
  if (!isShown(now) || !isShown(before)) return null
  const { rate, low, high } = now
  const other = before
  if (rate === null || low === null || high === null) return null
  if (other.rate === null || other.low === null || other.high === null) return null
  return { points: pointsBetween(rate, other.rate), distinct: low > other.high || high < other.low }
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
