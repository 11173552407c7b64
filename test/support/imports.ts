import type { Connection } from '../../db/connect'
import { importRows } from '../../server/actions/import-rows'
import type { TableResult } from '../../server/actions/import-table'
import type { TableKind } from '../../server/domain/import-kinds'
import type { SignedInStaff } from '../../server/domain/permissions'
import type { Fault } from '../../server/imports/faults'
import { newId, randomBytesPooled } from '../../server/random'
import { asCsv, type Rows } from './department-files'

export type Sending = { now?: string; staff?: SignedInStaff; dryRun?: boolean }

/** Imports a table (as CSV) or the bytes of a file, as the administrator or somebody else would. */
export function sendTable(
  { db }: Connection,
  kind: TableKind,
  content: Rows | Uint8Array,
  { now = '2026-03-10T02:00:00Z', staff, dryRun = false }: Sending = {},
): Promise<TableResult> {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(asCsv(content))
  const deps = { db, now: () => new Date(now), newId, random: randomBytesPooled, mailFor: () => null }
  return importRows(kind, deps, { name: `${kind}.csv`, bytes }, { dryRun, staff: staff ?? null })
}

/** What was refused, line by line; throws when the file was taken. */
export function faultsOf(result: TableResult): Pick<Fault, 'code' | 'line' | 'column' | 'value' | 'expected'>[] {
  if (result.ok || result.error !== 'faults') throw new Error(JSON.stringify(result))
  return result.faults.listed
}

/** An administrator, of one part of the tree or of everything. */
export function administratorOf(officeCode: string | null, id = 'quan-tri'): SignedInStaff {
  return { id, login: 'quan.tri', name: 'Quản trị', role: 'administrator', officeCode, officeName: '' }
}
