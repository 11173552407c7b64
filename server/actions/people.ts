import { z } from 'zod'
import { insertAudit } from '../../db/audit'
import type { Db } from '../../db/schema'
import { insertStaff, type Staff, updateStaff } from '../../db/staff'
import { isLogin } from '../domain/password-rules'
import { roles, type SignedInStaff } from '../domain/permissions'
import { line } from './line'
import { wrongFields } from './wrong-fields'

/** Who is meant to sign in. `officeCode`: the part of the tree; null: everything. */
export type Person = Pick<Staff, 'login' | 'name' | 'officeCode'> & {
  email: string | null
  role: SignedInStaff['role']
}

const lowered = (max: number) => line(max).transform((text) => text.toLowerCase())
const form = z.object({
  login: lowered(60).refine(isLogin),
  name: line(120).pipe(z.string().min(1)),
  email: lowered(200).pipe(z.union([z.literal('').transform(() => null), z.email()])),
  role: z.enum(roles),
  office: line(60),
})
export const personFields = ['login', 'name', 'email', 'role', 'office'] as const
export type PersonField = (typeof personFields)[number]
export type TypedPerson = Record<PersonField, string>

/** Where somebody may let people in: the codes of these offices, and the whole installation when `everywhere`. */
export type Reach = { offices: ReadonlySet<string>; everywhere: boolean }

/** Reads a person as typed or imported. An empty office is the whole installation, which only who has it can give. */
export function readPerson(
  typed: TypedPerson,
  reach: Reach,
): { ok: true; person: Person } | { ok: false; fields: PersonField[] } {
  const parsed = form.safeParse(typed)
  const outside = typed.office.trim() === '' ? !reach.everywhere : !reach.offices.has(typed.office.trim())
  const wrong = new Set([
    ...(parsed.success ? [] : wrongFields(personFields, parsed.error)),
    ...(outside ? ['office'] : []),
  ])
  if (!parsed.success || wrong.size > 0) return { ok: false, fields: personFields.filter((field) => wrong.has(field)) }
  const { office, ...person } = parsed.data
  return { ok: true, person: { ...person, officeCode: office || null } }
}

/** Who adds or changes a person; `staff` null: whoever holds the machine. */
export type Doer = { now: () => Date; newId: () => string; staff: Pick<SignedInStaff, 'id'> | null }

/**
 * Adds a person who cannot sign in before choosing a password through a link (actions/invitations). Writes the audit;
 * belongs into a transaction. `taken`: somebody has this login, also somebody who was locked.
 */
export async function addPerson(
  db: Db,
  { now, newId, staff }: Doer,
  person: Person,
): Promise<{ ok: true; staffId: string } | { ok: false; error: 'taken' }> {
  const id = newId()
  const at = now().toISOString()
  const row = { id, ...person, passwordHash: '', createdAt: at, disabledAt: null }
  if (!(await insertStaff(db, row))) return { ok: false, error: 'taken' }
  const detail = JSON.stringify({ after: person })
  await insertAudit(db, { at, staffId: staff?.id ?? null, action: 'staff.add', subject: id, detail })
  return { ok: true, staffId: id }
}

/**
 * Changes what is said of a person, and writes the audit when something changed; belongs into a transaction. Does not ask
 * who may do so, nor whether the last administrator would be lost (actions/person-changes does).
 * @returns whether something changed
 */
export async function storePerson(db: Db, { now, staff }: Doer, old: Staff, person: Omit<Person, 'login'>) {
  const { name, email, role, officeCode } = person
  const before = { name: old.name, email: old.email, role: old.role, officeCode: old.officeCode }
  const after = { name, email, role, officeCode }
  if (JSON.stringify(before) === JSON.stringify(after)) return false
  await updateStaff(db, old.id, after)
  const detail = JSON.stringify({ before, after })
  const at = now().toISOString()
  await insertAudit(db, { at, staffId: staff?.id ?? null, action: 'staff.change', subject: old.id, detail })
  return true
}
