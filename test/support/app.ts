import { onTestFinished } from 'vitest'
import type { Connection } from '../../db/connect'
import { responseWriter } from '../../db/responses'
import { createApp } from '../../server/app'
import { makeAssets } from '../../server/assets'
import { readConfig } from '../../server/config'
import { inlineDeeds } from '../../server/deeds'
import type { Deps } from '../../server/deps'
import { fillEmpty, firstStart } from '../../server/first-start'
import { startFollower } from '../../server/ledger/follow'
import { inlineLong } from '../../server/long'
import { openProgress } from '../../server/progress'
import { newId, randomBytesPooled } from '../../server/random'
import { requestCounts } from '../../server/request-counts'
import { openKeys } from '../../server/store/keys'
import { groupCommit } from '../../server/submit-queue'
import { temporaryFolder } from './database'
import { silentLog } from './log'
import { Visitor } from './visitor'

export type TestApp = {
  deps: Deps
  app: ReturnType<typeof createApp>
  /** Code of the point that the first start made. */
  point: string
  setupToken: string
  visitor(): Visitor
  /** Moves the clock of the product; it stands still otherwise. */
  setNow(instant: string): void
}

/** The whole product on a fresh database, after its first start, with a clock that the test sets. */
export async function openApp(
  connection: Connection,
  env: Record<string, string> = {},
  now = '2026-03-10T02:00:00Z',
  log = silentLog(),
): Promise<TestApp> {
  let clock = new Date(now)
  const dataDir = await temporaryFolder()
  const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir, TWO_STEP: 'off', ...env })
  await fillEmpty(connection, clock, randomBytesPooled)
  const first = await firstStart(connection, clock, newId)
  const follower = startFollower(connection, log)
  onTestFinished(() => follower.stop())
  const deps: Deps = {
    config,
    publicUrl: config.publicUrl ?? 'http://hailong.test',
    training: false,
    startedAt: new Date(clock),
    connection,
    db: connection.db,
    keys: await openKeys(dataDir),
    assets: makeAssets({ survey: '', staff: '' }),
    log,
    now: () => new Date(clock),
    newId,
    submit: groupCommit(responseWriter(connection)),
    wake: follower.wake,
    long: inlineLong(connection),
    progress: openProgress({ now: () => new Date(clock), newId, log }),
    requests: requestCounts(),
    deeds: inlineDeeds(config, connection),
    notices: { backup: null },
    room: null,
  }
  const app = createApp(deps)
  return {
    deps,
    app,
    point: first.point ?? '',
    setupToken: first.setupToken ?? '',
    visitor: () => new Visitor(app),
    setNow: (instant) => {
      clock = new Date(instant)
    },
  }
}
