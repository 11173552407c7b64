import { reportWords } from '../../web/vi/reports'
import type { Report } from '../domain/report'
import { printPdf, serifFamily } from './pdf-printer'
import { cellPadding, margins } from './print-layout'
import { type PrintColumn, type PrintTable, printTable, upperHeadings } from './print-table'
import { textWidth } from './text-width'

const line = 0.5
const around = 2 * cellPadding + line
const grey = '#efefef'

/** The report on A4 sheets. Equal reports give equal bytes: no clock is asked. */
export async function pdfTable(report: Report): Promise<Buffer> {
  const table = await printTable(report)
  return printPdf({
    pageSize: 'A4',
    pageOrientation: table.landscape ? 'landscape' : 'portrait',
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    info: { title: table.title, creationDate: new Date('1980-01-01T00:00:00Z') },
    defaultStyle: { font: serifFamily, fontSize: 12, lineHeight: 1.1 },
    header: (page: number) =>
      page > 1 && {
        text: String(page),
        fontSize: 13,
        alignment: 'center',
        margin: [margins.left, 28, margins.right, 0],
      },
    content: [opening(table), ...table.parts.map((_, i) => part(table, i)), closing(table)],
  })
}

function opening({ title, facts }: PrintTable) {
  return [
    { text: title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 8] },
    ...facts.map(([name, value]) => ({ text: [{ text: `${name}: `, bold: true }, value], margin: [0, 0, 0, 1] })),
    { text: '', margin: [0, 0, 0, 6] },
  ]
}

function part(table: PrintTable, number: number) {
  const { columns: at, widths } = table.parts[number] ?? { columns: [], widths: [] }
  const columns = at.flatMap((i) => table.columns[i] ?? [])
  const heading = headingRows(columns)
  const body = table.rows.map(({ cells, strong }) =>
    at.map((i) => ({ text: cells[i] ?? '', alignment: table.columns[i]?.align, bold: strong })),
  )
  const many = table.parts.length > 1
  return [
    many && {
      text: reportWords.part(number + 1, table.parts.length),
      bold: true,
      margin: [0, 0, 0, 4],
      pageBreak: number > 0 ? 'before' : undefined,
    },
    {
      fontSize: table.size,
      lineHeight: 1.05,
      layout,
      table: {
        headerRows: heading.length,
        keepWithHeaderRows: 1,
        dontBreakRows: !hasTallRow(table, at, widths),
        widths: widths.map((width) => width - around),
        body: [...heading, ...body],
      },
    },
  ].filter(Boolean)
}

const tall = 12

/** A row that is kept together but higher than a page would lose its end. */
function hasTallRow({ rows, size }: PrintTable, columns: readonly number[], widths: readonly number[]): boolean {
  const linesOf = (text: string, width: number) =>
    text.split('\n').reduce((sum, line) => sum + 1 + (textWidth(line, size, 'serifBold') * 1.3) / width, 0)
  return rows.some(({ cells }) => columns.some((at, i) => linesOf(cells[at] ?? '', (widths[i] ?? 0) - around) > tall))
}

const layout = {
  hLineWidth: () => line,
  vLineWidth: () => line,
  paddingLeft: () => cellPadding,
  paddingRight: () => cellPadding,
  paddingTop: () => 2,
  paddingBottom: () => 2,
}

/** One row, or two where some columns have a common heading. */
function headingRows(columns: PrintColumn[]) {
  const cell = (text: string, more = {}) => ({ text, bold: true, alignment: 'center', fillColor: grey, ...more })
  const upper = upperHeadings(columns)
  if (!upper) return [columns.map(({ heading }) => cell(heading, { verticalAlignment: 'middle' }))]
  return [
    // pdfmake wants a place for every column, also for those that a heading spans.
    upper.flatMap(({ text, span, isGroup }) => [
      cell(text, isGroup ? { colSpan: span } : { rowSpan: 2 }),
      ...Array.from({ length: span - 1 }, () => ''),
    ]),
    columns.map(({ heading, group }) => (group === null ? '' : cell(heading))),
  ]
}

function closing({ legend, notes }: PrintTable) {
  return [...list(reportWords.columns, legend), ...list(reportWords.notes, notes)]
}

/** Its title never stands alone at the end of a page. */
function list(title: string, lines: string[]) {
  if (lines.length === 0) return []
  const [first, ...rest] = lines.map((text) => ({ text, alignment: 'justify', margin: [0, 2, 0, 0] }))
  return [{ unbreakable: true, stack: [{ text: title, bold: true, margin: [0, 10, 0, 0] }, first] }, ...rest]
}
