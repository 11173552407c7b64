import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { copySqlite, inspectCopy } from '../../db/backup'
import type { Connection } from '../../db/connect'
import { listApplied } from '../../db/migrate'
import { countRowsFile, dumpRows, isRowsFile } from '../../db/pg-rows'
import { dumpPostgres, inspectDump, type ToolFault } from '../../db/pg-tools'
import type { BackupFacts, Counts, Manifest } from '../domain/backup-manifest'
import { type ArchiveFault, type Part, unpackArchive, writeArchive } from './archive'

/** What is backed up: an open database and the folder of its keys. `databaseUrl` where it is PostgreSQL. */
export type Installation = { connection: Connection; dataDir: string; databaseUrl: string | null }
/** `without`: the tool of PostgreSQL that could not be used, so that the program wrote the rows by itself. */
export type Backup =
  | { ok: true; manifest: Manifest; without: ToolFault | null }
  | { ok: false; error: 'empty' | 'not-verified' }

/**
 * Writes database and keys into one file while the program goes on, then reads the file again and compares. The file
 * appears under its name only when it is complete and on the disk; one of that name is replaced.
 * @param about version of the program, and the present moment
 * @throws what the file system throws
 */
export async function makeBackup(
  installation: Installation,
  file: string,
  about: { program: string; now: Date },
): Promise<Backup> {
  const schema = (await listApplied(installation.connection)).at(-1)
  if (schema === undefined) return { ok: false, error: 'empty' }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(dirname(file), '.hailong-'))
  try {
    const copy = join(folder, 'database')
    const copied = await copyDatabase(installation, copy)
    const facts: BackupFacts = {
      program: about.program,
      schema: copied.schema ?? schema,
      engine: installation.connection.engine,
      at: about.now.toISOString(),
      counts: copied.counts,
    }
    const archive = join(folder, 'archive')
    const parts = [{ name: 'database', file: copy }, ...(await listKeys(installation.dataDir))]
    const manifest = await writeArchive(archive, facts, parts)
    await rm(copy)
    if (!(await checkBackup(archive, join(folder, 'again'))).ok) return { ok: false, error: 'not-verified' }
    await rename(archive, file)
    await syncFolder(dirname(file))
    return { ok: true, manifest, without: copied.without ?? null }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Copied = { counts: Counts; schema?: string | undefined; without?: ToolFault }

async function copyDatabase({ connection, databaseUrl }: Installation, copy: string): Promise<Copied> {
  if (connection.engine === 'postgres') {
    const dumped = await dumpPostgres(connection, databaseUrl ?? '', copy)
    if (dumped.ok) return dumped
    await rm(copy, { force: true })
    return { counts: await dumpRows(connection, copy), without: dumped }
  }
  const counts = await copySqlite(connection, copy)
  // Closes the copy as a single file; another process may have migrated since the start.
  return { counts, schema: inspectCopy(copy).applied.at(-1) }
}

async function listKeys(dataDir: string): Promise<Part[]> {
  const folder = join(dataDir, 'keys')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .filter((name) => /^[a-z]+\.key$/.test(name))
    .sort()
    .map((name) => ({ name: `keys/${name}`, file: join(folder, name) }))
}

export type Checked = { ok: true; manifest: Manifest } | { ok: false; error: ArchiveFault } | ToolFault

/** Unpacks a backup into a folder, which must not exist, opens its database and compares it with what the file says. */
export async function checkBackup(file: string, folder: string): Promise<Checked> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unpacked = await unpackArchive(file, folder)
  if (!unpacked.ok) return unpacked
  const held = await holdsWhatItSays(unpacked.manifest, join(folder, 'database'))
  return held.ok ? unpacked : held
}

type Held = { ok: true } | { ok: false; error: 'damaged' } | ToolFault

/** Opens the database of an unpacked backup and compares it with the manifest. */
export async function holdsWhatItSays({ engine, counts }: Manifest, database: string): Promise<Held> {
  const same = (found: Counts): Held =>
    found.responses === counts.responses && found.entries === counts.entries ? { ok: true } : damaged
  if (engine === 'postgres') {
    if (await isRowsFile(database)) return same(await countRowsFile(database))
    const found = await inspectDump(database)
    if (found.ok) return same(found.counts)
    return found.error === 'tool-failed' ? damaged : found
  }
  const found = inspectCopy(database)
  return found.whole ? same(found.counts) : damaged
}

const damaged = { ok: false, error: 'damaged' } as const

/** A new name in a folder is safe once the folder is; Windows has no such thing and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** `before-restore.20260310T021503123.hailong`: the moment in UTC, so that names sort by age. */
export function datedBackup(dataDir: string, name: string, now: Date): string {
  return join(dataDir, 'backups', `${name}.${stamp(now)}.hailong`)
}

/** An instant in UTC as it may stand in a file name: `20260310T021503123`. */
export const stamp = (now: Date) => now.toISOString().replace(/[-:.Z]/g, '')

/** Removes all but the newest of the backups that were made before something. */
export async function keepNewest(dataDir: string, kind: RegExp, count: number): Promise<void> {
  const folder = join(dataDir, 'backups')
  const age = (file: string) => file.split('.').at(-2) ?? ''
  const names = (await readdir(folder)).filter((name) => kind.test(name))
  const old = names.sort((a, b) => (age(a) < age(b) ? 1 : -1)).slice(count)
  for (const name of old) await rm(join(folder, basename(name)))
}
