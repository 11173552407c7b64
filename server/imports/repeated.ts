import type { Fault } from './faults'

/**
 * The rows that have a key, each key once; a key that comes again is a fault that names the earlier line. Rows without a
 * key are left out: it was refused before.
 * @param shown what a person calls the row
 */
export function firstRows<Row extends { line: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null | undefined,
  { column, shown = keyOf }: { column: string; shown?: (row: Row) => string | null | undefined },
  report: (fault: Fault) => void,
): Row[] {
  const lines = new Map<string, number>()
  return rows.filter((row) => {
    const key = keyOf(row)
    if (key === null || key === undefined) return false
    const earlier = lines.get(key)
    if (earlier === undefined) lines.set(key, row.line)
    else {
      const value = shown(row) ?? key
      report({ code: 'repeated-row', line: row.line, column, value, expected: [String(earlier)] })
    }
    return earlier === undefined
  })
}
