import type { Selectable } from 'kysely'
import type { Db, DenominatorTable } from './schema'

export type Denominator = Selectable<DenominatorTable>

/** Dossiers of an office (offices below included) in a period, as somebody entered them. */
export function findDenominator(db: Db, officeCode: string, period: string): Promise<Denominator | undefined> {
  return db
    .selectFrom('denominator')
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('period', '=', period)
    .executeTakeFirst()
}

/** Every denominator of an office. */
export function listDenominators(db: Db, officeCode: string): Promise<Denominator[]> {
  return db.selectFrom('denominator').selectAll().where('officeCode', '=', officeCode).orderBy('period').execute()
}

/** Sets the denominator of an office and a period; who and when are kept, the earlier figure stands in the audit. */
export async function saveDenominator(db: Db, row: Denominator): Promise<void> {
  await db
    .insertInto('denominator')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeCode', 'period']).doUpdateSet(row))
    .execute()
}
