import type { ColumnType, Generated, Kysely } from 'kysely'
import type { Channel } from '../server/domain/channels'
import type { OfficeKind } from '../server/domain/organisation'
import type { PointKind } from '../server/domain/point-kinds'
import type { MarkKind, Standing } from '../server/domain/standing'
import type { TargetKind } from '../server/domain/target-kinds'

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
  kind: Defaulted<OfficeKind>
  /** Identifier of an agency (Decision 20/2020/QĐ-TTg) such as `H13.02.05`; never the source of the tree. */
  agencyId: Defaulted<string | null>
  /** First and last day, YYYY-MM-DD in UTC+7, both included; null: open. */
  validFrom: Defaulted<string | null>
  validTo: Defaulted<string | null>
  /** Which office goes on with the work after `validTo`. */
  successorCode: Defaulted<string | null>
  /** Professional guidance ("hướng dẫn chuyên môn"), beside the tree. */
  guidedByCode: Defaulted<string | null>
  createdAt: string
}

/** What an office was called up to and including a day. */
export type OfficeNameTable = { officeCode: string; untilOn: string; name: string }

/** An administrative procedure (TTHC). `search`: code, name and field folded, for finding without marks. */
export type ProcedureTable = {
  code: string
  name: string
  field: string
  search: string
  closedAt: string | null
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
  kind: Defaulted<PointKind>
  /** In whose rooms it stands; null: its own office's. */
  hostCode: Defaulted<string | null>
  /** Opening hours as text that domain/hours reads; empty: always. */
  hours: Defaulted<string>
  /** The point that goes on under another code; the printed code keeps leading there. */
  replacedBy: Defaulted<string | null>
  /** The point whose code is printed at a desk that serves several offices; null: its own code is printed. */
  deskCode: Defaulted<string | null>
  /** The form asks which procedure it was about; 0 where people come for something else. */
  asksProcedure: Defaulted<number>
  createdAt: string
}

/** The procedures of a point; none: the whole catalogue. */
export type PointProcedureTable = { pointCode: string; procedureCode: string }

export type SurveyVersionTable = {
  id: string
  surveyKey: string
  version: number
  definition: string
  publishedAt: string
  /** First day (UTC+7) on which points show it; null: as soon as it is published. */
  effectiveOn: Defaulted<string | null>
  publishedBy: Defaulted<string | null>
  /** Taken back before its first day; its number is never used again. */
  withdrawnAt: Defaulted<string | null>
}

/** The next version of a survey while it is being written; `revision` shows that somebody else saved meanwhile. */
export type SurveyDraftTable = {
  surveyKey: string
  definition: string
  revision: number
  createdAt: string
  updatedAt: string
  updatedBy: string | null
}

/** A survey round (đợt khảo sát): days in UTC+7, both included. */
export type SurveyRoundTable = {
  id: string
  title: string
  surveyKey: string
  fromOn: string
  toOn: string
  note: string
  endedAt: string | null
  createdAt: string
  createdBy: string | null
}
/** `population`: dossiers in the round; `target`: responses wanted. */
export type RoundOfficeTable = { roundId: string; officeCode: string; population: number; target: number }

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

export type TargetTable = {
  officeCode: string
  year: number
  kind: TargetKind
  operator: '>=' | '>'
  hundredths: number
  source: string
}

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
  /** Empty until an invited person has chosen a password. */
  passwordHash: string
  createdAt: string
  disabledAt: string | null
  email: Defaulted<string | null>
  /** Sealed secret of the second step (RFC 6238); in force once `totpAt` is set. */
  totpSecret: Defaulted<string | null>
  totpAt: Defaulted<string | null>
  /** The last time step that was used, so that a code works once. */
  totpStep: Defaulted<number>
}

export type RecoveryCodeTable = { staffId: string; codeHash: string; usedAt: string | null }

export type SessionTable = {
  tokenHash: string
  staffId: string
  createdAt: string
  seenAt: string
  expiresAt: string
  /** Browser and system in words, for the list of own sessions. */
  device: Defaulted<string>
}
export type OneTimeLinkTable = {
  tokenHash: string
  purpose: string
  createdAt: string
  expiresAt: string
  used: number
  /** For whom; null: the first administrator. */
  staffId: Defaulted<string | null>
}
export type AuditTable = {
  id: Generated<number>
  at: string
  staffId: string | null
  action: string
  subject: string
  detail: string
  /** The office it concerns, for people who see a part of the tree; null: the whole installation, or not known. */
  officeCode: Defaulted<string | null>
}
export type SettingTable = { key: string; value: string }

/** Mail that waits or was sent; a body is emptied once it was sent. */
export type OutboxTable = {
  id: Generated<number>
  kind: string
  recipient: string
  subject: string
  body: string
  createdAt: string
  dueAt: string
  tries: Defaulted<number>
  sentAt: string | null
  failedAt: string | null
  error: string | null
}

/** Work with effects outside the database, held by one process at a time; the row keeps the last outcome. */
export type JobTable = {
  name: string
  holder: string
  until: string
  startedAt: string
  finishedAt: string | null
  ok: number
  detail: string
}

export type BackupRunTable = {
  id: Generated<number>
  kind: string
  file: string
  startedAt: string
  finishedAt: string | null
  ok: number
  bytes: number | null
  detail: string
  removedAt: string | null
}

export type Schema = {
  office: OfficeTable
  officeName: OfficeNameTable
  procedure: ProcedureTable
  point: PointTable
  pointProcedure: PointProcedureTable
  surveyVersion: SurveyVersionTable
  surveyDraft: SurveyDraftTable
  surveyRound: SurveyRoundTable
  roundOffice: RoundOfficeTable
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
  recoveryCode: RecoveryCodeTable
  session: SessionTable
  oneTimeLink: OneTimeLinkTable
  audit: AuditTable
  setting: SettingTable
  outbox: OutboxTable
  job: JobTable
  backupRun: BackupRunTable
}

export type Db = Kysely<Schema>
