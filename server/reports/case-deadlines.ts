import { readCalendars } from '../../db/calendar'
import { listPolicies, type StoredPolicy } from '../../db/deadline-policies'
import { listOffices, type Office } from '../../db/offices'
import type { Db } from '../../db/schema'
import type { Deadlines } from '../domain/case-figures'
import { defaultDeadlineRules } from '../domain/deadline-policy'

/** Calendars and rules of every office, read once. */
export async function readDeadlines(db: Db): Promise<Deadlines> {
  const [calendarFor, policies, offices] = await Promise.all([readCalendars(db), listPolicies(db), listOffices(db)])
  const ways = new Map<string, StoredPolicy[]>()
  const wayOf = (officeCode: string) => {
    const known = ways.get(officeCode) ?? nearestFirst(policies, offices, officeCode)
    ways.set(officeCode, known)
    return known
  }
  return {
    calendarFor,
    rulesFor(officeCode, day, policyId) {
      const brought = policyId !== undefined && policies.find(({ id }) => id === policyId)
      const found = brought || wayOf(officeCode).find(({ effectiveOn }) => effectiveOn <= day)
      return found ? found.rules : defaultDeadlineRules
    },
  }
}

/** The order in which policies are asked: of the office, of those above it, of all; in each the newest first. */
function nearestFirst(policies: readonly StoredPolicy[], offices: readonly Office[], officeCode: string) {
  const parents = new Map(offices.map(({ code, parentCode }) => [code, parentCode]))
  const way: (string | null)[] = []
  for (let code: string | null = officeCode; code !== null && !way.includes(code); code = parents.get(code) ?? null)
    way.push(code)
  return [...way, null].flatMap((code) => policies.filter((policy) => policy.officeCode === code))
}
