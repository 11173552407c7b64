import type { Report, Row } from '../domain/report'
import { flatColumns } from './flat'

/** What a printed table may hold: more is no reading for people, and its making would fill the memory. */
const mostRows = 5000
const mostCells = 60_000

/** The most rows of this report that can be printed. */
export function printableRows({ columns }: Pick<Report, 'columns'>): number {
  return Math.min(mostRows, Math.floor(mostCells / flatColumns(columns).length))
}

/** The report with its rows in memory; null when it has more than `most`. No more rows are read than that and one. */
export async function holdRows(report: Report, most: number): Promise<Report | null> {
  const rows: Row[] = []
  for await (const row of report.rows as AsyncIterable<Row>) {
    if (rows.length === most) return null
    rows.push(row)
  }
  return { ...report, rows }
}
