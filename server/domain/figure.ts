import { dividedBy, type Fraction, fraction, roundHalfUp, toNumber } from './fraction'
import { percent, percentOfBound } from './percent'
import type { Interval } from './statistics'
import { type Reliability, reliabilityOf } from './suppression'

/** Why a figure is missing or weak: nobody was asked, nobody answered, or as its reliability says. */
export type FigureState = 'not-asked' | 'no-answers' | Reliability

/** A rate with all that must stand beside it. Percentages are final: half-up to two decimals, null without answers. */
export type Figure = {
  kind: 'criterion' | 'dimension' | 'overall'
  /** `1.1`, `1`, `overall`. */
  key: string
  /** People the criterion applied to (level, no opinion or blank); combined: the smallest of the criteria used. */
  asked: number
  /** People who gave a level; combined: the smallest of the criteria used. */
  answered: number
  /** Answers per level, lowest first; combined: sums over the criteria used. */
  counts: number[]
  na: number
  blank: number
  /** Answers on satisfied levels. */
  satisfied: number
  /** Criteria that enter the rate, of those that belong to it ("23/24"). */
  used: number
  of: number
  rate: number | null
  /** 95 % interval of the rate. */
  low: number | null
  high: number | null
  /** Converted mean: the mean level as percent of the highest. Not a share of people. */
  mean: number | null
  /** The mean level itself, such as 4.21 of 5. */
  meanLevel: number | null
  reliability: Reliability
  state: FigureState
}

/** What is counted for a criterion or for several together. */
export type Tallied = Pick<Figure, 'asked' | 'answered' | 'counts' | 'na' | 'blank' | 'satisfied' | 'used' | 'of'>

/** A criterion's counts with its exact rate and mean level, before any rounding. */
export type Measured = {
  key: string
  index: number
  dimension: string
  tallied: Tallied
  rate: Fraction | null
  level: Fraction | null
}

/** Reads one element of `Counts.items`: levels lowest first, then no opinion, then blank. */
export function measure(
  at: { key: string; index: number; dimension: string },
  item: readonly number[],
  satisfied: readonly boolean[],
): Measured {
  const counts = item.slice(0, satisfied.length)
  const [na = 0, blank = 0] = item.slice(satisfied.length)
  const answered = sum(counts)
  const pleased = sum(counts.filter((_, level) => satisfied[level]))
  const tallied = { asked: answered + na + blank, answered, counts, na, blank, satisfied: pleased, used: 1, of: 1 }
  const levels = sum(counts.map((count, level) => count * (level + 1)))
  return { ...at, tallied, rate: fraction(pleased, answered), level: fraction(levels, answered) }
}

/** The criteria used taken together: the smallest numbers of people, the sums of answers. */
export function together(used: readonly Measured[], of: number, levels: number): Tallied {
  const all = used.map((m) => m.tallied)
  const smallest = (pick: (t: Tallied) => number) => (all.length > 0 ? Math.min(...all.map(pick)) : 0)
  return {
    asked: smallest((t) => t.asked),
    answered: smallest((t) => t.answered),
    counts: Array.from({ length: levels }, (_, level) => sum(all.map((t) => t.counts[level] ?? 0))),
    na: sum(all.map((t) => t.na)),
    blank: sum(all.map((t) => t.blank)),
    satisfied: sum(all.map((t) => t.satisfied)),
    used: used.length,
    of,
  }
}

/**
 * Rounds, once and for good. `interval` is given when there is a rate; `asked` and `answered`: whether anybody was
 * asked, or answered, any criterion that belongs to it.
 */
export function figure(
  name: Pick<Figure, 'kind' | 'key'>,
  tallied: Tallied,
  exact: { rate: Fraction | null; level: Fraction | null; interval: Interval | null },
  state: { minimum: number; asked: boolean; answered: boolean; hidden?: boolean },
): Figure {
  const { rate, level, interval } = exact
  const reliability = state.hidden ? 'hidden' : reliabilityOf(tallied.answered, state.minimum)
  return {
    ...name,
    ...tallied,
    rate: percent(rate),
    low: interval && percentOfBound(interval.low),
    high: interval && percentOfBound(interval.high),
    mean: level && percent(dividedBy(level, tallied.counts.length)),
    meanLevel: level && roundHalfUp(level, 2),
    reliability,
    state: state.answered ? reliability : state.asked ? 'no-answers' : 'not-asked',
  }
}

/** A share as a float, for the formulas with roots. */
export function asNumber(share: Fraction | null): number {
  return share ? toNumber(share) : 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
