import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, inject, onTestFinished } from 'vitest'
import { type Connection, connect, type Place } from '../../db/connect'
import { migrate } from '../../db/migrate'

export type Engine = {
  name: 'sqlite' | 'postgres'
  /** A fresh migrated database; closed and removed after the test. */
  open(): Promise<Connection>
  /** Where a fresh database without any table is; removed after the test. For tests that open it themselves. */
  place(): Promise<Required<Place>>
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export function describeEngines(name: string, body: (engine: Engine) => void): void {
  for (const engine of [newEngine('sqlite', sqlitePlace), newEngine('postgres', postgresPlace)])
    describe(`${name} on ${engine.name}`, () => body(engine))
}

function newEngine(name: Engine['name'], place: Engine['place']): Engine {
  return { name, place, open: async () => openMigrated(await place()) }
}

async function openMigrated(place: Place): Promise<Connection> {
  const connection = await connect(place)
  onTestFinished(() => connection.close())
  await migrate(connection)
  return connection
}

async function sqlitePlace() {
  return { dataDir: await temporaryFolder(), databaseUrl: null }
}

async function postgresPlace() {
  const server = inject('postgresUrl')
  const name = `hailong_${randomUUID().replaceAll('-', '')}`
  // Not the server's own collation: a text column that forgot its own shows in the order of names.
  await onServer(
    server,
    `create database ${name} template template0 encoding 'UTF8' locale_provider icu icu_locale 'vi' locale 'C'`,
  )
  onTestFinished(() => onServer(server, `drop database ${name} with (force)`))
  const databaseUrl = new URL(server)
  databaseUrl.pathname = `/${name}`
  return { dataDir: await temporaryFolder(), databaseUrl: databaseUrl.href }
}

/** A new folder, removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hailong-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
