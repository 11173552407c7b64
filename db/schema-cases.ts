import type { Generated } from 'kysely'
import type {
  CaseChannel,
  CaseKind,
  CaseState,
  ContentGroup,
  ContentType,
  PublicationPlace,
  PublishChoice,
  Rating,
} from '../server/domain/case-words'
import type { CaseEventKind } from '../server/domain/feedback-case'
import type { Defaulted } from './columns'

/** A petition or another message of a citizen. Facts of `decide` and what the sender wrote; never a name. */
export type FeedbackCaseTable = {
  id: string
  /** Public and guessable, `SGDDT-26-000123`; opens nothing alone. */
  code: string
  /** The id the sender's form made, so that nothing is kept twice; null when staff entered it. */
  clientId: string | null
  contentMac: Uint8Array | null
  /** Keyed hash of the look-up code. */
  secretHash: string
  officeCode: string
  pointCode: string | null
  procedureCode: string | null
  field: string
  channel: CaseChannel
  /** Where it lay before, such as a code of the national portal; one petition is not counted twice. */
  originCode: string | null
  kind: CaseKind
  contentType: ContentType | null
  contentGroup: ContentGroup
  restricted: number
  state: CaseState
  title: string
  content: string
  /** Where and when it happened. */
  place: string
  wish: string
  publishChoice: PublishChoice
  /** The sender agreed to show the name; to be told by message. */
  nameConsent: number
  messageConsent: number
  consentAt: string | null
  /** True time at which it was sent, and at which the office received it. */
  sentAt: string
  receivedAt: string
  /** JSON of ClockFacts (server/domain/deadlines). */
  clock: string
  policyId: string
  assigneeId: string | null
  department: string
  answeredAt: string | null
  submittedBy: string | null
  reopenedAt: string | null
  askedDays: number
  askedBy: string | null
  rating: Rating | null
  splitFrom: string | null
  mergedInto: string | null
  /** Who typed it in; null: the sender. */
  enteredBy: string | null
  createdAt: string
  /** Counts changes, so that nobody writes over what he has not seen. */
  version: number
  /** Code, title and content folded. */
  search: string
}

/** Who sent it; apart, because few may see it. Emptied when it is no longer needed. */
export type CaseSenderTable = {
  caseId: string
  name: string
  address: string
  phone: string
  email: string
  /** Whom the sender speaks for, an organisation; or empty. */
  organisation: string
  erasedAt: string | null
}

/** Append-only; triggers refuse a change. */
export type CaseEventTable = {
  id: Generated<number>
  caseId: string
  no: number
  kind: CaseEventKind
  at: string
  by: string | null
  state: CaseState
  officeCode: string
  data: string
  told: string
}

/** An answer: a draft until it is sent, then a fact. */
export type CaseAnswerTable = {
  caseId: string
  no: number
  text: string
  draftedBy: string
  updatedAt: string
  /** Counts saves of the draft. */
  revision: number
  sentAt: string | null
  approvedBy: string | null
}

export type CaseFileTable = {
  id: string
  caseId: string | null
  /** An unfinished form; removed after a day. */
  draftId: string | null
  name: string
  type: string
  size: number
  sha256: string
  width: number | null
  height: number | null
  eventNo: number | null
  /** Of the staff, not shown to the sender. */
  internal: number
  createdAt: string
  createdBy: string | null
  removedAt: string | null
}
export type FileContentTable = { id: string; bytes: Uint8Array }

/** The last number given in an office and year. */
export type CaseNumberTable = { officeCode: string; year: number; last: number }

/** A text to begin an answer, a question or a refusal with; `{{name}}` stands for what the case gives. */
export type CaseTemplateTable = {
  id: string
  /** Null: for every office. */
  officeCode: string | null
  purpose: 'answer' | 'ask' | 'refuse' | 'forward'
  title: string
  body: string
  createdAt: string
  updatedAt: string
  updatedBy: string | null
  removedAt: string | null
}

/** The public view of an answered case. `redactions`: JSON of Redaction[]; the originals are never changed. */
export type PublicationTable = {
  caseId: string
  redactions: string
  /** JSON of Redaction[]: proposals that somebody has looked at and decided to show. */
  revealed: string
  /** The sender's name is shown; only with the sender's consent. */
  namesSender: number
  /** The answer that the redactions are about. */
  answerNo: number
  /** JSON of PublicCase, as it was published; all that public pages show. Empty before. */
  shown: string
  /** Counts changes of the redactions. */
  revision: number
  /** Folded public text. */
  search: string
  publishedAt: string | null
  publishedBy: string | null
  withdrawnAt: string | null
  withdrawReason: string
  updatedAt: string
}
export type CasePlaceTable = {
  id: string
  caseId: string
  place: PublicationPlace
  link: string
  publishedOn: string
  note: string
  fileId: string | null
  addedAt: string
  addedBy: string
  removedAt: string | null
}

/** How an office is reached about feedback, and what it allows. What is empty or null is as in the office above. */
export type FeedbackOfficeTable = {
  officeCode: string
  zalo: Defaulted<string>
  email: Defaulted<string>
  phone: Defaulted<string>
  website: Defaulted<string>
  /** Where citizens are received in person: place and hours. */
  reception: Defaulted<string>
  /** Who answers about personal data. */
  dataContact: Defaulted<string>
  retention: Defaulted<string>
  allowsAnonymous: number | null
  /** Handlers do not see who sent it. */
  hidesSender: number | null
  updatedAt: string
}

/** What was told to whom about a case, so that nobody is told twice; `seenAt`: read in the program. */
export type CaseNoticeTable = {
  id: Generated<number>
  staffId: string
  caseId: string
  kind: string
  /** What makes it one notice: the due day, the number of the event. */
  mark: string
  createdAt: string
  seenAt: string | null
  /** When it was part of a mail. */
  mailedAt: string | null
}

export type CaseSchema = {
  feedbackCase: FeedbackCaseTable
  caseSender: CaseSenderTable
  caseEvent: CaseEventTable
  caseAnswer: CaseAnswerTable
  caseFile: CaseFileTable
  fileContent: FileContentTable
  caseNumber: CaseNumberTable
  caseTemplate: CaseTemplateTable
  publication: PublicationTable
  casePlace: CasePlaceTable
  feedbackOffice: FeedbackOfficeTable
  caseNotice: CaseNoticeTable
}
