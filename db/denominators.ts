import type { Insertable, Selectable } from 'kysely'
import { inBatches } from './batches'
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
export async function saveDenominator(db: Db, row: Insertable<DenominatorTable>): Promise<void> {
  await saveDenominators(db, [row])
  const { officeCode, period, overdue = null, disliked = null } = row
  await db
    .updateTable('denominator')
    .set({ overdue, disliked })
    .where('officeCode', '=', officeCode)
    .where('period', '=', period)
    .execute()
}

/** Every denominator there is. */
export function listAllDenominators(db: Db): Promise<Denominator[]> {
  return db.selectFrom('denominator').selectAll().execute()
}

/** Sets many denominators, each office and period once; what is known of overdue dossiers stays. */
export async function saveDenominators(db: Db, rows: readonly Insertable<DenominatorTable>[]): Promise<void> {
  await inBatches(rows, (batch) =>
    db
      .insertInto('denominator')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['officeCode', 'period']).doUpdateSet(({ ref }) => ({
          dossiers: ref('excluded.dossiers'),
          issued: ref('excluded.issued'),
          basis: ref('excluded.basis'),
          enteredBy: ref('excluded.enteredBy'),
          enteredAt: ref('excluded.enteredAt'),
        })),
      )
      .execute(),
  )
}
