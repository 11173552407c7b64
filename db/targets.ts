import type { Selectable } from 'kysely'
import type { TargetKind } from '../server/domain/target-kinds'
import { inBatches } from './batches'
import { findOffice, type Office } from './offices'
import type { Db, TargetTable } from './schema'

export type Target = Selectable<TargetTable>

/** The target of an office in a year, of satisfaction unless another kind is asked for; or undefined. */
export function findTarget(
  db: Db,
  officeCode: string,
  year: number,
  kind: TargetKind = 'satisfaction',
): Promise<Target | undefined> {
  return db
    .selectFrom('target')
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .executeTakeFirst()
}

/** The target that holds for an office: its own, or that of the nearest office above; with the name of whose it is. */
export async function findNearestTarget(
  db: Db,
  officeCode: string,
  year: number,
  kind: TargetKind = 'satisfaction',
): Promise<(Target & { officeName: string }) | undefined> {
  const seen = new Set<string>()
  // A parent that was set to a child must not make this endless.
  for (let code: string | null = officeCode; code !== null && !seen.has(code); ) {
    seen.add(code)
    const [office, target]: [Office | undefined, Target | undefined] = await Promise.all([
      findOffice(db, code),
      findTarget(db, code, year, kind),
    ])
    if (office && target) return { ...target, officeName: office.name }
    code = office?.parentCode ?? null
  }
}

/** Sets the target of an office, a year and a kind. */
export async function saveTarget(db: Db, row: Target): Promise<void> {
  await db
    .insertInto('target')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeCode', 'year', 'kind']).doUpdateSet(row))
    .execute()
}

/** Adds many targets, of offices and kinds that have none in the year yet. */
export async function insertTargets(db: Db, rows: readonly Target[]): Promise<void> {
  await inBatches(rows, (batch) => db.insertInto('target').values(batch).execute())
}

/** Every target of a year, of all offices and kinds. */
export function listTargets(db: Db, year: number): Promise<Target[]> {
  return db.selectFrom('target').selectAll().where('year', '=', year).orderBy('officeCode').orderBy('kind').execute()
}

/** Takes a target away; the one of the office above holds again. */
export async function removeTarget(db: Db, { officeCode, year, kind }: Pick<Target, 'officeCode' | 'year' | 'kind'>) {
  await db
    .deleteFrom('target')
    .where('officeCode', '=', officeCode)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .execute()
}
