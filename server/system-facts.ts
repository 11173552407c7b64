import { statfs } from 'node:fs/promises'
import { countAll } from '../db/backup'
import { findJob } from '../db/jobs'
import { getHead } from '../db/log'
import { listApplied } from '../db/migrate'
import { readMailQueue } from '../db/outbox'
import { databaseBytes, engineVersion, readInbox } from '../db/system'
import { readBackupState } from './actions/backups'
import type { Deps } from './deps'
import type { Gauge } from './metrics'
import { program } from './program'

type Asked = Pick<Deps, 'connection' | 'db' | 'config' | 'now' | 'startedAt' | 'progress'>

/** Below this the disk is nearly full. */
export const littleRoom = 1024 ** 3

/** What an administrator wants to know of the running system. Instants are ISO UTC. */
export async function readSystem(deps: Asked) {
  const { connection, db, config, startedAt, progress } = deps
  const [engine, databaseSize, counts, inbox, mail, disk, applied, check, backup] = await Promise.all([
    engineVersion(connection),
    databaseBytes(connection),
    countAll(db),
    readInbox(db),
    readMailQueue(db),
    freeBytes(config.dataDir),
    listApplied(connection),
    findJob(db, 'verify'),
    readBackupState(deps),
  ])
  const node = process.version
  const base = { program, node, startedAt: startedAt.toISOString(), working: progress.count() }
  return { ...base, engine, databaseSize, counts, inbox, mail, disk, applied, check: check ?? null, backup }
}

/** Bytes that may still be written on the disk of a folder; null where the system does not tell. */
async function freeBytes(folder: string): Promise<number | null> {
  const found = await statfs(folder).catch(() => null)
  return found && found.bavail * found.bsize
}

/** The numbers of the moment for monitoring. Nothing of single offices, points or people. */
export async function readGauges(deps: Asked): Promise<Gauge[]> {
  const { connection, db, config, now } = deps
  const [inbox, mail, head, size, disk, { lastGood, lastFailure }] = await Promise.all([
    readInbox(db),
    readMailQueue(db),
    getHead(db),
    databaseBytes(connection),
    freeBytes(config.dataDir),
    readBackupState(deps),
  ])
  const ageOf = (at: string | null) => (at ? Math.max(0, (now().getTime() - Date.parse(at)) / 1000) : 0)
  const gauge = (name: string, help: string, value: number | null) => ({ name: `hailong_${name}`, help, value })
  return [
    gauge('log_entries', 'Entries of the log', head.size),
    gauge('inbox_waiting', 'Answers and marks that wait for the log', inbox.waiting),
    gauge('follower_lag_seconds', 'How long the first of them has been waiting', ageOf(inbox.since)),
    gauge('mail_waiting', 'Mail that waits to be sent', mail.waiting),
    gauge('mail_failed', 'Mail that was given up', mail.failed),
    gauge('backup_age_seconds', 'Age of the last good backup', lastGood && ageOf(lastGood.at)),
    gauge('backup_failed', '1 when the last attempt failed', lastFailure ? 1 : 0),
    gauge('database_bytes', 'Size of the database', size),
    gauge('disk_free_bytes', 'Room on the disk of DATA_DIR', disk),
  ]
}
