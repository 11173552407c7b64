import { setTimeout as sleep } from 'node:timers/promises'
import { type MigrationProvider, Migrator, sql } from 'kysely'
import type { Connection, PostgresConnection } from './connect'
import { isBusy } from './failures'
import { migrations } from './migrations'

/** A newer program has already migrated this database; `unknown` names what this program does not know. */
export class NewerDatabase extends Error {
  readonly code = 'newer-database'
  readonly unknown: string[]
  constructor(unknown: string[]) {
    super(`the database is newer than this program: ${unknown.join(', ')}`)
    this.unknown = unknown
  }
}

const patience = 60_000

/**
 * Brings the database up to this program: all missing migrations in one transaction, or none. Safe when several
 * processes start at once: one migrates, the others wait up to a minute. Returns the names of what was applied.
 * @throws NewerDatabase, which is left as it is; whatever a migration throws
 */
export async function migrate(connection: Connection): Promise<string[]> {
  const end = performance.now() + patience
  for (;;) {
    const unknown = await listUnknown(connection)
    if (unknown.length > 0) throw new NewerDatabase(unknown)
    const { error, results } = await newMigrator(connection).migrateToLatest()
    if (!error) return (results ?? []).map((result) => result.migrationName)
    if (!isBusy(error) || performance.now() > end) throw error
    await sleep(50)
  }
}

/**
 * Brings an empty schema `public` of PostgreSQL to the state after one migration, whatever other schemas hold.
 * @throws whatever a migration throws
 */
export async function migrateTo({ db }: PostgresConnection, name: string): Promise<void> {
  const { error } = await new Migrator({ db, provider, migrationTableSchema: 'public' }).migrateTo(name)
  if (error) throw error
}

const provider: MigrationProvider = { getMigrations: async () => migrations }
const newMigrator = ({ db }: Connection) => new Migrator({ db, provider })

const listUnknown = async (connection: Connection) =>
  (await listApplied(connection)).filter((name) => !isKnownMigration(name))

/** Whether this program has a migration of this name. */
export const isKnownMigration = (name: string): boolean => name in migrations

/** The names of the migrations that the database has, oldest first; empty while it has no tables. */
export async function listApplied({ db }: Connection): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

/** The names of the migrations that `migrate` would apply. */
export async function listPending(connection: Connection): Promise<string[]> {
  const applied = await listApplied(connection)
  return Object.keys(migrations).filter((name) => !applied.includes(name))
}
