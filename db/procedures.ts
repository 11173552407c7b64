import { type Selectable, sql } from 'kysely'
import { fold } from '../server/domain/vietnamese'
import { inBatches } from './batches'
import type { Db } from './schema'
import type { ProcedureTable } from './schema-places'

/** An administrative procedure (TTHC) of the catalogue; closed ones stay, because answers name them. */
export type Procedure = Selectable<ProcedureTable>

/** `words`: typed text, marks and case aside, every word somewhere in code, name or field. */
export type ProcedureQuestion = { words?: string; field?: string; open?: boolean; limit: number; offset?: number }

export function findProcedure(db: Db, code: string): Promise<Procedure | undefined> {
  return db.selectFrom('procedure').selectAll().where('code', '=', code).executeTakeFirst()
}

/** Every procedure, closed ones included, by code. */
export function listProcedures(db: Db): Promise<Procedure[]> {
  return db.selectFrom('procedure').selectAll().orderBy('code').execute()
}

/** The procedures that match, by code, and how many match in all. */
export async function searchProcedures(
  db: Db,
  { words = '', field, open, limit, offset = 0 }: ProcedureQuestion,
): Promise<{ rows: Procedure[]; total: number }> {
  let query = db.selectFrom('procedure')
  for (const word of fold(words).split(/\s+/).filter(Boolean))
    query = query.where(sql<boolean>`search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`)
  if (field !== undefined) query = query.where('field', '=', field)
  if (open !== undefined) query = query.where('closedAt', open ? 'is' : 'is not', null)
  const [rows, counted] = await Promise.all([
    query.selectAll().orderBy('code').limit(limit).offset(offset).execute(),
    query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: counted.total }
}

/** The fields (lĩnh vực) of the catalogue, each once. */
export async function listProcedureFields(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('procedure').select('field').distinct().where('field', '<>', '').execute()
  return rows.map(({ field }) => field).sort(new Intl.Collator('vi').compare)
}

/** Throws when the code is taken (`isUnique`). */
export async function insertProcedure(db: Db, row: Omit<Procedure, 'search'>): Promise<void> {
  await db
    .insertInto('procedure')
    .values({ ...row, search: searchText(row) })
    .execute()
}

/** Changes what a procedure is called, its field, and whether it is open; its code stays. */
export async function updateProcedure(
  db: Db,
  { code, name, field, closedAt }: Pick<Procedure, 'code' | 'name' | 'field' | 'closedAt'>,
): Promise<void> {
  const search = searchText({ code, name, field })
  await db.updateTable('procedure').set({ name, field, closedAt, search }).where('code', '=', code).execute()
}

/** Adds and changes many procedures, each once; the day on which one was added stays. */
export async function saveProcedures(db: Db, rows: readonly Omit<Procedure, 'search'>[]): Promise<void> {
  await inBatches(rows, (batch) =>
    db
      .insertInto('procedure')
      .values(batch.map((row) => ({ ...row, search: searchText(row) })))
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          field: ref('excluded.field'),
          search: ref('excluded.search'),
          closedAt: ref('excluded.closedAt'),
        })),
      )
      .execute(),
  )
}

const searchText = ({ code, name, field }: Pick<Procedure, 'code' | 'name' | 'field'>) =>
  fold(`${code} ${name} ${field}`)
