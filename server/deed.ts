import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Connection, connect, type Place } from '../db/connect'
import { type Verified, verify } from './ledger/verify'
import { program } from './program'
import type { Report } from './progress'
import { type Backup, type Checked, checkBackup, makeBackup } from './store/backup'
import { upgrade } from './store/upgrade'

/** `now` is ISO UTC. `fill-training`: makes the training room's data in an empty folder. */
export type Deed =
  | { kind: 'backup'; file: string; now: string }
  | { kind: 'check'; file: string }
  | { kind: 'verify' }
  | { kind: 'fill-training'; dataDir: string; now: string; answers: number }

type Answers = { backup: Backup; check: Checked; verify: Verified; 'fill-training': null }
export type Answer<D extends Deed> = Answers[D['kind']]

/** What a worker says of its deed. `facts`: code and call of a file system's error. */
export type FromDeed =
  | { kind: 'progress'; done: number; total: number | null }
  | { kind: 'answer'; answer: unknown }
  | { kind: 'failed'; message: string; facts: { code?: string; syscall?: string } }

export type DeedPlace = { place: Place; open(): Promise<Connection> }

/** Does one deed. */
export async function perform<D extends Deed>(where: DeedPlace, deed: D, report: Report): Promise<Answer<D>>
export async function perform({ place, open }: DeedPlace, deed: Deed, report: Report): Promise<Answer<Deed>> {
  const databaseUrl = place.databaseUrl ?? null
  switch (deed.kind) {
    case 'backup': {
      const installation = { connection: await open(), dataDir: place.dataDir, databaseUrl }
      return makeBackup(installation, deed.file, { program, now: new Date(deed.now) })
    }
    case 'check':
      return checkInside(place.dataDir, deed.file)
    case 'verify':
      return verify(await open(), report)
    case 'fill-training':
      await fillFolder(deed)
      return null
  }
}

async function checkInside(dataDir: string, file: string): Promise<Checked> {
  const folder = await mkdtemp(join(dataDir, '.check-'))
  try {
    return await checkBackup(file, join(folder, 'unpacked'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fillFolder({ dataDir, now, answers }: Extract<Deed, { kind: 'fill-training' }>): Promise<void> {
  const { fillTraining } = await import('./demo/training')
  const connection = await connect({ dataDir })
  try {
    const at = new Date(now)
    await upgrade({ connection, dataDir, databaseUrl: null }, { program, now: at })
    await fillTraining(connection, at, answers)
  } finally {
    await connection.close()
  }
  // Written last: a folder without it was left half full.
  await writeFile(join(dataDir, 'ready'), now)
}
