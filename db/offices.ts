import type { Insertable, Selectable } from 'kysely'
import { sortByName } from './order'
import type { Db, OfficeTable } from './schema'

export type Office = Selectable<OfficeTable>

export function findOffice(db: Db, code: string): Promise<Office | undefined> {
  return db.selectFrom('office').selectAll().where('code', '=', code).executeTakeFirst()
}

/** Every office, by name. */
export async function listOffices(db: Db): Promise<Office[]> {
  return sortByName(await db.selectFrom('office').selectAll().execute())
}

/** Offices without a parent, oldest first: the first one is the installation's own. */
export function listRootOffices(db: Db): Promise<Office[]> {
  return db
    .selectFrom('office')
    .selectAll()
    .where('parentCode', 'is', null)
    .orderBy('createdAt')
    .orderBy('code')
    .execute()
}

/** An office and every office below it, by name; empty when the code is unknown. */
export async function listOfficesBelow(db: Db, code: string): Promise<Office[]> {
  const rows = await db
    .withRecursive('below', (db) =>
      db
        .selectFrom('office')
        .select('office.code')
        .where('office.code', '=', code)
        // Without `all`: a parent that was set to a child must not make this endless.
        .union(db.selectFrom('office').innerJoin('below', 'below.code', 'office.parentCode').select('office.code')),
    )
    .selectFrom('office')
    .innerJoin('below', 'below.code', 'office.code')
    .selectAll('office')
    .execute()
  return sortByName(rows)
}

/** Throws when the code is taken (`isUnique`) or the parent does not exist. */
export async function insertOffice(db: Db, row: Insertable<OfficeTable>): Promise<void> {
  await db.insertInto('office').values(row).execute()
}

/** Changes what an office is called and how it is reached; its code stays. */
export async function updateOffice(
  db: Db,
  code: string,
  change: Pick<Insertable<OfficeTable>, 'name' | 'phone'>,
): Promise<void> {
  await db.updateTable('office').set(change).where('code', '=', code).execute()
}
