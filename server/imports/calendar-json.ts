import { type CalendarRow, calendarColumns } from './calendar-columns'
import { addFault, type Fault, type Faults } from './faults'

type Name = keyof typeof calendarColumns
const names = Object.keys(calendarColumns) as Name[]

/**
 * Reads `{ "2026": [{ from, to, kind, name, source, pair?, confidence?, office? }] }`. Lines are those of the text on
 * which an entry begins. Null when the text is no such thing at all; rows with faults are left out.
 */
export function readCalendarJson(content: string, faults: Faults): CalendarRow[] | null {
  const years = parse(content, faults)
  if (!years) return null
  const lines = linesOfEntries(content)
  const rows: CalendarRow[] = []
  let count = 0
  for (const [year, list] of Object.entries(years)) {
    if (!/^\d{4}$/.test(year) || !Array.isArray(list)) {
      addFault(faults, { code: 'not-a-year', column: year, value: year })
      continue
    }
    for (const item of list) {
      const row = readItem(item, year, lines[count++] ?? 1, faults)
      if (row) rows.push(row)
    }
  }
  if (faults.total === 0 && rows.length === 0) addFault(faults, { code: 'no-rows' })
  return rows
}

function parse(content: string, faults: Faults): object | null {
  try {
    const value: unknown = JSON.parse(content)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
    addFault(faults, { code: 'not-a-calendar' })
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0)
    addFault(faults, { code: 'not-json', line: content.slice(0, position).split('\n').length })
  }
  return null
}

function readItem(item: unknown, year: string, line: number, faults: Faults): CalendarRow | null {
  const before = faults.total
  const report = (fault: Fault) => addFault(faults, { line, ...fault })
  if (typeof item !== 'object' || item === null) {
    report({ code: 'not-a-calendar', value: JSON.stringify(item) })
    return null
  }
  for (const key of Object.keys(item))
    if (!(names as string[]).includes(key)) report({ code: 'unknown-column', column: key, expected: names })
  const row: Record<string, unknown> = { line }
  for (const name of names) row[name] = readField(name, Reflect.get(item, name), report)
  const { from } = row
  if (typeof from === 'string' && !from.startsWith(year))
    report({ code: 'wrong-year', column: 'from', value: from, expected: [year] })
  return faults.total > before ? null : (row as CalendarRow)
}

function readField(column: Name, value: unknown, report: (fault: Fault) => void): unknown {
  const { read, ...rest } = calendarColumns[column]
  const typed = typeof value === 'string' ? value.trim() : ''
  if (value !== undefined && value !== null && typeof value !== 'string')
    return report({ code: 'unknown-option', column, value: JSON.stringify(value) })
  if (typed === '') return 'required' in rest ? report({ code: 'missing-value', column }) : null
  const seen = read(typed, typed)
  if (seen.code) report({ code: seen.code, column, value: seen.piece ?? typed, expected: seen.expected })
  return seen.value
}

/** The line of each object that stands in a list of a year. */
function linesOfEntries(content: string): number[] {
  const lines: number[] = []
  let depth = 0
  let line = 1
  for (const [token] of content.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}\n]/g)) {
    if (token === '\n') line++
    else if (token === '{' || token === '[') {
      if (token === '{' && depth === 2) lines.push(line)
      depth++
    } else if (token === '}' || token === ']') depth--
  }
  return lines
}
