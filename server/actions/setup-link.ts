import { insertAudit } from '../../db/audit'
import { findUsableLink, replaceLink } from '../../db/one-time-links'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { hashToken } from '../store/tokens'

const purpose = 'administrator' as const
const validDays = 7

/**
 * A one-time link that lets its holder make an administrator account within seven days; earlier links stop working.
 * Made at each start while nobody can sign in, and by the command line for whoever holds the machine.
 * @param newToken at least 128 random bits as text; only their hash is kept
 * @param by `machine`: somebody who holds the machine asked for it, which is written into the audit
 * @returns the token, to be shown once
 */
export async function createSetupLink(
  db: Db,
  now: Date,
  newToken: () => string,
  by: 'start' | 'machine' = 'start',
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + validDays * 86_400_000).toISOString()
  const link = { tokenHash: hashToken(token), purpose, createdAt: now.toISOString(), expiresAt, used: 0 }
  await inTransaction(db, async (db) => {
    await replaceLink(db, link)
    // A start makes one each time while nobody can sign in; by hand it lets somebody in beside those who can.
    const row = { at: now.toISOString(), staffId: null, action: 'staff.setup-link', subject: '', detail: '' }
    if (by === 'machine') await insertAudit(db, row)
  })
  return token
}

/** True while a set-up link can be used. */
export async function isSetupLinkOpen(db: Db, now: Date, token: string): Promise<boolean> {
  return (await findUsableLink(db, hashToken(token), now.toISOString(), [purpose])) !== undefined
}
