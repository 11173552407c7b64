import type { Selectable } from 'kysely'
import { findOffice, type Office } from './offices'
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

/** The target that holds for an office: its own, or that of the nearest office above; with the name of whose it is. */
export async function findNearestTarget(
  db: Db,
  officeCode: string,
  year: number,
): Promise<(Target & { officeName: string }) | undefined> {
  const seen = new Set<string>()
  // A parent that was set to a child must not make this endless.
  for (let code: string | null = officeCode; code !== null && !seen.has(code); ) {
    seen.add(code)
    const [office, target]: [Office | undefined, Target | undefined] = await Promise.all([
      findOffice(db, code),
      findTarget(db, code, year),
    ])
    if (office && target) return { ...target, officeName: office.name }
    code = office?.parentCode ?? null
  }
}

/** Sets the target of an office and a year. */
export async function saveTarget(db: Db, row: Target): Promise<void> {
  await db
    .insertInto('target')
    .values(row)
    .onConflict((conflict) => conflict.columns(['officeCode', 'year']).doUpdateSet(row))
    .execute()
}
