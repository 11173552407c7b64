import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, onTestFinished } from 'vitest'
import { type Connection, connect, type Place } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { createDatabase, dropDatabase, giveBack, takeDatabase } from './postgres'

export type Engine = {
  name: 'sqlite' | 'postgres'
  /** A migrated database without answers; closed after the test. Its tables must not be changed. */
  open(): Promise<Connection>
  /** Where a new database without any table is; removed after the test. For tests that open it themselves. */
  place(): Promise<Required<Place>>
}

const engines: Engine[] = [
  { name: 'sqlite', place: sqlitePlace, open: async () => openMigrated(await sqlitePlace()) },
  { name: 'postgres', place: postgresPlace, open: openPostgres },
]

/** Runs the same tests on SQLite and on PostgreSQL. */
export function describeEngines(name: string, body: (engine: Engine) => void): void {
  for (const engine of engines) describe(`${name} on ${engine.name}`, () => body(engine))
}

/** A new folder, removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hailong-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function sqlitePlace() {
  return { dataDir: await temporaryFolder(), databaseUrl: null }
}

async function postgresPlace() {
  const databaseUrl = await createDatabase()
  onTestFinished(() => dropDatabase(databaseUrl))
  return { dataDir: await temporaryFolder(), databaseUrl }
}

async function openPostgres(): Promise<Connection> {
  const { url, isNew } = await takeDatabase()
  onTestFinished(() => giveBack(url))
  return openMigrated({ dataDir: await temporaryFolder(), databaseUrl: url }, isNew)
}

/** Finishers run last registered first: the connection closes before its place is removed or given back. */
async function openMigrated(place: Place, isNew = true): Promise<Connection> {
  const connection = await connect(place)
  onTestFinished(() => connection.close())
  if (isNew) await migrate(connection)
  return connection
}
