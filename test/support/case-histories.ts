import fc from 'fast-check'
import { decide, possibleDeeds } from '../../server/domain/case-actions'
import type { RulesFor } from '../../server/domain/case-clock'
import { type CaseDeed, caseDeeds } from '../../server/domain/case-deeds'
import type { Deadlines, FiguredCase } from '../../server/domain/case-figures'
import { previousOffice } from '../../server/domain/case-history'
import type { CaseAction } from '../../server/domain/case-moves'
import { caseKinds, contentGroups, ratings } from '../../server/domain/case-words'
import type { ClockFacts } from '../../server/domain/deadlines'
import type { CaseEvent, CaseFacts, NewCaseEvent } from '../../server/domain/feedback-case'
import { dayOf } from '../../server/domain/period'
import { factsOf, momentAt, person, sender, usual } from './case-facts'

/** Four offices; A with A1 and A2 is what scopes are cut from. */
export const historyOffices = ['A', 'A1', 'A2', 'B'] as const
export type History = FiguredCase & {
  /** The clock that `decide` had stored after each event. */
  clocks: { at: string; clock: ClockFacts }[]
  facts: CaseFacts
}

type Step = { pick: number; hours: number; who: 'sender' | 'a' | 'b'; value: number; on: boolean }
type Plan = { office: number; came: number; keyedIn: number; steps: Step[]; isPart: boolean }

const step = fc.record<Step>({
  pick: fc.nat(9999),
  hours: fc.integer({ min: 0, max: 240 }),
  who: fc.constantFrom('sender', 'a', 'b', 'a'),
  value: fc.nat(99),
  on: fc.boolean(),
})
const plan = fc.record<Plan>({
  office: fc.nat(3),
  came: fc.integer({ min: 0, max: 24 * 200 }),
  keyedIn: fc.integer({ min: 0, max: 72 }),
  steps: fc.array(step, { maxLength: 25 }),
  isPart: fc.boolean(),
})
/** Cases from random deeds that `decide` has allowed, from January to the end of 2026. */
export const histories = fc.array(plan, { minLength: 1, maxLength: 8 }).map((plans) => linked(plans.map(played)))

const actors = { sender, a: person('approver', 'a'), b: person('approver', 'b') }
const momentOf = (hours: number, on: boolean) => {
  const { calendar, rules } = momentAt(0, 5)
  const at = new Date(Date.parse('2026-01-05T02:00:00Z') + hours * 3_600_000)
  return { now: at.toISOString(), today: dayOf(at), calendar, rules: { ...rules, supplementRestarts: on } }
}
/** Offices whose code is longer resume the clock after a supplement instead of restarting it. */
const restarts = (office: string) => office.length === 1
const officeAt = (index: number) => historyOffices[index % historyOffices.length] ?? 'A'

function played({ office, came, keyedIn, steps, isPart }: Plan, index: number): History {
  const officeCode = officeAt(office)
  const receivedAt = momentOf(came, true).now
  const id = `case-${index}`
  const begun = { startedAt: receivedAt, receivedAt, pauses: [], extraDays: 0, superiorDueOn: null }
  let facts = factsOf({ id, officeCode, receivedAt, sentAt: receivedAt, clock: begun, contentGroup: 'unclassified' })
  const { code, publishChoice, channel, kind } = facts
  let hours = came + keyedIn
  const split = isPart && index > 0 ? { splitFrom: `case-${index - 1}` } : {}
  const events: CaseEvent[] = []
  const clocks: History['clocks'] = []
  const keep = (happened: NewCaseEvent[], owner: string, by: string | null) => {
    for (const { kind, data } of happened)
      events.push({
        no: events.length + 1,
        kind,
        data,
        at: momentOf(hours, true).now,
        by,
        state: facts.state,
        officeCode: owner,
        told: '',
      } as CaseEvent)
    clocks.push({ at: momentOf(hours, true).now, clock: facts.clock })
  }
  keep(
    [{ kind: 'open', data: { officeCode, channel, kind, contentGroup: 'unclassified', field: 'Hộ tịch', ...split } }],
    officeCode,
    null,
  )
  for (const one of steps) {
    hours += one.hours + 1
    const deeds = possibleDeeds(facts, actors[one.who], caseDeeds)
    const deed = deeds[one.pick % deeds.length]
    if (!deed) continue
    const action = actionOf(deed, one, facts, events)
    const decided = decide(facts, action, actors[one.who], momentOf(hours, restarts(facts.officeCode)))
    if (!decided.ok) continue
    const owner = facts.officeCode
    facts = { ...facts, ...decided.change }
    keep(decided.events, owner, one.who === 'sender' ? null : one.who)
  }
  return { id, code, publishChoice, sentAt: receivedAt, receivedAt, events, clocks, facts }
}

function actionOf(deed: CaseDeed, { value, on }: Step, facts: CaseFacts, events: readonly CaseEvent[]): CaseAction {
  if (deed === 'classify')
    return {
      ...usual.classify,
      kind: value < 80 ? 'pakn' : (caseKinds[value % caseKinds.length] ?? 'pakn'),
      contentGroup: contentGroups[value % contentGroups.length] ?? 'both',
    }
  if (deed === 'forward') return { ...usual.forward, to: officeAt(value) }
  if (deed === 'return') return { ...usual.return, to: previousOffice(events) }
  if (deed === 'assign') return { ...usual.assign, assigneeId: on ? 'a' : null, department: on ? 'Một cửa' : 'Hộ tịch' }
  if (deed === 'rate') return { ...usual.rate, rating: ratings[value % ratings.length] ?? 'satisfied' }
  if (deed === 'merge') return { ...usual.merge, into: { ...facts, ...usual.merge.into, id: `case-${value % 8}` } }
  return usual[deed]
}

/** Nobody merges into what is not there yet. */
const isOpened = ({ events }: History, at: string) => (events[0]?.at ?? '') < at

/** Adds to each case that others were merged into what `storeDeed` writes there. */
function linked(all: History[]): History[] {
  return all.map((one) => {
    const into = all.flatMap(({ id, code, events }) =>
      events
        .filter(
          (event) => event.kind === 'merge' && event.data.into === one.id && id !== one.id && isOpened(one, event.at),
        )
        .map((event) => ({ ...event, kind: 'merge-in', data: { from: id, fromCode: code } }) as CaseEvent),
    )
    const events = [...one.events, ...into].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    return { ...one, events }
  })
}

const { calendar, rules } = momentAt(0, 5)
const rulesFor: RulesFor = (office) => ({ ...rules, supplementRestarts: restarts(office) })
export const historyDeadlines: Deadlines = { rulesFor, calendarFor: () => calendar }
