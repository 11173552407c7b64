import { insertAudit } from '../../db/audit'
import { dropLinksOf, findUsableLink, replaceLink, takeLink } from '../../db/one-time-links'
import { insertMail } from '../../db/outbox'
import type { Db } from '../../db/schema'
import { deleteSessionsOf } from '../../db/sessions'
import { findStaff, type Staff, updateStaff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { type PasswordProblem, passwordProblem } from '../domain/password-rules'
import type { MailFor } from '../mail/compose'
import { hashPassword } from '../store/passwords'
import { hashToken } from '../store/tokens'
import { addPerson, type Doer, type Person } from './people'
import type { Clock } from './staff'

const validDays = 7
const invitationEnd = (now: Date) => new Date(now.getTime() + validDays * 86_400_000).toISOString()
const purposes = ['invitation', 'password'] as const

/**
 * A link through which a person chooses a password within seven days; every earlier link of that person stops working.
 * Belongs into a transaction.
 * @returns the token (22 characters), to be shown or sent once: only its hash is kept
 */
export async function makeInvitation(db: Db, { now, newId, staff }: Doer, staffId: string): Promise<string> {
  const token = newId()
  const at = now()
  const expiresAt = invitationEnd(at)
  const link = { tokenHash: hashToken(token), purpose: 'invitation' as const, staffId, used: 0 }
  await dropLinksOf(db, staffId)
  await replaceLink(db, { ...link, createdAt: at.toISOString(), expiresAt })
  const row = { at: at.toISOString(), staffId: staff?.id ?? null, action: 'staff.invite', subject: staffId }
  await insertAudit(db, { ...row, detail: '' })
  return token
}

export type Invited = { staff: Staff; token: string; mailed: boolean }

/** Makes a link for each of these people and queues the mails; in one transaction. */
export function sendInvitations(
  db: Db,
  doer: Doer & { mailFor: MailFor },
  people: readonly Staff[],
): Promise<Invited[]> {
  return inTransaction(db, async (db) => {
    const invited: Invited[] = []
    for (const staff of people) {
      const token = await makeInvitation(db, doer, staff.id)
      const mail = doer.mailFor(staff, token, invitationEnd(doer.now()))
      if (mail) await insertMail(db, mail, doer.now().toISOString())
      invited.push({ staff, token, mailed: mail !== null })
    }
    return invited
  })
}

/** Adds a person and makes the first link, in one transaction. */
export function invitePerson(
  db: Db,
  doer: Doer,
  person: Person,
): Promise<{ ok: true; staffId: string; token: string } | { ok: false; error: 'taken' }> {
  return inTransaction(db, async (db) => {
    const added = await addPerson(db, doer, person)
    return added.ok ? { ...added, token: await makeInvitation(db, doer, added.staffId) } : added
  })
}

/** Whose link this is; undefined when it was used, has run out, or the person is locked. */
export async function findInvited(db: Db, now: Date, token: string): Promise<Staff | undefined> {
  const link = await findUsableLink(db, hashToken(token), now.toISOString(), purposes)
  const staff = link?.staffId ? await findStaff(db, link.staffId) : undefined
  return staff?.disabledAt === null ? staff : undefined
}

/** Uses a link up and keeps the password that was chosen; sessions and other links of the person end. */
export async function acceptInvitation(
  { db, now }: Clock,
  token: string,
  password: string,
): Promise<{ ok: true; staff: Staff } | { ok: false; error: 'link-closed' | PasswordProblem }> {
  const invited = await findInvited(db, now(), token)
  if (!invited) return { ok: false, error: 'link-closed' }
  const weak = passwordProblem(password, invited.login)
  if (weak) return { ok: false, error: weak }
  const passwordHash = await hashPassword(password)
  const at = now().toISOString()
  return inTransaction(db, async (db) => {
    const staff = await findInvited(db, now(), token)
    if (!staff || !(await takeLink(db, hashToken(token), at))) return { ok: false, error: 'link-closed' } as const
    await updateStaff(db, staff.id, { passwordHash })
    await dropLinksOf(db, staff.id)
    await deleteSessionsOf(db, staff.id)
    await insertAudit(db, { at, staffId: staff.id, action: 'staff.password', subject: staff.id, detail: '' })
    return { ok: true, staff } as const
  })
}
