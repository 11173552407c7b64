import type { Insertable, Selectable } from 'kysely'
import type { Db } from './schema'
import type { CaseTemplateTable } from './schema-cases'

/** A text to begin with; `updatedBy` null: as it was shipped. */
export type CaseTemplate = Selectable<CaseTemplateTable>

/** The templates that are in use, by purpose and title. */
export function listTemplates(db: Db): Promise<CaseTemplate[]> {
  return db
    .selectFrom('caseTemplate')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('purpose')
    .orderBy('title')
    .orderBy('id')
    .execute()
}

/** Those of some offices and those for every office: `offices` are the office of a case and the ones above it. */
export async function listTemplatesFor(
  db: Db,
  offices: readonly string[],
  purpose: CaseTemplate['purpose'],
): Promise<CaseTemplate[]> {
  const all = await listTemplates(db)
  return all.filter((one) => one.purpose === purpose && (one.officeCode === null || offices.includes(one.officeCode)))
}

/** A template, also one that was removed. */
export function findTemplate(db: Db, id: string): Promise<CaseTemplate | undefined> {
  return db.selectFrom('caseTemplate').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Adds templates; those whose id is known stay as they are. */
export async function insertTemplates(db: Db, rows: readonly Insertable<CaseTemplateTable>[]): Promise<void> {
  await db
    .insertInto('caseTemplate')
    .values([...rows])
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Changes a template that is still as it was read (`updatedAt`). False when somebody else was first. */
export async function updateTemplate(
  db: Db,
  { id, updatedAt }: Pick<CaseTemplate, 'id' | 'updatedAt'>,
  change: Partial<Omit<CaseTemplate, 'id' | 'createdAt'>>,
): Promise<boolean> {
  const result = await db
    .updateTable('caseTemplate')
    .set(change)
    .where('id', '=', id)
    .where('updatedAt', '=', updatedAt)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}
