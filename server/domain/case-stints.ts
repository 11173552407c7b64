import type { RecordedCase, RecordedEvent } from './case-clock'
import type { Rating } from './case-words'
import type { CaseEventData, CaseEventKind } from './feedback-case'
import { dayAt } from './period'

/**
 * How a case came to owe an answer in a scope. First time: opened there, transferred to it, or a part of a split. Again:
 * at the sender's wish, because a refusal or transfer was taken back, or because another office sent it back.
 */
export const stintEntries = ['opened', 'transferred', 'part', 'reopened', 'corrected', 'sent-back'] as const
export type StintEntry = (typeof stintEntries)[number]
export const isFirst = (entry: StintEntry) => entry === 'opened' || entry === 'transferred' || entry === 'part'

/** How it stopped owing one. */
export const stintEnds = ['handled', 'refused', 'forwarded', 'returned', 'withdrawn', 'merged', 'split'] as const
export type StintEnd = (typeof stintEnds)[number]

/** The answer that ended a stint, and what came of it. */
export type StintAnswer = CaseEventData['answer'] & {
  rating: Rating | null
  /** The sender asked to look again, and on which day (YYYY-MM-DD). */
  reopened: boolean
  reopenedOn: string | null
  /** First day (YYYY-MM-DD) on the own page, until it is taken away there; first day in another official place. */
  ownPageOn: string | null
  elsewhereOn: string | null
  /** Last day for publishing, as it was when it was published on the own page. */
  publishDueOn: string | null
}

/** The first day (YYYY-MM-DD) on which an answer stood in any official place; null: in none now. */
export function publishedOn({ ownPageOn, elsewhereOn }: StintAnswer): string | null {
  return ownPageOn !== null && elsewhereOn !== null ? earlier(ownPageOn, elsewhereOn) : (ownPageOn ?? elsewhereOn)
}

/**
 * An unbroken time in which a scope of offices owed an answer. Instants ISO UTC, `to` not included; null: it goes on.
 * `officeCode`, `department`: who owned it last.
 */
export type Stint = {
  scope: string
  officeCode: string
  department: string
  from: string
  entry: StintEntry
  to: string | null
  end: StintEnd | null
  answer: StintAnswer | null
  /** First deed that the sender could see. */
  respondedAt: string | null
  /** Times in which the sender was waited for. */
  pauses: { from: string; to: string | null }[]
}

/** Which scope an office belongs to; null: none that is asked about. Offices of one scope are as one. */
export type ScopeOf = (officeCode: string) => string | null

const ends: Partial<Record<CaseEventKind, StintEnd>> = {
  answer: 'handled',
  refuse: 'refused',
  forward: 'forwarded',
  'forward-outside': 'forwarded',
  return: 'returned',
  'return-outside': 'returned',
  withdraw: 'withdrawn',
  merge: 'merged',
  split: 'split',
}
const seenBySender: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>([
  ...(['classify', 'start', 'ask-sender', 'refuse', 'forward', 'forward-outside'] as const),
  ...(['return', 'return-outside', 'answer', 'merge', 'split'] as const),
])

/** When a case came to the office: a part of a split when it was split, any other when it was truly received. */
export function cameAt({ receivedAt, events: [opened] }: RecordedCase): string {
  return opened?.kind === 'open' && opened.data.splitFrom !== undefined ? opened.at : receivedAt
}

/**
 * The stints of a case from what had happened before an instant, oldest first.
 * @param until ISO UTC, itself not included
 */
export function stintsOf(recorded: RecordedCase, until: string, scopeOf: ScopeOf): Stint[] {
  const { events } = recorded
  const [opened] = events
  const came = cameAt(recorded)
  if (opened?.kind !== 'open' || came >= until) return []
  const walk: Walk = {
    stints: [],
    owner: opened.data.officeCode,
    department: opened.data.part?.department ?? '',
    owed: true,
    known: new Set(),
  }
  enter(walk, scopeOf, came, opened.data.splitFrom === undefined ? 'opened' : 'part')
  for (const event of events) {
    if (event === opened) continue
    if (event.at >= until) break
    step(walk, event, scopeOf)
  }
  return walk.stints
}

type Walk = { stints: Stint[]; owner: string; department: string; owed: boolean; known: Set<string> }

