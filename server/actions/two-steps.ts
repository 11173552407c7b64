import { createHmac } from 'node:crypto'
import { insertAudit } from '../../db/audit'
import { countRecoveryCodes, replaceRecoveryCodes, takeRecoveryCode } from '../../db/recovery-codes'
import type { Db } from '../../db/schema'
import { deleteOtherSessions } from '../../db/sessions'
import { findStaff, type Staff, takeTotpStep, updateStaff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { makeRecoveryCode, readSecondStep, recoveryCodeCount } from '../domain/recovery-codes'
import type { Keys } from '../store/keys'
import { verifyPassword } from '../store/passwords'
import { seal, unseal } from '../store/seal'
import { totpSecret, totpStepOf } from '../store/totp'

export type TwoStepDeps = {
  db: Db
  keys: Pick<Keys, 'secret'>
  now: () => Date
  /** As many random bytes as asked. */
  random: (size: number) => Uint8Array
}

const purposeOf = (staffId: string) => `totp ${staffId}`
const noSecondStep = { totpSecret: null, totpAt: null, totpStep: 0 }

/** The secret that is being set up, in base32; the same until it is confirmed. Null once a second step is in force. */
export async function pendingSecret({ db, keys, random }: TwoStepDeps, staffId: string): Promise<string | null> {
  const made = totpSecret(random(20))
  return inTransaction(db, async (db) => {
    const staff = await findStaff(db, staffId)
    if (!staff || staff.totpAt) return null
    const pending = staff.totpSecret && unseal(keys.secret, purposeOf(staffId), staff.totpSecret)
    if (pending) return pending
    await updateStaff(db, staffId, { totpSecret: seal(keys.secret, purposeOf(staffId), made) })
    return made
  })
}

/** Puts the second step in force when the app shows the right code; other sessions end. The codes are shown once. */
export async function confirmTwoSteps(
  deps: TwoStepDeps,
  { staffId, sessionHash }: { staffId: string; sessionHash: string },
  typed: string,
): Promise<{ ok: true; codes: string[] } | { ok: false; error: 'wrong-code' | 'not-pending' }> {
  const { db, keys, now } = deps
  const codes = newCodes(deps)
  const code = readSecondStep(typed)
  return inTransaction(db, async (db) => {
    const staff = await findStaff(db, staffId)
    const secret = staff?.totpSecret && unseal(keys.secret, purposeOf(staffId), staff.totpSecret)
    if (!staff || staff.totpAt || !secret) return { ok: false, error: 'not-pending' } as const
    const step = code?.kind === 'totp' ? totpStepOf(secret, code.code, now()) : null
    if (step === null) return { ok: false, error: 'wrong-code' } as const
    const totpAt = now().toISOString()
    await updateStaff(db, staffId, { totpAt, totpStep: step })
    await storeCodes(deps, db, staffId, codes)
    await deleteOtherSessions(db, staffId, sessionHash)
    await audit(db, totpAt, 'staff.two-step-on', staffId)
    return { ok: true, codes } as const
  })
}

export type SecondStep = { ok: true; recoveryLeft: number | null } | { ok: false; error: 'wrong-code' }

/**
 * Uses up what a person typed: a code of the app that was not used before, or a recovery code.
 * `recoveryLeft`: how many recovery codes are left when one was used.
 */
export async function takeSecondStep(deps: TwoStepDeps, staff: Staff, typed: string): Promise<SecondStep> {
  const { db, keys, now } = deps
  const code = readSecondStep(typed)
  if (code?.kind === 'totp') {
    const secret = staff.totpSecret && unseal(keys.secret, purposeOf(staff.id), staff.totpSecret)
    const step = secret ? totpStepOf(secret, code.code, now()) : null
    const taken = step !== null && (await inTransaction(db, (db) => takeTotpStep(db, staff.id, step)))
    return taken ? { ok: true, recoveryLeft: null } : { ok: false, error: 'wrong-code' }
  }
  if (!code) return { ok: false, error: 'wrong-code' }
  return inTransaction(db, async (db) => {
    const at = now().toISOString()
    const taken = await takeRecoveryCode(db, staff.id, hashCode(keys, staff.id, code.code), at)
    if (!taken) return { ok: false, error: 'wrong-code' } as const
    const left = await countRecoveryCodes(db, staff.id)
    await audit(db, at, 'staff.recovery-code', staff.id, { left })
    return { ok: true, recoveryLeft: left } as const
  })
}

/**
 * New recovery codes in the place of the old ones, for the person itself, with the password and the second step: who has
 * the password and finds a session open would else make a second step of the own.
 */
export async function renewRecoveryCodes(
  deps: TwoStepDeps,
  staffId: string,
  { password, code }: { password: string; code: string },
): Promise<{ ok: true; codes: string[] } | { ok: false; error: 'wrong-password' | 'wrong-code' }> {
  const staff = await findStaff(deps.db, staffId)
  if (!staff || !(await verifyPassword(staff.passwordHash || null, password)))
    return { ok: false, error: 'wrong-password' }
  const proved = await takeSecondStep(deps, staff, code)
  if (!proved.ok) return proved
  const codes = newCodes(deps)
  await inTransaction(deps.db, async (db) => {
    await storeCodes(deps, db, staffId, codes)
    await audit(db, deps.now().toISOString(), 'staff.recovery-renew', staffId)
  })
  return { ok: true, codes }
}

/**
 * Takes the own second step away, to turn it off or to set it up on another telephone. Who must have one proves the old
 * one as well (`code`); null: no code is asked for.
 */
export async function dropTwoSteps(
  deps: TwoStepDeps,
  staffId: string,
  { password, code }: { password: string; code: string | null },
): Promise<{ ok: true } | { ok: false; error: 'wrong-password' | 'wrong-code' }> {
  const staff = await findStaff(deps.db, staffId)
  if (!staff || !(await verifyPassword(staff.passwordHash || null, password)))
    return { ok: false, error: 'wrong-password' }
  const proved = code === null ? ({ ok: true } as const) : await takeSecondStep(deps, staff, code)
  if (!proved.ok) return proved
  await inTransaction(deps.db, (db) => clearTwoSteps(db, deps.now(), staffId, staffId))
  return { ok: true }
}

/** Takes a person's second step and recovery codes away; belongs into a transaction. `by` null: who holds the machine. */
export async function clearTwoSteps(db: Db, now: Date, staffId: string, by: string | null): Promise<void> {
  await updateStaff(db, staffId, noSecondStep)
  await replaceRecoveryCodes(db, staffId, [])
  const row = { at: now.toISOString(), staffId: by, action: 'staff.two-step-off', subject: staffId, detail: '' }
  await insertAudit(db, row)
}

function newCodes({ random }: TwoStepDeps): string[] {
  return Array.from({ length: recoveryCodeCount }, () => makeRecoveryCode(random(10)))
}

function storeCodes({ keys }: TwoStepDeps, db: Db, staffId: string, codes: string[]): Promise<void> {
  return replaceRecoveryCodes(
    db,
    staffId,
    codes.map((code) => hashCode(keys, staffId, code)),
  )
}

/** Keyed, because fifty bits can be tried out by whoever has the database alone. */
function hashCode(keys: TwoStepDeps['keys'], staffId: string, code: string): string {
  return createHmac('sha256', keys.secret).update(`recovery ${staffId} ${code}`).digest('base64url')
}

function audit(db: Db, at: string, action: string, staffId: string, detail?: object) {
  return insertAudit(db, { at, staffId, action, subject: staffId, detail: detail ? JSON.stringify(detail) : '' })
}
