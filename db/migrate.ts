import { setTimeout as sleep } from 'node:timers/promises'
import { Migrator, sql } from 'kysely'
import type { Connection } from './connect'
import { isBusy } from './failures'
import { migrations } from './migrations'

export type Migrated = { ok: true; applied: string[] } | { ok: false; error: 'newer-database'; unknown: string[] }

const patience = 60_000

/**
 * Brings the database up to this program: all missing migrations in one transaction, or none. Safe when several
 * processes start at once: one migrates, the others wait up to a minute. A database that a newer program has already
 * migrated is left alone (`newer-database`, with the names that this program does not know). Throws when a migration fails.
 */
export async function migrate(connection: Connection): Promise<Migrated> {
  const end = performance.now() + patience
  for (;;) {
    const unknown = await listUnknown(connection)
    if (unknown.length > 0) return { ok: false, error: 'newer-database', unknown }
    const { error, results } = await newMigrator(connection).migrateToLatest()
    if (!error) return { ok: true, applied: (results ?? []).map((result) => result.migrationName) }
    if (!isBusy(error) || performance.now() > end) throw error
    await sleep(50)
  }
}

const newMigrator = ({ db }: Connection) => new Migrator({ db, provider: { getMigrations: async () => migrations } })

async function listUnknown({ db }: Connection): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name).filter((name) => !(name in migrations))
}
