import { findStaff, listStaff, type Staff } from '../../db/staff'
import { dayOf } from '../domain/period'
import { isRole } from '../domain/permissions'
import { type KnownPerson, planStaff, readStaff, type StaffRecord, type StaffTable } from '../imports/staff'
import type { ImportScope, TableSteps } from './import-table'
import { sendInvitations } from './invitations'
import { addPerson, storePerson } from './people'

/** People: new ones are invited by a link and choose their own password, others are changed by login. */
export const staffSteps: TableSteps<StaffTable, StaffRecord> = {
  kind: 'staff',
  read: readStaff,
  plan: async ({ db, offices, part, staff, at }, table, faults) => {
    const people = new Map((await listStaff(db, null)).flatMap(known).map((person) => [person.login, person]))
    const byCode = new Map(offices.map((office) => [office.code, office]))
    const today = dayOf(new Date(at))
    return planStaff(table, { people, offices: byCode, part, self: staff?.id ?? null, today }, faults)
  },
  write: async (scope, changes) => {
    const byLogin = new Map((await listStaff(scope.db, null)).map((person) => [person.login, person]))
    const added: Staff[] = []
    for (const { after } of changes) {
      const old = byLogin.get(after.login)
      if (old) await storePerson(scope.db, doer(scope), old, after)
      else added.push(await add(scope, after))
    }
    const invited = await sendInvitations(scope.db, doer(scope), added)
    return {
      changes,
      invited: invited.map(({ staff: { login, name }, token, mailed }) => ({ login, name, token, mailed })),
    }
  },
  audited: null,
  title: ({ login, name }) => `${login} ${name}`,
}

async function add(scope: ImportScope, person: StaffRecord): Promise<Staff> {
  const added = await addPerson(scope.db, doer(scope), person)
  const staff = added.ok ? await findStaff(scope.db, added.staffId) : undefined
  if (!staff) throw new Error(`login ${person.login} was taken meanwhile`)
  return staff
}

function doer({ deps: { now, newId, mailFor }, staff }: ImportScope) {
  return { now, newId, mailFor, staff }
}

/** Somebody whose role this version does not know is left alone. */
function known({ id, login, name, email, role, officeCode, passwordHash, disabledAt }: Staff): KnownPerson[] {
  if (!isRole(role)) return []
  return [{ id, login, name, email, role, officeCode, signsIn: passwordHash !== '' && disabledAt === null }]
}
