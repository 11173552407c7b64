import type { CaseMoment } from './case-actions'
import { type CaseDeed, isPossible } from './case-deeds'
import { isDuePromised } from './case-form'
import { type ClockStart, clockStart } from './case-history'
import { lastDayToReopen } from './case-moves'
import {
  type Arrival,
  type ComingStep,
  type CurrentStep,
  comingSteps,
  type DoneStep,
  doneSteps,
  type OfficeNames,
} from './case-timeline'
import { type CaseState, isAnswered, isOpen, type Rating } from './case-words'
import { answerDueOn, type DueExplanation, type DueState, dueState, explainDue } from './deadlines'
import type { CaseEvent, CaseFacts } from './feedback-case'
import type { RedactedPart } from './redaction'
import { type Identity, withoutIdentity } from './shared-answer'

type Written = { title: string; content: string; place: string; wish: string }
type SentAnswer = { no: number; text: string; sentAt: string | null }

/** Everything that is kept of a case and may concern its sender; answers that were not sent are left out by the view. */
export type KeptCase = {
  facts: CaseFacts & Written
  events: readonly CaseEvent[]
  answers: readonly SentAnswer[]
  moment: CaseMoment
}

/** `target`: the case this one was merged into, with who sent that. */
export type MergedCase = KeptCase & { target: (KeptCase & { identity: Identity | null }) | null }
/** `parts`: the cases it was split into. */
export type Followed = MergedCase & { names: OfficeNames; parts: readonly MergedCase[] }

export type PublicAnswer = { no: number; sentAt: string; text: readonly RedactedPart[] }

/** How the answer stands; `on` null while the sender is waited for. */
export type PublicDue = { on: string | null; state: DueState; explanation: DueExplanation; start: ClockStart }

export type PublicPart = Pick<CaseFacts, 'code' | 'state'> & {
  title: string
  due: PublicDue | null
  answers: PublicAnswer[]
}

/** Exactly what the sender of a case sees; nothing internal, no person of the staff, nothing of another sender. */
export type PublicView = Written & {
  code: string
  state: CaseState
  sentAt: string
  /** Name of the office that has it now. */
  office: string
  due: PublicDue | null
  done: DoneStep[]
  now: CurrentStep | null
  coming: ComingStep[]
  answers: PublicAnswer[]
  rating: Rating | null
  /** What the office asks for, and until when; null when nothing. */
  asked: { text: string; untilOn: string } | null
  /** The last day on which the sender may ask for a second look; null when that is not possible. */
  reopenUntil: string | null
  mayRate: boolean
  mayWithdraw: boolean
  /** State of the case that this one was merged into. */
  mergedState: CaseState | null
  parts: PublicPart[]
}

/** What the sender of a case sees of it. */
export function publicView(followed: Followed): PublicView {
  const { facts, events, names, target, parts, moment } = followed
  const { title, content, place, wish, code, state, sentAt, rating } = facts
  const due = dueOf(target ?? followed)
  const reopenUntil = reopenDay(facts, moment)
  const running = target ?? followed
  const { now, coming } = comingSteps(running.facts, running.events, running.moment, due?.on ?? null)
  // Whoever is asked about the other case is not this sender.
  const current = now && target && now.kind === 'waiting' ? { ...now, kind: 'working' as const } : now
  return {
    ...{ title, content, place, wish, code, state, sentAt, rating, due, now: current, reopenUntil },
    office: names.get(running.facts.officeCode) ?? '',
    done: [...doneSteps(arrivalOf(facts), events, names), ...(target ? targetSteps(events, target, names) : [])],
    coming: due === null && isOpen(running.facts.state) ? [] : coming,
    answers: answersOf(followed),
    asked: askedOf(facts, events),
    mayRate: can('rate', state) && rating === null,
    mayWithdraw: can('withdraw', state),
    mergedState: target ? target.facts.state : null,
    parts: parts.map((part) => ({
      ...{ code: part.facts.code, state: part.facts.state, title: part.facts.title },
      due: dueOf(part.target ?? part),
      answers: answersOf(part),
    })),
  }
}

const can = (deed: CaseDeed, state: CaseState) => isPossible(deed, state)
const arrivalOf = ({ sentAt, receivedAt }: CaseFacts): Arrival => ({ sentAt, receivedAt })

/** A day is promised for petitions and questions alone, as on the receipt. While the sender is waited for, nothing is due, whatever a superior has set. */
function dueOf({ facts, events, moment }: KeptCase): PublicDue | null {
  if (!isOpen(facts.state) || !isDuePromised(facts.kind)) return null
  const { calendar, rules, today } = moment
  const clock = facts.state === 'awaiting-sender' ? { ...facts.clock, superiorDueOn: null } : facts.clock
  const on = answerDueOn(calendar, rules, clock)
  const start = clockStart(clock.startedAt, events)
  return { on, state: dueState(calendar, on, today), explanation: explainDue(calendar, rules, clock), start }
}

function answersOf({ answers, target }: MergedCase): PublicAnswer[] {
  const shown = (text: string) => (target ? withoutIdentity(text, target.identity) : [{ text }])
  return (target?.answers ?? answers).flatMap(({ no, text, sentAt }) =>
    sentAt === null ? [] : [{ no, sentAt, text: shown(text) }],
  )
}

const progress: readonly DoneStep['kind'][] = ['accepted', 'extended', 'forwarded', 'forwarded-outside', 'returned']
const outcome: readonly DoneStep['kind'][] = ['answered', 'published', 'unpublished', 'placed', 'taken-up']

/**
 * Of the case that this one was merged into: its answer, and its progress after the merger. What its own sender wrote,
 * was asked or was told does not come along.
 */
function targetSteps(events: readonly CaseEvent[], target: KeptCase, names: OfficeNames): DoneStep[] {
  const mergedAt = events.findLast(({ kind }) => kind === 'merge')?.at ?? ''
  return doneSteps(arrivalOf(target.facts), target.events, names).flatMap((step) => {
    if (outcome.includes(step.kind)) return [step]
    if (step.at < mergedAt) return []
    if (step.kind === 'refused') return [{ ...step, text: '' }]
    return progress.includes(step.kind) ? ['told' in step ? { ...step, told: '' } : step] : []
  })
}

function askedOf({ state }: CaseFacts, events: readonly CaseEvent[]): PublicView['asked'] {
  if (state !== 'awaiting-sender') return null
  const asked = events.findLast((event) => event.kind === 'ask-sender')
  return asked?.kind === 'ask-sender' ? { text: asked.data.text, untilOn: asked.data.untilOn } : null
}

function reopenDay({ state, reopenedAt, answeredAt }: CaseFacts, { today, rules }: CaseMoment): string | null {
  if (!isAnswered(state) || reopenedAt !== null || answeredAt === null) return null
  const last = lastDayToReopen(answeredAt, rules)
  return today <= last ? last : null
}

type FileFacts = { eventNo: number | null; internal: number; createdBy: string | null; createdAt: string }

/** Events whose files the sender may have: own ones, and those that came with a question or an answer. */
const withFiles: readonly CaseEvent['kind'][] = ['open', 'supplement', 'ask-sender', 'answer']

/** Whether a file of a case is shown to its sender. What the staff adds before an answer is sent is not. */
export function isForSender(file: FileFacts, events: readonly CaseEvent[]): boolean {
  if (file.internal) return false
  if (file.eventNo !== null) return events.some(({ no, kind }) => no === file.eventNo && withFiles.includes(kind))
  return file.createdBy === null || file.createdAt <= (events[0]?.at ?? '')
}
