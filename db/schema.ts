import type { Generated, Kysely } from 'kysely'
import type { Channel } from '../server/domain/channels'
import type { MarkKind, Standing } from '../server/domain/standing'
import type { TargetKind } from '../server/domain/target-kinds'
import type { Defaulted } from './columns'
import type { CalendarSchema } from './schema-calendar'
import type { CaseSchema } from './schema-cases'
import type {
  AuditTable,
  BackupRunTable,
  JobTable,
  OneTimeLinkTable,
  OutboxTable,
  RecoveryCodeTable,
  SessionTable,
  SettingTable,
  StaffTable,
} from './schema-people'
import type {
  OfficeNameTable,
  OfficeTable,
  PointProcedureTable,
  PointTable,
  ProcedureTable,
  RoundOfficeTable,
  SurveyDraftTable,
  SurveyRoundTable,
  SurveyVersionTable,
} from './schema-places'

/** Bytes: better-sqlite3 and pg both give a Buffer. */
type Bytes = Uint8Array

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
  /** Space-separated remarks: late outside-hours foreign-origin trap imported. */
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
  /** Returned after the day that was promised; with a petition or a dislike (766/QĐ-TTg, 5.4). Null: not counted. */
  overdue: Defaulted<number | null>
  disliked: Defaulted<number | null>
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

export type Schema = CalendarSchema &
  CaseSchema & {
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
