import type { Channel } from '../server/domain/channels'
import type { OfficeKind } from '../server/domain/organisation'
import type { PointKind } from '../server/domain/point-kinds'
import type { Defaulted } from './columns'

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
