import type {
  CaseChannel,
  CaseKind,
  CaseState,
  ContentGroup,
  ContentType,
  PublishChoice,
  Rating,
  RefusalGround,
} from './case-words'
import type { ClockFacts } from './deadlines'

/** What `decide` needs to know of a case; everything else about it changes nothing. Instants are ISO UTC. */
export type CaseFacts = {
  id: string
  code: string
  officeCode: string
  state: CaseState
  kind: CaseKind
  contentType: ContentType | null
  contentGroup: ContentGroup
  field: string
  procedureCode: string | null
  restricted: boolean
  channel: CaseChannel
  sentAt: string
  receivedAt: string
  clock: ClockFacts
  assigneeId: string | null
  department: string
  publishChoice: PublishChoice
  /** When the sender asked for a second look; once only. */
  reopenedAt: string | null
  answeredAt: string | null
  /** Who gave the answer for approval; somebody else approves it. */
  submittedBy: string | null
  /** An extension that waits for its approval, in working days. */
  askedDays: number
  /** Who asked for it; somebody else approves it. */
  askedBy: string | null
  rating: Rating | null
  mergedInto: string | null
}

/** Facts that a deed may change; stored in the row of the case beside its state. */
export type CaseChange = Partial<
  Pick<
    CaseFacts,
    | 'officeCode'
    | 'state'
    | 'kind'
    | 'contentType'
    | 'contentGroup'
    | 'field'
    | 'procedureCode'
    | 'restricted'
    | 'clock'
    | 'assigneeId'
    | 'department'
    | 'reopenedAt'
    | 'answeredAt'
    | 'submittedBy'
    | 'askedDays'
    | 'askedBy'
    | 'rating'
    | 'mergedInto'
  >
>

/**
 * What happened, never edited. `data` is what figures and the timeline are made of; each deed has its own.
 * `open`: the first one.
 */
export type CaseEventData = {
  /** `contentGroup`, `field`: what it began with; missing: not classified, no field. */
  open: {
    officeCode: string
    channel: CaseChannel
    kind: CaseKind
    splitFrom?: string
    /** Of a part: what it has from the whole. */
    part?: { clock: ClockFacts; policyId: string; department: string; restricted: boolean }
    contentType?: ContentType | null
    contentGroup?: ContentGroup
    field?: string
    procedureCode?: string | null
    /** The version of the deadline rules it began under. */
    policyId?: string
  }
  classify: {
    kind: CaseKind
    contentType: ContentType | null
    contentGroup: ContentGroup
    field: string
    procedureCode: string | null
  }
  assign: { assigneeId: string | null; department: string; before: string | null; note: string }
  restrict: { restricted: boolean; reason: string }
  refuse: { ground: RefusalGround; text: string; door: string }
  /** `policyId`: the version of the new owner's deadline rules. */
  forward: { from: string; to: string; reason: string; policyId?: string }
  'forward-outside': { to: string; reason: string; address: string }
  return: { to: string; reason: string; policyId?: string }
  'return-outside': { to: string; reason: string }
  'ask-sender': { text: string; untilOn: string; first: boolean }
  supplement: { text: string; files: number }
  start: { note: string }
  'set-superior': { office: string; dueOn: string; document: string; wantsExplanation: boolean }
  explain: { office: string; text: string; late: boolean }
  note: { text: string }
  'ask-extension': { days: number; ground: string }
  'approve-extension': { days: number; ground: string; dueOn: string | null }
  'refuse-extension': { days: number; reason: string }
  submit: { answerNo: number }
  'send-back': { answerNo: number; reason: string }
  /**
   * `dueOn`, `late`: as they were when the answer was sent; a later change of the calendar changes neither.
   * `lateUnextended`: late without its extension, as the national measure counts; missing: as `late`.
   */
  answer: { answerNo: number; dueOn: string | null; late: boolean; lateUnextended?: boolean; calendarVersion: number }
  rate: { rating: Rating; text: string }
  reopen: { text: string }
  withdraw: { reason: string }
  merge: { into: string; intoCode: string }
  /** Written at the case that others were merged into. */
  'merge-in': { from: string; fromCode: string }
  split: { into: readonly string[] }
  correct: { from: CaseState; reason: string }
  publish: { redactions: number; late: boolean; dueOn: string }
  unpublish: { reason: string }
  place: { place: string; link: string; on: string }
  /** A place was entered wrongly. `left`: the first day of those that remain of this answer, or null. */
  unplace: { place: string; link: string; on: string; left: string | null }
}
export type CaseEventKind = keyof CaseEventData

/** One event as it is kept. `by`: the person on the staff; null: the sender, or the program. */
export type CaseEvent = {
  [K in CaseEventKind]: {
    no: number
    kind: K
    at: string
    by: string | null
    /** The state after it. */
    state: CaseState
    /** The office that owned the case when it happened (before a forward). */
    officeCode: string
    data: CaseEventData[K]
    /** What the sender was told, as sent; empty when nothing. */
    told: string
  }
}[CaseEventKind]

/** An event that is about to be kept. */
export type NewCaseEvent = {
  [K in CaseEventKind]: { kind: K; data: CaseEventData[K]; told?: string }
}[CaseEventKind]
