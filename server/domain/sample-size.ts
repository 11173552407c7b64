/** Margin of the sample size formula of the plans: e = 5 %. */
const marginPercent = 5

/**
 * Answers needed of `population` dossiers: N / (1 + N·e²) rounded up, e = 5 % (200 → 134, 1.000 → 286, never above 400).
 * Whole numbers below 2⁵³ throughout, and no quotient comes as near to the next whole number as rounding could carry it;
 * without BigInt, because the browser shows it while numbers are typed.
 */
export function sampleSize(population: number): number {
  const bottom = 10_000 + population * marginPercent * marginPercent
  return Math.ceil((population * 10_000) / bottom)
}
