import type Database from 'better-sqlite3'
import { type Insertable, sql } from 'kysely'
import type { Connection, PostgresConnection, SqliteConnection } from './connect'
import { isRowFault } from './failures'
import type { Db, ResponseTable } from './schema'
import { inTransaction } from './transaction'

/** One answered form, ready to be kept. Its client id makes sending it again harmless. */
export type NewResponse = Omit<Insertable<ResponseTable>, 'id' | 'clientId'> & { clientId: string }

/** `same`: this client id is known with the same content; `conflict`: with other content. `id` is the kept row's. */
export type Outcome =
  | { outcome: 'new' | 'same'; id: number }
  | { outcome: 'conflict'; id: number; submittedAt: string | null }

type Known = { id: number; contentMac: Uint8Array | null; submittedAt: string | null }
/** Rows into an open transaction, each with its inbox row; throws at the first row that is refused. */
export type InsertRows = (db: Db, rows: readonly NewResponse[]) => Promise<Outcome[]>

/**
 * Keeps a batch in one transaction: durable when it resolves. One result for each row, in order; a row that is refused
 * alone (unknown point, text that cannot be stored) has its Error there and does not touch the others.
 * Throws when nothing could be kept: busy, full disk, database gone (`isBusy`, `isFull`, `isGone`).
 */
export function responseWriter(connection: Connection): (rows: NewResponse[]) => Promise<(Outcome | Error)[]> {
  return connection.engine === 'sqlite' ? sqliteWriter(connection) : postgresWriter(connection)
}

/** The same insertion as part of a larger transaction. */
export function insertRowsOf(connection: Connection): InsertRows {
  if (connection.engine === 'postgres') return insertTogether
  const insert = sqliteInsert(connection.raw)
  return async (_, rows) => rows.map(insert)
}

/** Every column that an insertion sets, and what stands there when the row has nothing. */
const blanks: Record<Exclude<keyof ResponseTable, 'id'>, string | null> = {
  office: null,
  point: null,
  version: null,
  channel: null,
  field: '',
  submittedOn: null,
  submittedAt: null,
  receivedAt: null,
  answers: null,
  traits: null,
  extras: null,
  comment: null,
  sentStanding: null,
  standing: null,
  flags: '',
  lang: 'vi',
  clientId: null,
  contentMac: null,
  answersSalt: null,
  restSalt: null,
  answersCommit: null,
  restCommit: null,
}
const columns = Object.entries(blanks) as [keyof typeof blanks, string | null][]
const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function sqliteWriter({ db, raw }: SqliteConnection) {
  // Called inside a transaction, better-sqlite3 makes a savepoint of it.
  const insert = raw.transaction(sqliteInsert(raw))
  const attempt = (row: NewResponse): Outcome | Error => {
    try {
      return insert(row)
    } catch (error) {
      if (isRowFault(error)) return error as Error
      throw error
    }
  }
  return (rows: NewResponse[]) => inTransaction(db, async () => rows.map(attempt))
}

function sqliteInsert(raw: Database.Database): (row: NewResponse) => Outcome {
  const names = columns.map(([key]) => snakeCase(key)).join(', ')
  const marks = columns.map(() => '?').join(', ')
  const response = raw.prepare(`insert into response (${names}) values (${marks}) on conflict do nothing`)
  const inbox = raw.prepare(`insert into log_inbox (kind, ref) values ('response', ?)`)
  const known = raw.prepare<[string], Known>(
    'select id, content_mac as contentMac, submitted_at as submittedAt from response where client_id = ?',
  )
  return (row) => {
    const { changes, lastInsertRowid } = response.run(columns.map(([key, blank]) => row[key] ?? blank))
    if (changes === 0) return compare(known.get(row.clientId), row)
    inbox.run(lastInsertRowid)
    return { outcome: 'new', id: Number(lastInsertRowid) }
  }
}

function postgresWriter({ db }: PostgresConnection) {
  const keep = (rows: NewResponse[]) => inTransaction(db, (db) => insertTogether(db, rows), 'read committed')
  const alone = async (row: NewResponse): Promise<Outcome | Error> => {
    try {
      const [outcome] = await keep([row])
      return outcome ?? new Error('the row got no outcome')
    } catch (error) {
      if (isRowFault(error)) return error as Error
      throw error
    }
  }
  return async (rows: NewResponse[]): Promise<(Outcome | Error)[]> => {
    try {
      return await keep(rows)
    } catch (error) {
      if (!isRowFault(error)) throw error
      const outcomes: (Outcome | Error)[] = []
      for (const row of rows) outcomes.push(await alone(row))
      return outcomes
    }
  }
}

const insertTogether: InsertRows = async (db, rows) => {
  const firstAt = new Map<string, number>()
  rows.forEach((row, i) => {
    if (!firstAt.has(row.clientId)) firstAt.set(row.clientId, i)
  })
  const fresh = await insertFresh(
    db,
    rows.filter((row, i) => firstAt.get(row.clientId) === i),
  )
  const isFresh = (row: NewResponse, i: number) => firstAt.get(row.clientId) === i && fresh.has(row.clientId)
  const known = await listKnown(
    db,
    rows.filter((row, i) => !isFresh(row, i)),
  )
  return rows.map((row, i) =>
    isFresh(row, i) ? { outcome: 'new', id: fresh.get(row.clientId) ?? 0 } : compare(known.get(row.clientId), row),
  )
}

/** One array for each column instead of one parameter for each value: a batch costs the parser as much as a row. */
async function insertFresh(db: Db, rows: NewResponse[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const names = sql.join(columns.map(([key]) => sql.ref(key)))
  const arrays = sql.join(columns.map(([key, blank]) => sql`${rows.map((row) => row[key] ?? blank)}::${arrayOf(key)}`))
  const inserted = await sql<{ id: number; clientId: string }>`
    with fresh as (
      insert into response (${names}) select * from unnest(${arrays}) on conflict do nothing returning id, client_id
    ), inbox as (insert into log_inbox (kind, ref) select 'response', id from fresh)
    select id, client_id from fresh`.execute(db)
  return new Map(inserted.rows.map((row) => [row.clientId, row.id]))
}

const isBytes = (key: keyof typeof blanks) => /(Mac|Salt|Commit)$/.test(key)
const arrayOf = (key: keyof typeof blanks) => (isBytes(key) ? sql`bytea[]` : sql`text[]`)

async function listKnown(db: Db, rows: NewResponse[]): Promise<Map<string, Known>> {
  if (rows.length === 0) return new Map()
  const known = await db
    .selectFrom('response')
    .select(['id', 'clientId', 'contentMac', 'submittedAt'])
    .where('clientId', 'in', [...new Set(rows.map((row) => row.clientId))])
    .execute()
  return new Map(known.map((row) => [row.clientId ?? '', row]))
}

function compare(known: Known | undefined, row: NewResponse): Outcome {
  if (!known) throw new Error('a client id was taken and is gone')
  const { id, contentMac, submittedAt } = known
  return isSame(contentMac, row.contentMac ?? null) ? { outcome: 'same', id } : { outcome: 'conflict', id, submittedAt }
}

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one && other ? Buffer.compare(one, other) === 0 : one === other
}
