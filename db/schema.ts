import type { ColumnType, Generated, Kysely } from 'kysely'
import type { Channel } from '../server/domain/channels'
import type { MarkKind, Standing } from '../server/domain/standing'

/** Bytes: better-sqlite3 and pg both give a Buffer. */
type Bytes = Uint8Array
/** Set by a default of the database when left out. */
type Defaulted<T> = ColumnType<T, T | undefined, T>

/** An office of the tree. Codes are the natural keys; the parent is null at a root. */
export type OfficeTable = {
  code: string
  name: string
  parentCode: string | null
  address: string | null
  phone: string | null
  createdAt: string
}

/** A desk, tablet or link where people answer. `surveyKey` names the survey, the newest published version is shown. */
export type PointTable = {
  code: string
  officeCode: string
  name: string
  surveyKey: string
  /** The poster opens the quick form at /k/:code/nhanh. */
  quickFirst: Defaulted<number>
  channel: Defaulted<Channel>
  /** Lĩnh vực served here; stored in each response when it is sent. Empty: none. */
  field: Defaulted<string>
  closedAt: string | null
  createdAt: string
}

export type SurveyVersionTable = {
  id: string
  surveyKey: string
  version: number
  definition: string
  publishedAt: string
}

/** One answered form. Only the erasable parts are ever changed, and then their commitment takes their place. */
export type ResponseTable = {
  id: Generated<number>
  office: string
  point: string
  version: string
  channel: Channel
  field: Defaulted<string>
  submittedOn: string
  submittedAt: string | null
  receivedAt: string
  /** One character per criterion in the definition's order: level, `n`, `-`, `.`. Null after a withdrawal. */
  answers: string | null
  /** One character per optional single choice in the definition's order (gates, then items): `0`… `z`, `-` blank. */
  traits: string | null
  /** JSON of what is not a level or a single choice: reasons, many-choices, numbers, texts. */
  extras: string | null
  comment: string | null
  /** As judged when it was sent. */
  sentStanding: Standing
  /** Now, after the marks that the follower has applied. */
  standing: Standing
  /** Space-separated remarks: late closed-point foreign-origin imported. */
  flags: Defaulted<string>
  lang: Defaulted<string>
  clientId: string | null
  contentMac: Bytes | null
  answersSalt: Bytes | null
  restSalt: Bytes | null
  answersCommit: Bytes | null
  restCommit: Bytes | null
}

export type ResponseMarkTable = {
  id: Generated<number>
  responseId: number
  kind: MarkKind
  reason: Defaulted<string>
  markedOn: string
  markedAt: string
  /** Staff user, or null when the sender did it. */
  by: string | null
}

export const entryKinds = ['response', 'mark'] as const
export type EntryKind = (typeof entryKinds)[number]

export type LogInboxTable = { id: Generated<number>; kind: EntryKind; ref: number }
export type LogEntryTable = { no: number; kind: EntryKind; ref: number; leaf: Bytes }
/** One row, id 1. `peaks`: the RFC 6962 subtree roots, 32 bytes each, largest first. */
export type LogHeadTable = { id: number; size: number; peaks: Bytes }

export type TallyDayTable = {
  point: string
  version: string
  channel: Channel
  field: string
  standing: Standing
  submittedOn: string
  counts: string
}
export type TallyHalfTable = {
  office: string
  version: string
  channel: Channel
  standing: Standing
  half: string
  counts: string
}
export type TallyPairTable = TallyHalfTable

export type DenominatorTable = {
  officeCode: string
  period: string
  dossiers: number
  issued: number | null
  basis: 'received-and-returned' | 'returned'
  enteredBy: string | null
  enteredAt: string
}

export type TargetTable = { officeCode: string; year: number; operator: '>=' | '>'; hundredths: number; source: string }

export const periodStates = ['closed', 'approved', 'published', 'reopened'] as const
export type PeriodState = (typeof periodStates)[number]

/** A closed period of an office and the offices below it; `figures` is the whole report as it then was. */
export type PeriodSnapshotTable = {
  id: string
  officeCode: string
  period: string
  state: PeriodState
  figures: string
  /** JSON of `Grain` (server/domain/disclosure). */
  grain: Defaulted<string>
  figuresHash: string
  logSize: number
  logRoot: string
  closedAt: string
  closedBy: string
  approvedAt: string | null
  approvedBy: string | null
  publishedAt: string | null
  publishedBy: string | null
  reopenedAt: string | null
  reopenedBy: string | null
  reopenReason: string | null
}

export type StaffTable = {
  id: string
  login: string
  name: string
  role: string
  /** The part of the tree this person may see; null: everything. */
  officeCode: string | null
  passwordHash: string
  createdAt: string
  disabledAt: string | null
}

export type SessionTable = { tokenHash: string; staffId: string; createdAt: string; seenAt: string; expiresAt: string }
export type OneTimeLinkTable = {
  tokenHash: string
  purpose: string
  createdAt: string
  expiresAt: string
  used: number
}
export type AuditTable = {
  id: Generated<number>
  at: string
  staffId: string | null
  action: string
  subject: string
  detail: string
}
export type SettingTable = { key: string; value: string }

export type Schema = {
  office: OfficeTable
  point: PointTable
  surveyVersion: SurveyVersionTable
  response: ResponseTable
  responseMark: ResponseMarkTable
  logInbox: LogInboxTable
  logEntry: LogEntryTable
  logHead: LogHeadTable
  tallyDay: TallyDayTable
  tallyHalf: TallyHalfTable
  tallyPair: TallyPairTable
  denominator: DenominatorTable
  target: TargetTable
  periodSnapshot: PeriodSnapshotTable
  staff: StaffTable
  session: SessionTable
  oneTimeLink: OneTimeLinkTable
  audit: AuditTable
  setting: SettingTable
}

export type Db = Kysely<Schema>
