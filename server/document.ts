import type { Connection } from '../db/connect'
import { fileNames } from '../web/vi/reports'
import { trainingWords } from '../web/vi/training'
import type { Report } from './domain/report'
import type { RoundPlan } from './domain/round-plan'
import { findFormat, printReport, type TooManyRows } from './formats'
import type { BoardSize, NoticeBoard } from './formats/notice-board'
import type { Poster } from './formats/poster'
import { qrZip } from './formats/qr-files'
import { type Asked, makeReport, type ReportFault } from './reports'
import { readCaseView } from './reports/case-page'
import type { CaseAsked } from './reports/case-question'

/** Something to print that may take long. `within`: the office to whose part of the tree the asking person is limited. */
export type DocumentRequest = Printed & {
  /** Its figures are invented: title, notes and the file's name say so. */
  training?: boolean
}

type Printed =
  | {
      kind: 'report'
      name: string
      parameters: Asked
      format: string
      /** YYYY-MM-DD in UTC+7. */
      today: string
      within?: string | null
      /** The asking person sees groups of whole past weeks only. */
      wholeWeeks?: boolean
      /** The asking person may see that there are restricted cases. */
      restricted?: boolean
    }
  /** The page of figures of petitions, as JSON. */
  | {
      kind: 'case-figures'
      parameters: CaseAsked & { since: string }
      today: string
      within: string | null
      restricted: boolean
    }
  | { kind: 'round-plan'; plan: RoundPlan }
  /** `code`: of the office, for the file's name. */
  | { kind: 'notice-board'; board: NoticeBoard; size: BoardSize; code: string }
  | { kind: PrintKind; posters: readonly (Poster & { code: string })[] }

type PrintKind = 'posters' | 'tents' | 'codes'

export type DocumentFault =
  | ReportFault
  | TooManyRows
  | { ok: false; error: 'unknown-format'; parameter: 'format'; value: string }
export type DocumentHead = { ok: true; contentType: string; fileName: string }
export type Document = (DocumentHead & { chunks: AsyncIterable<Uint8Array> }) | DocumentFault

/** Makes a document; its bytes are made as they are taken, from the rows of an open database. */
export async function makeDocument(connection: Connection, request: DocumentRequest): Promise<Document> {
  const made = await print(connection, request)
  return made.ok && request.training ? { ...made, fileName: `${fileNames.training}_${made.fileName}` } : made
}

async function print(connection: Connection, request: DocumentRequest): Promise<Document> {
  if (request.kind === 'round-plan') return makeRoundPlan(request.plan)
  if (request.kind === 'case-figures') return makeCaseFigures(connection, request)
  if (request.kind === 'notice-board') return makeNoticeBoard(request)
  if (request.kind !== 'report') return makePrint(request.kind, request.posters)
  const format = findFormat(request.format)
  if (!format) return { ok: false, error: 'unknown-format', parameter: 'format', value: request.format }
  const { name, parameters, format: _, kind: __, training: ___, ...limits } = request
  const made = await makeReport({ connection, ...limits }, name, parameters)
  if (!made.ok) return made
  const fileName = `${baseName(made.report)}.${format.extension}`
  const printed = await printReport(format, request.training ? marked(made.report) : made.report)
  return printed.ok ? { ...printed, contentType: format.contentType, fileName } : printed
}

async function makeCaseFigures(
  connection: Connection,
  { parameters, today, within, restricted }: Extract<Printed, { kind: 'case-figures' }>,
): Promise<Document> {
  const read = await readCaseView({ connection, today, within, restricted }, parameters)
  if (!read.ok) return read
  const bytes = new TextEncoder().encode(JSON.stringify(read.view))
  const chunks = (async function* () {
    yield bytes
  })()
  return { ok: true, contentType: 'application/json', fileName: 'case-figures.json', chunks }
}

function marked(report: Report): Report {
  const { short, band } = trainingWords
  return { ...report, title: `${short} · ${report.title}`, notes: [band, ...report.notes] }
}

/** Plain letters: what was asked, and for which days or period. */
function baseName({ report, parameters: { period, from, to, point, office } }: Report): string {
  const parts = [fileNames[report] ?? report, point ?? office, period ?? from, period ? null : to]
  const kept = parts.filter((part) => part !== null && part !== undefined && part !== '')
  return kept.join('_').replace(/[^A-Za-z0-9._-]+/g, '-')
}

const pdf = 'application/pdf'
const prints = {
  posters: { contentType: pdf, extension: 'pdf' },
  tents: { contentType: pdf, extension: 'pdf' },
  codes: { contentType: 'application/zip', extension: 'zip' },
} as const

/** Posters, table cards or bare codes, in the given order. */
function makePrint(kind: PrintKind, posters: readonly (Poster & { code: string })[]): Document {
  const { contentType, extension } = prints[kind]
  const [only, second] = posters
  const fileName = `${fileNames[kind]}${only && !second ? `_${only.code}` : ''}.${extension}`
  const chunks = (async function* () {
    if (kind === 'codes') return yield* qrZip(posters)
    // Only now: the printer's libraries are large, and most processes never print.
    const { sheetsPdf } = await import('./formats/poster-pdf')
    yield* sheetsPdf(kind, posters)
  })()
  return { ok: true, contentType, fileName, chunks }
}

/** The posting of the channels for feedback. */
function makeNoticeBoard({ board, size, code }: Extract<Printed, { kind: 'notice-board' }>): Document {
  const chunks = (async function* () {
    const { noticeBoardPdf } = await import('./formats/notice-board')
    yield await noticeBoardPdf(board, size)
  })()
  return { ok: true, contentType: pdf, fileName: `${fileNames.noticeBoard}_${size}_${code}.pdf`, chunks }
}

/** The plan of a survey round, for going on writing in Word. */
function makeRoundPlan(plan: RoundPlan): Document {
  const word = findFormat('docx')
  const chunks = (async function* () {
    const { roundPlanDocx } = await import('./formats/round-plan')
    yield* roundPlanDocx(plan)
  })()
  return {
    ok: true,
    contentType: word?.contentType ?? '',
    fileName: `${fileNames.roundPlan}_${plan.fromOn}.docx`,
    chunks,
  }
}
