import { insertAudit } from '../../db/audit'
import { findOffice } from '../../db/offices'
import { dropLinksOf } from '../../db/one-time-links'
import type { Db } from '../../db/schema'
import { deleteSessionsOf } from '../../db/sessions'
import { countOtherAdministrators, findStaff, type Staff, updateStaff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { isInForce } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import type { MailFor } from '../mail/compose'
import { type Invited, sendInvitations } from './invitations'
import { addPerson, type PersonField, type Reach, readPerson, storePerson, type TypedPerson } from './people'
import { clearTwoSteps } from './two-steps'

export type PeopleDeps = {
  db: Db
  now: () => Date
  newId: () => string
  staff: SignedInStaff
  /** Whom this person may manage. */
  reach: Reach
  mailFor: MailFor
}

type Refused = { ok: false; error: 'forbidden' | 'unknown' | 'oneself' | 'last-administrator' }
type Invalid = { ok: false; error: 'invalid'; fields: PersonField[] } | { ok: false; error: 'taken' }
const refuse = (error: Refused['error']): Refused => ({ ok: false, error })

/** Adds a person and makes the first link. */
export async function addAndInvite(
  deps: PeopleDeps,
  typed: TypedPerson,
): Promise<{ ok: true; invited: Invited } | Refused | Invalid> {
  if (!may(deps.staff.role, 'staff.manage')) return refuse('forbidden')
  const read = readPerson(typed, deps.reach)
  if (!read.ok) return { ok: false, error: 'invalid', fields: read.fields }
  return inTransaction(deps.db, async (db) => {
    if (await hasEnded(db, deps, read.person.officeCode))
      return { ok: false, error: 'invalid', fields: ['office'] } as const
    const added = await addPerson(db, deps, read.person)
    if (!added.ok) return added
    const staff = await findStaff(db, added.staffId)
    const [invited] = staff ? await sendInvitations(db, deps, [staff]) : []
    if (!invited) throw new Error('the person who was added is not there')
    return { ok: true, invited } as const
  })
}

/** Nobody new comes to an office that has ended; who belonged to it still sees what it collected. */
async function hasEnded(db: Db, { now }: PeopleDeps, officeCode: string | null): Promise<boolean> {
  const office = officeCode === null ? undefined : await findOffice(db, officeCode)
  return office !== undefined && !isInForce(office, dayOf(now()))
}

/** Makes new links for people who have not chosen a password yet; others, and those out of reach, are left out. */
export async function inviteAgain(
  deps: PeopleDeps,
  staffIds: readonly string[],
): Promise<{ ok: true; invited: Invited[] } | Refused> {
  if (!may(deps.staff.role, 'staff.manage')) return refuse('forbidden')
  return inTransaction(deps.db, async (db) => {
    const people: Staff[] = []
    for (const id of staffIds) {
      const person = await findStaff(db, id)
      if (person && isWithin(deps.reach, person) && person.passwordHash === '' && !person.disabledAt)
        people.push(person)
    }
    return { ok: true, invited: await sendInvitations(db, deps, people) } as const
  })
}

/** Changes name, mail address, role and office; of oneself only name and mail address. The login stays. */
export function changePerson(
  deps: PeopleDeps,
  id: string,
  typed: TypedPerson,
): Promise<{ ok: true } | Refused | Invalid> {
  return onPerson(deps, id, async (db, person) => {
    const read = readPerson({ ...typed, login: person.login }, deps.reach)
    if (!read.ok) return { ok: false, error: 'invalid', fields: read.fields } as const
    const { role, officeCode } = read.person
    const moves = role !== person.role || officeCode !== person.officeCode
    if (moves && person.id === deps.staff.id) return refuse('oneself')
    if (officeCode !== person.officeCode && (await hasEnded(db, deps, officeCode)))
      return { ok: false, error: 'invalid', fields: ['office'] } as const
    const staysWhole = role === 'administrator' && officeCode === null
    if (!staysWhole && (await isLastAdministrator(db, person))) return refuse('last-administrator')
    await storePerson(db, deps, person, read.person)
    // A link to a new password went to the address of before.
    if (read.person.email !== person.email && person.passwordHash !== '') await dropLinksOf(db, id)
    return { ok: true } as const
  })
}

/** Locks a person out at once, or lets the person in again. */
export function lockPerson(deps: PeopleDeps, id: string, lock: boolean): Promise<{ ok: true } | Refused> {
  return onOther(deps, id, async (db, person) => {
    if ((person.disabledAt !== null) === lock) return { ok: true } as const
    if (lock && (await isLastAdministrator(db, person))) return refuse('last-administrator')
    await updateStaff(db, id, { disabledAt: lock ? deps.now().toISOString() : null })
    if (lock) await deleteSessionsOf(db, id)
    if (lock) await dropLinksOf(db, id)
    await audit(db, deps, lock ? 'staff.lock' : 'staff.unlock', id)
    return { ok: true } as const
  })
}

/** Takes a person's password away: the old one stops, sessions end, a link lets the person choose another one. */
export function resetPassword(deps: PeopleDeps, id: string): Promise<{ ok: true; invited: Invited } | Refused> {
  return onOther(deps, id, async (db, person) => {
    if (person.disabledAt) return refuse('unknown')
    if (await isLastAdministrator(db, person)) return refuse('last-administrator')
    await updateStaff(db, id, { passwordHash: '' })
    await deleteSessionsOf(db, id)
    await audit(db, deps, 'staff.reset', id)
    const [invited] = await sendInvitations(db, deps, [person])
    if (!invited) throw new Error('no link was made')
    return { ok: true, invited } as const
  })
}

/** Takes a person's second step away, as after a lost telephone; sessions end. */
export function resetTwoSteps(deps: PeopleDeps, id: string): Promise<{ ok: true } | Refused> {
  return onOther(deps, id, async (db) => {
    await clearTwoSteps(db, deps.now(), id, deps.staff.id)
    await deleteSessionsOf(db, id)
    return { ok: true } as const
  })
}

/** Signs a person out everywhere. */
export function endAllSessions(deps: PeopleDeps, id: string): Promise<{ ok: true } | Refused> {
  return onOther(deps, id, async (db) => {
    const count = await deleteSessionsOf(db, id)
    if (count > 0) await audit(db, deps, 'sign-in.end', id, { count })
    return { ok: true } as const
  })
}

/** True when the person belongs to the part of the tree; who sees everything belongs to everything alone. */
export function isWithin({ offices, everywhere }: Reach, { officeCode }: Pick<Staff, 'officeCode'>): boolean {
  return everywhere || (officeCode !== null && offices.has(officeCode))
}

async function onPerson<T>(
  deps: PeopleDeps,
  id: string,
  deed: (db: Db, person: Staff) => Promise<T>,
): Promise<T | Refused> {
  if (!may(deps.staff.role, 'staff.manage')) return refuse('forbidden')
  return inTransaction(deps.db, async (db) => {
    const person = await findStaff(db, id)
    return person && isWithin(deps.reach, person) ? deed(db, person) : refuse('unknown')
  })
}

/** What nobody can do to oneself here: it would end in nobody being let in. */
function onOther<T>(deps: PeopleDeps, id: string, deed: (db: Db, person: Staff) => Promise<T>): Promise<T | Refused> {
  return onPerson<T | Refused>(deps, id, (db, person) =>
    person.id === deps.staff.id ? Promise.resolve(refuse('oneself')) : deed(db, person),
  )
}

/**
 * True when without this person nobody could manage everything. Asked in a serializable transaction, so that two
 * administrators who lock each other at the same moment do not both succeed.
 */
async function isLastAdministrator(db: Db, person: Staff): Promise<boolean> {
  const { id, role, officeCode, disabledAt, passwordHash } = person
  if (role !== 'administrator' || officeCode !== null || disabledAt !== null || passwordHash === '') return false
  return (await countOtherAdministrators(db, id)) === 0
}

function audit(db: Db, { now, staff }: PeopleDeps, action: string, subject: string, detail?: object) {
  const row = { at: now().toISOString(), staffId: staff.id, action, subject }
  return insertAudit(db, { ...row, detail: detail ? JSON.stringify(detail) : '' })
}
