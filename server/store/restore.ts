import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { countAll, hasData, replaceSqlite } from '../../db/backup'
import { isKnownMigration, listApplied } from '../../db/migrate'
import { isRowsFile, replaceFromRows } from '../../db/pg-rows'
import { replacePostgres, type ToolFault } from '../../db/pg-tools'
import type { Manifest } from '../domain/backup-manifest'
import { unpackArchive } from './archive'
import { type Backup, datedBackup, holdsWhatItSays, type Installation, makeBackup, stamp } from './backup'

type Refusal = 'has-data' | 'newer' | 'not-a-backup' | 'damaged' | 'other-engine'
export type Restored =
  | { ok: true; manifest: Manifest; before: string | null; oldKeys: string | null }
  | { ok: false; error: Refusal }
  | Exclude<Backup, { ok: true }>
  | ToolFault
type About = { program: string; now: Date; force: boolean }

/**
 * Puts a backup in the place of database and keys. Nothing is touched before the whole file has been checked. What was
 * there goes to `before`, a backup beside the database, and `oldKeys`, a folder beside the keys, where they differ.
 * Without `force` a database with data is left alone.
 * @throws what the file system throws
 */
export async function restoreBackup(installation: Installation, file: string, about: About): Promise<Restored> {
  const { connection, dataDir } = installation
  const inUse = (await listApplied(connection)).length > 0 && (await hasData(connection.db))
  if (inUse && !about.force) return { ok: false, error: 'has-data' }
  const folder = await mkdtemp(join(dataDir, '.restore-'))
  try {
    const unpacked = await unpackArchive(file, folder)
    if (!unpacked.ok) return unpacked
    const { manifest } = unpacked
    if (!isKnownMigration(manifest.schema)) return { ok: false, error: 'newer' }
    if (manifest.engine !== connection.engine) return { ok: false, error: 'other-engine' }
    const database = join(folder, 'database')
    const held = await holdsWhatItSays(manifest, database)
    if (!held.ok) return held
    const before = inUse ? datedBackup(dataDir, 'before-restore', about.now) : null
    const saved = before && (await makeBackup(installation, before, about))
    if (saved && !saved.ok) return saved
    const replaced = await replaceDatabase(installation, database, manifest)
    if (!replaced.ok) return replaced
    return { ok: true, manifest, before, oldKeys: await replaceKeys(dataDir, join(folder, 'keys'), about.now) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function replaceDatabase(
  { connection, databaseUrl }: Installation,
  database: string,
  { counts, schema }: Manifest,
): Promise<{ ok: true } | ToolFault> {
  if (connection.engine === 'postgres') {
    if (!(await isRowsFile(database))) return replacePostgres(connection, databaseUrl ?? '', database)
    await replaceFromRows(connection, database, schema)
    return { ok: true }
  }
  await replaceSqlite(connection, database)
  const found = await countAll(connection.db)
  // A running server may already have added to it.
  if (found.responses < counts.responses || found.entries < counts.entries) throw new Error('the copy did not arrive')
  return { ok: true }
}

/** Puts the keys of a backup in place; returns the folder of the old ones, null where there was nothing to keep. */
async function replaceKeys(dataDir: string, unpacked: string, now: Date): Promise<string | null> {
  const [wanted, present] = await Promise.all([readKeys(unpacked), readKeys(join(dataDir, 'keys'))])
  if (wanted === '' || wanted === present) return null
  const keys = join(dataDir, 'keys')
  const old = join(dataDir, `keys.${stamp(now)}`)
  await mkdir(keys, { recursive: true, mode: 0o700 })
  await rename(keys, old)
  await rename(unpacked, keys).catch(async (error) => {
    await rename(old, keys)
    throw error
  })
  if (present !== '') return old
  await rm(old, { recursive: true })
  return null
}

/** Names and contents as one text, empty without keys. */
async function readKeys(folder: string): Promise<string> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const lines = names.sort().map(async (name) => `${name} ${await readFile(join(folder, name), 'utf8')}`)
  return (await Promise.all(lines)).join('\n')
}
