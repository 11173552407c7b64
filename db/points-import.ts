import type { Insertable } from 'kysely'
import { inBatches } from './batches'
import type { Db } from './schema'
import type { PointProcedureTable, PointTable } from './schema-places'

/** Adds many points with the procedures of each; their codes are free. */
export async function insertPoints(
  db: Db,
  points: readonly Insertable<PointTable>[],
  procedures: readonly PointProcedureTable[],
): Promise<void> {
  await inBatches(points, (batch) => db.insertInto('point').values(batch).execute())
  await inBatches(procedures, (batch) => db.insertInto('pointProcedure').values(batch).execute())
}

/** Codes of the procedures of every point that has some, in order. */
export async function listProceduresByPoint(db: Db): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('pointProcedure').selectAll().orderBy('procedureCode').execute()
  const byPoint = new Map<string, string[]>()
  for (const { pointCode, procedureCode } of rows) {
    const codes = byPoint.get(pointCode)
    if (codes) codes.push(procedureCode)
    else byPoint.set(pointCode, [procedureCode])
  }
  return byPoint
}
