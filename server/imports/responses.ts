import type { ParsedAnswers } from '../domain/answers'
import type { Channel } from '../domain/channels'
import type { OfferedProcedure } from '../domain/procedure-choice'
import type { SurveyDefinition } from '../domain/survey'
import { readHeading } from './columns'
import type { When } from './dates'
import { addFault, type Faults, noFaults } from './faults'
import { rowReader } from './row'
import { type FileFault, type Line, openSheet } from './sheet'

export type ImportPoint = { code: string; officeCode: string; surveyKey: string; field: string }

/** What the rows of a file may refer to. */
export type ImportContext = {
  points: readonly ImportPoint[]
  /** Every published version, of each survey the newest first. */
  definitions: readonly SurveyDefinition[]
  /** The catalogue, closed ones too: the file may be old. */
  procedures: readonly OfferedProcedure[]
  now: Date
  /** A keyed hash of what a row says: the same for the same row, however the file was saved. */
  hash: (content: string) => string
}

export type ImportedRow = {
  line: number
  /** Its field is that of the procedure, where the row names one. */
  point: ImportPoint
  definition: SurveyDefinition
  channel: Channel
  when: When
  clientId: string | null
  contentHash: string
  parsed: ParsedAnswers
}

export type ReadResponses = { ok: true; rows: ImportedRow[] } | { ok: false; faults: Faults }

/**
 * Reads a file of earlier answers (CSV or XLSX): columns point and submittedAt, optionally channel, survey, clientId and
 * items, one column per criterion. All or nothing: with any fault no row is given, but as many faults as can be listed.
 */
export async function readResponses(bytes: Uint8Array, context: ImportContext): Promise<ReadResponses> {
  const faults = noFaults()
  const sheet = await openSheet(bytes)
  if (!sheet.ok) for (const fault of sheet.faults) addFault(faults, fault)
  const rows = sheet.ok ? await readRows(sheet.lines, context, faults) : []
  if (faults.total === 0 && rows.length === 0) addFault(faults, { code: 'no-rows' })
  return faults.total > 0 ? { ok: false, faults } : { ok: true, rows }
}

/** Lines between two pauses, in which the server may answer others. */
const breath = 500

async function readRows(
  lines: AsyncIterable<Line | FileFault> | Iterable<Line | FileFault>,
  context: ImportContext,
  faults: Faults,
): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = []
  let read: ((line: Line) => ImportedRow | null) | null = null
  let count = 0
  for await (const line of lines) {
    if ('code' in line) addFault(faults, line)
    else if (read) {
      const row = read(line)
      // After a fault nothing will be imported: the other rows are only checked.
      if (row && faults.total === 0) rows.push(row)
    } else {
      const heading = readHeading(line, context.definitions, faults)
      if (faults.total > 0) return []
      read = rowReader(context, heading, faults)
    }
    if (++count % breath === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  return rows
}
