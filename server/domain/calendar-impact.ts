import type { Calendar } from './calendar'
import type { DeadlinePolicy } from './deadline-policy'
import { answerDueOn, type ClockFacts } from './deadlines'

/** An open case as far as its deadline goes. */
export type OpenClock = { code: string; officeCode: string; policyId: string; clock: ClockFacts }
/** A case whose answer becomes due on another day. */
export type DueMove = { code: string; officeCode: string; before: string; after: string }

/**
 * The cases whose due date another calendar moves, in the order they are given; clocks that stand have none.
 * @param before, after the calendar of an office, as it is and as it would be
 */
export function dueMoves(
  open: readonly OpenClock[],
  before: (officeCode: string) => Calendar,
  after: (officeCode: string) => Calendar,
  policies: ReadonlyMap<string, Pick<DeadlinePolicy, 'rules'>>,
): DueMove[] {
  return open.flatMap(({ code, officeCode, policyId, clock }) => {
    const rules = policies.get(policyId)?.rules
    if (!rules) return []
    const was = answerDueOn(before(officeCode), rules, clock)
    const becomes = answerDueOn(after(officeCode), rules, clock)
    return was && becomes && was !== becomes ? [{ code, officeCode, before: was, after: becomes }] : []
  })
}
