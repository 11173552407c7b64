import { addWorkingDays } from './calendar'
import type { CaseMoment, Decided } from './case-actions'
import type { CaseDeed } from './case-deeds'
import { classOf, isRestrictedGround, kindOfGround } from './case-grounds'
import { isPublishable, restrictedBy, restrictionOf } from './case-public'
import {
  type CaseKind,
  type CaseState,
  type ContentGroup,
  type ContentType,
  isAnswered,
  isOpen,
  isRestrictedKind,
  type Rating,
  type RefusalGround,
} from './case-words'
import { answerDueOn, type ClockFacts, publishDueOn } from './deadlines'
import type { CaseChange, CaseFacts, NewCaseEvent } from './feedback-case'
import { addDays, dayOf, isDay } from './period'

/** What is asked of `decide`. Texts are clean and checked for length by whoever reads the form. */
export type CaseAction =
  | {
      deed: 'classify'
      kind: CaseKind
      contentType: ContentType | null
      contentGroup: ContentGroup
      field: string
      procedureCode: string | null
    }
  | { deed: 'assign'; assigneeId: string | null; department: string; note: string }
  | { deed: 'restrict'; restricted: boolean; reason: string }
  | { deed: 'refuse'; ground: RefusalGround; text: string; door: string }
  /** `isOpen`: the office takes cases today. */
  | { deed: 'forward'; to: string; isOpen: boolean; reason: string; told: string }
  | { deed: 'forward-outside'; to: string; address: string; reason: string; told: string }
  /** `to`: the office it came from; null when it came from none of this installation. */
  | { deed: 'return'; to: string | null; reason: string; told: string }
  | { deed: 'return-outside'; to: string; reason: string; told: string }
  | { deed: 'ask-sender'; text: string }
  | { deed: 'supplement'; text: string; files: number }
  | { deed: 'start'; note: string }
  | { deed: 'set-superior'; office: string; dueOn: string; document: string; wantsExplanation: boolean }
  | { deed: 'explain'; office: string; text: string }
  | { deed: 'note'; text: string }
  | { deed: 'ask-extension'; days: number; ground: string }
  | { deed: 'approve-extension'; told: string }
  | { deed: 'refuse-extension'; reason: string }
  | { deed: 'submit'; answerNo: number; text: string }
  | { deed: 'send-back'; answerNo: number; reason: string }
  | { deed: 'answer'; answerNo: number }
  | { deed: 'rate'; rating: Rating; text: string }
  | { deed: 'reopen'; text: string }
  | { deed: 'withdraw'; reason: string }
  | { deed: 'merge'; into: Pick<CaseFacts, 'id' | 'code' | 'state' | 'officeCode' | 'restricted'>; told: string }
  /** `hides`: a part is restricted, and the whole text says the same. */
  | { deed: 'split'; into: readonly string[]; told: string; hides?: boolean }
  | { deed: 'correct'; reason: string }
  | { deed: 'publish'; redactions: number }
  | { deed: 'unpublish'; reason: string }
  | { deed: 'place'; place: string; link: string; publishedOn: string }

/** Why a deed is refused; web/vi/cases says what to do about it. */
export const caseFaults = [
  'forbidden',
  'wrong-state',
  'not-yours',
  'text-missing',
  'reason-missing',
  'kind-restricted',
  'published-still',
  'door-missing',
  'office-closed',
  'same-office',
  'nowhere-to-return',
  'extension-off',
  'extension-too-long',
  'nothing-asked',
  'own-answer',
  'own-extension',
  'rated-already',
  'reopened-already',
  'reopen-too-late',
  'same-case',
  'target-closed',
  'target-restricted',
  'too-few-parts',
  'not-publishable',
  'day-wrong',
] as const
export type CaseFault = (typeof caseFaults)[number]

type Moment = CaseMoment & { by: string | null }
type Move<D extends CaseDeed> = (facts: CaseFacts, action: Extract<CaseAction, { deed: D }>, moment: Moment) => Decided

