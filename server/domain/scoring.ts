import { z } from 'zod'
import { type Fraction, fraction, roundHalfUp } from './fraction'

/** Shares that may be scored; `dossiers` needs figures that are not kept here. */
export const scoredMetrics = ['handled', 'on-time', 'satisfied', 'published', 'dossiers'] as const
const hundredths = z.int().min(0).max(10_000)
const points = z.number().min(0).max(100)
const named = {
  metric: z.enum(scoredMetrics),
  source: z.string().max(500),
}
/**
 * How a share becomes points, as data that an office edits: formulas of the PAR Index differ by province and year.
 * `step`: the points of the highest threshold that is reached. `linear`: the share of `maximum` that the rate is of
 * `full`, so that 72 % of a full 90 % is 0,8 of the maximum. Percentages in hundredths: 90 % is 9000.
 */
const ruleSchema = z.discriminatedUnion('form', [
  z.strictObject({
    ...named,
    form: z.literal('step'),
    /** Without any case: these points, never those of 0 %. */
    whenNone: points,
    steps: z
      .array(z.strictObject({ from: hundredths, points }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ ...named, form: z.literal('linear'), whenNone: points, full: hundredths.min(1), maximum: points }),
])
export const scoringSchema = z.array(ruleSchema).max(20)

export type ScoringRule = z.infer<typeof ruleSchema>
export type ScoredMetric = ScoringRule['metric']

/** Points for a share of whole numbers, with two decimals; nothing to divide by gives what the rule says of that. */
export function score(rule: ScoringRule, { part, of }: { part: number; of: number }): number {
  const rate = fraction(part, of)
  if (!rate) return rule.whenNone
  return rule.form === 'step' ? stepPoints(rule.steps, rate) : linearPoints(rule, rate)
}

const reaches = ({ top, bottom }: Fraction, from: number) => top * 10_000n >= BigInt(from) * bottom

function stepPoints(steps: readonly { from: number; points: number }[], rate: Fraction): number {
  const reached = steps.filter(({ from }) => reaches(rate, from)).sort((a, b) => b.from - a.from)
  return reached[0]?.points ?? 0
}

function linearPoints({ full, maximum }: { full: number; maximum: number }, rate: Fraction): number {
  if (reaches(rate, full)) return maximum
  const of = BigInt(Math.round(maximum * 100))
  return roundHalfUp({ top: rate.top * 10_000n * of, bottom: rate.bottom * BigInt(full) * 100n }, 2)
}
