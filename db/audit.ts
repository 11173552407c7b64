import type { Insertable, Selectable } from 'kysely'
import type { AuditTable, Db } from './schema'

export type AuditRow = Selectable<AuditTable>

/** Writes down who did what to what; in the same transaction as the thing itself. */
export async function insertAudit(db: Db, row: Omit<Insertable<AuditTable>, 'id'>): Promise<void> {
  await db.insertInto('audit').values(row).execute()
}

/** Newest first; `before` is the id of the last row of the page before. */
export function listAudit(db: Db, { limit, before }: { limit: number; before?: number }): Promise<AuditRow[]> {
  const query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit)
  return (before === undefined ? query : query.where('id', '<', before)).execute()
}