const fault = (error: CaseFault): Decided => ({ ok: false, error })
const done = (change: CaseChange, ...events: NewCaseEvent[]): Decided => ({ ok: true, change, events })
const isBlank = (text: string) => text.trim() === ''

/**
 * A clock that begins anew. `superiorDueOn`: a transfer (PAKN: it restarts the clock) does not free from the day that a
 * superior has set; an answer does, so a second look begins without it.
 */
export const startClock = (now: string, superiorDueOn: string | null): ClockFacts => ({
  ...{ startedAt: now, receivedAt: now, pauses: [], extraDays: 0, superiorDueOn },
})

/** No pause goes on after an instant. */
export const closePauses = (clock: ClockFacts, now: string): ClockFacts => ({
  ...clock,
  pauses: clock.pauses.map((pause) => ({ ...pause, to: pause.to ?? now })),
})

const isPast = (dueOn: string | null, today: string) => dueOn !== null && today > dueOn

const beginWork = (state: CaseState): CaseState =>
  state === 'new' || state === 'supplemented' || state === 'reopened' ? 'in-progress' : state

/** One function for each deed; the compiler asks for a missing one. */
export const moves: { [D in CaseDeed]: Move<D> } = {
  classify(facts, { deed, ...data }) {
    const lies = restrictionOf(facts, data.kind, restrictedBy(data.kind, facts.restricted))
    return done({ ...data, ...lies, state: beginWork(facts.state) }, { kind: deed, data })
  },
  assign(facts, { assigneeId, department, note }) {
    const data = { assigneeId, department, note, before: facts.assigneeId }
    return done({ assigneeId, department }, { kind: 'assign', data })
  },
  restrict(facts, { restricted, reason }) {
    const { kind, state } = facts
    if (isBlank(reason)) return fault('reason-missing')
    if (!restricted && isRestrictedKind(kind)) return fault('kind-restricted')
    // It would stay where everybody reads it.
    if (restricted && state === 'published') return fault('published-still')
    const next = restricted && state === 'awaiting-publication' ? 'answered' : state
    const change = { ...restrictionOf(facts, kind, restricted), state: next }
    return done(change, { kind: 'restrict', data: { restricted, reason } })
  },
  refuse(facts, { deed, ...data }, { now }) {
    if (isBlank(data.text)) return fault('text-missing')
    if (isRestrictedGround(data.ground) && isBlank(data.door)) return fault('door-missing')
    const closed = { state: 'refused', clock: closePauses(facts.clock, now) } as const
    const refusal = { kind: deed, data, told: data.text } as const
    const found = kindOfGround(facts.kind, data.ground)
    if (found === facts.kind) return done(closed, refusal)
    const lies = restrictionOf(facts, found, restrictedBy(found, facts.restricted))
    const classified = { kind: 'classify', data: { ...classOf(facts), kind: found } } as const
    return done({ ...closed, ...lies, kind: found }, classified, refusal)
  },
  forward(facts, { to, isOpen, reason, told }, { now }) {
    if (to === facts.officeCode) return fault('same-office')
    if (!isOpen) return fault('office-closed')
    if (isBlank(reason)) return fault('reason-missing')
    return moved(facts, to, now, { kind: 'forward', data: { from: facts.officeCode, to, reason }, told })
  },
  'forward-outside'({ clock }, { deed, told, ...data }, { now }) {
    if (isBlank(data.to) || isBlank(data.reason)) return fault('reason-missing')
    return done({ state: 'forwarded', clock: closePauses(clock, now) }, { kind: deed, data, told })
  },
  return(facts, { to, reason, told }, { now }) {
    if (to === null) return fault('nowhere-to-return')
    if (isBlank(reason)) return fault('reason-missing')
    return moved(facts, to, now, { kind: 'return', data: { to, reason }, told })
  },
  'return-outside'({ clock }, { deed, told, ...data }, { now }) {
    if (isBlank(data.to) || isBlank(data.reason)) return fault('reason-missing')
    return done({ state: 'returned', clock: closePauses(clock, now) }, { kind: deed, data, told })
  },
  'ask-sender'({ clock }, { text }, { now, today, calendar, rules }) {
    if (isBlank(text)) return fault('text-missing')
    const untilOn = addWorkingDays(calendar, today, rules.supplement)
    const pauses = [...clock.pauses, { from: now, to: null }]
    const data = { text, untilOn, first: clock.pauses.length === 0 }
    return done({ state: 'awaiting-sender', clock: { ...clock, pauses } }, { kind: 'ask-sender', data, told: text })
  },
  supplement({ clock }, { text, files }, { now, rules }) {
    if (isBlank(text) && files === 0) return fault('text-missing')
    const closed = closePauses(clock, now)
    const after = rules.supplementRestarts ? { ...closed, startedAt: now } : closed
    return done({ state: 'supplemented', clock: after }, { kind: 'supplement', data: { text, files } })
  },
  start: (_, { note }) => done({ state: 'in-progress' }, { kind: 'start', data: { note } }),
  'set-superior'({ clock }, { deed, ...data }) {
    if (!isDay(data.dueOn)) return fault('day-wrong')
    if (isBlank(data.office)) return fault('text-missing')
    return done({ clock: { ...clock, superiorDueOn: data.dueOn } }, { kind: deed, data })
  },
  explain({ clock }, { office, text }, { today }) {
    if (isBlank(text)) return fault('text-missing')
    const late = clock.superiorDueOn !== null && today > clock.superiorDueOn
    return done({}, { kind: 'explain', data: { office, text, late } })
  },
  note(_, { text }) {
    return isBlank(text) ? fault('text-missing') : done({}, { kind: 'note', data: { text } })
  },
  'ask-extension'({ clock }, { days, ground }, { rules, by }) {
    if (rules.extension === 0) return fault('extension-off')
    if (!Number.isInteger(days) || days < 1) return fault('extension-too-long')
    if (clock.extraDays + days > rules.extension) return fault('extension-too-long')
    if (isBlank(ground)) return fault('reason-missing')
    return done({ askedDays: days, askedBy: by }, { kind: 'ask-extension', data: { days, ground } })
  },
  'approve-extension'({ clock, askedDays, askedBy }, { told }, { calendar, rules, by }) {
    if (askedDays === 0) return fault('nothing-asked')
    if (askedBy === by) return fault('own-extension')
    if (isBlank(told)) return fault('text-missing')
    const longer = { ...clock, extraDays: clock.extraDays + askedDays }
    const data = { days: askedDays, ground: '', dueOn: answerDueOn(calendar, rules, longer) }
    return done({ clock: longer, askedDays: 0, askedBy: null }, { kind: 'approve-extension', data, told })
  },
  'refuse-extension'({ askedDays }, { reason }) {
    if (askedDays === 0) return fault('nothing-asked')
    if (isBlank(reason)) return fault('reason-missing')
    const data = { days: askedDays, reason }
    return done({ askedDays: 0, askedBy: null }, { kind: 'refuse-extension', data })
  },
  submit(_, { answerNo, text }, { by }) {
    if (isBlank(text)) return fault('text-missing')
    return done({ state: 'awaiting-approval', submittedBy: by }, { kind: 'submit', data: { answerNo } })
  },
  'send-back'(_, { answerNo, reason }) {
    if (isBlank(reason)) return fault('reason-missing')
    const change = { state: 'in-progress', submittedBy: null } as const
    return done(change, { kind: 'send-back', data: { answerNo, reason } })
  },
  answer(facts, { answerNo }, { now, today, calendar, rules, by }) {
    if (facts.submittedBy === by) return fault('own-answer')
    const dueOn = answerDueOn(calendar, rules, facts.clock)
    const late = isPast(dueOn, today)
    const { extraDays } = facts.clock
    const plain = extraDays > 0 && answerDueOn(calendar, rules, { ...facts.clock, extraDays: 0 })
    const unextended = plain ? { lateUnextended: isPast(plain, today) } : {}
    const data = { answerNo, dueOn, late, ...unextended, calendarVersion: calendar.version }
    const change = { state: answeredState(facts), answeredAt: now, rating: null, askedDays: 0, askedBy: null }
    return done(change, { kind: 'answer', data })
  },
  rate({ rating: before }, { rating, text }) {
    return before ? fault('rated-already') : done({ rating }, { kind: 'rate', data: { rating, text } })
  },
  reopen(facts, { text }, { now, today, rules }) {
    if (facts.reopenedAt) return fault('reopened-already')
    if (!facts.answeredAt || today > lastDayToReopen(facts.answeredAt, rules)) return fault('reopen-too-late')
    if (isBlank(text)) return fault('text-missing')
    const clock = startClock(now, null)
    return done({ state: 'reopened', reopenedAt: now, clock, submittedBy: null }, { kind: 'reopen', data: { text } })
  },
  withdraw: ({ clock }, { reason }, { now }) =>
    done({ state: 'withdrawn', clock: closePauses(clock, now) }, { kind: 'withdraw', data: { reason } }),
  merge({ id, restricted, clock }, { into, told }, { now }) {
    if (into.id === id) return fault('same-case')
    if (!isOpen(into.state) && !isAnswered(into.state)) return fault('target-closed')
    // Otherwise one of them would speak of the other to people who must not see it.
    if (into.restricted !== restricted) return fault('target-restricted')
    const change = { state: 'merged', mergedInto: into.id, clock: closePauses(clock, now) } as const
    return done(change, { kind: 'merge', data: { into: into.id, intoCode: into.code }, told })
  },
  split(facts, { into, told, hides = false }, { now }) {
    if (into.length < 2) return fault('too-few-parts')
    const split = { kind: 'split', data: { into }, told } as const
    const closed = { state: 'split', clock: closePauses(facts.clock, now) } as const
    if (facts.restricted || !hides) return done(closed, split)
    const change = { ...closed, ...restrictionOf(facts, facts.kind, true) }
    return done(change, { kind: 'restrict', data: { restricted: true, reason: '' } }, split)
  },
  correct({ state }, { reason }) {
    if (isBlank(reason)) return fault('reason-missing')
    return done({ state: 'in-progress' }, { kind: 'correct', data: { from: state, reason } })
  },
  publish(facts, { redactions }, { today, calendar, rules }) {
    if (!isPublishable(facts) || !facts.answeredAt) return fault('not-publishable')
    const dueOn = publishDueOn(calendar, rules, facts.answeredAt)
    return done({ state: 'published' }, { kind: 'publish', data: { redactions, dueOn, late: today > dueOn } })
  },
  unpublish(_, { reason }) {
    return isBlank(reason)
      ? fault('reason-missing')
      : done({ state: 'answered' }, { kind: 'unpublish', data: { reason } })
  },
  place(_, { place, link, publishedOn }, { today }) {
    if (!isDay(publishedOn) || publishedOn > today) return fault('day-wrong')
    return done({}, { kind: 'place', data: { place, link, on: publishedOn } })
  },
}

/** The last day (YYYY-MM-DD) on which the sender may ask for a second look at an answer. */
export function lastDayToReopen(answeredAt: string, rules: { reopenWithin: number }): string {
  return addDays(dayOf(new Date(answeredAt)), rules.reopenWithin)
}

function moved({ clock }: CaseFacts, to: string, now: string, event: NewCaseEvent): Decided {
  const nobody = { assigneeId: null, department: '', submittedBy: null, askedDays: 0, askedBy: null }
  return done({ officeCode: to, state: 'new', clock: startClock(now, clock.superiorDueOn), ...nobody }, event)
}

function answeredState(facts: CaseFacts): CaseState {
  if (isPublishable(facts)) return 'awaiting-publication'
  return facts.kind === 'pakn' && facts.publishChoice === 'private' ? 'answered-privately' : 'answered'
}
