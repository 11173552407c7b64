import type { Selectable } from 'kysely'
import type { Db, TargetTable } from './schema'

export type Target = Selectable<TargetTable>

/** The satisfaction target of an office in a year, or undefined. */
export function findTarget(db: Db, officeCode: string, year: number): Promise<Target | undefined> {
  return db
    .selectFrom('target')
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('year', '=', year)
    .executeTakeFirst()
}

/** Sets the target of an office and a year. */
export async function saveTarget(db: Db, row: Target): Promise<void> {
  await db
    .insertInto('target')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeCode', 'year']).doUpdateSet(row))
    .execute()
}
