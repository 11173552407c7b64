import { rm } from 'node:fs/promises'
import { isKnownMigration, listApplied, listPending, migrate } from '../../db/migrate'
import type { ToolFault } from '../../db/pg-tools'
import { datedBackup, type Installation, keepNewest, makeBackup } from './backup'

const kept = 3
/** `before-003-packed-pairs.….hailong` and not `before-restore.….hailong`. */
const beforeMigration = /^before-\d.*\.hailong$/

/** `file`: the copy from before; null when nothing had to be copied. `without`: pg_dump could not be used for it. */
export type Upgraded = { applied: string[]; file: string | null; without: ToolFault | null }

/**
 * Brings the database up to this program, as `migrate` does. One that is in use is first copied to
 * `dataDir/backups/before-<first missing migration>.<moment>.hailong`, of which the newest three are kept: `restore` of
 * it with the older program takes the upgrade back.
 * @throws NewerDatabase; whatever copying or a migration throws, and then the database is as it was
 */
export async function upgrade(installation: Installation, about: { program: string; now: Date }): Promise<Upgraded> {
  const copied = await copyBefore(installation, about)
  return { applied: await migrate(installation.connection), ...copied }
}

const nothing = { file: null, without: null }

async function copyBefore(installation: Installation, about: { program: string; now: Date }) {
  const { connection, dataDir } = installation
  const applied = await listApplied(connection)
  const [first] = await listPending(connection)
  if (applied.length === 0 || first === undefined || !applied.every(isKnownMigration)) return nothing
  const file = datedBackup(dataDir, `before-${first}`, about.now)
  const made = await makeBackup(installation, file, about)
  if (!made.ok) throw new Error(`no backup before the migration: ${made.error}`)
  await keepNewest(dataDir, beforeMigration, kept)
  if (made.manifest.schema === applied.at(-1)) return { file, without: made.without }
  // Another process was faster: its copy is the one from before.
  await rm(file, { force: true })
  return nothing
}
