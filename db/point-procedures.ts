import { sortByName } from './order'
import type { Point } from './points'
import type { Procedure } from './procedures'
import type { Db } from './schema'

/** The procedures that a point offers, closed ones included, by code; none: the whole catalogue. */
export function listPointProcedures(db: Db, pointCode: string): Promise<Procedure[]> {
  return db
    .selectFrom('pointProcedure')
    .innerJoin('procedure', 'procedure.code', 'pointProcedure.procedureCode')
    .selectAll('procedure')
    .where('pointCode', '=', pointCode)
    .orderBy('code')
    .execute()
}

/** Sets the procedures of a point to these, in the transaction of the change that asks for it. */
export async function savePointProcedures(db: Db, pointCode: string, codes: readonly string[]): Promise<void> {
  await db.deleteFrom('pointProcedure').where('pointCode', '=', pointCode).execute()
  if (codes.length === 0) return
  const rows = [...new Set(codes)].map((procedureCode) => ({ pointCode, procedureCode }))
  await db.insertInto('pointProcedure').values(rows).execute()
}

/** The points that have a procedure of their own choice, replaced ones left out, by name. */
export async function listPointsOfProcedure(db: Db, procedureCode: string): Promise<Point[]> {
  const query = db.selectFrom('pointProcedure').innerJoin('point', 'point.code', 'pointProcedure.pointCode')
  const rows = await query
    .selectAll('point')
    .where('procedureCode', '=', procedureCode)
    .where('replacedBy', 'is', null)
    .execute()
  return sortByName(rows)
}
