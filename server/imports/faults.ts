import type { EntryFaultCode } from '../domain/calendar-check'

/** What keeps a file from being read at all. */
export type FileCode =
  | 'not-utf8'
  | 'old-excel'
  | 'broken-xlsx'
  | 'not-a-table'
  | 'open-quote'
  | 'merged-cells'
  | 'no-rows'
  | 'too-many-rows'
/** What can be wrong with line 1. */
type HeadingCode = 'missing-column' | 'unknown-column' | 'repeated-column' | 'no-criteria' | 'no-heading'
/** What can be wrong with a cell, whatever the file is about. */
export type CellCode =
  | 'formula-error'
  | 'missing-value'
  | 'too-long'
  | 'unknown-option'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-yes-or-no'
type ResponseCode =
  | 'unknown-point'
  | 'unknown-channel'
  | 'unknown-survey'
  | 'not-in-survey'
  | 'future-date'
  | 'not-a-level'
  | 'outside-scale'
  | 'repeated-id'
  | 'known-id'
/** What can be wrong with rows that set something up. */
type TableCode =
  | 'repeated-row'
  | 'unknown-office'
  | 'outside-part'
  | 'malformed-office'
  | 'malformed-agency'
  | 'malformed-phone'
  | 'dates-reversed'
  | 'parent-cycle'
  | 'successor-cycle'
  | 'closed-parent'
  | 'closed-office'
  | 'ended-office'
  | 'successor-without-end'
  | 'own-relation'
  | 'still-above'
  | 'still-in-use'
  | 'own-top'
  | 'malformed-point'
  | 'other-office'
  | 'replaced-point'
  | 'same-name'
  | 'malformed-hours'
  | 'unknown-procedure'
  | 'closed-procedure'
  | 'malformed-procedure'
  | 'malformed-login'
  | 'malformed-email'
  | 'outside-person'
  | 'own-account'
  | 'last-administrator'
  | 'missing-part'
  | 'malformed-period'
/** What can be wrong with days of the calendar. */
type CalendarCode = EntryFaultCode | 'not-json' | 'not-a-calendar' | 'not-a-year' | 'wrong-year'
export type FaultCode = FileCode | HeadingCode | CellCode | ResponseCode | TableCode | CalendarCode

/** One thing wrong: where (line 1 is the heading, the column as the file names it), the value, what was expected. */
export type Fault = {
  code: FaultCode
  line?: number | undefined
  column?: string | undefined
  value?: string | undefined
  /** Words that would have been right, where they can be listed. */
  expected?: readonly string[] | undefined
}

/** The first 5,000 faults and the number of all. */
export type Faults = { listed: Fault[]; total: number }

const most = 5000
const mostShown = 200
/** Enough to find the cell again. */
const longestValue = 100

export function noFaults(): Faults {
  return { listed: [], total: 0 }
}

export function addFault(faults: Faults, fault: Fault): void {
  faults.total++
  if (faults.listed.length >= most) return
  const { column, value } = fault
  faults.listed.push({ ...fault, column: column?.slice(0, longestValue), value: value?.slice(0, longestValue) })
}

/** The first 200 faults, which is as many as a page or a terminal shows, and the number of all. */
export function firstFaults({ listed, total }: Faults): Faults {
  return { listed: listed.slice(0, mostShown), total }
}

/** The same in the order of the lines, those of the whole file first: a clerk works down the sheet. */
export function byLine({ listed, total }: Faults): Faults {
  return { listed: [...listed].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), total }
}
