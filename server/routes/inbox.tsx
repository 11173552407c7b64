import { type Context, Hono } from 'hono'
import { findStaff, findStaffByLogin } from '../../db/staff'
import type { Bulk, BulkProblem } from '../../web/components/inbox-bulk'
import { StaffShell } from '../../web/components/staff-shell'
import { InboxPage } from '../../web/pages/inbox'
import { paths } from '../../web/paths'
import { inboxWords as words } from '../../web/vi/inbox'
import { assignCases } from '../actions/case-assigning'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { readInboxFilter, tabSlugs } from '../domain/case-filters'
import { type FormValues, lineOf } from '../domain/form-values'
import { may, type Role } from '../domain/permissions'
import { readPairs } from '../form'
import { inboxPage } from '../inbox-views'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/phan-anh'
const mostAtOnce = 200
const longestNote = 1000

type Sent = Omit<Bulk, 'people'>
const nothingSent: Sent = { typed: { person: '', department: '', note: '' }, problem: null, results: [], to: '' }

/** Where a person begins the day: whoever works on cases at what waits, everybody else at the results. */
export function startPage(role: Role): string {
  if (may(role, 'cases.receive')) return paths.staff.cases()
  if (may(role, 'cases.handle')) return paths.staff.cases({ hop: tabSlugs.mine })
  if (may(role, 'cases.publish')) return paths.staff.cases({ hop: tabSlugs['awaiting-publication'] })
  return paths.staff.results()
}

/** The inbox of cases, and giving many of them to somebody at once. */
export function inboxRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(base, needs('cases.view'), (c) => showInbox(c, deps, nothingSent))
  app.post(base, needs('cases.receive'), async (c) => {
    const values: FormValues = keepFields(await readPairs(c))
    return showInbox(c, deps, await assign(c, deps, values))
  })
  return app
}

async function showInbox(c: Context<Env>, deps: Deps, sent: Sent) {
  const staff = c.get('staff')
  const offices = await officesOf(deps, staff)
  const context = { db: deps.db, now: deps.now(), staff, offices }
  const filter = readInboxFilter(c.req.query())
  const { givable, ...page } = await inboxPage(context, filter, Number(c.req.query('trang')))
  const bulk = may(staff.role, 'cases.receive') ? { ...sent, people: givable } : null
  const body = (
    <StaffShell {...shellProps(c, deps)} current="inbox">
      <InboxPage {...page} bulk={bulk} />
    </StaffShell>
  )
  return staffPage(c, deps, body, { title: words.title, status: statusOf(sent) })
}

function statusOf({ problem, results }: Sent): 200 | 409 | 422 {
  if (problem) return 422
  return results.length > 0 && results.every(({ ok }) => !ok) ? 409 : 200
}

/** Reads the form `chon` (code:version, repeated), `nguoi` (id or login), `phong`, `ghi-chu`, and does what it asks. */
async function assign(c: Context<Env>, deps: Deps, values: FormValues): Promise<Sent> {
  const typed = {
    person: lineOf(values, 'nguoi'),
    department: lineOf(values, 'phong').slice(0, 120),
    note: lineOf(values, 'ghi-chu'),
  }
  const refuse = (problem: BulkProblem): Sent => ({ ...nothingSent, typed, problem })
  const chosen = (values.chon ?? []).map((text) => {
    const [code = '', version = ''] = text.split(':')
    return { code, version: Number(version) || 0 }
  })
  if (chosen.length === 0) return refuse('none')
  if (chosen.length > mostAtOnce) return refuse('many')
  if (typed.note.length > longestNote) return refuse('long')
  if (typed.person === '' && typed.department === '') return refuse('nobody')
  const person = typed.person === '' ? null : await personOf(deps, typed.person)
  if (person === undefined) return refuse('unknown')
  const { department, note } = typed
  const assignment = { assigneeId: person?.id ?? null, department, note }
  const results = await assignCases(deps, c.get('staff'), chosen, assignment)
  return { ...nothingSent, results, to: [person?.name, department].filter(Boolean).join(', ') }
}

async function personOf({ db }: Deps, text: string) {
  return (await findStaff(db, text)) ?? (await findStaffByLogin(db, text))
}
