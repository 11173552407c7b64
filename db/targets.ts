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

/** Every target of an office, oldest year first. */
export function listTargets(db: Db, officeCode: string): Promise<Target[]> {
  return db.selectFrom('target').selectAll().where('officeCode', '=', officeCode).orderBy('year').execute()
}

/** Sets the target of an office and a year. */
export async function saveTarget(db: Db, row: Target): Promise<void> {
  await db
    .insertInto('target')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeCode', 'year']).doUpdateSet(row))
    .execute()
}
