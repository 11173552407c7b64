import { fraction } from './fraction'
import { percent, percentOf } from './percent'
import { sampleSize } from './sample-size'

/** "Cần 371, đã có 214, còn thiếu 157". */
export type SampleProgress = { needed: number; have: number; missing: number }

export function sampleProgress(population: number, have: number): SampleProgress {
  return progressTo(sampleSize(population), have)
}

/** The same for a target that was set otherwise. What is collected beyond it is never refused (SIPAS §6). */
export function progressTo(needed: number, have: number): SampleProgress {
  return { needed, have, missing: Math.max(0, needed - have) }
}

/** How many there will be after all days when every day brings as many as the days so far; null before the first day. */
export function expectedAtPace(have: number, daysSoFar: number, daysInAll: number): number | null {
  if (daysSoFar <= 0 || daysInAll <= 0) return null
  return Math.round((have * daysInAll) / Math.min(daysSoFar, daysInAll))
}

/** Valid responses per dossier in percent; over 100 stays over 100. Null without dossiers. */
export function responseRate(valid: number, dossiers: number): number | null {
  return percentOf(valid, dossiers)
}

/**
 * Where the rate of all `population` people must lie: at worst everybody who did not answer is dissatisfied, at best
 * satisfied. Percent; null when there are no people, or fewer than answers.
 */
export function bounds(satisfied: number, answered: number, population: number): { low: number; high: number } | null {
  if (population < answered) return null
  const low = percent(fraction(satisfied, population))
  const high = percent(fraction(satisfied + population - answered, population))
  return low === null || high === null ? null : { low, high }
}

/** A target of a plan: `>` is "trên 87 %", strictly more. `hundredths` of a percent: 87 % is 8700. */
export type Target = { operator: '>=' | '>'; hundredths: number }

/** Whether a printed percentage meets a target, so that the reader of a table comes to the same answer. */
export function meets(rate: number, { operator, hundredths }: Target): boolean {
  const printed = Math.round(rate * 100)
  return operator === '>' ? printed > hundredths : printed >= hundredths
}
