import Database from 'better-sqlite3'
import { sql } from 'kysely'
import type { Counts } from '../server/domain/backup-manifest'
import type { SqliteConnection } from './connect'
import type { Db } from './schema'

const pagesAtOnce = 4096
const patience = 60_000

/** How many answers and entries of the log there are. */
export async function countAll(db: Db): Promise<Counts> {
  const { rows } = await sql<Counts>`select (select count(*) from response) as responses,
    (select count(*) from log_entry) as entries`.execute(db)
  return rows[0] ?? { responses: 0, entries: 0 }
}

/** Whether more is stored than the first start makes: answers, accounts, a second office or desk. Needs the tables. */
export async function hasData(db: Db): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select (select count(*) from response) + (select count(*) from staff)
    + (select count(*) from office where parent_code is not null) + (select count(*) from point) as n`.execute(db)
  return (rows[0]?.n ?? 0) > 1
}

/**
 * Copies a SQLite database as it is at one moment into a new file, while others go on writing. The copy is one file,
 * on the disk. Returns what that moment counted.
 */
export async function copySqlite({ raw }: SqliteConnection, file: string): Promise<Counts> {
  const source = new Database(raw.name, { readonly: true, timeout: 5000 })
  try {
    // Without its own moment a copy begins anew whenever another process writes, and under load never ends.
    source.exec('begin')
    const counts = countSqlite(source)
    await source.backup(file, { progress: () => pagesAtOnce })
    return counts
  } finally {
    source.close()
  }
}

/** Opens a copy on its own: whether SQLite finds it whole, what it counts, and the names of its migrations. */
export function inspectCopy(file: string): { whole: boolean; counts: Counts; applied: string[] } {
  const raw = new Database(file)
  try {
    raw.pragma('journal_mode = delete')
    const whole = raw.pragma('quick_check', { simple: true }) === 'ok'
    const names = raw.prepare<[], { name: string }>('select name from kysely_migration order by name').all()
    return { whole, counts: countSqlite(raw), applied: names.map(({ name }) => name) }
  } finally {
    raw.close()
  }
}

/**
 * Puts a copy in the place of what an open database holds, all or nothing, while others may have it open.
 * @throws with the code SQLITE_BUSY when somebody holds its lock for a minute
 */
export async function replaceSqlite({ raw }: SqliteConnection, file: string): Promise<void> {
  const copy = new Database(file, { readonly: true })
  const end = performance.now() + patience
  try {
    for (;;) {
      // The driver takes a locked target for a copy without pages that is done.
      const { totalPages } = await copy.backup(raw.name, { progress: () => pagesAtOnce })
      if (totalPages > 0) return
      if (performance.now() > end) throw new Database.SqliteError('database is locked', 'SQLITE_BUSY')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  } finally {
    copy.close()
  }
}

function countSqlite(raw: Database.Database): Counts {
  const count = (table: string) =>
    raw.prepare<[], { n: number }>(`select count(*) as n from ${table}`).get()?.n ?? Number.NaN
  return { responses: count('response'), entries: count('log_entry') }
}
