import { closePauses, startClock } from './case-moves'
import type { DeadlineRules } from './deadline-policy'
import type { ClockFacts } from './deadlines'
import type { CaseEvent, CaseEventKind } from './feedback-case'
import { dayOf } from './period'

/** What figures read of an event. */
export type RecordedEvent = { [K in CaseEventKind]: Recorded<Extract<CaseEvent, { kind: K }>> }[CaseEventKind]
type Recorded<E extends CaseEvent> = Pick<E, 'kind' | 'at' | 'officeCode' | 'data'>

/** A case as figures know it: what never changes, and everything that happened, oldest first. Instants ISO UTC. */
export type RecordedCase = {
  id: string
  sentAt: string
  receivedAt: string
  events: readonly RecordedEvent[]
}

/** The rules under which an office takes a case over on a day (YYYY-MM-DD), or of a policy that the case brought along. */
export type RulesFor = (officeCode: string, day: string, policyId?: string) => DeadlineRules

export type ClockThen = { clock: ClockFacts; rules: DeadlineRules; officeCode: string }

/**
 * The clock of a case as it was at an instant, from what had happened before it: the same that `decide` had stored then.
 * @param until ISO UTC, itself not included
 */
export function clockAt(recorded: RecordedCase, until: string, rulesFor: RulesFor): ClockThen {
  let then = clockAtOpening(recorded, rulesFor)
  for (const event of recorded.events) {
    if (event.at >= until) break
    then = clockAfter(then, event, rulesFor)
  }
  return then
}

function clockAtOpening({ sentAt, receivedAt, events: [opened] }: RecordedCase, rulesFor: RulesFor): ClockThen {
  const officeCode = opened?.officeCode ?? ''
  const part = opened?.kind === 'open' ? opened.data.part : undefined
  const own = { startedAt: sentAt, receivedAt, pauses: [], extraDays: 0, superiorDueOn: null }
  const policyId = opened?.kind === 'open' ? (opened.data.policyId ?? part?.policyId) : undefined
  const rules = rulesFor(officeCode, dayOf(new Date(opened?.at ?? receivedAt)), policyId)
  return { clock: part?.clock ?? own, rules, officeCode }
}

function clockAfter(then: ClockThen, event: RecordedEvent, rulesFor: RulesFor): ClockThen {
  const { clock, rules } = then
  const { at } = event
  const next = (change: Partial<ClockFacts>) => ({ ...then, clock: { ...clock, ...change } })
  switch (event.kind) {
    case 'forward':
    case 'return':
      return {
        clock: startClock(at, clock.superiorDueOn),
        rules: rulesFor(event.data.to, dayOf(new Date(at)), event.data.policyId),
        officeCode: event.data.to,
      }
    case 'reopen':
      return next(startClock(at, null))
    case 'ask-sender':
      return next({ pauses: [...clock.pauses, { from: at, to: null }] })
    case 'supplement':
      return next({ ...closePauses(clock, at), ...(rules.supplementRestarts && { startedAt: at }) })
    case 'set-superior':
      return next({ superiorDueOn: event.data.dueOn })
    case 'approve-extension':
      return next({ extraDays: clock.extraDays + event.data.days })
    case 'refuse':
    case 'forward-outside':
    case 'return-outside':
    case 'withdraw':
    case 'merge':
    case 'split':
      return next(closePauses(clock, at))
    default:
      return then
  }
}
