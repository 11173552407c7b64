import type { Fault } from './faults'

/**
 * The rows that have a key, each key once; a key that comes again is a fault that names the earlier line. Rows without a
 * key are left out: it was refused before.
 */
export function firstRows<Row extends { line: number }, C extends string>(
  { rows, headingOf }: { rows: readonly Row[]; headingOf: (column: C) => string },
  keyOf: (row: Row) => string | null,
  column: C,
  report: (fault: Fault) => void,
): Row[] {
  const lines = new Map<string, number>()
  return rows.filter((row) => {
    const value = keyOf(row)
    const earlier = value === null ? undefined : lines.get(value)
    if (value === null) return false
    if (earlier === undefined) lines.set(value, row.line)
    else report({ code: 'repeated-row', line: row.line, column: headingOf(column), value, expected: [String(earlier)] })
    return earlier === undefined
  })
}
