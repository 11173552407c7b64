import { backupWords } from '../web/vi/backups-page'
import {
  type BackupContext,
  type BackupState,
  type Made,
  type NotMade,
  readBackupState,
  runBackup,
} from './actions/backups'
import type { Deps } from './deps'
import { isBackupDue, staleAfter } from './domain/backup-schedule'
import type { SignedInStaff } from './domain/permissions'
import type { Job } from './jobs'
import { keepNewest } from './store/backup'

const minute = 60_000
/** An installation that has just begun has no backup and no fault. */
const grace = 15 * minute

type BackupDeps = Pick<Deps, 'db' | 'config' | 'now' | 'newId' | 'deeds' | 'notices' | 'startedAt' | 'log' | 'training'>

/** What a backup needs of the outside; the work itself is done in a worker. */
export function backupContext({ db, config, now, newId, deeds }: BackupDeps): BackupContext {
  return {
    db,
    config,
    now,
    newId,
    makeBackup: (file, now) => deeds.do({ kind: 'backup', file, now }),
    checkBackup: (file) => deeds.do({ kind: 'check', file }),
  }
}

/** Makes a backup now, tells the log, and looks again at what administrators are warned of. */
export async function backUpNow(deps: BackupDeps, staff: SignedInStaff | null): Promise<Made | NotMade> {
  const made = await runBackup(backupContext(deps), staff)
  // Everybody knows the password of the training room, and its copies stand on the disk of the real one.
  if (made.ok && deps.training) await keepNewest(deps.config.dataDir, /\.hailong$/, 3)
  if (!made.ok) deps.log.warn({ error: made.error, reason: made.reason }, 'no backup was made')
  else {
    const { counts, bytes, second, without } = made
    deps.log.info({ ...counts, bytes, without: without?.error }, 'backup made')
    if (second && !second.ok) deps.log.warn({ reason: second.reason }, 'no copy in BACKUP_DIR')
  }
  await lookAtBackups(deps)
  return made
}

/** Looks each minute whether a backup is due, and makes it; the warning follows. */
export function backupJobs(deps: BackupDeps): Job[] {
  return [{ name: 'backup', every: minute, run: () => backUpWhenDue(deps) }]
}

/** One look of the job. */
export async function backUpWhenDue(deps: BackupDeps): Promise<void> {
  const state = await lookAtBackups(deps)
  const dateOf = (one: { at: string } | null) => one && new Date(one.at)
  const moments = { now: deps.now(), startedAt: deps.startedAt }
  const past = { lastGood: dateOf(state.lastGood), lastFailed: dateOf(state.lastFailure) }
  if (isBackupDue(deps.config.backupAt, { ...moments, ...past })) await backUpNow(deps, null)
}

/** Reads how backups stand and sets the warning that the pages of an administrator show. */
export async function lookAtBackups(deps: BackupDeps): Promise<BackupState> {
  const state = await readBackupState(deps)
  deps.notices.backup = warningOf(state, deps.now(), deps.startedAt)
  return state
}

/** The sentence that warns, or null when all is well. */
export function warningOf({ lastGood, lastFailure }: BackupState, now: Date, startedAt: Date): string | null {
  if (lastFailure) return backupWords.warnFailed
  if (!lastGood) return now.getTime() - startedAt.getTime() > grace ? backupWords.warnNone : null
  const age = now.getTime() - Date.parse(lastGood.at)
  return age > staleAfter ? backupWords.warnOld(backupWords.age(age)) : null
}
