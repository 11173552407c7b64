import type { Insertable, Selectable } from 'kysely'
import type { Connection } from './connect'
import { insertRowsOf, type NewResponse, type Outcome } from './responses-write'
import type { Db, ResponseMarkTable, ResponseTable } from './schema'
import { inTransaction } from './transaction'

export { importResponses } from './responses-import'
export { type NewResponse, type Outcome, responseWriter } from './responses-write'

/** A kept answer. `withdrawn` as soon as its sender asked for it; `standing` follows with the log. */
export type KeptResponse = Selectable<ResponseTable> & { withdrawn: boolean }
export type NewMark = Omit<Insertable<ResponseMarkTable>, 'id'>
export type Mark = Selectable<ResponseMarkTable>

export async function findResponse(db: Db, id: number): Promise<KeptResponse | undefined> {
  const row = await db.selectFrom('response').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, withdrawn: await isWithdrawn(db, id) }
}

/** What was said about a response after it was sent, oldest first. */
export function listMarks(db: Db, responseId: number): Promise<Mark[]> {
  return db.selectFrom('responseMark').selectAll().where('responseId', '=', responseId).orderBy('id').execute()
}

/** Adds a mark and gives it to the log. The follower changes the standing. Returns the mark's id. */
export function insertMark(db: Db, mark: NewMark): Promise<number> {
  return inTransaction(db, async (db) => {
    const { id } = await db.insertInto('responseMark').values(mark).returning('id').executeTakeFirstOrThrow()
    await db.insertInto('logInbox').values({ kind: 'mark', ref: id }).execute()
    return id
  })
}

/**
 * Keeps an answer in place of one that its sender sent before: the old one is withdrawn and the new one kept in one
 * transaction. An old answer of before `earliest` (ISO instant) stays: `conflict` with it, and nothing is kept.
 * An unknown or withdrawn old answer is no hindrance.
 */
export function replaceResponse(
  connection: Connection,
  row: NewResponse,
  replacedClientId: string,
  earliest: string,
): Promise<Outcome> {
  const insertRows = insertRowsOf(connection)
  return inTransaction(connection.db, async (db) => {
    const old = await db
      .selectFrom('response')
      .select(['id', 'submittedAt'])
      .where('clientId', '=', replacedClientId)
      .executeTakeFirst()
    const isLate = old && (old.submittedAt === null || old.submittedAt < earliest)
    if (isLate) return { outcome: 'conflict', ...old }
    const [outcome] = await insertRows(db, [row])
    if (!outcome) throw new Error('the row got no outcome')
    if (old && outcome.outcome === 'new' && !(await isWithdrawn(db, old.id)))
      await insertMark(db, replacedMark(old.id, row))
    return outcome
  })
}

function replacedMark(responseId: number, row: NewResponse): NewMark {
  const { submittedOn: markedOn, receivedAt: markedAt } = row
  return { responseId, kind: 'withdraw', reason: 'replaced', markedOn, markedAt, by: null }
}

async function isWithdrawn(db: Db, responseId: number): Promise<boolean> {
  const query = db.selectFrom('responseMark').select('id').where('responseId', '=', responseId)
  return (await query.where('kind', '=', 'withdraw').limit(1).executeTakeFirst()) !== undefined
}
