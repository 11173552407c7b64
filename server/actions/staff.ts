import { insertAudit } from '../../db/audit'
import { dropLinksOf, findUsableLink, takeLink } from '../../db/one-time-links'
import type { Db } from '../../db/schema'
import { deleteOtherSessions, deleteSessionsOf } from '../../db/sessions'
import { findActiveStaff, findStaff, findStaffByLogin, insertStaff, updateStaff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { isLogin, type PasswordProblem, passwordProblem } from '../domain/password-rules'
import type { Role } from '../domain/permissions'
import { hashPassword, verifyPassword } from '../store/passwords'
import { hashToken } from '../store/tokens'
import { makeInvitation } from './invitations'
import { clearTwoSteps } from './two-steps'

/** What an action takes from the outside. */
export type Clock = { db: Db; now: () => Date; newId: () => string }

export type NewAccount = { login: string; name: string; password: string }
export type AccountProblem =
  | { field: 'login'; code: 'malformed' | 'taken' }
  | { field: 'name'; code: 'missing' }
  | { field: 'password'; code: PasswordProblem }

/** Uses a set-up link up and adds the administrator it was made for. */
export async function setUpAdministrator(
  { db, now, newId }: Clock,
  token: string,
  account: NewAccount,
): Promise<{ ok: true; staffId: string } | { ok: false; error: 'link-closed' | AccountProblem[] }> {
  const problems = accountProblems(account)
  if (problems.length > 0) return { ok: false, error: problems }
  const at = now().toISOString()
  // Asked before the password is hashed, which is made to be slow: nobody without a link may have that done.
  if (!(await findUsableLink(db, hashToken(token), at, ['administrator']))) return { ok: false, error: 'link-closed' }
  const passwordHash = await hashPassword(account.password)
  return inTransaction(db, async (db) => {
    if (!(await findUsableLink(db, hashToken(token), at, ['administrator'])))
      return { ok: false, error: 'link-closed' } as const
    const added = await addAccount(db, { id: newId(), at, role: 'administrator', passwordHash, ...account })
    if (!added.ok) return { ok: false, error: [{ field: 'login', code: 'taken' }] } as const
    await takeLink(db, hashToken(token), at)
    return added
  })
}

/** Adds an administrator without a link (command line). */
export async function createAdministrator(
  { db, now, newId }: Clock,
  account: NewAccount,
): Promise<{ ok: true; staffId: string } | { ok: false; error: AccountProblem[] }> {
  const problems = accountProblems(account)
  if (problems.length > 0) return { ok: false, error: problems }
  const row = { id: newId(), at: now().toISOString(), role: 'administrator' as const, ...account }
  const passwordHash = await hashPassword(account.password)
  const added = await inTransaction(db, (db) => addAccount(db, { ...row, passwordHash }))
  return added.ok ? added : { ok: false, error: [{ field: 'login', code: 'taken' }] }
}

type AccountRow = { id: string; at: string; login: string; name: string; role: Role; passwordHash: string }

async function addAccount(db: Db, { id, at, login, name, role, passwordHash }: AccountRow) {
  const named = { login: login.trim().toLowerCase(), name: name.trim().normalize('NFC') }
  const row = { id, ...named, role, officeCode: null, passwordHash, createdAt: at, disabledAt: null }
  if (!(await insertStaff(db, row))) return { ok: false } as const
  await insertAudit(db, { at, staffId: id, action: 'staff.create', subject: id, detail: JSON.stringify({ role }) })
  return { ok: true, staffId: id } as const
}

function accountProblems({ login, name, password }: NewAccount): AccountProblem[] {
  const problems: AccountProblem[] = []
  const cleanLogin = login.trim().toLowerCase()
  if (!isLogin(cleanLogin)) problems.push({ field: 'login', code: 'malformed' })
  if (name.trim() === '') problems.push({ field: 'name', code: 'missing' })
  const weak = passwordProblem(password, cleanLogin)
  if (weak) problems.push({ field: 'password', code: weak })
  return problems
}

/** The id of the person with this login and password; null when either is wrong, after the same work. */
export async function checkPassword(db: Db, login: string, password: string): Promise<string | null> {
  const staff = await findActiveStaff(db, login.trim())
  // Somebody invited has an empty hash until a password is chosen.
  const matches = await verifyPassword(staff?.passwordHash || null, password)
  return staff && matches ? staff.id : null
}

/** Changes a person's own password and ends the other sessions of that person. */
export async function changePassword(
  { db, now }: Clock,
  change: { staffId: string; sessionHash: string; old: string; new: string },
): Promise<{ ok: true } | { ok: false; error: 'wrong-password' | PasswordProblem }> {
  const staff = await findStaff(db, change.staffId)
  if (!staff || !(await verifyPassword(staff.passwordHash || null, change.old)))
    return { ok: false, error: 'wrong-password' }
  const weak = passwordProblem(change.new, staff.login)
  if (weak) return { ok: false, error: weak }
  const passwordHash = await hashPassword(change.new)
  const at = now().toISOString()
  await inTransaction(db, async (db) => {
    await updateStaff(db, staff.id, { passwordHash })
    await deleteOtherSessions(db, staff.id, change.sessionHash)
    await dropLinksOf(db, staff.id)
    await insertAudit(db, { at, staffId: staff.id, action: 'staff.password', subject: staff.id, detail: '' })
  })
  return { ok: true }
}

/**
 * For whoever holds the machine: takes a person's password and second step away, ends the sessions and makes a link for
 * choosing another password.
 */
export function resetFromMachine(
  { db, now, newId }: Clock,
  login: string,
): Promise<{ ok: true; token: string } | { ok: false; error: 'unknown' | 'locked' }> {
  return inTransaction(db, async (db) => {
    const staff = await findStaffByLogin(db, login.trim())
    if (!staff) return { ok: false, error: 'unknown' } as const
    if (staff.disabledAt) return { ok: false, error: 'locked' } as const
    const at = now().toISOString()
    await updateStaff(db, staff.id, { passwordHash: '' })
    await deleteSessionsOf(db, staff.id)
    await clearTwoSteps(db, now(), staff.id, null)
    await insertAudit(db, { at, staffId: null, action: 'staff.reset', subject: staff.id, detail: '' })
    return { ok: true, token: await makeInvitation(db, { now, newId, staff: null }, staff.id) } as const
  })
}
