import { reportWords } from '../../web/vi/reports'
import type { Report, Row } from '../domain/report'
import { askedOf } from './asked'
import { type FlatColumn, flatColumns } from './flat'
import { fitInParts, fitOneTable, type Layout, type Need } from './print-layout'
import { isFigure, printable, printedCell, printedHeading } from './printed-cell'
import { textWidth } from './text-width'

/** A column on paper; neighbours with the same group stand under one common heading. */
export type PrintColumn = { heading: string; group: string | null; align: 'left' | 'center' | 'right' }
export type PrintRow = { cells: string[]; strong: boolean }

/** A report in words and widths, ready for any format that is printed. All text is composed (NFC). */
export type PrintTable = Layout & {
  title: string
  /** What was asked, and what is the same in every row and therefore has no column. */
  facts: [name: string, value: string][]
  columns: PrintColumn[]
  rows: PrintRow[]
  /** Columns that have a key for a heading, with their names. */
  legend: string[]
  notes: string[]
}

type UpperHeading = { text: string; at: number; span: number; isGroup: boolean }

/** The upper of two heading rows: which columns each heading spans. Null when one row is enough. */
export function upperHeadings(columns: readonly PrintColumn[]): UpperHeading[] | null {
  if (columns.every(({ group }) => group === null)) return null
  return columns.flatMap(({ heading, group }, at): UpperHeading[] => {
    if (group === null) return [{ text: heading, at, span: 1, isGroup: false }]
    if (columns[at - 1]?.group === group) return []
    const end = columns.findIndex((other, i) => i > at && other.group !== group)
    return [{ text: group, at, span: (end < 0 ? columns.length : end) - at, isGroup: true }]
  })
}

/** Reads the rows and lays the table out. Rows are held in memory: the caller limits them. */
export async function printTable(report: Report): Promise<PrintTable> {
  const rows = await readRows(report, flatColumns(report.columns))
  const all = columnsOf(report, rows)
  const whole = fitOneTable(all.map(({ need }) => need))
  const kept = whole ? all : all.filter((_, at) => !isSame(rows, at))
  const needs = kept.map(({ need }) => need)
  return {
    ...(whole ?? fitOneTable(needs) ?? fitInParts(needs)),
    title: printable(report.title),
    facts: [...askedOf(report), ...sameFacts(report, all, kept, rows)].map(([name, value]) => [name, printable(value)]),
    columns: kept,
    rows: kept === all ? rows : rows.map((row) => ({ ...row, cells: kept.map(({ at }) => row.cells[at] ?? '') })),
    legend: kept.flatMap(({ heading, name }) => (heading === name ? [] : [name])),
    notes: [...report.notes, reportWords.rowCount(rows.length)].map(printable),
  }
}

type Measured = PrintColumn & { at: number; name: string; need: Need }

function columnsOf(report: Report, rows: readonly PrintRow[]): Measured[] {
  const groups = groupsOf(report)
  return flatColumns(report.columns).map((column, at) => {
    const cells = needOf(column, rows, at)
    const name = printedHeading(column)
    const heading = hasShortHeading(column, cells) ? printable(column.key) : name
    const align = alignOf(column, cells)
    return { at, name, heading, group: groups[at] ?? null, align, need: withHeading(heading, cells) }
  })
}

async function readRows(report: Report, columns: FlatColumn[]): Promise<PrintRow[]> {
  const rows: PrintRow[] = []
  for await (const row of report.rows as AsyncIterable<Row>)
    rows.push({
      cells: columns.map((column) => printedCell(column, column.read(row))),
      strong: report.strong?.(row) ?? false,
    })
  return rows
}

/** The heading over the columns that one list column has become. */
function groupsOf({ columns }: Report): (string | null)[] {
  return columns.flatMap(({ label, each }) => (each ? each.map(() => printable(label)) : [null]))
}

const longestWord = 12
/** In ems: cells of a few letters. */
const narrow = 2.5
const em = (text: string, weight: 'serif' | 'serifBold') => textWidth(text, 1, weight)
const widest = (widths: Iterable<number>) => {
  let most = 0
  for (const width of widths) if (width > most) most = width
  return most
}

function needOf({ unit }: FlatColumn, rows: readonly PrintRow[], at: number): Need {
  const figure = isFigure(unit) || unit === 'date'
  const texts = new Map<string, boolean>()
  for (const { cells, strong } of rows) texts.set(cells[at] ?? '', strong || texts.get(cells[at] ?? '') === true)
  const measure = (parts: RegExp) =>
    widest([...texts].flatMap(([text, strong]) => text.split(parts).map((p) => em(p, strong ? 'serifBold' : 'serif'))))
  // A little more than the letters need, for printers that have another font in place of ours.
  const wanted = measure(/\n/) + (figure ? 0.2 : 0)
  return { figure, wanted, least: figure ? wanted : Math.min(longestWord, measure(/\s+/)) }
}

/** A long name that begins with its number, over cells of a few letters: the number stands over them, the name below. */
function hasShortHeading(column: FlatColumn, need: Need): boolean {
  return need.wanted < narrow && column.label.startsWith(`${column.key} `)
}

function withHeading(heading: string, need: Need): Need {
  const word = Math.min(longestWord, widest(heading.split(/\s+/).map((part) => em(part, 'serifBold'))))
  const least = Math.max(need.least, word)
  return { ...need, least, wanted: Math.max(least, need.wanted, Math.min(9, em(heading, 'serifBold') / 3)) }
}

function alignOf({ unit }: FlatColumn, need: Need): PrintColumn['align'] {
  if (isFigure(unit)) return 'right'
  return unit === 'date' || need.wanted < narrow ? 'center' : 'left'
}

/** Where no sheet is wide enough, a column that says the same in every row is left to a line above; never the first. */
function isSame(rows: readonly PrintRow[], at: number): boolean {
  return at > 0 && rows.length > 1 && rows.every(({ cells }) => cells[at] === rows[0]?.cells[at])
}

function sameFacts(
  report: Report,
  all: Measured[],
  kept: Measured[],
  [first]: readonly PrintRow[],
): [string, string][] {
  const said = askedOf(report).map(([name]) => name)
  const left = all.filter((column) => !kept.includes(column) && !said.includes(column.name))
  const empty = left.filter(({ at }) => !first?.cells[at])
  const filled = left.filter(({ at }) => first?.cells[at])
  return [
    ...filled.map(({ name, at }): [string, string] => [name, reportWords.sameInAll(first?.cells[at] ?? '')]),
    ...(empty.length > 0
      ? [[reportWords.emptyColumns, empty.map(({ name }) => name).join('; ')] as [string, string]]
      : []),
  ]
}
