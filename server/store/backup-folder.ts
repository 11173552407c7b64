import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Manifest } from '../domain/backup-manifest'
import { type Dated, listExpired } from '../domain/backup-retention'
import { readManifest } from './archive'

/** `nightly` by itself, `manual` by a person; the others before an upgrade or a restore. */
export type BackupKind = 'nightly' | 'manual' | 'before-upgrade' | 'before-restore'
export type BackupFile = {
  name: string
  kind: BackupKind
  bytes: number
  /** ISO UTC; what the file says of itself. */
  at: string
  /** Null when the file cannot be read as a backup. */
  manifest: Manifest | null
}

const pattern = /^(nightly|manual|before-restore|before-\d[\w-]*)\.(\d{8}T\d{9})\.hailong$/

/** Whether a name is one that this program gives to backups; keeps an address from naming any other file. */
export const isBackupName = (name: string): boolean => pattern.test(name)

/** The backups of a folder, newest first; none when there is no such folder. */
export async function listBackups(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = await Promise.all(names.filter(isBackupName).map((name) => describeBackup(folder, name)))
  return files.filter((file) => file !== null).sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
}

/** What is known of a backup without unpacking it; null when there is no such file. */
export async function describeBackup(folder: string, name: string): Promise<BackupFile | null> {
  const [, prefix = '', moment = ''] = pattern.exec(name) ?? []
  if (!prefix) return null
  const file = join(folder, name)
  const found = await stat(file).catch(() => null)
  if (!found) return null
  const manifest = await readManifest(file)
  const kind = /^before-\d/.test(prefix) ? 'before-upgrade' : (prefix as BackupKind)
  return { name, kind, bytes: found.size, at: manifest?.at ?? instantOf(moment), manifest }
}

/** `20260310T021503123` → `2026-03-10T02:15:03.123Z`. */
function instantOf(moment: string): string {
  return moment.replace(/^(....)(..)(..)T(..)(..)(..)(...)$/, '$1-$2-$3T$4:$5:$6.$7Z')
}

/** Removes the nightly backups of a folder that have had their time; gives their names. */
export async function removeExpired(folder: string): Promise<string[]> {
  const nightly = (await listBackups(folder)).filter(({ kind }) => kind === 'nightly')
  const expired = listExpired(nightly.map(({ name, at }): Dated => ({ file: name, at })))
  for (const name of expired) await rm(join(folder, name), { force: true })
  return expired
}

/** Copies a backup into another folder; it has its name there only once it is whole and on the disk. */
export async function copyBackup(file: string, folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const waiting = join(folder, `.${name}.part`)
  try {
    await copyFile(file, waiting)
    const handle = await open(waiting, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(waiting, join(folder, name))
  } finally {
    await rm(waiting, { force: true })
  }
  return join(folder, name)
}

const tidyAfter = 86_400_000

/** Removes what a backup left behind that was cut short, once it is a day old. */
export async function removeRemains(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith('.hailong-')) continue
    const found = await stat(join(folder, name)).catch(() => null)
    if (found && now.getTime() - found.mtimeMs > tidyAfter)
      await rm(join(folder, name), { recursive: true, force: true })
  }
}
