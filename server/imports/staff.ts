import { headingsOf } from '../../web/vi/import-columns'
import { roleNames } from '../../web/vi/staff'
import { isLogin } from '../domain/password-rules'
import type { Role } from '../domain/permissions'
import { fold } from '../domain/vietnamese'
import { addFault, type Faults } from './faults'
import { officeRef } from './office-columns'
import { type Change, type Plan, planOf, settle } from './plan'
import { choice, type Read, text } from './readers'
import { firstRows } from './repeated'
import { findStaffFaults } from './staff-faults'
import { readTable, type Table } from './table'

/** Logins are small letters; capitals alone are no fault. */
const login: Read<string> = (typed) => {
  const value = typed.toLowerCase()
  if (isLogin(value)) return { value }
  const nearest = fold(typed).replace(/[^a-z0-9._@-]/g, '')
  return { code: 'malformed-login', expected: isLogin(nearest) ? [nearest] : [] }
}

const email: Read<string> = (typed) =>
  typed.length <= 200 && /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(typed)
    ? { value: typed.toLowerCase() }
    : { code: 'malformed-email' }

const columns = {
  login: { aliases: ['tai khoan', 'ten tai khoan', 'username'], required: true, read: login },
  name: { aliases: ['ho ten', 'ten', 'can bo'], required: true, read: text(120) },
  email: { aliases: ['e mail', 'thu', 'dia chi thu dien tu'], read: email },
  role: { aliases: ['quyen', 'chuc nang'], required: true, read: choice<Role>(roleNames) },
  officeCode: { aliases: ['don vi', 'ma co quan', 'office'], read: officeRef },
} as const

export type StaffTable = Table<typeof columns>

/** A person as a file describes it; `officeCode` null: the whole installation. */
export type StaffRecord = { login: string; name: string; email: string | null; role: Role; officeCode: string | null }
/** `signsIn`: has a password and is not locked. */
export type KnownPerson = StaffRecord & { id: string; signsIn: boolean }

/** What the rows of a file of people are judged by. */
export type StaffContext = {
  people: ReadonlyMap<string, KnownPerson>
  /** Offices by code with their last day; `part`: those that may be changed, null for every one. */
  offices: ReadonlyMap<string, { validTo: string | null }>
  part: ReadonlySet<string> | null
  /** Id of the person who imports; null from the command line. */
  self: string | null
  /** YYYY-MM-DD in UTC+7. */
  today: string
}

/** Reads a list of people; null when it cannot be read at all. */
export function readStaff(bytes: Uint8Array, faults: Faults): Promise<StaffTable | null> {
  return readTable(bytes, columns, headingsOf('staff'), faults)
}

/** What the file makes of the accounts, by login. */
export function planStaff(table: StaffTable, context: StaffContext, faults: Faults): Plan<StaffRecord> {
  const report = addFault.bind(null, faults)
  const rows = firstRows(table.rows, (row) => row.login, { column: table.headingOf('login') }, report)
  const lines = rows.map((row): Change<StaffRecord> => {
    const known = context.people.get(row.login ?? '')
    const before = known ? recordOf(known) : null
    return { line: row.line, before, after: settled(row, before) }
  })
  for (const fault of findStaffFaults(lines, context, table.headingOf)) addFault(faults, fault)
  return planOf(lines)
}

function settled(row: StaffTable['rows'][number], before: StaffRecord | null): StaffRecord {
  const old = before ?? undefined
  return {
    login: row.login ?? '',
    name: settle(row.name, old?.name, ''),
    email: settle(row.email, old?.email, null),
    role: settle(row.role, old?.role, 'viewer'),
    officeCode: settle(row.officeCode, old?.officeCode, null),
  }
}

function recordOf({ id: _, signsIn: __, ...record }: KnownPerson): StaffRecord {
  return record
}
