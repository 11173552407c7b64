import { checkEntries } from '../domain/calendar-check'
import type { CalendarEntry } from '../domain/calendar-entries'
import { type CalendarRow, calendarColumns, calendarHeadings, entryOfRow } from './calendar-columns'
import { readCalendarJson } from './calendar-json'
import { addFault, byLine, type Faults, noFaults } from './faults'
import { readTable } from './table'

export type CalendarFile = { ok: true; entries: CalendarEntry[] } | { ok: false; faults: Faults }

/**
 * Reads a calendar from JSON (years with lists of entries) or from CSV or XLSX with the same columns, by what is in it.
 * All or nothing.
 * @param offices codes that a closure may name
 */
export async function readCalendarFile(bytes: Uint8Array, offices: ReadonlySet<string>): Promise<CalendarFile> {
  const faults = noFaults()
  const { rows, headingOf } = await readRows(bytes, faults)
  if (faults.total === 0) judge(rows, headingOf, offices, faults)
  return faults.total > 0 ? { ok: false, faults: byLine(faults) } : { ok: true, entries: rows.map(entryOfRow) }
}

type Rows = { rows: CalendarRow[]; headingOf: (key: keyof typeof calendarColumns) => string }

async function readRows(bytes: Uint8Array, faults: Faults): Promise<Rows> {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\ufeff/, '')
  if (!/^\s*[[{]/.test(start))
    return (await readTable(bytes, calendarColumns, calendarHeadings, faults)) ?? { rows: [], headingOf: (key) => key }
  const content = new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff/, '')
    .normalize('NFC')
  return { rows: readCalendarJson(content, faults) ?? [], headingOf: (key) => key }
}

function judge(
  rows: readonly CalendarRow[],
  headingOf: Rows['headingOf'],
  offices: ReadonlySet<string>,
  faults: Faults,
) {
  for (const { line, office } of rows)
    if (office && !offices.has(office))
      addFault(faults, { code: 'unknown-office', line, column: headingOf('office'), value: office })
  for (const { at, field, code, value } of checkEntries(rows.map(entryOfRow), [])) {
    const column = headingOf(field === 'officeCode' ? 'office' : field)
    addFault(faults, { code, line: rows[at]?.line, column, value })
  }
}
