import { min, range } from 'd3-array'
import { scaleLinear } from 'd3-scale'

/** A stretch of the percent scale that several marks share; `ticks` are its grid lines, at most five. */
export type Axis = { low: number; high: number; ticks: number[] }

/** Grid steps in percent; the coarsest, 25, always gives five lines from 0 to 100. */
const steps = [5, 10, 20, 25]

/**
 * The axis of intervals: 70 to 100, widened downwards by whole tens when a value lies lower.
 * @param values rates, ends of intervals and targets in percent; nulls are left out
 */
export function intervalAxis(values: readonly (number | null)[]): Axis {
  const lowest = min(known(values)) ?? 70
  return axisFrom(Math.min(70, Math.floor(lowest / 10) * 10))
}

/** The axis of a trend: from the whole step below the lowest value up to 100, with at most five grid lines. */
export function trendAxis(values: readonly (number | null)[]): Axis {
  return axisFrom(min(known(values)) ?? 70)
}

function axisFrom(lowest: number): Axis {
  const step = steps.find((size) => 100 - Math.floor(lowest / size) * size <= 4 * size) ?? 25
  const low = Math.floor(Math.min(lowest, 100 - step) / step) * step
  return { low, high: 100, ticks: range(low, 100 + step / 2, step) }
}

/** Where a value stands on the axis, in percent of its length from the left; values outside stand at the end. */
export function placeOn(axis: Axis): (value: number) => number {
  const scale = scaleLinear([axis.low, axis.high], [0, 100]).clamp(true)
  return (value) => Math.round(scale(value) * 100) / 100
}

const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null)
