import type { Insertable } from 'kysely'
import { inBatches } from './batches'
import { updateOffice } from './offices'
import type { Db } from './schema'
import type { OfficeTable } from './schema-places'

/** Adds many offices, a parent before its children; an office named as successor or guide may stand anywhere. */
export async function insertOffices(db: Db, rows: readonly Insertable<OfficeTable>[]): Promise<void> {
  await inBatches(rows, (batch) => {
    const values = batch.map((row) => ({ ...row, successorCode: null, guidedByCode: null }))
    return db.insertInto('office').values(values).execute()
  })
  for (const { code, successorCode, guidedByCode } of rows)
    if (successorCode || guidedByCode) await updateOffice(db, code, { successorCode, guidedByCode })
}

/** How many points of each office are open. */
export async function countOpenPoints(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('point')
    .select((e) => ['officeCode', e.fn.countAll<number>().as('count')])
    .where('closedAt', 'is', null)
    .groupBy('officeCode')
    .execute()
  return new Map(rows.map(({ officeCode, count }) => [officeCode, Number(count)]))
}
