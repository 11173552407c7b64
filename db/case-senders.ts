import type { Insertable, Selectable } from 'kysely'
import type { Db } from './schema'
import type { CaseSenderTable } from './schema-cases'

export type CaseSender = Selectable<CaseSenderTable>

/** Who sent a case; undefined for an anonymous suggestion. Whoever shows it writes that down. */
export function findSender(db: Db, caseId: string): Promise<CaseSender | undefined> {
  return db.selectFrom('caseSender').selectAll().where('caseId', '=', caseId).executeTakeFirst()
}

export async function insertSender(db: Db, row: Insertable<CaseSenderTable>): Promise<void> {
  await db.insertInto('caseSender').values(row).execute()
}
