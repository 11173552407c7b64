import type { Logger } from 'pino'
import { claimMail, findDueMail, forgetMail, type Mail, settleMail } from '../../db/outbox'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import type { Transport } from './transport'

const minute = 60_000
const day = 24 * 60 * minute
/** How often the queue is looked at, and how long stopping waits for a try that is under way (milliseconds). */
const pause = 5000
const farewell = 5000
const giveUpAfter = 3 * day
const keepFor = 30 * day

export type MailerDeps = { db: Db; now: () => Date; transport: Transport; log: Pick<Logger, 'warn' | 'error'> }
export type Mailer = { stop(): Promise<void> }

/** Minutes until the next try after so many: 1, 2, 4 … 60. */
export function pauseAfter(tries: number): number {
  return Math.min(60, 2 ** Math.min(tries, 6))
}

/**
 * Sends every mail that is due. Any number of processes may do so at once: a mail is taken by moving its time on, so a
 * process that dies leaves it for later.
 * @returns how many were tried
 */
export async function sendDue(deps: MailerDeps): Promise<number> {
  for (let tried = 0; ; ) {
    const mail = await findDueMail(deps.db, deps.now().toISOString())
    if (!mail) return tried
    const next = new Date(deps.now().getTime() + pauseAfter(mail.tries) * minute).toISOString()
    if (!(await inTransaction(deps.db, (db) => claimMail(db, mail, next)))) continue
    await tryOnce(deps, mail)
    tried++
  }
}

async function tryOnce({ db, now, transport, log }: MailerDeps, mail: Mail): Promise<void> {
  const sent = await transport.send(mail)
  const at = now().toISOString()
  if (sent.ok) return settleMail(db, mail.id, { sentAt: at })
  const { error, refused } = sent
  const givenUp = refused || now().getTime() - Date.parse(mail.createdAt) >= giveUpAfter
  log.warn({ mail: mail.id, kind: mail.kind, error, givenUp }, 'mail was not sent')
  await settleMail(db, mail.id, givenUp ? { failedAt: at, error } : { error })
}

/** Sends what is due until stopped. What fails unexpectedly is logged and tried again at the next turn. */
export function startMailer(deps: MailerDeps): Mailer {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const turn = async () => {
    try {
      const tried = await sendDue(deps)
      if (tried > 0) await forgetMail(deps.db, new Date(deps.now().getTime() - keepFor).toISOString())
    } catch (err) {
      deps.log.error({ err }, 'the queue of mail was not read')
    }
    if (!stopped) schedule()
  }
  let running = Promise.resolve()
  const schedule = () => {
    timer = setTimeout(() => {
      running = turn()
    }, pause)
  }
  running = turn()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, farewell).unref())])
      deps.transport.close()
    },
  }
}
