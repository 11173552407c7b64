/** An exact non-negative share: rates are kept as these until the one rounding at the end. `bottom` is above 0. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

/** `top / bottom` of two whole numbers; null when there is nothing to divide by. */
export function fraction(top: number, bottom: number): Fraction | null {
  return bottom > 0 ? { top: BigInt(top), bottom: BigInt(bottom) } : null
}

/** The unweighted mean of fractions; null of none. */
export function meanOf(parts: readonly Fraction[]): Fraction | null {
  const first = parts[0]
  if (!first) return null
  const total = parts.slice(1).reduce(add, first)
  return { top: total.top, bottom: total.bottom * BigInt(parts.length) }
}

function add(a: Fraction, b: Fraction): Fraction {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom }
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

function reduced(top: bigint, bottom: bigint): Fraction {
  let a = top
  let b = bottom
  while (b > 0n) [a, b] = [b, a % b]
  return { top: top / a, bottom: bottom / a }
}

/** The fraction divided by a whole number above 0. */
export function dividedBy(value: Fraction, divisor: number): Fraction {
  return { top: value.top, bottom: value.bottom * BigInt(divisor) }
}

/** Half-up to `decimals` places, in integers: 0.00575 with 4 places is 0.0058. */
export function roundHalfUp({ top, bottom }: Fraction, decimals: number): number {
  const scale = 10n ** BigInt(decimals)
  return Number((2n * top * scale + bottom) / (2n * bottom)) / 10 ** decimals
}

/** The nearest number a float can give, for formulas with roots; never for printing. */
export function toNumber({ top, bottom }: Fraction): number {
  const digits = 10n ** 20n
  return Number((top * digits) / bottom) / 1e20
}
