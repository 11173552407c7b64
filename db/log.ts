import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Standing } from '../server/domain/standing'
import { type Connection, scan } from './connect'
import { listed, listedEntries } from './lists'
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
  if (entries.length === 0) return
  await sql`insert into log_entry (no, kind, ref, leaf) ${listedEntries(db, entries)}`.execute(db)
}

/** Whether anything waits to be taken into the log. */
export async function hasWaiting(db: Db): Promise<boolean> {
  return (await db.selectFrom('logInbox').select('id').limit(1).execute()).length > 0
}

/** Answers that wait for a number in the log, longest waiting first, without those that have one. */
export async function listWaitingResponses(db: Db, limit: number) {
  const isKept = sql`(select id from response where id = log_inbox.ref) is not null`
  const waiting = await listTakeable(db, 'response', isKept, limit)
  if (waiting.size === 0) return []
  const query = db.selectFrom('response').select(['response.id as ref', ...leafColumns])
  return inOrder(await query.where('response.id', 'in', listed(db, [...waiting.keys()])).execute(), waiting)
}

/** Marks that wait for a number, longest waiting first, each with its response, which already has its `responseNo`. */
export async function listWaitingMarks(db: Db, limit: number) {
  const isOfLogged = sql`(select log_entry.no from response_mark
    join log_entry on log_entry.kind = 'response' and log_entry.ref = response_mark.response_id
    where response_mark.id = log_inbox.ref) is not null`
  const waiting = await listTakeable(db, 'mark', isOfLogged, limit)
  if (waiting.size === 0) return []
  const rows = await db
    .selectFrom('responseMark')
    .innerJoin('response', 'response.id', 'responseMark.responseId')
    .innerJoin('logEntry', 'logEntry.ref', 'responseMark.responseId')
    .select(['responseMark.id as ref', 'responseMark.responseId', 'logEntry.no as responseNo', 'response.receivedAt'])
    .select(['responseMark.kind', 'responseMark.reason', 'responseMark.markedOn', ...leafColumns])
    .where('logEntry.kind', '=', 'response')
    .where('responseMark.id', 'in', listed(db, [...waiting.keys()]))
    .execute()
  return inOrder(rows, waiting)
}

/**
 * The first waiting rows that can be taken: id in the inbox by reference. The conditions are subqueries that both
 * engines can only look up row by row: as joins, an engine without statistics may sort the whole log for 256 rows.
 */
async function listTakeable(db: Db, kind: EntryKind, condition: RawBuilder<unknown>, limit: number) {
  const { rows } = await sql<{ id: number; ref: number }>`select id, ref from log_inbox
    where kind = ${kind} and ${condition}
    and (select no from log_entry where log_entry.kind = ${kind} and log_entry.ref = log_inbox.ref) is null
    order by id limit ${limit}`.execute(db)
  return new Map(rows.map((row) => [row.ref, row.id]))
}

function inOrder<T extends { ref: number }>(rows: T[], waiting: Map<number, number>): (T & { inboxId: number })[] {
  const withId = rows.map((row) => ({ ...row, inboxId: waiting.get(row.ref) ?? 0 }))
  return withId.sort((a, b) => a.inboxId - b.inboxId)
}

export type WaitingMark = Awaited<ReturnType<typeof listWaitingMarks>>[number]

export async function deleteWaiting(db: Db, inboxIds: number[]): Promise<void> {
  if (inboxIds.length > 0) await db.deleteFrom('logInbox').where('id', 'in', listed(db, inboxIds)).execute()
}

export async function setStanding(db: Db, responseIds: number[], standing: Standing): Promise<void> {
  if (responseIds.length > 0)
    await db.updateTable('response').set({ standing }).where('id', 'in', listed(db, responseIds)).execute()
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