/** The stint that still goes on. */
const current = ({ stints }: Walk) => {
  const last = stints.at(-1)
  return last?.to === null ? last : undefined
}

function step(walk: Walk, event: RecordedEvent, scopeOf: ScopeOf): void {
  const stint = current(walk)
  if (stint && stint.respondedAt === null && seenBySender.has(event.kind)) stint.respondedAt = event.at
  if (event.kind === 'forward' || event.kind === 'return') move(walk, event, scopeOf)
  else if (event.kind === 'reopen' || event.kind === 'correct') again(walk, event, scopeOf)
  else if (event.kind === 'assign') assign(walk, event.data.department)
  else if (event.kind === 'ask-sender') stint?.pauses.push({ from: event.at, to: null })
  else if (event.kind === 'supplement') resume(stint, event.at)
  else if (ends[event.kind]) leave(walk, event)
  else follow(walk, event)
}

function assign(walk: Walk, department: string): void {
  walk.department = department
  const stint = current(walk)
  if (stint) stint.department = department
}

function move(walk: Walk, event: Extract<RecordedEvent, { kind: 'forward' | 'return' }>, scopeOf: ScopeOf): void {
  const { to } = event.data
  const stays = scopeOf(walk.owner) === scopeOf(to)
  if (!stays) leave(walk, event)
  walk.owner = to
  walk.department = ''
  walk.owed = true
  const stint = current(walk)
  if (stint) Object.assign(stint, { officeCode: to, department: '' })
  if (!stays) enter(walk, scopeOf, event.at, walk.known.has(scopeOf(to) ?? '') ? 'sent-back' : 'transferred')
}

function enter(walk: Walk, scopeOf: ScopeOf, from: string, entry: StintEntry): void {
  const scope = scopeOf(walk.owner)
  if (scope === null) return
  walk.known.add(scope)
  const { owner: officeCode, department } = walk
  const open = { to: null, end: null, answer: null, respondedAt: null, pauses: [] }
  walk.stints.push({ scope, officeCode, department, from, entry, ...open })
}

function leave(walk: Walk, event: RecordedEvent): void {
  walk.owed = false
  const stint = current(walk)
  if (!stint) return
  resume(stint, event.at)
  stint.to = event.at
  stint.end = ends[event.kind] ?? null
  if (event.kind === 'answer') stint.answer = { ...event.data, ...unheard }
}

function again(walk: Walk, event: Extract<RecordedEvent, { kind: 'reopen' | 'correct' }>, scopeOf: ScopeOf): void {
  const answer = answerOf(walk, scopeOf)
  if (event.kind === 'reopen' && answer) Object.assign(answer, { reopened: true, reopenedOn: dayAt(event.at) })
  if (walk.owed) return
  walk.owed = true
  enter(walk, scopeOf, event.at, event.kind === 'reopen' ? 'reopened' : 'corrected')
}

const unheard = {
  rating: null,
  reopened: false,
  reopenedOn: null,
  ownPageOn: null,
  elsewhereOn: null,
  publishDueOn: null,
}

function resume(stint: Stint | undefined, at: string): void {
  const pause = stint?.pauses.at(-1)
  if (pause?.to === null) pause.to = at
}

/** What is said of an answer after it was sent. */
function follow(walk: Walk, event: RecordedEvent): void {
  const answer = walk.owed ? null : walk.stints.at(-1)?.answer
  if (!answer) return
  if (event.kind === 'rate') answer.rating = event.data.rating
  if (event.kind === 'publish') {
    answer.ownPageOn = earlier(answer.ownPageOn, dayAt(event.at))
    answer.publishDueOn = event.data.dueOn
  }
  if (event.kind === 'unpublish') answer.ownPageOn = null
  if (event.kind === 'place' && event.data.place !== 'own-page')
    answer.elsewhereOn = earlier(answer.elsewhereOn, event.data.on)
  if (event.kind === 'unplace') answer.elsewhereOn = event.data.left
}

const earlier = (a: string | null, b: string) => (a !== null && a < b ? a : b)

/** The answer of the office that owns the case now, if that belongs to an asked scope. */
function answerOf({ stints, owner }: Walk, scopeOf: ScopeOf): StintAnswer | null {
  const last = stints.at(-1)
  return last && last.scope === scopeOf(owner) ? last.answer : null
}
