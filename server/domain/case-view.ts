import type { CaseCounts } from './case-identity'
import type { CaseIndicators, Share } from './case-indicators'
import type { CaseKind } from './case-words'
import type { Target } from './sampling'
import { hiddenBelow } from './suppression'

/** The page of figures as data; everything on it is final. */
export type CaseView = {
  office: string
  /** Names of offices whose work it goes on with. */
  merged: string[]
  /** YYYY-MM-DD, both included; `goesOn`: the last one is not over. */
  days: { from: string; to: string; goesOn: boolean }
  balanced: boolean
  counts: CaseCounts
  found: CaseIndicators
  /** 766/QĐ-TTg, 5.4; null while its numbers are not entered. */
  dossiers: Share | null
  targets: { answered: Target | null; onTime: Target | null; published: Target | null }
  /** Offices with petitions in the period; empty when the scope is a single one. */
  offices: { code: string; name: string; total: number; onTime: Share; overdue: number; median: number | null }[]
  /** The twelve months that end with the period. */
  months: { month: string; new: number; handled: number }[]
  /** Answers by the working days that they took. */
  handling: { upTo: number | null; count: number }[]
  /** What is no petition, counted apart; kinds that did not occur are missing. */
  others: OtherKind[]
  restricted: RestrictedCount
}

export type OtherKind = { kind: CaseKind; new: number; handled: number; inProgress: number }

/**
 * How many restricted cases came in: exactly for who may see them; for others only under 5, or about how many, so that
 * nobody learns from two pages that there is one more at a certain office.
 */
export type RestrictedCount = { kind: 'none' } | { kind: 'few' } | { kind: 'about'; count: number }

/** What somebody may know of a number of restricted cases who may not see them. */
export function vague(count: number): RestrictedCount {
  if (count < hiddenBelow) return { kind: 'few' }
  return { kind: 'about', count: Math.round(count / hiddenBelow) * hiddenBelow }
}

/** Upper bounds in working days of the classes of handling time; the last class has none. */
const bounds = [2, 5, 10, 15, null] as const

/** How many answers took how long. */
export function handlingClasses(days: readonly (number | null)[]): CaseView['handling'] {
  const known = days.filter((one) => one !== null)
  return bounds.map((upTo, i) => {
    const above = bounds[i - 1] ?? -1
    return { upTo, count: known.filter((one) => one > above && (upTo === null || one <= upTo)).length }
  })
}
