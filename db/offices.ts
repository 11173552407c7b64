import type { Insertable, Selectable, Updateable } from 'kysely'
import { sortByName } from './order'
import type { Db } from './schema'
import type { OfficeTable } from './schema-places'

export type Office = Selectable<OfficeTable>

export function findOffice(db: Db, code: string): Promise<Office | undefined> {
  return db.selectFrom('office').selectAll().where('code', '=', code).executeTakeFirst()
}

/** Codes of an office and of those above it, the nearest first. */
export async function listCodesUp(db: Db, code: string): Promise<string[]> {
  const way: string[] = []
  // A parent that was set to a child must not make this endless.
  for (let next: string | null = code; next !== null && !way.includes(next); ) {
    way.push(next)
    const office: Pick<Office, 'parentCode'> | undefined = await db
      .selectFrom('office')
      .select('parentCode')
      .where('code', '=', next)
      .executeTakeFirst()
    next = office?.parentCode ?? null
  }
  return way
}

/** Every office, by name. */
export async function listOffices(db: Db): Promise<Office[]> {
  return sortByName(await db.selectFrom('office').selectAll().execute())
}

/** Offices without a parent, those that still work first, oldest first: the first one is the installation's own. */
export async function listRootOffices(db: Db): Promise<Office[]> {
  const roots = await db
    .selectFrom('office')
    .selectAll()
    .where('parentCode', 'is', null)
    .orderBy('createdAt')
    .orderBy('code')
    .execute()
  return [...roots.filter(({ validTo }) => validTo === null), ...roots.filter(({ validTo }) => validTo !== null)]
}

/**
 * An office, every office below it and every office whose work one of these goes on with (`successorCode`), by name;
 * empty when the code is unknown. What was collected before a merger so counts under both names.
 */
export async function listOfficesBelow(db: Db, code: string): Promise<Office[]> {
  const merged = await db
    .selectFrom('office')
    .select(['code', 'successorCode'])
    .where('successorCode', 'is not', null)
    .execute()
  const found = new Map<string, Office>()
  for (let next = [code]; next.length > 0; ) {
    for (const office of await listUnder(db, next)) found.set(office.code, office)
    next = merged.filter((one) => !found.has(one.code) && found.has(one.successorCode ?? '')).map((one) => one.code)
  }
  return sortByName([...found.values()])
}

/** These offices and every one below them in the tree. */
function listUnder(db: Db, codes: readonly string[]): Promise<Office[]> {
  return db
    .withRecursive('below', (db) =>
      db
        .selectFrom('office')
        .select('office.code')
        .where('office.code', 'in', codes)
        // Without `all`: a parent that was set to a child must not make this endless.
        .union(db.selectFrom('office').innerJoin('below', 'below.code', 'office.parentCode').select('office.code')),
    )
    .selectFrom('office')
    .innerJoin('below', 'below.code', 'office.code')
    .selectAll('office')
    .execute()
}

/** Throws when the code is taken (`isUnique`) or an office that it names does not exist. */
export async function insertOffice(db: Db, row: Insertable<OfficeTable>): Promise<void> {
  await db.insertInto('office').values(row).execute()
}

/** Changes an office; its code stays, because answers refer to it. */
export async function updateOffice(
  db: Db,
  code: string,
  change: Omit<Updateable<OfficeTable>, 'code' | 'createdAt'>,
): Promise<void> {
  await db.updateTable('office').set(change).where('code', '=', code).execute()
}

/** People who may sign in and whose part of the tree begins at an office, by its code. */
export async function countStaffByOffice(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('staff')
    .select(['officeCode', (e) => e.fn.countAll<number>().as('count')])
    .where('disabledAt', 'is', null)
    .where('officeCode', 'is not', null)
    .groupBy('officeCode')
    .execute()
  return new Map(rows.map(({ officeCode, count }) => [officeCode ?? '', Number(count)]))
}

/** Gives the people of an office (locked ones too) to another one. @returns their ids */
export async function moveStaff(db: Db, from: string, to: string): Promise<string[]> {
  const moved = await db
    .updateTable('staff')
    .set({ officeCode: to })
    .where('officeCode', '=', from)
    .returning('id')
    .execute()
  return moved.map(({ id }) => id)
}
