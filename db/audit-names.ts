import type { Db } from './schema'

/** The present names of people, offices, points and rounds by id or code, for reading the audit. */
export async function auditNames(
  db: Db,
): Promise<Record<'staff' | 'offices' | 'points' | 'rounds', Map<string, string>>> {
  const [staff, offices, points, rounds] = await Promise.all([
    db.selectFrom('staff').select(['id', 'name']).execute(),
    db.selectFrom('office').select(['code as id', 'name']).execute(),
    db.selectFrom('point').select(['code as id', 'name']).execute(),
    db.selectFrom('surveyRound').select(['id', 'title as name']).execute(),
  ])
  const byId = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]))
  return { staff: byId(staff), offices: byId(offices), points: byId(points), rounds: byId(rounds) }
}
