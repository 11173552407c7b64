import { reportWords } from '../../web/vi/reports'
import type { Report, Row } from '../domain/report'
import { askedOf } from './asked'
import { printRows } from './chunks'
import { type FlatColumn, flatColumns, headingOf } from './flat'
import type { Format } from './index'
import { cell, cellWriter, columnName, styles, textCell, widthOf } from './xlsx-cells'
import { contentTypes, rootLinks, type SheetInfo, stylesXml, workbook, workbookLinks } from './xlsx-parts'
import { type ZipPart, zip } from './zip'

/** What one sheet can hold, its heading included; the rest goes on in another sheet. */
export const rowsPerSheet = 1_048_576
const sampleSize = 100
const worksheet =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

/** Rows that can be looked at before they are taken. */
type Source = { head: Row[]; rows: AsyncIterator<Row>; taken: number }

async function* inTurn(rows: Report['rows']): AsyncGenerator<Row> {
  yield* rows
}

async function fill(source: Source, length: number): Promise<boolean> {
  while (source.head.length < length) {
    const next = await source.rows.next()
    if (next.done) break
    source.head.push(next.value)
  }
  return source.head.length > 0
}

/** At most `count` of the rows; the others stay for another sheet. */
async function* take(source: Source, count: number): AsyncGenerator<Row> {
  for (let i = 0; i < count; i++) {
    const row = source.head.shift() ?? (await source.rows.next()).value
    if (row === undefined) return
    source.taken++
    yield row
  }
}

async function* dataSheet(columns: FlatColumn[], source: Source, limit: number): AsyncGenerator<string> {
  await fill(source, sampleSize)
  const widths = columns.map((column) => widthOf(column, source.head))
  const fits = widths.reduce((sum, width) => sum + width, 0) < 300
  const writers = columns.map((column, i) => cellWriter(columnName(i), column))
  yield worksheet
  yield `<sheetPr><pageSetUpPr fitToPage="${fits ? 1 : 0}"/></sheetPr>`
  yield '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  yield `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`
  yield `<sheetData><row r="1" ht="${headingHeight(columns, widths)}" customHeight="1">${columns.map((column, i) => textCell(columnName(i), 1, headingOf(column), styles.heading)).join('')}</row>`
  const count = yield* printRows(take(source, limit - 1), (row, ordinal) => {
    let cells = ''
    for (const write of writers) cells += write(row, ordinal + 1)
    return `<row r="${ordinal + 1}">${cells}</row>`
  })
  yield `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${count + 1}"/>`
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
  yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
}

/** In points: as many lines as the longest heading needs at the width of its column. */
function headingHeight(columns: FlatColumn[], widths: number[]): number {
  const lines = columns.map((column, i) => Math.ceil((headingOf(column).length * 1.25) / (widths[i] ?? 10)))
  return 8 + 14 * Math.max(...lines)
}

async function* notesSheet(report: Report, count: number): AsyncGenerator<string> {
  const lines: [string, string, number][] = [
    [report.title, '', styles.title],
    ['', '', styles.plain],
    ...askedOf(report).map(([name, value]): [string, string, number] => [name, value, styles.strong]),
    ['', '', styles.plain],
    ...[...report.notes, reportWords.rowCount(count)].map((note, i): [string, string, number] => [
      i === 0 ? reportWords.notes : '',
      note,
      styles.strong,
    ]),
  ]
  yield `${worksheet}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="96" customWidth="1"/></cols><sheetData>`
  for (const [i, [left, right, style]] of lines.entries())
    yield `<row r="${i + 1}">${cell('A', i + 1, left, style)}${cell('B', i + 1, right, styles.wrapped)}</row>`
  yield '</sheetData><pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>'
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

async function* parts(report: Report, limit: number): AsyncGenerator<ZipPart> {
  const columns = flatColumns(report.columns)
  const source: Source = { head: [], rows: inTurn(report.rows), taken: 0 }
  const sheets: SheetInfo[] = []
  const path = () => `xl/worksheets/sheet${sheets.length}.xml`
  try {
    do {
      sheets.push({ title: report.title, lastColumn: columnName(columns.length - 1) })
      yield { path: path(), data: dataSheet(columns, source, limit) }
    } while (await fill(source, 1))
  } finally {
    await source.rows.return?.()
  }
  sheets.push({ title: reportWords.notes, lastColumn: null })
  yield { path: path(), data: notesSheet(report, source.taken) }
  yield { path: 'xl/styles.xml', data: once(stylesXml) }
  yield { path: 'xl/workbook.xml', data: once(workbook(sheets)) }
  yield { path: 'xl/_rels/workbook.xml.rels', data: once(workbookLinks(sheets.length)) }
  yield { path: '_rels/.rels', data: once(rootLinks) }
  yield { path: '[Content_Types].xml', data: once(contentTypes(sheets.length)) }
}

/** As `xlsx.write`; a sheet holds at most `limit` lines (at least 2), its heading included. */
export function writeXlsx(report: Report, limit = rowsPerSheet): AsyncIterable<Uint8Array> {
  return zip(parts(report, limit))
}

/**
 * Office Open XML workbook (ECMA-376): the table with a frozen heading, numbers as numbers, days as days, text always as
 * text; a second sheet with what was asked, the notes and the number of rows.
 */
export const xlsx: Format = {
  format: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  write: (report) => writeXlsx(report),
}
