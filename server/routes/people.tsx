import { type Context, Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { InvitedPage } from '../../web/pages/invited'
import { PeoplePage, type PeoplePageProps } from '../../web/pages/people'
import { paths } from '../../web/paths'
import { peopleWords as words } from '../../web/vi/people'
import type { Invited } from '../actions/invitations'
import { personFields, type TypedPerson } from '../actions/people'
import { addAndInvite, inviteAgain } from '../actions/person-changes'
import type { Deps } from '../deps'
import { pageOf } from '../domain/paging'
import { choosePeople, personState, readPeopleFilter } from '../domain/people-list'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { officeOptions } from '../office-options'
import { grantableOptions, listManaged, peopleDeps, personLines, slipsOf } from '../people-views'
import { staffPage } from '../render'
import { type Env, needs, shellProps } from '../session'
import { personRoutes } from './person'

const base = '/can-bo/nhan-su'
const perPage = 50
/** As many slips as a page and its printer bear at once. */
const mostInvited = 200
const filters = ['q', 'vai-tro', 'co-quan', 'tinh-trang'] as const

/** People and their roles: the list, a new person, links for those who have not chosen a password. */
export function peopleRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('staff.manage'))
  app.use(`${base}/*`, needs('staff.manage'))

  app.get(base, (c) => showPeople(c, deps, { typed: {}, problems: null }))

  app.post(base, async (c) => {
    const typed = await readTypedPerson(c)
    const done = await addAndInvite(await peopleDeps(deps, c.get('staff')), typed)
    if (done.ok) return showInvited(c, deps, [done.invited])
    if (done.error === 'invalid') return showPeople(c, deps, { typed, problems: { fields: done.fields } })
    if (done.error === 'taken') return showPeople(c, deps, { typed, problems: { fields: [], taken: true } })
    return errorResponse(c, deps, 403)
  })

  app.post(`${base}/duong-dan`, async (c) => {
    const { context, chosen } = await readList(c, deps)
    const waiting = chosen.filter((person) => personState(person) === 'invited').slice(0, mostInvited)
    const ids = waiting.map(({ id }) => id)
    const done = await inviteAgain(context, ids)
    return done.ok ? showInvited(c, deps, done.invited) : errorResponse(c, deps, 403)
  })

  app.route('/', personRoutes(deps))
  return app
}

/** The fields of a posted person. */
export async function readTypedPerson(c: Context): Promise<TypedPerson> {
  const form = await readForm(c)
  return Object.fromEntries(personFields.map((field) => [field, form[field] ?? ''])) as TypedPerson
}

/** Links that were just made; nothing of this page is stored anywhere. */
export async function showInvited(c: Context<Env>, deps: Deps, invited: readonly Invited[]) {
  if (invited.length === 0) return c.redirect(paths.staff.people(), 303)
  const { within } = await peopleDeps(deps, c.get('staff'))
  const page = (
    <StaffShell {...shellProps(c, deps)} current="people">
      <InvitedPage slips={slipsOf(deps, invited, within)} sendsMail={deps.config.mail !== null} />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.linkTitle })
}

async function readList(c: Context<Env>, deps: Deps) {
  const staff = c.get('staff')
  const context = await peopleDeps(deps, staff)
  const filter = readPeopleFilter(c.req.query())
  const people = await listManaged(deps, staff, context.within)
  return { context, filter, people, chosen: choosePeople(people, context.within, filter) }
}

async function showPeople(c: Context<Env>, deps: Deps, form: Pick<PeoplePageProps, 'typed' | 'problems'>) {
  const staff = c.get('staff')
  const { context, filter, people, chosen } = await readList(c, deps)
  const { lines, page, pages } = pageOf(chosen, Number(c.req.query('trang')), perPage)
  const query = Object.fromEntries(filters.map((name) => [name, c.req.query(name) ?? '']).filter(([, value]) => value))
  const body = (
    <StaffShell {...shellProps(c, deps)} current="people">
      <PeoplePage
        lines={await personLines(deps, staff, lines, context.within)}
        found={chosen.length}
        all={people.length}
        page={page}
        pages={pages}
        filter={filter}
        query={query}
        offices={officeOptions(context.within)}
        grantable={grantableOptions(deps, staff, context.within)}
        sendsMail={deps.config.mail !== null}
        waiting={chosen.filter((person) => personState(person) === 'invited').length}
        mostInvited={mostInvited}
        {...form}
      />
    </StaffShell>
  )
  return staffPage(c, deps, body, { title: words.title, status: form.problems ? 422 : 200 })
}
