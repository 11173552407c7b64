import { insertAudit } from '../../db/audit'
import { replaceLink } from '../../db/one-time-links'
import { insertMail } from '../../db/outbox'
import { findForgotten } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import type { MailFor } from '../mail/compose'
import { hashToken } from '../store/tokens'
import type { Clock } from './staff'

const validMinutes = 60
/** A mail address that a whole office shares. */
const mostPeople = 5

/**
 * Queues a mail with a link to whoever has this login or mail address, is not locked and has an address; the password
 * stays until another one is chosen. Says nothing about whether there was anybody.
 */
export async function requestPassword({ db, now, newId }: Clock, mailFor: MailFor, typed: string): Promise<void> {
  const at = now().toISOString()
  const expiresAt = new Date(now().getTime() + validMinutes * 60_000).toISOString()
  await inTransaction(db, async (db) => {
    for (const staff of await findForgotten(db, typed, mostPeople)) {
      const token = newId()
      const mail = mailFor(staff, token, expiresAt)
      if (!mail) continue
      const link = { tokenHash: hashToken(token), purpose: 'password' as const, staffId: staff.id, used: 0 }
      await replaceLink(db, { ...link, createdAt: at, expiresAt })
      await insertMail(db, mail, at)
      await insertAudit(db, { at, staffId: null, action: 'staff.forgotten', subject: staff.id, detail: '' })
    }
  })
}
