import type { Insertable, Selectable } from 'kysely'
import type { Standing } from '../server/domain/standing'
import { type Connection, scan } from './connect'
import type { Db, EntryKind, LogEntryTable, LogHeadTable, LogInboxTable, ResponseTable } from './schema'

export type Head = Pick<Selectable<LogHeadTable>, 'size' | 'peaks'>

/** The columns that a leaf commits to and that tallies count by. */
export const leafColumns = [
  'response.office',
  'response.point',
  'response.version',
  'response.channel',
  'response.field',
  'response.submittedOn',
  'response.submittedAt',
  'response.answers',
  'response.traits',
  'response.extras',
  'response.comment',
  'response.sentStanding',
  'response.standing',
  'response.flags',
  'response.lang',
  'response.answersSalt',
  'response.restSalt',
  'response.answersCommit',
  'response.restCommit',
] as const

/**
 * The head of the log, locked until the transaction ends: whoever updates it first is the only one who can number
 * entries, so no lease is needed.
 */
export function lockHead(db: Db): Promise<Head> {
  return db
    .updateTable('logHead')
    .set((eb) => ({ size: eb.ref('size') }))
    .where('id', '=', 1)
    .returning(['size', 'peaks'])
    .executeTakeFirstOrThrow()
}

export function getHead(db: Db): Promise<Head> {
  return db.selectFrom('logHead').select(['size', 'peaks']).where('id', '=', 1).executeTakeFirstOrThrow()
}

export async function saveHead(db: Db, head: Head): Promise<void> {
  await db.updateTable('logHead').set(head).where('id', '=', 1).execute()
}

export async function insertEntries(db: Db, entries: Insertable<LogEntryTable>[]): Promise<void> {
  if (entries.length > 0) await db.insertInto('logEntry').values(entries).execute()
}

/** Whether anything waits to be taken into the log. */
export async function hasWaiting(db: Db): Promise<boolean> {
  return (await db.selectFrom('logInbox').select('id').limit(1).execute()).length > 0
}

/** Answers that wait for a number in the log, longest waiting first, without those that have one. */
export function listWaitingResponses(db: Db, limit: number) {
  return db
    .selectFrom('logInbox')
    .innerJoin('response', 'response.id', 'logInbox.ref')
    .select(['logInbox.id as inboxId', 'response.id as ref', ...leafColumns])
    .where('logInbox.kind', '=', 'response')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('logEntry')
            .select('logEntry.no')
            .where('logEntry.kind', '=', 'response')
            .whereRef('logEntry.ref', '=', 'logInbox.ref'),
        ),
      ),
    )
    .orderBy('logInbox.id')
    .limit(limit)
    .execute()
}

/** Marks that wait for a number, longest waiting first, each with its response, which already has its `responseNo`. */
export function listWaitingMarks(db: Db, limit: number) {
  return db
    .selectFrom('logInbox')
    .innerJoin('responseMark', 'responseMark.id', 'logInbox.ref')
    .innerJoin('response', 'response.id', 'responseMark.responseId')
    .innerJoin('logEntry', (join) =>
      join.on('logEntry.kind', '=', 'response').onRef('logEntry.ref', '=', 'responseMark.responseId'),
    )
    .select([
      'logInbox.id as inboxId',
      'responseMark.id as ref',
      'responseMark.responseId',
      'logEntry.no as responseNo',
    ])
    .select([
      'responseMark.kind',
      'responseMark.reason',
      'responseMark.markedOn',
      'response.receivedAt',
      ...leafColumns,
    ])
    .where('logInbox.kind', '=', 'mark')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('logEntry as own')
            .select('own.no')
            .where('own.kind', '=', 'mark')
            .whereRef('own.ref', '=', 'logInbox.ref'),
        ),
      ),
    )
    .orderBy('logInbox.id')
    .limit(limit)
    .execute()
}

export type WaitingResponse = Awaited<ReturnType<typeof listWaitingResponses>>[number]
export type WaitingMark = Awaited<ReturnType<typeof listWaitingMarks>>[number]

