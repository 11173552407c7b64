import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import pino, { type Logger } from 'pino'
import { type Connection, connect } from '../db/connect'
import { NewerDatabase } from '../db/migrate'
import { responseWriter } from '../db/responses'
import { start as startWords } from '../web/vi/start'
import { createApp } from './app'
import { readAssets } from './assets'
import { type Config, ConfigError, readConfig } from './config'
import { demoAccount } from './demo/account'
import type { Deps } from './deps'
import { fillEmpty, firstStart } from './first-start'
import { startFollower } from './ledger/follow'
import { workerLong } from './long'
import { program } from './program'
import { openProgress } from './progress'
import { newId, randomBytesPooled } from './random'
import { describeReach, listAddresses } from './reach'
import { startFault } from './start-faults'
import { startText } from './start-text'
import { type Keys, openKeys } from './store/keys'
import { upgrade } from './store/upgrade'
import { groupCommit } from './submit-queue'

/**
 * Serves until SIGTERM or SIGINT: opens the database, migrates, listens, and undoes it all in reverse. With settings it
 * cannot start with, the program ends with a sentence (exit code 2).
 * @param env settings (config.ts); `demo` serves invented data from a folder of its own
 */
export async function start(env: Record<string, string | undefined>, { demo = false } = {}): Promise<void> {
  const config = readOrExit(demo ? demoSettings(env) : env)
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const { connection, keys } = await open(config, demo, log).catch((error) => exitBecause(error, config))

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
    progress: openProgress({ now: () => new Date(), newId, log }),
  }
  const app = createApp(deps)
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, async (listening) => {
    const reach = describeReach(config, { host: config.host, port: listening.port }, listAddresses())
    deps.publicUrl = reach.url
    // Only a server that listens gives a new set-up link, since that ends the link another one has printed.
    const first = await firstStart(connection, new Date(), newId)
    process.stdout.write(await startText(reach, first, demo ? demoAccount : null))
  }) as Server
  server.on('error', (error) => exitBecause(error, config))

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

/** Everybody knows the password of a demonstration, so nobody is asked for a second step, and nobody gets mail. */
function demoSettings(env: Record<string, string | undefined>) {
  const dataDir = env.DATA_DIR || './data-demo'
  return { ...env, DATA_DIR: dataDir, DATABASE_URL: '', TWO_STEP: 'off', MAIL_URL: '' }
}

/** The migrated database, filled with what the first answer needs, and the keys. */
async function open(config: Config, demo: boolean, log: Logger): Promise<{ connection: Connection; keys: Keys }> {
  const connection = await connect({ dataDir: config.dataDir, databaseUrl: config.databaseUrl })
  const { file, applied, without } = await upgrade({ connection, ...config }, { program, now: new Date() })
  if (file) log.info({ file, applied, without: without?.error }, 'copied the database before its upgrade')
  const keys = await openKeys(config.dataDir)
  if (demo) await (await import('./demo/fill')).fillDemo(connection, new Date())
  else await fillEmpty(connection, new Date(), randomBytesPooled)
  return { connection, keys }
}

function readOrExit(env: Record<string, string | undefined>): Config {
  try {
    return readConfig(env)
  } catch (error) {
    return exitBecause(error, null)
  }
}

/** Ends the program with a sentence where the settings or the database's age are to blame; throws otherwise. */
function exitBecause(error: unknown, config: Config | null): never {
  const sentence = sentenceFor(error, config)
  if (!sentence) throw error
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

function sentenceFor(error: unknown, config: Config | null): string | null {
  if (error instanceof ConfigError) return error.message
  if (error instanceof NewerDatabase) return startWords.newer
  return config && startFault(error, config)
}

/** Lets running requests finish, each connection being closed as soon as it is idle; the rest after ten seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const tidy = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(tidy)
      resolve()
    })
    setTimeout(() => server.closeAllConnections(), 10_000).unref()
  })
}
