/** One value of a table. Percentages are final numbers with two decimals; null where there is nothing to say. */
export type Cell = string | number | boolean | null | readonly number[]

export type Column = {
  key: string
  label: string
  unit?: 'percent' | 'count' | 'date' | 'mean'
  /** For a column whose cells are lists: the label of each element. Flat formats give each its own column `key.1` … */
  each?: readonly string[]
  /** For a column of closed words: what formats for people print in place of each code. */
  words?: Readonly<Record<string, string>>
}

export type Row = Record<string, Cell>

/**
 * A table that any format can print. `rows` may be streamed (a million responses) and is read once.
 * `parameters` say what was asked, as text that leads to the same table again.
 */
export type Report = {
  report: string
  title: string
  parameters: Record<string, string | number | boolean | null>
  columns: readonly Column[]
  rows: Iterable<Row> | AsyncIterable<Row>
  /** Rows that stand out on paper, such as a total among its parts. */
  strong?: (row: Row) => boolean
  notes: string[]
}
