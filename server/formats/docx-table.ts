import {
  AlignmentType,
  Document,
  Header,
  type ISectionPropertiesOptions,
  type ITableCellOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { reportWords } from '../../web/vi/reports'
import type { Report } from '../domain/report'
import { docxRows, twips } from './docx-rows'
import { cellPadding, margins } from './print-layout'
import { type PrintColumn, type PrintTable, printTable, upperHeadings } from './print-table'
import { xmlText } from './xml'
import { unzip, zip } from './zip'

export const font = 'Times New Roman'
const grey = 'EFEFEF'
/** Sizes of letters are counted in half points. */
const halves = (points: number) => points * 2

/** The report as a Word document on A4. Equal reports give equal bytes: no dates stand inside. */
export async function* docxTable(report: Report): AsyncGenerator<Uint8Array> {
  const table = await printTable(report)
  const parts = unzip(await Packer.toBuffer(frame(table)))
  yield* zip(
    (async function* () {
      for (const { path, text } of parts) yield { path, data: contentOf(path, text, table) }
    })(),
  )
}

/** The document without the rows of its tables: the package would need several kilobytes of memory for each cell. */
function frame(table: PrintTable): Document {
  return new Document({
    title: table.title,
    styles: stylesOf(table.size),
    sections: [
      {
        properties: sheetOf(table),
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children: [...opening(table), ...table.parts.flatMap((_, i) => part(table, i)), ...closing(table)],
      },
    ],
  })
}

function contentOf(path: string, text: string, table: PrintTable): Iterable<string> {
  if (path === 'docProps/core.xml') return [coreProperties(table.title)]
  return path === 'word/document.xml' ? withRows(text, table) : [text]
}

const endOfTable = '</w:tbl>'

function* withRows(text: string, table: PrintTable): Generator<string> {
  const pieces = text.split(endOfTable)
  for (const [i, piece] of pieces.entries()) {
    yield piece
    if (i === pieces.length - 1) return
    yield* docxRows(table, i)
    yield endOfTable
  }
}

/** Instead of the package's own part, which carries the time of its making. */
export function coreProperties(title: string): string {
  const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`
}

function stylesOf(tableSize: number) {
  const style = (id: string, run: object, spacing: object = {}, more: object = {}) => ({
    id,
    name: id,
    basedOn: 'Normal',
    run,
    paragraph: { spacing, ...more },
  })
  const language = { value: 'vi-VN' }
  return {
    default: {
      document: { run: { font, size: halves(13), language } },
      heading1: {
        run: { font, size: halves(14), bold: true, color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 160 } },
      },
      heading2: {
        run: { font, size: halves(13), bold: true, color: '000000' },
        paragraph: { keepNext: true, spacing: { before: 200, after: 60 } },
      },
    },
    paragraphStyles: [
      style('Cell', { size: halves(tableSize) }),
      style('CellHead', { size: halves(tableSize), bold: true }, {}, { alignment: AlignmentType.CENTER }),
      style('Note', {}, { after: 40 }, { alignment: AlignmentType.JUSTIFIED }),
    ],
  }
}

function sheetOf({ landscape }: PrintTable): ISectionPropertiesOptions {
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const { top, right, bottom, left } = margins
  return {
    titlePage: true,
    page: {
      size: { orientation, width: 11_906, height: 16_838 },
      margin: { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left), header: twips(28) },
    },
  }
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT] })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

function opening({ title, facts }: PrintTable): Paragraph[] {
  return [
    new Paragraph({ style: 'Heading1', text: title }),
    ...facts.map(
      ([name, value]) =>
        new Paragraph({
          style: 'Note',
          children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(value)],
        }),
    ),
  ]
}

function part(table: PrintTable, number: number): (Paragraph | Table)[] {
  const { columns: at, widths } = table.parts[number] ?? { columns: [], widths: [] }
  const columnWidths = widths.map(twips)
  const columns = at.flatMap((i) => table.columns[i] ?? [])
  const heading =
    table.parts.length > 1
      ? new Paragraph({
          style: 'Heading2',
          pageBreakBefore: number > 0,
          text: reportWords.part(number + 1, table.parts.length),
        })
      : new Paragraph({ style: 'Cell' })
  const width = columnWidths.reduce((sum, one) => sum + one, 0)
  const grid = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    margins: { left: twips(cellPadding), right: twips(cellPadding), top: 20, bottom: 20 },
    rows: headingRows(columns, columnWidths),
  })
  return [heading, grid]
}

/** One row, or two where some columns have a common heading; repeated on every page. */
function headingRows(columns: PrintColumn[], widths: number[]): TableRow[] {
  const head = (text: string, more: Partial<ITableCellOptions>) =>
    new TableCell({
      children: [new Paragraph({ style: 'CellHead', text })],
      verticalAlign: VerticalAlignTable.CENTER,
      shading: { fill: grey },
      ...more,
    })
  const size = (from: number, to = from + 1) => ({
    size: widths.slice(from, to).reduce((sum, one) => sum + one, 0),
    type: WidthType.DXA,
  })
  const row = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children })
  const upper = upperHeadings(columns)
  if (!upper) return [row(columns.map(({ heading }, i) => head(heading, { width: size(i) })))]
  const over = upper.map(({ text, at, span, isGroup }) =>
    head(text, { width: size(at, at + span), ...(isGroup ? { columnSpan: span } : { rowSpan: 2 }) }),
  )
  const under = columns.flatMap(({ heading, group }, i) => (group === null ? [] : [head(heading, { width: size(i) })]))
  return [row(over), row(under)]
}

function closing({ legend, notes }: PrintTable): Paragraph[] {
  const list = (title: string, lines: string[]) =>
    lines.length === 0
      ? []
      : [
          new Paragraph({ style: 'Heading2', text: title }),
          ...lines.map((text) => new Paragraph({ style: 'Note', text })),
        ]
  return [...list(reportWords.columns, legend), ...list(reportWords.notes, notes)]
}