export async function deleteWaiting(db: Db, inboxIds: number[]): Promise<void> {
  if (inboxIds.length > 0) await db.deleteFrom('logInbox').where('id', 'in', inboxIds).execute()
}

export async function setStanding(db: Db, responseIds: number[], standing: Standing): Promise<void> {
  if (responseIds.length > 0)
    await db.updateTable('response').set({ standing }).where('id', 'in', responseIds).execute()
}

/** Puts commitments in the place of everything a person wrote; what the log and the counts need stays. */
export async function eraseContent(
  db: Db,
  responseId: number,
  kept: Pick<Selectable<ResponseTable>, 'answersCommit' | 'restCommit' | 'receivedAt'>,
): Promise<void> {
  const gone = { answers: null, traits: null, extras: null, comment: null, submittedAt: null }
  const secrets = { answersSalt: null, restSalt: null, clientId: null, contentMac: null }
  await db
    .updateTable('response')
    .set({ ...gone, ...secrets, ...kept })
    .where('id', '=', responseId)
    .execute()
}

/** Every entry from `from` up to and not including `to`, by number, with its row as far as it still exists. */
export function scanEntries(connection: Connection, from: number, to: number) {
  const query = connection.db
    .selectFrom('logEntry')
    .leftJoin('responseMark', (join) =>
      join.on('logEntry.kind', '=', 'mark').onRef('responseMark.id', '=', 'logEntry.ref'),
    )
    .leftJoin('response', (join) => join.on('logEntry.kind', '=', 'response').onRef('response.id', '=', 'logEntry.ref'))
    .leftJoin('logEntry as about', (join) =>
      join.on('about.kind', '=', 'response').onRef('about.ref', '=', 'responseMark.responseId'),
    )
    .select(['logEntry.no', 'logEntry.kind as entryKind', 'logEntry.ref', 'logEntry.leaf', 'response.id as responseId'])
    .select(['about.no as responseNo', 'responseMark.kind', 'responseMark.reason', 'responseMark.markedOn'])
    .select(leafColumns)
    .where('logEntry.no', '>=', from)
    .where('logEntry.no', '<', to)
    .orderBy('logEntry.no')
    .compile()
  return scan(connection, query)
}

/** The marks of the first `size` entries, in the order of the log. */
export function scanMarks(connection: Connection, size: number) {
  const query = connection.db
    .selectFrom('logEntry')
    .innerJoin('responseMark', 'responseMark.id', 'logEntry.ref')
    .innerJoin('response', 'response.id', 'responseMark.responseId')
    .select(['response.id as responseId', 'response.sentStanding', 'responseMark.kind'])
    .where('logEntry.kind', '=', 'mark')
    .where('logEntry.no', '<', size)
    .orderBy('logEntry.no')
    .compile()
  return scan(connection, query)
}

/** The first number from `from` on whose entry is a mark, or undefined. */
export async function findMarkEntry(db: Db, from: number): Promise<number | undefined> {
  const query = db.selectFrom('logEntry').select('no').where('kind', '=', 'mark').where('no', '>=', from)
  return (await query.orderBy('no').limit(1).executeTakeFirst())?.no
}

/** How many answers and marks wait for the log. */
export async function countWaiting(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('logInbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Everything that waits, longest first. */
export function listWaiting(db: Db): Promise<Selectable<LogInboxTable>[]> {
  return db.selectFrom('logInbox').selectAll().orderBy('id').execute()
}

/** Ids of answers or marks that are neither in the log nor waiting for it. */
export function scanUnlogged(connection: Connection, kind: EntryKind): AsyncGenerator<{ ref: number }> {
  const table = kind === 'response' ? 'response' : 'responseMark'
  const known = (of: 'logEntry' | 'logInbox') => connection.db.selectFrom(of).select('ref').where('kind', '=', kind)
  const query = connection.db
    .selectFrom(table)
    .select('id as ref')
    .where('id', 'not in', known('logEntry'))
    .where('id', 'not in', known('logInbox'))
    .orderBy('id')
    .compile()
  return scan(connection, query)
}
