import type { Insertable, Selectable } from 'kysely'
import type { Db } from './schema'
import type { CasePlaceTable } from './schema-cases'

export type CasePlace = Selectable<CasePlaceTable>

/** Where else an answer was published, oldest first; without those that were taken off the list. */
export function listPlaces(db: Db, caseId: string): Promise<CasePlace[]> {
  return db
    .selectFrom('casePlace')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('removedAt', 'is', null)
    .orderBy('publishedOn')
    .orderBy('addedAt')
    .execute()
}

export function findPlace(db: Db, id: string): Promise<CasePlace | undefined> {
  return db.selectFrom('casePlace').selectAll().where('id', '=', id).where('removedAt', 'is', null).executeTakeFirst()
}

export async function insertPlace(db: Db, row: Insertable<CasePlaceTable>): Promise<void> {
  await db.insertInto('casePlace').values(row).execute()
}

/** Takes a place off the list; it stays in the database. */
export async function removePlace(db: Db, id: string, removedAt: string): Promise<void> {
  await db.updateTable('casePlace').set({ removedAt }).where('id', '=', id).execute()
}
