import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { type Connection, connect } from '../db/connect'
import { migrate, NewerDatabase } from '../db/migrate'
import { responseWriter } from '../db/responses'
import { start as startWords } from '../web/vi/start'
import { createApp } from './app'
import { readAssets } from './assets'
import { ConfigError, readConfig } from './config'
import { demoAccount } from './demo/account'
import type { Deps } from './deps'
import { type FirstStart, firstStart } from './first-start'
import { startFollower } from './ledger/follow'
import { workerLong } from './long'
import { newId, randomBytesPooled } from './random'
import { describeReach, listAddresses } from './reach'
import { startText } from './start-text'
import { openKeys } from './store/keys'
import { groupCommit } from './submit-queue'

/**
 * Serves until SIGTERM or SIGINT: opens the database, migrates, listens, and undoes it all in reverse.
 * @param env settings (config.ts); `demo` serves invented data from a folder of its own
 */
export async function start(env: Record<string, string | undefined>, { demo = false } = {}): Promise<void> {
  const config = readOrExit(demo ? { ...env, DATA_DIR: env.DATA_DIR || './data-demo', DATABASE_URL: '' } : env)
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const connection = await connect({ dataDir: config.dataDir, databaseUrl: config.databaseUrl })
  await migrateOrExit(connection)
  const keys = await openKeys(config.dataDir)
  const first = demo ? await startDemo(connection) : await firstStart(connection, new Date(), newId, randomBytesPooled)

  const follower = startFollower(connection, log)
  const long = workerLong({ dataDir: config.dataDir, databaseUrl: config.databaseUrl })
  const deps: Deps = {
    config,
    publicUrl: config.publicUrl ?? '',
    connection,
    db: connection.db,
    keys,
    assets: await readAssets(),
    log,
    now: () => new Date(),
    newId,
    submit: groupCommit(responseWriter(connection)),
    wake: follower.wake,
    long,
  }
  const app = createApp(deps)
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, (listening) => {
    const reach = describeReach(config, { host: config.host, port: listening.port }, listAddresses())
    deps.publicUrl = reach.url
    startText(reach, first, demo ? demoAccount : null).then((text) => process.stdout.write(text))
  }) as Server

  const stop = async () => {
    await closeServer(server)
    await long.close()
    await follower.stop()
    await connection.close()
    log.info('stopped')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'stop failed')
          process.exit(1)
        },
      )
    })
}

async function startDemo(connection: Connection): Promise<FirstStart> {
  const { fillDemo } = await import('./demo/fill')
  await fillDemo(connection, new Date())
  return firstStart(connection, new Date(), newId, randomBytesPooled)
}

async function migrateOrExit(connection: Connection): Promise<void> {
  try {
    await migrate(connection)
  } catch (error) {
    if (!(error instanceof NewerDatabase)) throw error
    process.stderr.write(`${startWords.newer}\n`)
    process.exit(2)
  }
}

function readOrExit(env: Record<string, string | undefined>) {
  try {
    return readConfig(env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}

/** Lets running requests finish; idle keep-alive connections are closed at once, the rest after ten seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 10_000).unref()
  })
}
