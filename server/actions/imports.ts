import { createHash, createHmac } from 'node:crypto'
import { insertAudit } from '../../db/audit'
import { listPoints } from '../../db/points'
import { listProcedures } from '../../db/procedures'
import { importResponses as keepResponses, type NewResponse } from '../../db/responses'
import type { Db } from '../../db/schema'
import { getSurveyVersion, listSurveyVersions } from '../../db/surveys'
import type { Deps } from '../deps'
import { may, type SignedInStaff } from '../domain/permissions'
import type { Standing } from '../domain/standing'
import { versionId } from '../domain/survey'
import { addFault, type Faults, noFaults } from '../imports/faults'
import { type ImportedRow, readResponses } from '../imports/responses'
import { randomBytesPooled } from '../random'

export type ImportDeps = Pick<Deps, 'connection' | 'db' | 'keys' | 'now'>
export type ImportOptions = {
  dryRun: boolean
  /** Who imports; null from the command line, where whoever holds the machine may. */
  staff: Pick<SignedInStaff, 'id' | 'role'> | null
  /** Codes of the offices whose points may be named; null: every office. */
  offices: readonly string[] | null
}

/** `added` rows are new (with a dry run: would be), `known` ones were imported before. Days are in UTC+7. */
export type ImportSummary = {
  rows: number
  added: number
  known: number
  standings: Partial<Record<Standing, number>>
  points: Record<string, number>
  surveys: Record<string, number>
  from: string
  to: string
}
export type ImportResult =
  | { ok: true; summary: ImportSummary }
  | { ok: false; error: 'forbidden' }
  | { ok: false; error: 'faults'; faults: Faults }

/**
 * Imports a file of earlier answers (CSV or XLSX) in one transaction, all or nothing, with an entry in the audit. The same
 * file imported again adds nothing: a row without a client id gets one made of what it says and of its place among equal
 * rows. The caller wakes or drains the follower.
 * `forbidden`: this person may not import.
 */
export async function importResponses(
  deps: ImportDeps,
  bytes: Uint8Array,
  name: string,
  { dryRun, staff, offices }: ImportOptions,
): Promise<ImportResult> {
  if (staff && !may(staff.role, 'import')) return { ok: false, error: 'forbidden' }
  const read = await readResponses(bytes, {
    points: await listPoints(deps.db, offices ?? undefined),
    procedures: await listProcedures(deps.db),
    definitions: await listDefinitions(deps.db),
    now: deps.now(),
    hash: (content) => keyedHash(deps, content),
  })
  if (!read.ok) return refused(read.faults)
  const rows = withIds(deps, read.rows)
  const faults = repeatedIds(read.rows)
  if (faults.total > 0) return refused(faults)
  const alongside = (db: Db) => audit(db, deps, bytes, { subject: name, staffId: staff?.id ?? null, rows: rows.length })
  const kept = await keepResponses(deps.connection, rows, { dryRun, alongside })
  if (kept.conflicts.length > 0) return refused(conflictFaults(read.rows, kept.conflicts))
  return { ok: true, summary: { ...summarise(read.rows), added: kept.added, known: kept.known } }
}

function refused(faults: Faults): ImportResult {
  return { ok: false, error: 'faults', faults }
}

async function listDefinitions(db: Db) {
  const versions = await listSurveyVersions(db)
  return Promise.all(versions.map((version) => getSurveyVersion(db, version.id)))
}

function keyedHash({ keys }: Pick<ImportDeps, 'keys'>, content: string): string {
  return createHmac('sha256', keys.content).update('import\n').update(content).digest('base64url')
}

function withIds(deps: ImportDeps, rows: readonly ImportedRow[]): NewResponse[] {
  const equal = new Map<string, number>()
  const receivedAt = deps.now().toISOString()
  return rows.map((row) => {
    const ordinal = equal.get(row.contentHash) ?? 0
    equal.set(row.contentHash, ordinal + 1)
    const clientId = row.clientId ?? keyedHash(deps, `${row.contentHash} ${ordinal}`).slice(0, 22)
    return toResponse(row, clientId, receivedAt)
  })
}

function toResponse(row: ImportedRow, clientId: string, receivedAt: string): NewResponse {
  const { point, definition, channel, when, parsed, contentHash } = row
  return {
    office: point.officeCode,
    point: point.code,
    version: versionId(definition),
    channel,
    field: point.field,
    submittedOn: when.on,
    submittedAt: when.at,
    receivedAt,
    answers: parsed.answers,
    traits: parsed.traits,
    extras: parsed.extras,
    comment: parsed.comment,
    sentStanding: parsed.standing,
    standing: parsed.standing,
    flags: 'imported',
    lang: 'vi',
    clientId,
    contentMac: Buffer.from(contentHash, 'base64url'),
    answersSalt: randomBytesPooled(16),
    restSalt: randomBytesPooled(16),
    answersCommit: null,
    restCommit: null,
  }
}

/** Two rows of the file with one id and different answers: one of them would be lost. */
function repeatedIds(rows: readonly ImportedRow[]): Faults {
  const faults = noFaults()
  const first = new Map<string, ImportedRow>()
  for (const row of rows) {
    const earlier = row.clientId === null ? undefined : first.get(row.clientId)
    if (row.clientId !== null && !earlier) first.set(row.clientId, row)
    if (earlier && earlier.contentHash !== row.contentHash)
      addFault(faults, idFault('repeated-id', row, [String(earlier.line)]))
  }
  return faults
}

function conflictFaults(rows: readonly ImportedRow[], positions: readonly number[]): Faults {
  const faults = noFaults()
  for (const position of positions) {
    const row = rows[position]
    if (row) addFault(faults, idFault('known-id', row))
  }
  return faults
}

function idFault(code: 'repeated-id' | 'known-id', row: ImportedRow, expected?: readonly string[]) {
  return { code, line: row.line, column: 'clientId', value: row.clientId ?? '', expected }
}

function summarise(rows: readonly ImportedRow[]): Omit<ImportSummary, 'added' | 'known'> {
  const days = rows.map((row) => row.when.on).sort()
  return {
    rows: rows.length,
    standings: countBy(rows, (row) => row.parsed.standing),
    points: countBy(rows, (row) => row.point.code),
    surveys: countBy(rows, (row) => versionId(row.definition)),
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
  }
}

function countBy<K extends string>(rows: readonly ImportedRow[], keyOf: (row: ImportedRow) => K) {
  const counts: Partial<Record<K, number>> = {}
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1
  return counts as Record<K, number>
}

function audit(
  db: Db,
  deps: ImportDeps,
  bytes: Uint8Array,
  { subject, staffId, rows }: { subject: string; staffId: string | null; rows: number },
): Promise<void> {
  const detail = JSON.stringify({ rows, sha256: createHash('sha256').update(bytes).digest('hex') })
  return insertAudit(db, { at: deps.now().toISOString(), staffId, action: 'import.responses', subject, detail })
}
