import type { Generated } from 'kysely'
import type { CalendarEntryKind, Confidence } from '../server/domain/calendar-entries'

/** A state of the calendar for good. `hash` is that of its entries: what is worked out from them is kept under it. */
export type CalendarVersionTable = {
  /** 1, 2, 3 … */
  number: number
  madeAt: string
  /** Null: shipped with the program, or from the command line. */
  madeBy: string | null
  summary: string
  /** The legal document that it follows. */
  document: string
  hash: string
}

/** An entry holds in every version from `addedIn` on, up to and without `removedIn`. */
export type CalendarEntryTable = {
  id: Generated<number>
  fromOn: string
  toOn: string
  kind: CalendarEntryKind
  name: string
  pairOn: string | null
  confidence: Confidence
  source: string
  officeCode: string | null
  addedIn: number
  removedIn: number | null
}

/** `rules`: JSON of DeadlineRules (server/domain/deadline-policy). Never changed: a new version follows. */
export type DeadlinePolicyTable = {
  id: string
  officeCode: string | null
  number: number
  effectiveOn: string
  rules: string
  source: string
  madeAt: string
  madeBy: string | null
}

export type CalendarSchema = {
  calendarVersion: CalendarVersionTable
  calendarEntry: CalendarEntryTable
  deadlinePolicy: DeadlinePolicyTable
}
