import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import Cursor from 'pg-cursor'
import type { Counts } from '../server/domain/backup-manifest'
import type { PostgresConnection } from './connect'
import { migrateTo } from './migrate'
import { replacePublic } from './pg-schema'
import type { Db } from './schema'

const format = 'hailong-rows-1'
const rowsAtOnce = 1000
/** A row of it is a whole file, twice as long when it is written down. */
const oneAtOnce = 'file_content'
const lettersAtOnce = 4_000_000

/** Tables in the order they were made, without those in which Kysely keeps its own books. */
const tables = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  and relname not like 'kysely%' order by oid`
const sequences = `select sequencename as name, last_value as last from pg_sequences
  where schemaname = 'public' and last_value is not null order by sequencename`

/**
 * Writes every row of a PostgreSQL database, as it is at one moment, into a new file that needs no tool of PostgreSQL:
 * a first line, then for each table `=name` and each row as a line of JSON as the server writes it, then `#name value`
 * for each sequence. The tables themselves are those of the migrations. Returns what that moment counted.
 */
export async function dumpRows({ pool }: PostgresConnection, file: string): Promise<Counts> {
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  const ended = finished(out)
  // Awaited at the end; a failure before that must not end the process.
  ended.catch(() => {})
  const client = await pool.connect()
  const write = async (text: string) => {
    if (out.errored) throw out.errored
    if (!out.write(text)) await Promise.race([once(out, 'drain'), ended])
  }
  const counts: Record<string, number> = {}
  try {
    await client.query('begin isolation level repeatable read read only')
    await write(`${format}\n`)
    for (const { name } of (await client.query<{ name: string }>(tables)).rows) {
      await write(`=${name}\n`)
      counts[name] = await writeRows(client, name, write)
    }
    for (const { name, last } of (await client.query<{ name: string; last: number }>(sequences)).rows)
      await write(`#${name} ${last}\n`)
    await client.query('commit')
    out.end()
    await ended
  } finally {
    out.destroy()
    // A client that failed inside a transaction is not given back.
    client.release(!out.writableFinished)
  }
  return { responses: counts.response ?? 0, entries: counts.log_entry ?? 0 }
}

async function writeRows(client: pg.PoolClient, table: string, write: (text: string) => Promise<void>) {
  const cursor = client.query(new Cursor<{ row: string }>(`select row_to_json(t)::text as row from "${table}" t`))
  let count = 0
  for (;;) {
    const rows = await cursor.read(table === oneAtOnce ? 1 : rowsAtOnce)
    if (rows.length === 0) break
    count += rows.length
    await write(rows.map(({ row }) => `${row}\n`).join(''))
  }
  await cursor.close()
  return count
}

/** Whether a file was written by `dumpRows`; otherwise it is pg_dump's. */
export async function isRowsFile(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(format.length), 0, format.length, 0)
    return buffer.toString('utf8', 0, bytesRead) === format
  } finally {
    await handle.close()
  }
}

/** Reads a file of rows without a database and counts them. */
export async function countRowsFile(file: string): Promise<Counts> {
  const counts: Record<string, number> = {}
  let table = ''
  for await (const line of linesOf(file)) {
    if (line.startsWith('=')) table = line.slice(1)
    else if (line.startsWith('{')) counts[table] = (counts[table] ?? 0) + 1
  }
  return { responses: counts.response ?? 0, entries: counts.log_entry ?? 0 }
}

/**
 * Puts a file of rows in the place of everything in the schema `public`: tables by the migrations up to `schema`, then
 * the rows. What was there comes back when that fails.
 */
export async function replaceFromRows(connection: PostgresConnection, file: string, schema: string): Promise<void> {
  await replacePublic(connection, async () => {
    await migrateTo(connection, schema)
    await connection.db.transaction().execute((db) => loadRows(db, file))
    return { ok: true }
  })
}

async function loadRows(db: Db, file: string): Promise<void> {
  const foreign = await listForeignKeys(db)
  // Rows of one table may name later ones of the same table, so what they name is looked up at the end.
  for (const { of, name } of foreign)
    await sql`alter table ${sql.ref(of)} alter constraint ${sql.ref(name)} deferrable initially deferred`.execute(db)
  // A migration may have made rows of its own.
  const { rows: all } = await sql<{ name: string }>`${sql.raw(tables)}`.execute(db)
  await sql`truncate table ${sql.join(all.map(({ name }) => sql.ref(name)))}`.execute(db)
  let table = ''
  let waiting: string[] = []
  let letters = 0
  const flush = async () => {
    if (waiting.length > 0) {
      const rows = `[${waiting.join(',')}]`
      // By its full name: `point` alone is a type of the server's own.
      await sql`insert into ${sql.ref(table)}
        select * from json_populate_recordset(null::${sql.ref(`public.${table}`)}, ${rows}::json)`.execute(db)
    }
    waiting = []
    letters = 0
  }
  for await (const line of linesOf(file)) {
    if (line.startsWith('{')) {
      waiting.push(line)
      letters += line.length
      if (waiting.length >= rowsAtOnce || letters > lettersAtOnce) await flush()
      continue
    }
    await flush()
    if (line.startsWith('=')) table = line.slice(1)
    else if (line.startsWith('#')) await setSequence(db, line.slice(1))
  }
  await flush()
  await sql`set constraints all immediate`.execute(db)
  for (const { of, name } of foreign)
    await sql`alter table ${sql.ref(of)} alter constraint ${sql.ref(name)} not deferrable`.execute(db)
}

async function listForeignKeys(db: Db): Promise<{ of: string; name: string }[]> {
  const { rows } = await sql<{ of: string; name: string }>`select conrelid::regclass::text as "of", conname as name
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(db)
  return rows
}

async function setSequence(db: Db, line: string): Promise<void> {
  const [name = '', last] = line.split(' ')
  await sql`select setval(${name}::regclass, ${Number(last)})`.execute(db)
}

async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
}
