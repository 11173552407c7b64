import type { Logger } from 'pino'
import { connect } from '../db/connect'
import { responseWriter } from '../db/responses'
import { noteSettings } from './actions/settings'
import { createApp } from './app'
import { readAssets } from './assets'
import { backupJobs } from './backup-jobs'
import { caseJobs } from './case-jobs'
import type { Config } from './config'
import { workerDeeds } from './deeds'
import type { Deps } from './deps'
import { fillEmpty } from './first-start'
import { startJobs } from './jobs'
import { startFollower } from './ledger/follow'
import { workerLong } from './long'
import { startMailer } from './mail/mailer'
import { program } from './program'
import { openProgress } from './progress'
import { newId, randomBytesPooled } from './random'
import { requestCounts } from './request-counts'
import { openKeys } from './store/keys'
import { upgrade } from './store/upgrade'
import { groupCommit } from './submit-queue'
import { trainingRoom } from './training-room'

/** What is opened: the office's own data, invented data of its own (`demo`), or the training room beside the real one. */
export type Kind = 'real' | 'demo' | 'training'
export type Product = { deps: Deps; app: ReturnType<typeof createApp>; stop(): Promise<void> }

/**
 * Everything behind one address: the migrated database, filled with what the first answer needs, keys, workers, jobs and
 * the app. Nothing listens yet. `stop` undoes it all in reverse.
 * @throws what connecting, copying or migrating throws
 */
export async function openProduct(config: Config, log: Logger, kind: Kind): Promise<Product> {
  const place = { dataDir: config.dataDir, databaseUrl: config.databaseUrl }
  const now = () => new Date()
  const connection = await connect(place)
  const upgraded = await upgrade({ connection, ...place }, { program, now: now() })
  const { file, applied, without } = upgraded
  if (file) log.info({ file, applied, without: without?.error }, 'copied the database before its upgrade')
  const keys = await openKeys(config.dataDir)
  if (kind === 'demo') await (await import('./demo/fill')).fillDemo(connection, now())
  else await fillEmpty(connection, now(), randomBytesPooled)
  if (kind === 'real') await noteSettings(connection.db, { ...config.given, program }, now())

  const follower = startFollower(connection, log)
  const long = workerLong(place)
  const deeds = workerDeeds(place)
  const deps: Deps = {
    config,
    publicUrl: config.publicUrl ?? '',
    training: kind === 'training',
    startedAt: now(),
    connection,
    db: connection.db,
    keys,
    assets: await readAssets(kind === 'training'),
    log,
    now,
    newId,
    submit: groupCommit(responseWriter(connection)),
    wake: follower.wake,
    long: kind === 'training' ? { render: (request) => long.render({ ...request, training: true }) } : long,
    progress: openProgress({ now, newId, log }),
    requests: requestCounts(),
    deeds,
    notices: { backup: null },
    room: null,
  }
  if (kind === 'real') deps.room = trainingRoom(deps, (own) => openProduct(own, log, 'training'))
  const mailer = config.mail && (await openMailer(deps, config.mail))
  const jobs = startJobs(kind === 'real' ? [...backupJobs(deps), ...caseJobs(deps)] : [], log)
  const stop = async () => {
    await deps.room?.stop()
    await deeds.close()
    await jobs.stop()
    await long.close()
    await mailer?.stop()
    await follower.stop()
    await connection.close()
  }
  return { deps, app: createApp(deps), stop }
}

/** Loaded only where mail is sent. */
async function openMailer(deps: Deps, mail: NonNullable<Config['mail']>) {
  const { smtpTransport } = await import('./mail/transport')
  return startMailer({ ...deps, transport: smtpTransport(mail) })
}
