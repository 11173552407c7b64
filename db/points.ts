import type { Insertable, Selectable, Updateable } from 'kysely'
import { sortByName } from './order'
import type { Db } from './schema'
import type { PointTable } from './schema-places'

export type Point = Selectable<PointTable>

export function findPoint(db: Db, code: string): Promise<Point | undefined> {
  return db.selectFrom('point').selectAll().where('code', '=', code).executeTakeFirst()
}

/** Points by their codes, in no order; unknown codes are left out. */
export async function findPoints(db: Db, codes: readonly string[]): Promise<Point[]> {
  if (codes.length === 0) return []
  return db.selectFrom('point').selectAll().where('code', 'in', codes).execute()
}

/** Every point, closed ones included, by name; of these offices alone when they are given. */
export async function listPoints(db: Db, officeCodes?: readonly string[]): Promise<Point[]> {
  if (officeCodes?.length === 0) return []
  const query = db.selectFrom('point').selectAll()
  return sortByName(await (officeCodes ? query.where('officeCode', 'in', officeCodes) : query).execute())
}

/** Throws when the code is taken (`isUnique`) or the office does not exist. */
export async function insertPoint(db: Db, row: Insertable<PointTable>): Promise<void> {
  await db.insertInto('point').values(row).execute()
}

/** Changes what a point is called and shows; its code and office stay, because answers refer to them. */
export async function updatePoint(
  db: Db,
  code: string,
  change: Omit<Updateable<PointTable>, 'code' | 'officeCode'>,
): Promise<void> {
  await db.updateTable('point').set(change).where('code', '=', code).execute()
}

/** The points of other offices that stand in the rooms of these, replaced ones left out, by name. */
export async function listHostedPoints(db: Db, hosts: readonly string[]): Promise<Point[]> {
  if (hosts.length === 0) return []
  const query = db.selectFrom('point').selectAll().where('hostCode', 'in', hosts).where('officeCode', 'not in', hosts)
  return sortByName(await query.where('replacedBy', 'is', null).execute())
}

/** The points that share the desk of a printed code follow it to the code that takes its place. */
export async function passDeskOn(db: Db, from: string, to: string): Promise<void> {
  await db.updateTable('point').set({ deskCode: to }).where('deskCode', '=', from).execute()
}

/** The points beside the printed one at its desk, by name; replaced ones are not among them. */
export async function listAtDesk(db: Db, printed: string): Promise<Point[]> {
  const query = db.selectFrom('point').selectAll().where('deskCode', '=', printed)
  return sortByName(await query.where('replacedBy', 'is', null).execute())
}

/** The point that goes on with this one in the same office; itself when none does. */
export async function findLastInOffice(db: Db, point: Point): Promise<Point> {
  let last = point
  for (let left = 100; last.replacedBy && left > 0; left--) {
    const next = await findPoint(db, last.replacedBy)
    if (!next || next.officeCode !== point.officeCode) break
    last = next
  }
  return last
}

/** The codes that lead to this one, from whatever office, youngest first. */
export async function listOldCodes(db: Db, code: string): Promise<string[]> {
  const rows = await db
    .withRecursive('before', (db) =>
      db
        .selectFrom('point')
        .select(['code', 'createdAt'])
        .where('replacedBy', '=', code)
        .union(
          db
            .selectFrom('point')
            .innerJoin('before', 'before.code', 'point.replacedBy')
            .select(['point.code', 'point.createdAt']),
        ),
    )
    .selectFrom('before')
    .select('code')
    .where('code', '!=', code)
    .orderBy('createdAt', 'desc')
    .execute()
  return rows.map(({ code }) => code)
}

/**
 * These codes with all that led to them in the same office, however often they were replaced. A point that came from
 * another office begins anew: its answers before stay with that office.
 */
export async function withPredecessors(db: Db, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await db
    .withRecursive('before', (db) =>
      db
        .selectFrom('point')
        .select(['code', 'officeCode'])
        .where('code', 'in', codes)
        .union(
          db
            .selectFrom('point')
            .innerJoin('before', 'before.code', 'point.replacedBy')
            .whereRef('point.officeCode', '=', 'before.officeCode')
            .select(['point.code', 'point.officeCode']),
        ),
    )
    .selectFrom('before')
    .select('code')
    .execute()
  return rows.map(({ code }) => code)
}
