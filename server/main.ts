import { NewerDatabase } from '../db/migrate'
import { start as startWords } from '../web/vi/start'
import { type Config, ConfigError, readConfig } from './config'
import { demoAccount } from './demo/account'
import { firstStart } from './first-start'
import { closeServer, listen } from './listen'
import { openLog } from './log'
import { openProduct } from './product'
import { newId } from './random'
import { describeReach, listAddresses } from './reach'
import { startFault } from './start-faults'
import { startText } from './start-text'

/**
 * Serves until SIGTERM or SIGINT: opens the database, migrates, listens, and undoes it all in reverse. With settings it
 * cannot start with, the program ends with a sentence (exit code 2).
 * @param env settings (config.ts); `demo` serves invented data from a folder of its own
 */
export async function start(env: Record<string, string | undefined>, { demo = false } = {}): Promise<void> {
  const config = readOrExit(demo ? demoSettings(env) : env)
  const log = openLog(config.logLevel)
  const kind = demo ? 'demo' : 'real'
  const { deps, app, stop: close } = await openProduct(config, log, kind).catch((error) => exitBecause(error, config))
  const { port, server } = await listen(app, config).catch((error) => exitBecause(error, config))
  const reach = describeReach(config, { host: config.host, port }, listAddresses())
  deps.publicUrl = reach.url
  // Only a server that listens gives a new set-up link, since that ends the link another one has printed.
  const first = await firstStart(deps.connection, new Date(), newId)
  process.stdout.write(await startText(reach, first, demo ? demoAccount : null))
  const resuming = deps.room?.resume().catch((err) => log.error({ err }, 'the training room was not opened'))

  const stop = async () => {
    await closeServer(server)
    await resuming
    await close()
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

/** Everybody knows the password of a demonstration, so nobody is asked for a second step, nobody gets mail, nothing is kept. */
function demoSettings(env: Record<string, string | undefined>) {
  const dataDir = env.DATA_DIR || './data-demo'
  return { ...env, DATA_DIR: dataDir, DATABASE_URL: '', TWO_STEP: 'off', MAIL_URL: '', BACKUP_AT: 'off' }
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
