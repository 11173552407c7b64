import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db, Schema } from './schema'
import { SqliteDialect } from './sqlite'

export { isBusy, isFull, isGone, isUnique } from './failures'
export { scan } from './scan'

export type SqliteConnection = Open & { engine: 'sqlite'; raw: Database.Database; pool: null }
export type PostgresConnection = Open & { engine: 'postgres'; raw: null; pool: pg.Pool }
/** An open database: `db` for queries; `raw` and `pool` only for what a query builder cannot do. */
export type Connection = SqliteConnection | PostgresConnection
type Open = { db: Db; close(): Promise<void> }

export type Place = {
  /** Folder of the SQLite file, keys and attachments; made when missing, for its owner alone. */
  dataDir: string
  /** `postgres://…`, or empty for SQLite. */
  databaseUrl?: string | null | undefined
}

/** Opens the database for reading and writing. Throws when it cannot be opened. */
export async function connect(place: Place): Promise<Connection> {
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 })
  return place.databaseUrl ? openPostgres(place.databaseUrl, { max: 10 }) : openSqlite(fileOf(place.dataDir))
}

/** Opens a database that exists for reading alone, for a worker: beside the writer, never in its way. */
export async function connectReadOnly(place: Place): Promise<Connection> {
  if (!place.databaseUrl) return openSqlite(fileOf(place.dataDir), { readonly: true })
  return openPostgres(place.databaseUrl, { max: 2, options: '-c default_transaction_read_only=on' })
}

const fileOf = (dataDir: string) => join(dataDir, 'hailong.db')

function openSqlite(file: string, { readonly = false } = {}): SqliteConnection {
  // The folder may have been there before, open to others. SQLite gives its other files the mode of this one.
  if (!readonly) closeSync(openSync(file, 'a', 0o600))
  const raw = new Database(file, { readonly, timeout: 5000 })
  if (!readonly) raw.pragma('journal_mode = wal')
  raw.pragma('synchronous = full')
  raw.pragma('foreign_keys = on')
  // Waiting inside SQLite would stop the whole process: inTransaction waits outside instead.
  raw.pragma(`busy_timeout = ${readonly ? 1000 : 0}`)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect(raw), plugins: [camelCase()] })
  const close = async () => {
    await db.destroy()
    raw.close()
  }
  return { db, engine: 'sqlite', raw, pool: null, close }
}

function openPostgres(connectionString: string, settings: pg.PoolConfig): PostgresConnection {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'hailong',
    connectionTimeoutMillis: 5000,
    types: { getTypeParser },
    ...settings,
  })
  // A connection that breaks ends the query on it, which tells its caller, and is replaced; it must not end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins: [camelCase()] })
  const close = async () => {
    await db.destroy()
    if (!pool.ended) await pool.end()
  }
  return { db, engine: 'postgres', raw: null, pool, close }
}

const int8 = 20
const numeric = 1700
/** int8 and numeric (sums of int8) as numbers: every integer of this program is below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === int8 || oid === numeric ? Number : pg.types.getTypeParser(oid, format as 'text')

const camelCase = () => new CamelCasePlugin({ maintainNestedObjectKeys: true })
