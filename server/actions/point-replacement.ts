import { insertAudit } from '../../db/audit'
import { listPointProcedures, savePointProcedures } from '../../db/point-procedures'
import { findPoint, insertPoint, type Point, passDeskOn, updatePoint } from '../../db/points'
import type { Db } from '../../db/schema'
import { newPointCode } from '../domain/point-code'

export type Replacement = {
  /** As it stands in this transaction: open or paused, and not replaced before. */
  point: Point
  /** The office that goes on with it; without one, its own. */
  officeCode?: string
  /** ISO instant. */
  at: string
  random: (size: number) => Uint8Array
  staffId: string | null
}

/**
 * Gives a point a new code, and another office when its office merged: a new point with the same attributes goes on,
 * the old one closes and its printed code leads to the new one. Answers stay where they were given. Runs in the
 * transaction of its caller. Throws when the point was replaced before, so that codes never lead in a circle: a code
 * only ever leads to a point younger than itself.
 */
export async function replacePoint(
  db: Db,
  { point, officeCode, at, random, staffId }: Replacement,
): Promise<{ code: string }> {
  if (!db.isTransaction) throw new Error('a point is replaced inside a transaction')
  if (point.replacedBy) throw new Error(`point ${point.code} was replaced by ${point.replacedBy}`)
  const code = await freeCode(db, random)
  const procedures = await listPointProcedures(db, point.code)
  await insertPoint(db, { ...point, code, officeCode: officeCode ?? point.officeCode, createdAt: at })
  await savePointProcedures(
    db,
    code,
    procedures.map((procedure) => procedure.code),
  )
  await updatePoint(db, point.code, { replacedBy: code, closedAt: point.closedAt ?? at })
  await passDeskOn(db, point.code, code)
  const detail = JSON.stringify({
    before: { code: point.code, officeCode: point.officeCode },
    after: { code, officeCode: officeCode ?? point.officeCode },
  })
  await insertAudit(db, { at, staffId, action: 'point.replace', subject: point.code, detail })
  return { code }
}

/** A code that no point ever had; asked for beforehand, because a refused row would end a transaction of PostgreSQL. */
export async function freeCode(db: Db, random: Replacement['random']): Promise<string> {
  for (let left = 20; left > 0; left--) {
    const code = newPointCode(random(8))
    if (!(await findPoint(db, code))) return code
  }
  throw new Error('no free point code found')
}
