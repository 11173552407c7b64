import { createHash } from 'node:crypto'
import { insertAudit, insertAudits } from '../../db/audit'
import { listOffices, type Office } from '../../db/offices'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { mayImport, type TableKind } from '../domain/import-kinds'
import { codesBelow } from '../domain/organisation'
import type { SignedInStaff } from '../domain/permissions'
import { byLine, type Faults, noFaults } from '../imports/faults'
import type { Change, Plan } from '../imports/plan'
import type { MailFor } from '../mail/compose'
import { changedFields, summarise, type TableSummary } from './import-summary'

export type TableImportDeps = {
  db: Db
  now: () => Date
  /** 128 random bits as text. */
  newId: () => string
  /** Random bytes for new codes. */
  random: (size: number) => Uint8Array
  /** Writes the mails to people who are invited. */
  mailFor: MailFor
}
/** `staff` null: from the command line, where whoever holds the machine may do everything. */
export type TableImportOptions = { dryRun: boolean; staff: SignedInStaff | null }
export type TableFile = { name: string; bytes: Uint8Array }

/** A new person and the token of the link to the account: sent by mail, or to be handed out once. */
export type Invited = { login: string; name: string; token: string; mailed: boolean }
export type TableResult =
  | { ok: true; summary: TableSummary; invited: Invited[] }
  | { ok: false; error: 'forbidden' }
  | { ok: false; error: 'faults'; faults: Faults }

/** What the rows of a file may refer to; `part`: codes of the offices that may be changed, null for every one. */
export type ImportScope = {
  db: Db
  deps: TableImportDeps
  offices: readonly Office[]
  part: ReadonlySet<string> | null
  staff: SignedInStaff | null
  /** ISO instant. */
  at: string
}

export type Kept<R> = { changes: readonly Change<R>[]; invited?: Invited[] }
/** How one kind of file becomes rows of the database. */
export type TableSteps<Table, R extends object> = {
  kind: TableKind
  read: (bytes: Uint8Array, faults: Faults) => Promise<Table | null>
  /** Changes nothing; adds what is wrong to `faults`. */
  plan: (scope: ImportScope, table: Table, faults: Faults) => Promise<Plan<R>>
  /** Keeps the changes and says what they became (codes that were given, who is invited). */
  write: (scope: ImportScope, changes: readonly Change<R>[]) => Promise<Kept<R>>
  /** How the audit calls a thing; null: `write` has written everything down. */
  audited: {
    added: string
    changed: string
    subject: (thing: R) => string
    office: (thing: R) => string | null
  } | null
  /** What a person recognises a thing by. */
  title: (thing: R) => string
}

/**
 * Imports a file in one transaction, all or nothing, with one audit entry for the file and one for each thing that it
 * changed. The same file again changes nothing. `forbidden`: this person may not import this kind.
 */
export async function importTable<Table, R extends object>(
  deps: TableImportDeps,
  file: TableFile,
  { dryRun, staff }: TableImportOptions,
  steps: TableSteps<Table, R>,
): Promise<TableResult> {
  if (staff && !mayImport(staff, steps.kind)) return { ok: false, error: 'forbidden' }
  const found = noFaults()
  const table = await steps.read(file.bytes, found)
  if (!table) return { ok: false, error: 'faults', faults: found }
  return inTransaction(deps.db, async (db) => {
    // A transaction may run twice: what it finds is not kept from the first time.
    const faults = { ...found, listed: [...found.listed] }
    const scope = await openScope(db, deps, staff)
    const plan = await steps.plan(scope, table, faults)
    if (faults.total > 0) return { ok: false, error: 'faults', faults: byLine(faults) } as const
    const kept = dryRun ? plan : await keep(scope, plan, file, steps)
    const invited = 'invited' in kept ? (kept.invited ?? []) : []
    return { ok: true, summary: summarise({ ...plan, changes: kept.changes }, steps.title), invited } as const
  })
}

async function openScope(db: Db, deps: TableImportDeps, staff: SignedInStaff | null): Promise<ImportScope> {
  const offices = await listOffices(db)
  const part = staff?.officeCode ? codesBelow(offices, staff.officeCode) : null
  return { db, deps, offices, part, staff, at: deps.now().toISOString() }
}

async function keep<Table, R extends object>(
  scope: ImportScope,
  plan: Plan<R>,
  file: TableFile,
  steps: TableSteps<Table, R>,
): Promise<Kept<R>> {
  const kept = await steps.write(scope, plan.changes)
  const row = { at: scope.at, staffId: scope.staff?.id ?? null }
  if (steps.audited) {
    const { added, changed, subject, office } = steps.audited
    await insertAudits(
      scope.db,
      kept.changes.map((change) => ({
        ...row,
        action: change.before ? changed : added,
        subject: subject(change.after),
        officeCode: office(change.after),
        detail: JSON.stringify(changedFields(change)),
      })),
    )
  }
  const { changes: _, ...counts } = summarise(plan, steps.title)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const detail = JSON.stringify({ ...counts, sha256 })
  await insertAudit(scope.db, { ...row, action: `import.${steps.kind}`, subject: file.name, detail })
  return kept
}
