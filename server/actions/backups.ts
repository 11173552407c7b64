import { mkdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { insertAudit } from '../../db/audit'
import { findLastRun, insertBackupRun, updateBackupRun } from '../../db/backup-runs'
import type { ToolFault } from '../../db/pg-tools'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import type { Counts } from '../domain/backup-manifest'
import { may, type SignedInStaff } from '../domain/permissions'
import { type Backup, type Checked, datedBackup } from '../store/backup'
import { copyBackup, listBackups, removeExpired, removeRemains } from '../store/backup-folder'
import { withLease } from '../store/lease'

export type BackupContext = {
  db: Db
  /** `backupDir`: a second folder, to which each good backup is copied. */
  config: { dataDir: string; backupDir: string | null }
  now: () => Date
  newId: () => string
  makeBackup(file: string, now: string): Promise<Backup>
  checkBackup(file: string): Promise<Checked>
}
/** `second`: the name of the copy in the second folder, why there is none, or null without such a folder. */
export type Made = {
  ok: true
  file: string
  bytes: number
  counts: Counts
  without: ToolFault | null
  second: { ok: true; file: string } | { ok: false; reason: string } | null
}
export type NotMade = {
  ok: false
  error: 'busy' | 'empty' | 'not-verified' | 'disk-full' | 'cannot-write'
  reason: string
}

/**
 * Makes a backup of everything in `dataDir/backups`, copies it into the second folder, removes nightly ones that have had
 * their time, and writes down how it went. One at a time, whoever asks and whichever process (`busy`).
 * @param staff who asked; null: by itself
 */
export async function runBackup(context: BackupContext, staff: SignedInStaff | null): Promise<Made | NotMade> {
  const made = await withLease(context, 'backup', async () => {
    const done = await recorded(context, staff)
    return { ...done, detail: done.ok ? basename(done.file) : done.error }
  })
  return made ?? { ok: false, error: 'busy', reason: '' }
}

async function recorded(context: BackupContext, staff: SignedInStaff | null): Promise<Made | NotMade> {
  const { db, config, now } = context
  const at = now()
  const kind = staff ? 'manual' : 'nightly'
  const file = datedBackup(config.dataDir, kind, at)
  const startedAt = at.toISOString()
  const run = {
    kind,
    file: basename(file),
    startedAt,
    finishedAt: null,
    ok: 0,
    bytes: null,
    detail: '',
    removedAt: null,
  }
  const id = await insertBackupRun(db, run)
  const made = await write(context, file, startedAt)
  const finishedAt = now().toISOString()
  if (!made.ok) {
    await updateBackupRun(db, id, { finishedAt, detail: JSON.stringify({ error: made.error, reason: made.reason }) })
    return made
  }
  const { counts, bytes, second } = made
  const detail = JSON.stringify({ ...counts, second: second && (second.ok ? 'copied' : second.reason) })
  await inTransaction(db, async (db) => {
    await updateBackupRun(db, id, { finishedAt, ok: 1, bytes, detail })
    const audit = { at: finishedAt, staffId: staff?.id ?? null, action: 'backup.make', subject: basename(file) }
    await insertAudit(db, { ...audit, detail })
  })
  return made
}

async function write(context: BackupContext, file: string, at: string): Promise<Made | NotMade> {
  const folder = join(context.config.dataDir, 'backups')
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await removeRemains(folder, context.now())
    const made = await context.makeBackup(file, at)
    if (!made.ok) return { ...made, reason: '' }
    const bytes = (await stat(file)).size
    const second = await copyBeside(context, file)
    await removeExpired(folder)
    return { ok: true, file, bytes, counts: made.manifest.counts, without: made.without, second }
  } catch (error) {
    return diskFault(error)
  }
}

async function copyBeside(
  { config: { backupDir }, checkBackup }: BackupContext,
  file: string,
): Promise<Made['second']> {
  if (!backupDir) return null
  try {
    const copy = await copyBackup(file, backupDir, basename(file))
    const checked = await checkBackup(copy)
    if (!checked.ok) return { ok: false, reason: checked.error }
    await removeExpired(backupDir)
    return { ok: true, file: copy }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** A full disk or a folder that cannot be written as a value; anything else is thrown on. */
function diskFault(error: unknown): NotMade {
  const { code = '', message, syscall } = error as NodeJS.ErrnoException
  if (/ENOSPC|EDQUOT|SQLITE_FULL/.test(code)) return { ok: false, error: 'disk-full', reason: message }
  if (syscall || /^SQLITE_(CANTOPEN|READONLY|IOERR)/.test(code))
    return { ok: false, error: 'cannot-write', reason: message }
  throw error
}

export type BackupState = {
  /** Of those made by itself or by hand; instants ISO UTC. */
  lastGood: { name: string; at: string } | null
  /** The last attempt, when it failed and nothing good came later. */
  lastFailure: { at: string; error: string; reason: string } | null
}

/** The last good backup that is still there, and whether the last attempt failed. */
export async function readBackupState({ db, config }: Pick<BackupContext, 'db' | 'config'>): Promise<BackupState> {
  const files = await listBackups(join(config.dataDir, 'backups'))
  const good = files.find(({ kind, manifest }) => manifest !== null && (kind === 'nightly' || kind === 'manual'))
  const run = await findLastRun(db)
  const failed = run && run.ok === 0 && run.startedAt > (good?.at ?? '')
  const lastGood = good ? { name: good.name, at: good.at } : null
  if (!failed) return { lastGood, lastFailure: null }
  const { error = 'unknown', reason = '' } = JSON.parse(run.detail || '{}')
  return { lastGood, lastFailure: { at: run.startedAt, error, reason } }
}

/** Writes down that somebody takes a backup out of the house. */
export async function recordDownload(
  { db, now, staff }: { db: Db; now: () => Date; staff: SignedInStaff },
  name: string,
): Promise<{ ok: true } | { ok: false; error: 'forbidden' }> {
  if (!may(staff.role, 'backups.manage') || staff.officeCode !== null) return { ok: false, error: 'forbidden' }
  const at = now().toISOString()
  await insertAudit(db, { at, staffId: staff.id, action: 'backup.download', subject: name, detail: '' })
  return { ok: true }
}
