import { statSync } from 'node:fs'
import { sql } from 'kysely'
import type { Connection } from './connect'
import type { Db } from './schema'

/** Bytes of the database on the disk; SQLite's with what still waits in its second file. */
export async function databaseBytes(connection: Connection): Promise<number> {
  if (connection.engine === 'postgres') {
    const { rows } = await sql<{ n: number }>`select pg_database_size(current_database()) as n`.execute(connection.db)
    return Number(rows[0]?.n ?? 0)
  }
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return sizeOf(connection.raw.name) + sizeOf(`${connection.raw.name}-wal`)
}

/** `SQLite 3.50.4` or `PostgreSQL 18.1`. */
export async function engineVersion({ engine, db }: Connection): Promise<string> {
  if (engine === 'sqlite') {
    const { rows } = await sql<{ v: string }>`select sqlite_version() as v`.execute(db)
    return `SQLite ${rows[0]?.v ?? ''}`
  }
  const { rows } = await sql<{ v: string }>`select current_setting('server_version') as v`.execute(db)
  return `PostgreSQL ${(rows[0]?.v ?? '').split(' ')[0]}`
}

/** What waits to be taken into the log, and since when (ISO UTC). */
export async function readInbox(db: Db): Promise<{ waiting: number; since: string | null }> {
  const { rows } = await sql<{ waiting: number; since: string | null }>`select
    (select count(*) from log_inbox) as waiting,
    (select coalesce((select received_at from response where log_inbox.kind = 'response' and id = log_inbox.ref),
      (select marked_at from response_mark where log_inbox.kind = 'mark' and id = log_inbox.ref))
      from log_inbox order by id limit 1) as since`.execute(db)
  return rows[0] ?? { waiting: 0, since: null }
}
