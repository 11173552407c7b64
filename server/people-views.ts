import { lastSignIns } from '../db/audit'
import { listRootOffices, type Office } from '../db/offices'
import { listStaff, type Staff } from '../db/staff'
import type { InvitedSlip } from '../web/pages/invited'
import type { PersonLine } from '../web/pages/people'
import { paths } from '../web/paths'
import { peopleWords } from '../web/vi/people'
import type { Invited } from './actions/invitations'
import type { PeopleDeps } from './actions/person-changes'
import type { Deps } from './deps'
import { isInForce } from './domain/organisation'
import { personState } from './domain/people-list'
import { dayOf } from './domain/period'
import { isRole, type SignedInStaff } from './domain/permissions'
import { qrSvgPath } from './formats/qr'
import { invitationMails } from './mail/compose'
import { officeOptions } from './office-options'
import { officesOf } from './session'

/** What the actions on people need for a signed-in person, and the offices within reach. */
export async function peopleDeps(deps: Deps, staff: SignedInStaff): Promise<PeopleDeps & { within: Office[] }> {
  const within = await officesOf(deps, staff)
  const reach = { offices: new Set(within.map(({ code }) => code)), everywhere: staff.officeCode === null }
  const root = (await listRootOffices(deps.db))[0]?.name ?? ''
  const { db, now, newId } = deps
  return { db, now, newId, staff, reach, mailFor: invitationMails(deps, root), within }
}

/** Everybody within reach; who sees everything is within reach of nobody who does not. */
export function listManaged(deps: Deps, staff: SignedInStaff, within: readonly Office[]): Promise<Staff[]> {
  const codes = within.map(({ code }) => code)
  return listStaff(deps.db, staff.officeCode === null ? null : codes)
}

/** People as the list shows them. */
export async function personLines(
  deps: Deps,
  viewer: SignedInStaff,
  people: readonly Staff[],
  offices: readonly Office[],
): Promise<PersonLine[]> {
  const names = new Map(offices.map(({ code, name }) => [code, name]))
  const last = await lastSignIns(
    deps.db,
    people.map(({ id }) => id),
  )
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    login: person.login,
    email: person.email,
    role: isRole(person.role) ? person.role : 'viewer',
    office: person.officeCode && (names.get(person.officeCode) ?? person.officeCode),
    state: personState(person),
    hasTwoSteps: person.totpAt !== null,
    lastSignIn: last.get(person.id) ?? null,
    isOneself: person.id === viewer.id,
  }))
}

/** What a person may be limited to: offices that work, the one that stands now, and everything where that can be given. */
export function grantableOptions(deps: Deps, viewer: SignedInStaff, within: readonly Office[], now?: string | null) {
  const today = dayOf(deps.now())
  const offices = officeOptions(within.filter((office) => isInForce(office, today) || office.code === now))
  return viewer.officeCode === null ? [{ value: '', label: peopleWords.everything }, ...offices] : offices
}

/** Links to show, with their QR codes. */
export function slipsOf(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  invited: readonly Invited[],
  offices: readonly Office[],
): InvitedSlip[] {
  const names = new Map(offices.map(({ code, name }) => [code, name]))
  return invited.map(({ staff: { name, login, email, officeCode }, token, mailed }) => {
    const link = publicUrl + paths.staff.invitation(token)
    const office = officeCode && (names.get(officeCode) ?? officeCode)
    return { name, login, email, office, mailed, link, qr: qrSvgPath(link) }
  })
}
