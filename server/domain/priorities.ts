import { discoveries } from './comparison'
import type { Figure } from './figure'
import { type Fraction, fraction, roundHalfUp } from './fraction'
import { meets, type Target } from './sampling'
import type { Satisfaction } from './satisfaction'
import { twoSided } from './statistics'

/** A criterion worth mending first, and what it could bring. */
export type Priority = {
  figure: Figure
  dimension: string
  /**
   * Percentage points by which the overall rate rises at most when this criterion alone reaches the target; two
   * decimals. Null without a target.
   */
  gain: number | null
  /** Below the target by more than chance, among all criteria that are judged: more answers would hardly change it. */
  certain: boolean
}

type Candidate = { figure: Figure; dimension: string; gain: Fraction | null }

/**
 * The criteria to mend first, largest gain first: gain = (target − rate) × the weight of the criterion in the overall
 * rate (1 / number of criteria under the default rule). Only criteria with a reliable number of answers and below the
 * target; without a target the lowest rates.
 */
export function findPriorities(satisfaction: Satisfaction, target: Target | null, count = 3): Priority[] {
  const reliable = satisfaction.dimensions
    .flatMap((d) =>
      d.criteria.map((figure) => ({ figure, dimension: d.key, weight: weightOf(satisfaction, d, figure) })),
    )
    .filter(({ figure }) => figure.state === 'ok')
  const apart = target
    ? surelyApart(
        reliable.map(({ figure }) => figure),
        target,
      )
    : new Set<Figure>()
  return reliable
    .filter(({ figure }) => !reaches(figure, target))
    .map(({ weight, ...rest }) => ({ ...rest, gain: target && gainOf(rest.figure, target, weight) }))
    .sort(target ? byGain : byRate)
    .slice(0, count)
    .map(({ figure, dimension, gain }) => {
      return { figure, dimension, gain: gain && roundHalfUp(gain, 2), certain: apart.has(figure) }
    })
}

/** The criteria whose rates differ from the target by more than chance, judged together (score test, as in Wilson). */
function surelyApart(figures: readonly Figure[], { hundredths }: Target): Set<Figure> {
  const share = hundredths / 10_000
  const ps = figures.map(({ satisfied, answered }) =>
    twoSided((satisfied / answered - share) / Math.sqrt((share * (1 - share)) / answered)),
  )
  const found = discoveries(ps)
  return new Set(figures.filter((_, i) => found[i]))
}

function reaches({ rate }: Figure, target: Target | null): boolean {
  return target !== null && rate !== null && meets(rate, target)
}

/** How much of the overall rate this criterion is: 1 / `of` under both means, its share of the answers when pooled. */
function weightOf({ rule, overall, dimensions }: Satisfaction, dimension: Figure, figure: Figure): Fraction | null {
  if (rule === 'mean-of-criteria') return fraction(1, overall.used)
  if (rule === 'pooled') return fraction(figure.answered, sum(overall.counts))
  return fraction(1, dimensions.filter((d) => d.used > 0).length * dimension.used)
}

/** In percentage points: (target − satisfied / answered) × weight. */
function gainOf({ satisfied, answered }: Figure, target: Target, weight: Fraction | null): Fraction | null {
  if (!weight) return null
  const missing = BigInt(target.hundredths) * BigInt(answered) - BigInt(satisfied) * 10_000n
  return { top: missing * weight.top, bottom: 100n * BigInt(answered) * weight.bottom }
}

function byGain(a: Candidate, b: Candidate): number {
  if (!a.gain || !b.gain) return 0
  const difference = b.gain.top * a.gain.bottom - a.gain.top * b.gain.bottom
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

const byRate = (a: Candidate, b: Candidate) => (a.figure.rate ?? 0) - (b.figure.rate ?? 0)
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
