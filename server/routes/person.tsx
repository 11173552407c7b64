import { type Context, Hono } from 'hono'
import { findStaff, type Staff } from '../../db/staff'
import { StaffShell } from '../../web/components/staff-shell'
import { PersonPage, type PersonPageProps, personForms } from '../../web/pages/person'
import { paths } from '../../web/paths'
import { type PersonDeed, peopleWords as words } from '../../web/vi/people'
import type { Invited } from '../actions/invitations'
import type { TypedPerson } from '../actions/people'
import {
  changePerson,
  endAllSessions,
  inviteAgain,
  isWithin,
  lockPerson,
  type PeopleDeps,
  resetPassword,
  resetTwoSteps,
} from '../actions/person-changes'
import type { Deps } from '../deps'
import { errorResponse } from '../errors'
import { grantableOptions, peopleDeps, personLines } from '../people-views'
import { staffPage } from '../render'
import { type Env, shellProps } from '../session'
import { readTypedPerson, showInvited } from './people'

const address = '/can-bo/nhan-su/:id'

/** One person: change, lock, new link, password, second step, sessions. */
export function personRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(address, async (c) => {
    const found = await managedPerson(c, deps)
    return found ? showPerson(c, deps, found) : errorResponse(c, deps, 404)
  })

  app.post(address, async (c) => {
    const found = await managedPerson(c, deps)
    if (!found) return errorResponse(c, deps, 404)
    const typed = await readTypedPerson(c)
    const done = await changePerson(found.context, found.person.id, typed)
    if (done.ok) return c.redirect(`${paths.staff.person(found.person.id)}?xong=luu`, 303)
    if (done.error === 'invalid') return showPerson(c, deps, found, { typed, problems: { fields: done.fields } })
    if (done.error === 'oneself' || done.error === 'last-administrator')
      return showPerson(c, deps, found, { typed, refused: done.error })
    return errorResponse(c, deps, done.error === 'forbidden' ? 403 : 404)
  })

  for (const deed of Object.keys(personForms) as PersonDeed[])
    app.post(`${address}/${personForms[deed]}`, async (c) => {
      const found = await managedPerson(c, deps)
      if (!found) return errorResponse(c, deps, 404)
      const done = await deeds[deed](found.context, found.person.id)
      if (done.ok && done.invited) return showInvited(c, deps, done.invited)
      if (done.ok) return c.redirect(`${paths.staff.person(found.person.id)}?xong=${personForms[deed]}`, 303)
      if (done.error === 'oneself' || done.error === 'last-administrator')
        return showPerson(c, deps, found, { refused: done.error })
      return errorResponse(c, deps, done.error === 'forbidden' ? 403 : 404)
    })
  return app
}

type Refusal = 'forbidden' | 'unknown' | 'oneself' | 'last-administrator'
type Done = { ok: true; invited?: readonly Invited[] } | { ok: false; error: Refusal }

const deeds: Record<PersonDeed, (context: PeopleDeps, id: string) => Promise<Done>> = {
  lock: (context, id) => lockPerson(context, id, true),
  unlock: (context, id) => lockPerson(context, id, false),
  invite: (context, id) => inviteAgain(context, [id]),
  reset: async (context, id) => {
    const done = await resetPassword(context, id)
    return done.ok ? { ok: true, invited: [done.invited] } : done
  },
  'two-steps': resetTwoSteps,
  sessions: endAllSessions,
}

type Found = { context: Awaited<ReturnType<typeof peopleDeps>>; person: Staff }

async function managedPerson(c: Context<Env>, deps: Deps): Promise<Found | null> {
  const context = await peopleDeps(deps, c.get('staff'))
  const person = await findStaff(deps.db, c.req.param('id') ?? '')
  return person && isWithin(context.reach, person) ? { context, person } : null
}

type Returned = {
  typed?: TypedPerson
  problems?: PersonPageProps['problems']
  refused?: 'oneself' | 'last-administrator'
}

async function showPerson(c: Context<Env>, deps: Deps, { context, person }: Found, returned: Returned = {}) {
  const { typed, problems = null, refused } = returned
  const viewer = c.get('staff')
  const [line] = await personLines(deps, viewer, [person], context.within)
  if (!line) return errorResponse(c, deps, 404)
  const page = (
    <StaffShell {...shellProps(c, deps)} current="people">
      <PersonPage
        person={{ ...line, createdAt: person.createdAt }}
        offices={grantableOptions(deps, viewer, context.within, person.officeCode)}
        typed={typed ?? typedOf(person)}
        problems={problems}
        notice={refused ? { text: words.refused[refused], isProblem: true } : doneNotice(c)}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: person.name, status: problems || refused ? 422 : 200 })
}

function typedOf({ login, name, email, role, officeCode }: Staff): TypedPerson {
  return { login, name, email: email ?? '', role, office: officeCode ?? '' }
}

function doneNotice(c: Context): PersonPageProps['notice'] {
  const done = c.req.query('xong')
  const deed = (Object.keys(personForms) as PersonDeed[]).find((one) => personForms[one] === done)
  const text = done === 'luu' ? words.saved : deed ? words.deeds[deed].done : ''
  return text ? { text, isProblem: false } : null
}
