import { rm } from 'node:fs/promises'
import type { Connection } from '../../db/connect'
import { isKnownMigration, listApplied, listPending, migrate } from '../../db/migrate'
import { datedBackup, keepNewest, makeBackup } from './backup'

const kept = 3
/** `before-003-packed-pairs.….hailong` and not `before-restore.….hailong`. */
const beforeMigration = /^before-\d.*\.hailong$/

/**
 * Brings the database up to this program, as `migrate` does. A SQLite database that is in use is first copied to
 * `dataDir/backups/before-<first missing migration>.<moment>.hailong`, of which the newest three are kept.
 * @throws NewerDatabase; whatever copying or a migration throws, and then the database is as it was
 */
export async function upgrade(
  connection: Connection,
  dataDir: string,
  about: { program: string; now: Date },
): Promise<void> {
  if (connection.engine === 'sqlite') await copyBefore(connection, dataDir, about)
  await migrate(connection)
}

async function copyBefore(
  connection: Connection,
  dataDir: string,
  about: { program: string; now: Date },
): Promise<void> {
  const applied = await listApplied(connection)
  const [first] = await listPending(connection)
  if (applied.length === 0 || first === undefined || !applied.every(isKnownMigration)) return
  const file = datedBackup(dataDir, `before-${first}`, about.now)
  const made = await makeBackup({ connection, dataDir, databaseUrl: null }, file, about)
  if (!made.ok) throw new Error(`no backup before the migration: ${made.error}`)
  // Another process was faster: its copy is the one from before.
  if (made.manifest.schema !== applied.at(-1)) await rm(file, { force: true })
  await keepNewest(dataDir, beforeMigration, kept)
}
