import { type Context, Hono } from 'hono'
import { listRootOffices } from '../../db/offices'
import { StaffShell } from '../../web/components/staff-shell'
import { CaseFiguresPage, type CaseFiguresProps } from '../../web/pages/case-figures'
import { paths } from '../../web/paths'
import { caseFigureWords as words } from '../../web/vi/case-figures'
import { formatPeriod } from '../../web/vi/format'
import { officeLabel } from '../../web/vi/offices'
import { viewProblems } from '../../web/vi/results'
import { readInbox } from '../case-lines'
import type { Deps } from '../deps'
import { readInboxFilter, tabSlugs, writeInboxFilter } from '../domain/case-filters'
import type { CaseView } from '../domain/case-view'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import { formats } from '../formats'
import { staffPage } from '../render'
import { yearBefore } from '../reports/case-page'
import { type Env, needs, officesOf, shellProps } from '../session'
import { offeredPeriods } from './results-filters'
import { type Asked, parseQuestion } from './results-question'

/** The figures of petitions; whatever is chosen stands in the address. */
export function caseFigureRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/can-bo/so-lieu-pakn', needs('cases.figures'), (c) => showFigures(c, deps))
  return app
}

async function showFigures(c: Context<Env>, deps: Deps) {
  const staff = c.get('staff')
  const today = dayOf(deps.now())
  const parsed = parseQuestion(c.req.query(), today)
  const asked = parsed.ok ? parsed.value : thisQuarter(today)
  const read = parsed.ok ? await readView(deps, staff, asked, today) : parsed
  const offices = await officesOf(deps, staff)
  const office = asked.office ?? staff.officeCode ?? (await listRootOffices(deps.db))[0]?.code ?? ''
  const title = titleOf(asked, today)
  const page = (
    <StaffShell {...shellProps(c, deps)} current="caseFigures">
      <CaseFiguresPage
        title={title}
        filters={{
          chosen: { period: asked.period?.text ?? '', ...asked.days, office },
          periods: offeredPeriods(asked, today),
          offices: offices.map((one) => ({ value: one.code, label: officeLabel(one) })),
        }}
        problem={read.ok ? null : viewProblems[read.error]}
        view={read.ok ? read.view : null}
        today={may(staff.role, 'cases.view') ? await todayOf(deps, staff, offices, office) : null}
        mayScore={may(staff.role, 'targets.edit') && staff.officeCode === null}
        downloads={read.ok ? downloadsOf(staff, asked) : []}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title, status: read.ok ? 200 : 400 })
}

function thisQuarter(today: string): Asked {
  const parsed = parseQuestion({}, today)
  if (!parsed.ok) throw new Error('the default view must be valid')
  return parsed.value
}

type Read = { ok: true; view: CaseView } | { ok: false; error: keyof typeof viewProblems }

/** In the worker: a year of events of a province must not hold up everybody else. */
async function readView(deps: Deps, staff: SignedInStaff, asked: Asked, today: string): Promise<Read> {
  const made = await deps.long.render({
    kind: 'case-figures',
    parameters: { ...whenOf(asked), office: asked.office, since: yearBefore(asked.days.to, today) },
    today,
    within: staff.officeCode,
    restricted: may(staff.role, 'cases.restricted'),
  })
  if (made.ok) return { ok: true, view: (await new Response(made.body).json()) as CaseView }
  if (made.error in viewProblems) return { ok: false, error: made.error as keyof typeof viewProblems }
  throw new Error(made.error)
}

const whenOf = ({ period, days }: Asked) => (period ? { period: period.text } : days)

function titleOf({ period, days }: Asked, today: string): string {
  if (!period) return words.title(words.days(days.from, days.to), '')
  return words.title(formatPeriod(period.text), today >= days.from && today <= days.to ? words.untilNow : '')
}

async function todayOf(
  deps: Deps,
  staff: SignedInStaff,
  offices: Awaited<ReturnType<typeof officesOf>>,
  office: string,
): Promise<CaseFiguresProps['today']> {
  const filter = (tab: 'soon' | 'overdue') => readInboxFilter({ hop: tabSlugs[tab], 'co-quan': office })
  const { counts } = await readInbox({ db: deps.db, now: deps.now(), staff, offices }, filter('soon'), {
    page: 1,
    size: 1,
  })
  const line = (tab: 'soon' | 'overdue') => ({
    count: counts[tab],
    href: paths.staff.cases(writeInboxFilter(filter(tab))),
  })
  return { soon: line('soon'), overdue: line('overdue') }
}

/** The reports about the same view that this person may take away. */
function downloadsOf({ role }: SignedInStaff, asked: Asked): CaseFiguresProps['downloads'] {
  const query = { ...whenOf(asked), office: asked.office }
  const names = ['case-summary', 'case-performance', 'case-indicators', 'cases'] as const
  return names
    .filter((name) => name !== 'cases' || may(role, 'cases.register'))
    .map((report) => ({
      report,
      files: formats.map(({ format }) => ({
        format: format.toUpperCase(),
        href: paths.staff.exports(report, format, query),
      })),
    }))
}
