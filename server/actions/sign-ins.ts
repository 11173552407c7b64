import type { Insertable } from 'kysely'
import { insertAudit } from '../../db/audit'
import type { Db } from '../../db/schema'
import type { SessionTable } from '../../db/schema-people'
import { deleteOtherSessions, deleteSession, findStoredSession, insertSession } from '../../db/sessions'
import { findActiveStaff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { isLogin } from '../domain/password-rules'
import { fold } from '../domain/vietnamese'

/** Begins a session and writes it into the audit. */
export function openSession(db: Db, session: Insertable<SessionTable>): Promise<void> {
  const { staffId, createdAt, device = '' } = session
  return inTransaction(db, async (db) => {
    await insertSession(db, session)
    const row = { at: createdAt, staffId, action: 'sign-in.ok', subject: staffId }
    await insertAudit(db, { ...row, detail: JSON.stringify({ device }) })
  })
}

/** Ends the session of a cookie; nothing happens when there is none. */
export function closeSession(db: Db, now: Date, tokenHash: string): Promise<void> {
  return inTransaction(db, async (db) => {
    const session = await findStoredSession(db, tokenHash)
    if (!session) return
    const { staffId } = session
    await deleteSession(db, tokenHash)
    await insertAudit(db, { at: now.toISOString(), staffId, action: 'sign-out', subject: staffId, detail: '' })
  })
}

/** Ends one of a person's own sessions; false when it is not one of them. */
export function endSession(db: Db, now: Date, staffId: string, tokenHash: string): Promise<boolean> {
  return inTransaction(db, async (db) => {
    const session = await findStoredSession(db, tokenHash)
    if (session?.staffId !== staffId) return false
    await deleteSession(db, tokenHash)
    await auditEnd(db, now, staffId, { device: session.device })
    return true
  })
}

/** Ends all sessions of a person but the present one. @returns how many */
export function endOtherSessions(db: Db, now: Date, staffId: string, present: string): Promise<number> {
  return inTransaction(db, async (db) => {
    const count = await deleteOtherSessions(db, staffId, present)
    if (count > 0) await auditEnd(db, now, staffId, { count })
    return count
  })
}

function auditEnd(db: Db, now: Date, staffId: string, detail: object): Promise<void> {
  const row = { at: now.toISOString(), staffId, action: 'sign-in.end', subject: staffId }
  return insertAudit(db, { ...row, detail: JSON.stringify(detail) })
}

/** Failed tries of one name, counted before (server/sign-in-log). `login` empty: many names together. */
export type FailedTries = { action: 'sign-in.failed' | 'sign-in.locked'; login: string; tries: number }

/**
 * Writes failed tries down: the person where the name belongs to one; of any other name, which may be a password in the
 * wrong field, its first three letters.
 */
export async function recordFailedTries(db: Db, now: Date, { action, login, tries }: FailedTries): Promise<void> {
  const name = fold(login)
  const staff = isLogin(name) ? await findActiveStaff(db, name) : undefined
  const cut = name.replace(/[^a-z0-9._@-]/g, '').slice(0, 3)
  const subject = staff?.id ?? (cut && `${cut}…`)
  await insertAudit(db, { at: now.toISOString(), staffId: null, action, subject, detail: JSON.stringify({ tries }) })
}
