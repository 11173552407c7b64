import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { getHead } from '../../db/log'
import { StaffShell } from '../../web/components/staff-shell'
import { ResultsPage } from '../../web/pages/results'
import { paths } from '../../web/paths'
import { formatPeriod } from '../../web/vi/format'
import { viewProblems, resultsWords as words } from '../../web/vi/results'
import type { Deps } from '../deps'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff, seesLive, seesWholeWeeks } from '../domain/permissions'
import { type Days, visibleDays } from '../domain/visible'
import { formats } from '../formats'
import { staffPage } from '../render'
import { readResults } from '../reports/results'
import { type Env, needs, shellProps } from '../session'
import { filterProps } from './results-filters'
import { type Asked, parseQuestion } from './results-question'

/** The staff page of results, and the small answer that tells whether it changed. */
export function resultRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(paths.staff.results(), needs('results.view'), (c) => showResults(c, deps))

  app.get(paths.staff.resultsVersion(), needs('results.view'), async (c) => {
    if (!seesLive(c.get('staff').role)) throw new HTTPException(403)
    const tag = await tagNow(deps)
    c.header('ETag', tag)
    c.header('Cache-Control', 'private, no-cache')
    return c.body(null, c.req.header('If-None-Match') === tag ? 304 : 204)
  })
  return app
}

/** Changes with every entry of the log. */
async function tagNow({ db }: Deps): Promise<string> {
  return `"${(await getHead(db)).size}"`
}

async function showResults(c: Context<Env>, deps: Deps) {
  const staff = c.get('staff')
  const today = dayOf(deps.now())
  const parsed = parseQuestion(c.req.query(), today)
  const asked = parsed.ok ? parsed.value : defaultView(today)
  const seen = visibleDays(staff.role, today, asked.days)
  // Before the figures: what comes in between is then shown by the next question, and not missed.
  const live = seesLive(staff.role) ? { address: paths.staff.resultsVersion(), tag: await tagNow(deps) } : null
  const read = parsed.ok && seen ? await readSeen(deps, staff, asked, seen, today) : null
  const failed = parsed.ok ? (read && !read.ok ? read.error : null) : parsed.error
  const problem = failed === 'not-yet-visible' ? null : failed
  const results = read?.ok ? read.value : null
  const shown = read?.ok ? read.days : read?.error === 'not-yet-visible' ? null : seen
  const title = titleOf(staff, asked, shown, today)
  const page = (
    <StaffShell {...shellProps(c, deps)} current="results">
      <ResultsPage
        title={title}
        filters={await filterProps(deps, staff, asked, today)}
        downloads={results && shown ? downloadsOf(staff, asked, shown) : []}
        problem={problem && viewProblems[problem]}
        notice={noticeOf(staff, shown)}
        live={live}
        results={results}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title, status: problem ? 400 : 200 })
}

function defaultView(today: string): Asked {
  const parsed = parseQuestion({}, today)
  if (!parsed.ok) throw new Error('the default view must be valid')
  return parsed.value
}

function readSeen(deps: Deps, staff: SignedInStaff, asked: Asked, days: Days, today: string) {
  const context = {
    connection: deps.connection,
    today,
    within: staff.officeCode,
    wholeWeeks: seesWholeWeeks(staff.role),
  }
  const visible = (other: Days) => visibleDays(staff.role, today, other)
  return readResults(context, { ...asked, days, visible })
}

/** The period by its name, or its days when only a part of it is shown. */
function titleOf({ role }: SignedInStaff, { period, days }: Asked, seen: Days | null, today: string): string {
  const whole = !seen || (seen.from === days.from && (seen.to === days.to || !seesWholeWeeks(role)))
  const name = period && whole ? formatPeriod(period.text) : words.days((seen ?? days).from, (seen ?? days).to)
  if (!period || !whole || !seen) return words.title(name, '')
  if (seen.to < days.to) return words.title(name, words.untilDay(seen.to))
  return words.title(name, today <= days.to ? words.untilNow : '')
}

function noticeOf({ role }: SignedInStaff, seen: Days | null): string | null {
  if (seesLive(role)) return seen ? null : words.notYet
  const reason = seesWholeWeeks(role) ? words.wholeWeeks : words.delayed
  return seen ? reason : `${words.nothingVisible} ${reason}`
}

/** The same view as a table in each format, for who may take it away. */
function downloadsOf({ role }: SignedInStaff, { period, days, office, point, survey, channel }: Asked, seen: Days) {
  if (!may(role, 'results.export')) return []
  const cut = seen.from !== days.from || seen.to !== days.to
  const when = period && !cut ? { period: period.text } : seen
  const query = { ...when, office, point, survey, channel }
  return formats.map(({ format }) => ({
    format: format.toUpperCase(),
    href: paths.staff.exports('satisfaction', format, query),
  }))
}
