import type { Cell, Column, Row } from '../domain/report'

/** A column of a flat table: a list column has become one of these per element. */
export type FlatColumn = {
  key: string
  label: string
  unit?: Column['unit']
  words?: Column['words']
  read: (row: Row) => FlatCell
}
export type FlatCell = Exclude<Cell, readonly number[]>

const scalar = (cell: Cell | undefined): FlatCell => {
  if (cell === undefined) return null
  if (cell !== null && typeof cell === 'object') throw new Error('a list in a column without each')
  return cell
}

/** Columns for formats that know no lists: `counts` with five labels becomes `counts.1` … `counts.5`. */
export function flatColumns(columns: readonly Column[]): FlatColumn[] {
  return columns.flatMap(({ key, label, unit, words, each }): FlatColumn[] => {
    if (!each) return [{ key, label, unit, words, read: (row) => scalar(row[key]) }]
    return each.map((name, i) => ({
      key: `${key}.${i + 1}`,
      label: name,
      unit,
      read: (row) => {
        const list = row[key]
        return list !== null && typeof list === 'object' ? (list[i] ?? null) : null
      },
    }))
  })
}

/** The label with the sign of percent, where the values carry none. */
export function headingOf({ label, unit }: Pick<FlatColumn, 'label' | 'unit'>): string {
  return unit === 'percent' && !label.includes('%') ? `${label} (%)` : label
}
