import { readCalendar } from '../../db/calendar'
import type { FeedbackCase } from '../../db/cases'
import { getPolicy } from '../../db/deadline-policies'
import type { Db } from '../../db/schema'
import type { CaseMoment } from '../domain/case-actions'
import { dayOf } from '../domain/period'

/** What `decide` is told about now: the calendar of the office that owns the case, and the rules it was opened under. */
export async function momentOf(
  db: Db,
  { officeCode, policyId }: Pick<FeedbackCase, 'officeCode' | 'policyId'>,
  now: Date,
): Promise<CaseMoment> {
  const [calendar, policy] = await Promise.all([readCalendar(db, officeCode), getPolicy(db, policyId)])
  return { now: now.toISOString(), today: dayOf(now), calendar, rules: policy.rules }
}
