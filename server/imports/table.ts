import { cellText, comparable, isFormulaError } from './cells'
import { addFault, type Fault, type Faults } from './faults'
import type { Read } from './readers'
import { type Line, openSheet } from './sheet'
import { reportStrayCells } from './stray-cells'

/** One column: what it is called besides its own name and its Vietnamese heading, whether a row must have it, how it reads. */
export type Column<T> = { aliases: readonly string[]; required?: true; read: Read<T> }
type Columns = Record<string, Column<unknown>>
type ValueOf<C> = C extends Column<infer T> ? T : never

/**
 * What a line says. A value is null when its cell is empty, and undefined when the file has no such column or the cell
 * was refused; a column that every row must have is never null.
 */
export type Row<C extends Columns> = { line: number } & { [K in keyof C]?: ValueOf<C[K]> | null | undefined }

/** `headings`: how the file names a column, for faults that are found later. */
export type Table<C extends Columns> = { rows: Row<C>[]; headingOf: (key: keyof C & string) => string }

export const mostRows = 50_000
/** Lines between two pauses, in which the server may answer others. */
const breath = 500
const meaningless = ['stt', 'tt', 'so thu tu']

/**
 * Reads the first sheet of a CSV or XLSX file by a list of columns; line 1 is the heading. Every fault of the file is
 * added to `faults`; rows with faults are given as well, as far as they could be read, so that rows that refer to them
 * can still be judged. Null when the file or its heading cannot be read at all.
 * @param headings the Vietnamese heading of each column
 */
export async function readTable<C extends Columns>(
  bytes: Uint8Array,
  columns: C,
  headings: Readonly<Record<keyof C & string, string>>,
  faults: Faults,
): Promise<Table<C> | null> {
  const sheet = await openSheet(bytes)
  if (!sheet.ok) for (const fault of sheet.faults) addFault(faults, fault)
  if (!sheet.ok) return null
  let found: Heading<C> | null = null
  const rows: Row<C>[] = []
  let count = 0
  for await (const line of sheet.lines) {
    if ('code' in line) addFault(faults, line)
    else if (found) rows.push(readRow(line, columns, found, faults))
    else found = readHeading(line, columns, headings, faults)
    if (found === null && faults.total > 0) return null
    if (rows.length > mostRows) return tooMany(faults)
    if (++count % breath === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  if (faults.total === 0 && rows.length === 0) addFault(faults, { code: 'no-rows' })
  const at = found?.at
  const names = found?.names
  return { rows, headingOf: (key) => names?.[at?.[key] ?? -1] ?? headings[key] }
}

function tooMany(faults: Faults): null {
  addFault(faults, { code: 'too-many-rows', line: mostRows + 2, expected: [String(mostRows)] })
  return null
}

type Heading<C> = { names: readonly string[]; at: Partial<Record<keyof C & string, number>> }

/** Null, with faults added, when a column is missing, unknown or there twice. */
function readHeading<C extends Columns>(
  line: Line,
  columns: C,
  headings: Readonly<Record<string, string>>,
  faults: Faults,
): Heading<C> | null {
  const before = faults.total
  const names = line.cells.slice(0, 1000).map(cellText)
  const at: Heading<C>['at'] = {}
  const expected = Object.values(headings)
  names.forEach((column, position) => {
    const name = comparable(column)
    if (name === '' || meaningless.includes(name)) return
    const key = keysOf(columns).find((key) => namesOf(key, columns, headings).includes(name))
    if (!key) addFault(faults, { code: 'unknown-column', line: 1, column, expected })
    else if (at[key] !== undefined) addFault(faults, { code: 'repeated-column', line: 1, column })
    else at[key] = position
  })
  for (const key of keysOf(columns))
    if (columns[key]?.required && at[key] === undefined)
      addFault(faults, { code: 'missing-column', line: 1, column: headings[key], expected })
  return faults.total > before ? null : { names, at }
}

const keysOf = <C extends Columns>(columns: C) => Object.keys(columns) as (keyof C & string)[]

/** A heading may carry what its template adds: `Mã đơn vị (bắt buộc)`, `Mã đơn vị *`. */
function namesOf(key: string, columns: Columns, headings: Readonly<Record<string, string>>): string[] {
  const names = [key, headings[key] ?? '', ...(columns[key]?.aliases ?? [])].map(comparable)
  return [...names, ...names.map((name) => `${name} bat buoc`)]
}

function readRow<C extends Columns>(line: Line, columns: C, { names, at }: Heading<C>, faults: Faults): Row<C> {
  const report = (fault: Fault) => addFault(faults, { line: line.line, ...fault })
  reportStrayCells(line, names, report)
  const row: Record<string, unknown> = { line: line.line }
  for (const key of keysOf(columns)) {
    const position = at[key]
    const column = columns[key]
    if (position === undefined || !column) continue
    const reportCell = (fault: Fault) => report({ column: names[position], ...fault })
    row[key] = readCell(line.cells[position] ?? null, column, reportCell)
  }
  return row as Row<C>
}

function readCell(cell: Line['cells'][number], column: Column<unknown>, report: (fault: Fault) => void): unknown {
  const value = cellText(cell)
  if (value === '') {
    if (column.required) report({ code: 'missing-value' })
    return column.required ? undefined : null
  }
  if (isFormulaError(value)) return report({ code: 'formula-error', value })
  const seen = column.read(value, cell)
  if (seen.code) report({ code: seen.code, value: seen.piece ?? value, expected: seen.expected })
  return seen.value
}
