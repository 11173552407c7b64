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

/** Whether a case has a sender whose name is kept; says nothing of who it is. */
export async function hasSender(db: Db, caseId: string): Promise<boolean> {
  const row = await db.selectFrom('caseSender').select('caseId').where('caseId', '=', caseId).executeTakeFirst()
  return row !== undefined
}
