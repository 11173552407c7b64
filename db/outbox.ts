import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from './schema'
import type { OutboxTable } from './schema-people'

export type Mail = Selectable<OutboxTable>
/** A mail in plain text; `kind` says what it is about, in a word. */
export type NewMail = Pick<Insertable<OutboxTable>, 'kind' | 'recipient' | 'subject' | 'body'>

/** Puts a mail in the queue, in the transaction of what it is about. `at`: ISO instant, also when it is due. */
export async function insertMail(db: Db, mail: NewMail, at: string): Promise<void> {
  const unsent = { sentAt: null, failedAt: null, error: null }
  await db
    .insertInto('outbox')
    .values({ ...mail, createdAt: at, dueAt: at, ...unsent })
    .execute()
}

/** The mail that has been due longest at `now`, or undefined. */
export function findDueMail(db: Db, now: string): Promise<Mail | undefined> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('dueAt', '<=', now)
    .where('sentAt', 'is', null)
    .where('failedAt', 'is', null)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/** Takes a due mail for one try; until `dueAt` no other process tries it. False when another one was first. */
export async function claimMail(db: Db, mail: Pick<Mail, 'id' | 'dueAt' | 'tries'>, dueAt: string): Promise<boolean> {
  const claimed = await db
    .updateTable('outbox')
    .set({ dueAt, tries: mail.tries + 1 })
    .where('id', '=', mail.id)
    .where('dueAt', '=', mail.dueAt)
    .where('tries', '=', mail.tries)
    .executeTakeFirst()
  return Number(claimed.numUpdatedRows) === 1
}

/** What became of a try: sent or given up (the body is then forgotten), or to be tried again. `error`: a code. */
export async function settleMail(
  db: Db,
  id: number,
  outcome: { sentAt: string } | { failedAt: string; error: string } | { error: string },
): Promise<void> {
  const isOver = 'sentAt' in outcome || 'failedAt' in outcome
  await db
    .updateTable('outbox')
    .set({ error: null, ...outcome, ...(isOver && { body: '' }) })
    .where('id', '=', id)
    .execute()
}

/** Forgets mails that were sent or given up before an instant. */
export async function forgetMail(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where((e) => e.or([e('sentAt', '<', before), e('failedAt', '<', before)]))
    .execute()
}

/** Mail that waits, since when, and mail that was given up. */
export async function readMailQueue(db: Db): Promise<{ waiting: number; since: string | null; failed: number }> {
  const { rows } = await sql<{ waiting: number; since: string | null; failed: number }>`select
    (select count(*) from outbox where sent_at is null and failed_at is null) as waiting,
    (select min(created_at) from outbox where sent_at is null and failed_at is null) as since,
    (select count(*) from outbox where failed_at is not null) as failed`.execute(db)
  return rows[0] ?? { waiting: 0, since: null, failed: 0 }
}
