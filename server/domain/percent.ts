import { type Fraction, fraction, roundHalfUp } from './fraction'

/** A share as a percentage, half-up to two decimals; null stays null (nobody answered is never 0 %). */
export function percent(share: Fraction | null): number | null {
  return share && roundHalfUp({ top: share.top * 100n, bottom: share.bottom }, 2)
}

/** `part` of `whole`, two whole numbers, as a percentage with two decimals; null when `whole` is 0. */
export function percentOf(part: number, whole: number): number | null {
  return percent(fraction(part, whole))
}

/** A bound of an interval (share 0..1, a root, so never a tie) as a percentage with two decimals. */
export function percentOfBound(share: number): number {
  return Math.round(share * 10_000) / 100
}

/** Percentage points between two printed percentages: what a reader gets who subtracts them. */
export function pointsBetween(now: number, before: number): number {
  return (Math.round(now * 100) - Math.round(before * 100)) / 100
}
