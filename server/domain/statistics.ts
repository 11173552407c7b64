import type { Pairs } from './counts'

/** Shares 0..1. */
export type Interval = { low: number; high: number }

/** The two-sided 95 % point of the normal distribution. */
const z = 1.959963984540054

/**
 * Wilson 95 % interval of a share `p` (0..1) seen on `n` answers; `n` may be an effective size and need not be whole.
 * It contains `p`, and touches 0 and 1 only when `p` does.
 */
export function wilson(p: number, n: number): Interval {
  const scale = 1 + (z * z) / n
  const centre = (p + (z * z) / (2 * n)) / scale
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale
  return { low: p === 0 ? 0 : Math.min(p, centre - half), high: p === 1 ? 1 : Math.max(p, centre + half) }
}

/**
 * The number of answers whose Wilson 95 % interval around `p` ends at `end` (shares, `end` beside `p`): the inverse of
 * `wilson`, as exact as `end` is.
 */
export function wilsonSize(p: number, end: number): number {
  return (z * z * end * (1 - end)) / (p - end) ** 2
}

/**
 * The chance of a normal deviation at least as far from 0 as `deviation` on either side (0..1), within 1.2e-7 of its
 * value: erfc by Chebyshev fitting (Press et al., Numerical Recipes, §6.2).
 */
export function twoSided(deviation: number): number {
  const x = Math.abs(deviation) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  return t * Math.exp(-x * x + fit.reduceRight((sum, coefficient) => sum * t + coefficient, 0))
}

const fit = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
]

/**
 * One criterion in a combined rate: its row in the co-occurrence counts, the share around which its answers vary,
 * and its weight divided by its number of answers.
 */
export type Term = { index: number; centre: number; weight: number }

/**
 * How many independent answers a combined rate `p` is worth: p(1−p)/v with v = Σz²/(n(n−1)), where Σz² is the quadratic
 * form Σ_k Σ_l w_k w_l (B_kl − p_l C_kl − p_k C_lk + p_k p_l A_kl) in the co-occurrence counts (SIPAS).
 * Null when nothing varies (v = 0): the caller takes the smallest number of answers.
 * @param n responses in the scope
 * @param criteria side of the square counts in `pairs`
 */
export function effectiveSize(
  p: number,
  n: number,
  terms: readonly Term[],
  pairs: Pairs,
  criteria: number,
): number | null {
  let form = 0
  for (const k of terms) for (const l of terms) form += k.weight * l.weight * covariation(k, l, pairs, criteria)
  const spread = p * (1 - p)
  // What is left of a true zero by rounding in floats, far below what one differing answer adds.
  if (n < 2 || spread === 0 || form * n < 1e-12) return null
  return (spread * (n - 1)) / (n * form)
}

function covariation(k: Term, l: Term, pairs: Pairs, criteria: number): number {
  const at = k.index * criteria + l.index
  const mirrored = l.index * criteria + k.index
  return (
    (pairs.satisfied[at] ?? 0) -
    l.centre * (pairs.mixed[at] ?? 0) -
    k.centre * (pairs.mixed[mirrored] ?? 0) +
    k.centre * l.centre * (pairs.both[at] ?? 0)
  )
}

/**
 * Effective size in a round drawn from a list of `listed` dossiers of which `valid` answered: n / (1 − f).
 * With f ≥ 1 there is no correction (SIPAS): the list and the answers do not belong together.
 */
export function finiteSize(size: number, valid: number, listed: number | null): number {
  return listed === null || valid >= listed ? size : size / (1 - valid / listed)
}
