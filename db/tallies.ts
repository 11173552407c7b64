import { sql } from 'kysely'
import { type Connection, scan } from './connect'
import type { Db } from './schema'

/** The tables of counts and their keys, in the order of their primary keys. */
export const tallyKeys = {
  tallyDay: ['point', 'version', 'submittedOn', 'channel', 'field', 'standing'],
  tallyHalf: ['office', 'version', 'half', 'channel', 'standing'],
  tallyPair: ['office', 'version', 'half', 'channel', 'standing'],
} as const
export type TallyName = keyof typeof tallyKeys
export const tallyNames = Object.keys(tallyKeys) as TallyName[]

/** Values of the key columns, and the counts as JSON; co-occurrence counts are packed (packed-pairs). */
export type TallyRow = { key: readonly string[]; counts: string }

const rowsPerStatement = 500

const columns = (name: TallyName) => sql.join(tallyKeys[name].map((column) => sql.ref(column)))
const tuple = (values: readonly string[]) => sql`(${sql.join(values)})`
const isOneOf = (name: TallyName, keys: (readonly string[])[]) =>
  sql`(${columns(name)}) in (values ${sql.join(keys.map(tuple))})`

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += rowsPerStatement) yield rows.slice(at, at + rowsPerStatement)
}

type Stored = Record<string, string> & { counts: string }
const toRow = (name: TallyName, row: Stored): TallyRow => ({
  key: tallyKeys[name].map((column) => row[column] ?? ''),
  counts: row.counts,
})

/** The rows of a table that have one of these keys. */
export async function listTallies(db: Db, name: TallyName, keys: (readonly string[])[]): Promise<TallyRow[]> {
  const found: TallyRow[] = []
  for (const some of chunks(keys)) {
    const query = sql<Stored>`select ${columns(name)}, counts from ${sql.table(name)} where ${isOneOf(name, some)}`
    for (const row of (await query.execute(db)).rows) found.push(toRow(name, row))
  }
  return found
}

/** Writes rows whether or not their keys exist. */
export async function saveTallies(db: Db, name: TallyName, rows: TallyRow[]): Promise<void> {
  for (const some of chunks(rows)) {
    const values = sql.join(some.map((row) => tuple([...row.key, row.counts])))
    await sql`insert into ${sql.table(name)} (${columns(name)}, counts) values ${values}
      on conflict (${columns(name)}) do update set counts = excluded.counts`.execute(db)
  }
}

export async function deleteTallies(db: Db, name: TallyName, keys: (readonly string[])[]): Promise<void> {
  for (const some of chunks(keys)) await sql`delete from ${sql.table(name)} where ${isOneOf(name, some)}`.execute(db)
}

/** Every row of a table, one after the other. */
export async function* scanTallies(connection: Connection, name: TallyName): AsyncGenerator<TallyRow> {
  const query = sql<Stored>`select ${columns(name)}, counts from ${sql.table(name)}`.compile(connection.db)
  for await (const row of scan<Stored>(connection, query)) yield toRow(name, row)
}
