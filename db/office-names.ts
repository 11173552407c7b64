import type { Selectable } from 'kysely'
import type { Db } from './schema'
import type { OfficeNameTable } from './schema-places'

export type OldName = Selectable<OfficeNameTable>

/** What offices were called before, the newest first; of one office alone when it is given. */
export function listOldNames(db: Db, officeCode?: string): Promise<OldName[]> {
  return db
    .selectFrom('officeName')
    .selectAll()
    .$if(officeCode !== undefined, (query) => query.where('officeCode', '=', officeCode ?? ''))
    .orderBy('untilOn', 'desc')
    .orderBy('name')
    .execute()
}

/** Keeps what an office was called up to and including a day; nothing when that is kept already. */
export async function insertOldName(db: Db, row: OldName): Promise<void> {
  await db
    .insertInto('officeName')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
