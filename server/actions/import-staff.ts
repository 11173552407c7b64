import { listStaff, type Staff } from '../../db/staff'
import { dayOf } from '../domain/period'
import { isRole } from '../domain/permissions'
import { type KnownPerson, planStaff, readStaff, type StaffRecord, type StaffTable } from '../imports/staff'
import type { ImportScope, Invited, TableSteps } from './import-table'
import { invitePerson } from './invitations'
import { storePerson } from './people'

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
    const invited: Invited[] = []
    for (const { after } of changes) {
      const old = byLogin.get(after.login)
      if (old) await storePerson(scope.db, doer(scope), old, after)
      else invited.push(await invite(scope, after))
    }
    return { changes, invited }
  },
  audited: null,
  title: ({ login, name }) => `${login} ${name}`,
}

async function invite(scope: ImportScope, person: StaffRecord): Promise<Invited> {
  const added = await invitePerson(scope.db, doer(scope), person)
  if (!added.ok) throw new Error(`login ${person.login} was taken meanwhile`)
  return { login: person.login, name: person.name, token: added.token }
}

function doer({ deps: { now, newId }, staff }: ImportScope) {
  return { now, newId, staff }
}

/** Somebody whose role this version does not know is left alone. */
function known({ id, login, name, email, role, officeCode, passwordHash, disabledAt }: Staff): KnownPerson[] {
  if (!isRole(role)) return []
  return [{ id, login, name, email, role, officeCode, signsIn: passwordHash !== '' && disabledAt === null }]
}
