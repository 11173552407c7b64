import { calendarColumnNames } from '../../web/vi/calendar'
import type { CalendarEntry } from '../domain/calendar-entries'
import { csvCell } from './csv'

/** Years with their entries; what `hailong calendar import` and the page take. */
export function calendarJson(entries: readonly CalendarEntry[]): string {
  const years: Record<string, object[]> = {}
  for (const { pair, officeCode, ...entry } of entries) {
    const year = entry.from.slice(0, 4)
    years[year] ??= []
    years[year].push({ ...entry, ...(pair && { pair }), ...(officeCode && { office: officeCode }) })
  }
  return `${JSON.stringify(years, null, 1)}\n`
}

/** The same as a table with Vietnamese headings, UTF-8 with a byte order mark. */
export function calendarCsv(entries: readonly CalendarEntry[]): string {
  const heading = Object.values(calendarColumnNames)
  const rows = entries.map(({ from, to, kind, name, pair, confidence, source, officeCode }) => [
    ...[from, to, kind, name, pair, confidence, source, officeCode],
  ])
  return `\u{feff}${[heading, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
