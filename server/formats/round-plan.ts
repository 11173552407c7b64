import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type PlanSection, planNumber, planTotals, planWords as words } from '../../web/vi/round-plan'
import type { RoundPlan } from '../domain/round-plan'
import { twips } from './docx-rows'
import { coreProperties, font } from './docx-table'
import { margins } from './print-layout'
import { unzip, zip } from './zip'

/** Half points of the sizes of Nghị định 30/2020/NĐ-CP: text 14, heads 13, recipients 12 and 11. */
const size = { text: 28, head: 24, date: 26, recipients: 24, list: 22 }
const width = 9071
const indent = 567

/** The plan of a survey round as a Word document on A4. Equal plans give equal bytes. */
export async function* roundPlanDocx(plan: RoundPlan): AsyncGenerator<Uint8Array> {
  const parts = unzip(await Packer.toBuffer(document(plan)))
  yield* zip(
    (async function* () {
      for (const { path, text } of parts)
        yield { path, data: [path === 'docProps/core.xml' ? coreProperties(words.title(plan.title)) : text] }
    })(),
  )
}

function document(plan: RoundPlan): Document {
  const { top, right, bottom, left } = margins
  const margin = { top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left), header: twips(28) }
  const number = new TextRun({ children: [PageNumber.CURRENT], size: size.head })
  return new Document({
    title: words.title(plan.title),
    styles: { default: { document: { run: { font, size: size.text, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: 11_906, height: 16_838 }, margin } },
        headers: {
          default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] }),
          first: new Header({ children: [] }),
        },
        children: [
          head(plan),
          ...title(plan),
          body(words.opening(plan.office, plan.title, plan.note)),
          ...words.sections(plan).flatMap((section) => sectionOf(plan, section)),
          body(words.closing(plan.office, plan.title), true),
          new Paragraph({ keepNext: true }),
          foot(),
        ],
      },
    ],
  })
}

type Look = { bold?: boolean; italics?: boolean; size?: number } & Pick<IParagraphOptions, 'spacing'>

function centred(text: string, { spacing, ...run }: Look = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: [new TextRun({ text, ...run })] })
}

/** The short line under a head. */
function rule(side: number): Paragraph {
  const border = { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } }
  return new Paragraph({
    border,
    indent: { left: side, right: side },
    spacing: { line: 80, lineRule: LineRuleType.EXACT, after: 60 },
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** Two columns without borders: the office at the left, the country's name and motto at the right. */
function head({ office, above, toOn }: RoundPlan): Table {
  const upper = (text: string) => text.toLocaleUpperCase('vi')
  const left = [
    ...(above ? [centred(upper(above), { size: size.head })] : []),
    centred(upper(office), { bold: true, size: size.head }),
    rule(1150),
    centred(words.number, { size: size.date, spacing: { before: 80 } }),
  ]
  const right = [
    centred(words.country, { bold: true, size: size.head }),
    centred(words.motto, { bold: true, size: size.date }),
    rule(1300),
    centred(words.date(toOn.slice(0, 4)), { italics: true, size: size.date, spacing: { before: 80 } }),
  ]
  return pair(left, right, [3571, 5500])
}

function pair(left: Paragraph[], right: Paragraph[], widths: [number, number]): Table {
  const cell = (children: Paragraph[], at: 0 | 1) =>
    new TableCell({ children, width: { size: widths[at], type: WidthType.DXA } })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    margins: { left: 0, right: 0 },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 0), cell(right, 1)] })],
  })
}

function title(plan: RoundPlan): Paragraph[] {
  return [
    centred(words.kind, { bold: true, spacing: { before: 360 } }),
    centred(words.title(plan.title), { bold: true }),
    rule(3300),
    new Paragraph({ spacing: { after: 60 } }),
  ]
}

function body(text: string, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: indent },
    spacing: { before: 80, after: 80, line: 290, lineRule: LineRuleType.AUTO },
    children: [new TextRun(text)],
  })
}

function sectionOf(plan: RoundPlan, { heading, paragraphs, table }: PlanSection): (Paragraph | Table)[] {
  const head = new Paragraph({
    keepNext: true,
    indent: { firstLine: indent },
    spacing: { before: 160, after: 80 },
    children: [new TextRun({ text: heading, bold: true })],
  })
  return [head, ...paragraphs.map((text) => body(text)), ...(table ? [offices(plan)] : [])]
}

const columns = [700, 5071, 1500, 1800]

function offices(plan: RoundPlan): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: words.columns.map((text, at) => cell(text, at, { bold: true, align: AlignmentType.CENTER })),
  })
  const rows = plan.offices.map(
    ({ name, depth, population, target }, at) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(String(at + 1), 0, { align: AlignmentType.CENTER }),
          cell(name, 1, { left: depth * 200 }),
          cell(planNumber(population), 2, { align: AlignmentType.RIGHT }),
          cell(planNumber(target), 3, { align: AlignmentType.RIGHT }),
        ],
      }),
  )
  const [population = '', target = ''] = planTotals(plan)
  const total = new TableRow({
    cantSplit: true,
    children: [
      cell('', 0, {}),
      cell(words.total, 1, { bold: true }),
      cell(population, 2, { bold: true, align: AlignmentType.RIGHT }),
      cell(target, 3, { bold: true, align: AlignmentType.RIGHT }),
    ],
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    margins: { left: 90, right: 90, top: 30, bottom: 30 },
    rows: [head, ...rows, total],
  })
}

type CellLook = { bold?: boolean; align?: (typeof AlignmentType)[keyof typeof AlignmentType]; left?: number }

function cell(text: string, at: number, { bold, align = AlignmentType.LEFT, left = 0 }: CellLook): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: columns[at] ?? 0, type: WidthType.DXA },
    children: [
      new Paragraph({ alignment: align, indent: { left }, children: [new TextRun({ text, bold, size: size.head })] }),
    ],
  })
}

/** Who gets it at the left, who signs at the right. */
function foot(): Table {
  const left = [
    new Paragraph({
      children: [new TextRun({ text: words.recipients, bold: true, italics: true, size: size.recipients })],
    }),
    ...words.recipientList.map((text) => new Paragraph({ children: [new TextRun({ text, size: size.list })] })),
  ]
  const right = [
    centred(words.signer, { bold: true }),
    centred(words.signerName, { bold: true, spacing: { before: 1500 } }),
  ]
  return pair(left, right, [4535, 4536])
}
