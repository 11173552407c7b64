import type { ByStanding, Counts } from './counts'
import { type Standing, standings, validStandings } from './standing'

export type InvalidStanding = Exclude<Standing, 'counted' | 'doubtful'>
export const invalidStandings = standings.filter((s): s is InvalidStanding => !validStandings.includes(s))

/** The chain printed in every report: phát ra → thu về → hợp lệ → không hợp lệ by reason. */
export type Validity = {
  /** Forms or codes handed out; null when nobody counted them. */
  issued: number | null
  collected: number
  valid: number
  /** Of the valid ones, those under doubt. */
  doubtful: number
  invalid: number
  reasons: Record<InvalidStanding, number>
}

/** `collected` is always `valid + invalid`, and `invalid` the sum of the reasons. */
export function validityOf(by: ByStanding<Counts>, issued: number | null = null): Validity {
  const n = (standing: Standing) => by[standing]?.n ?? 0
  const reasons = Object.fromEntries(invalidStandings.map((s) => [s, n(s)])) as Record<InvalidStanding, number>
  const invalid = invalidStandings.reduce((sum, s) => sum + n(s), 0)
  const valid = n('counted') + n('doubtful')
  return { issued, collected: valid + invalid, valid, doubtful: n('doubtful'), invalid, reasons }
}
