import { addWorkingDays, type Calendar } from './calendar'
import { isPublishable } from './case-public'
import {
  type CaseState,
  isOpen,
  type PublicationPlace,
  publicationPlaces,
  type Rating,
  type RefusalGround,
} from './case-words'
import type { DeadlineRules } from './deadline-policy'
import { clockDueOn, publishDueOn } from './deadlines'
import type { CaseEvent, CaseFacts } from './feedback-case'

/**
 * What happened to a case, as far as it concerns its sender. Instants are ISO UTC, days YYYY-MM-DD in UTC+7; `to`: the
 * name of an office; `told`: what the sender was told, as sent. No person of the staff and no note has a place here.
 */
export type DoneStep =
  | { kind: 'received'; at: string; sentAt: string }
  | { kind: 'accepted' | 'taken-up' | 'withdrawn' | 'published'; at: string }
  | { kind: 'forwarded' | 'forwarded-outside' | 'returned'; at: string; to: string; told: string }
  | { kind: 'refused'; at: string; ground: RefusalGround; text: string; door: string }
  | { kind: 'asked'; at: string; text: string; untilOn: string }
  | { kind: 'supplemented'; at: string; no: number; text: string }
  | { kind: 'extended'; at: string; dueOn: string | null; told: string }
  | { kind: 'answered'; at: string; no: number; dueOn: string | null; late: boolean }
  | { kind: 'rated'; at: string; rating: Rating }
  | { kind: 'reopened'; at: string; text: string }
  | { kind: 'merged'; at: string; code: string; told: string }
  | { kind: 'split'; at: string; told: string }
  | { kind: 'placed'; at: string; place: PublicationPlace; link: string; on: string }
  | { kind: 'unpublished'; at: string; reason: string }

/** What goes on now. `by`: the last day for it; null where the sender is waited for. */
export type CurrentStep = { kind: 'classifying' | 'working' | 'waiting'; since: string; by: string | null }
/** What comes. `by`: the latest day; null while the clock stands. */
export type ComingStep = { kind: 'answer' | 'publish'; by: string | null }

export type Timeline = { done: DoneStep[]; now: CurrentStep | null; coming: ComingStep[] }

/** Names of offices by their codes. */
export type OfficeNames = ReadonlyMap<string, string>
/** When a case was sent and arrived. */
export type Arrival = Pick<CaseFacts, 'sentAt' | 'receivedAt'>

/** What has happened, oldest first, out of everything that is kept of a case. */
export function doneSteps(arrival: Arrival, events: readonly CaseEvent[], names: OfficeNames): DoneStep[] {
  return events.flatMap((event, i): DoneStep[] => {
    const accepted = isAccepted(events[i - 1]?.state, event) ? [{ kind: 'accepted', at: event.at } as const] : []
    const step = isTakenOff(event, events.slice(i + 1)) ? null : stepOf(arrival, event, names)
    return step ? [...accepted, step] : accepted
  })
}

/** A place of publication that was entered wrongly. */
function isTakenOff(event: CaseEvent, later: readonly CaseEvent[]): boolean {
  if (event.kind !== 'place') return false
  const { place, link, on } = event.data
  return later.some(
    ({ kind, data }) => kind === 'unplace' && data.place === place && data.link === link && data.on === on,
  )
}

/** The office has begun to work on it, by whatever deed. */
function isAccepted(before: CaseState | undefined, { state, kind }: CaseEvent): boolean {
  const atWork = state === 'in-progress' || state === 'awaiting-approval'
  return before === 'new' && atWork && kind !== 'correct'
}

function stepOf({ sentAt, receivedAt }: Arrival, event: CaseEvent, names: OfficeNames): DoneStep | null {
  const { at, told } = event
  switch (event.kind) {
    case 'open':
      return { kind: 'received', at: receivedAt, sentAt }
    case 'forward':
      return { kind: 'forwarded', at, to: names.get(event.data.to) ?? '', told }
    case 'forward-outside':
      return { kind: 'forwarded-outside', at, to: event.data.to, told }
    case 'return':
      return { kind: 'returned', at, to: names.get(event.data.to) ?? '', told }
    case 'return-outside':
      return { kind: 'returned', at, to: event.data.to, told }
    case 'refuse':
      return { kind: 'refused', at, ...event.data }
    case 'ask-sender':
      return { kind: 'asked', at, text: event.data.text, untilOn: event.data.untilOn }
    case 'supplement':
      return { kind: 'supplemented', at, no: event.no, text: event.data.text }
    case 'approve-extension':
      return { kind: 'extended', at, dueOn: event.data.dueOn, told }
    case 'answer':
      return { kind: 'answered', at, no: event.data.answerNo, dueOn: event.data.dueOn, late: event.data.late }
    case 'rate':
      return { kind: 'rated', at, rating: event.data.rating }
    case 'reopen':
      return { kind: 'reopened', at, text: event.data.text }
    case 'withdraw':
      return { kind: 'withdrawn', at }
    case 'merge':
      return { kind: 'merged', at, code: event.data.intoCode, told }
    case 'split':
      return { kind: 'split', at, told }
    case 'correct':
      return { kind: 'taken-up', at }
    case 'publish':
      return { kind: 'published', at }
    case 'unpublish':
      return { kind: 'unpublished', at, reason: event.data.reason }
    case 'place':
      return { kind: 'placed', at, place: placeOf(event.data.place), link: event.data.link, on: event.data.on }
    default:
      return null
  }
}

const placeOf = (text: string): PublicationPlace => publicationPlaces.find((place) => place === text) ?? 'other'

type Clock = { calendar: Calendar; rules: DeadlineRules }

/** What goes on now and what comes, with the latest days. `dueOn`: of the answer; null: none promised, or not yet. */
export function comingSteps(
  facts: CaseFacts,
  events: readonly CaseEvent[],
  { calendar, rules }: Clock,
  dueOn: string | null,
): Pick<Timeline, 'now' | 'coming'> {
  const { state, clock, answeredAt } = facts
  if (state === 'awaiting-publication' && answeredAt)
    return { now: null, coming: [{ kind: 'publish', by: publishDueOn(calendar, rules, answeredAt) }] }
  if (!isOpen(state)) return { now: null, coming: [] }
  const publish = dueOn === null ? null : addWorkingDays(calendar, dueOn, rules.publish)
  const coming: ComingStep[] = [{ kind: 'answer', by: dueOn }]
  if (isPublishable(facts)) coming.push({ kind: 'publish', by: publish })
  const since = sinceWhen(events)
  if (state === 'new')
    return { now: { kind: 'classifying', since, by: clockDueOn(calendar, rules, clock, 'classify') }, coming }
  return { now: { kind: state === 'awaiting-sender' ? 'waiting' : 'working', since, by: dueOn }, coming }
}

/** When the state that shows began. */
function sinceWhen(events: readonly CaseEvent[]): string {
  const shown = (state: CaseState | undefined) => (state === 'awaiting-approval' ? 'in-progress' : state)
  const last = shown(events.at(-1)?.state)
  let since = ''
  for (const event of [...events].reverse()) {
    if (shown(event.state) !== last) break
    since = event.at
  }
  return since
}
