import { type Context, Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { PeriodPage, type PeriodPageProps } from '../../web/pages/period'
import { PeriodsPage } from '../../web/pages/periods'
import { paths } from '../../web/paths'
import { officeLabel } from '../../web/vi/offices'
import { periods as words } from '../../web/vi/periods'
import { type DenominatorField, denominatorFields, enterDenominator } from '../actions/denominators'
import type { PeriodScope } from '../actions/period-figures'
import { setTarget, type TargetField, targetFields } from '../actions/targets'
import type { Deps } from '../deps'
import { dayOf } from '../domain/period'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { periodLines, periodPage, periodsOfYear } from '../period-views'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'
import { scopeOf } from './period-scope'
import { periodStepRoutes } from './period-steps'

const base = '/can-bo/ky-bao-cao'

/** Reporting periods: list, one period with its two forms, and the steps (period-steps). */
export function periodRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(`${base}/*`, needs('periods.view'))
  app.use(base, needs('periods.view'))

  app.get(base, async (c) => {
    const offices = await officesOf(deps, c.get('staff'))
    const office = offices.find((one) => one.code === c.req.query('don-vi')) ?? root(offices)
    if (!office) return errorResponse(c, deps, 404)
    const today = dayOf(deps.now())
    const years = lastYears(today)
    const year = years.find((one) => String(one) === c.req.query('nam')) ?? (years[0] as number)
    const rule = c.req.query('cach') === '14' ? '14' : 'lich'
    const lines = await periodLines(deps, office.code, periodsOfYear(year, rule === '14', today))
    const named = offices.map((one) => ({ code: one.code, name: officeLabel(one) }))
    const props = { offices: named, office: office.code, years, year, rule, lines } as const
    return inShell(c, deps, <PeriodsPage {...props} />, words.title)
  })

  app.get(`${base}/:office/:period`, async (c) => {
    const scope = await scopeOf(c, deps)
    if (!scope) return errorResponse(c, deps, 404)
    const done = c.req.query('xong')
    const known = done && Object.hasOwn(words.done, done) ? (done as keyof typeof words.done) : null
    return showPeriod(c, deps, scope, { done: known })
  })

  app.post(`${base}/:office/:period/ho-so`, needs('denominators.edit'), async (c) => {
    const scope = await scopeOf(c, deps)
    if (!scope) return errorResponse(c, deps, 404)
    const { office, period } = scope
    const typed = pick(denominatorFields, await readForm(c)) as Record<DenominatorField, string>
    const at = { officeCode: office.code, period: period.text }
    const saved = await enterDenominator({ ...deps, staff: c.get('staff') }, at, typed)
    if (saved.ok) return c.redirect(paths.staff.period(office.code, period.text, { xong: 'dossiers' }), 303)
    if (saved.error === 'forbidden') return errorResponse(c, deps, 403)
    return showPeriod(c, deps, scope, { dossiers: { typed, wrong: saved.fields } })
  })

  app.post(`${base}/:office/:period/chi-tieu`, needs('targets.edit'), async (c) => {
    const scope = await scopeOf(c, deps)
    if (!scope) return errorResponse(c, deps, 404)
    const { office, period } = scope
    const typed = pick(targetFields, await readForm(c)) as Record<TargetField, string>
    const at = { officeCode: office.code, year: Number(period.text.slice(0, 4)) }
    const saved = await setTarget({ ...deps, staff: c.get('staff') }, at, typed)
    if (saved.ok) return c.redirect(paths.staff.period(office.code, period.text, { xong: 'target' }), 303)
    if (saved.error === 'forbidden') return errorResponse(c, deps, 403)
    return showPeriod(c, deps, scope, { target: { typed, wrong: saved.fields } })
  })

  app.route('/', periodStepRoutes(deps))
  return app
}

type Returned = {
  done?: PeriodPageProps['done']
  dossiers?: { typed: Record<DenominatorField, string>; wrong: DenominatorField[] }
  target?: { typed: Record<TargetField, string>; wrong: TargetField[] }
}

/** The page of a period; a refused form comes back as it was typed (422). */
async function showPeriod(c: Context<Env>, deps: Deps, scope: PeriodScope, returned: Returned) {
  const props = await periodPage(deps, c.get('staff'), scope)
  const dossiers = props.dossiers && { ...props.dossiers, ...returned.dossiers }
  const target = props.target && { ...props.target, ...returned.target }
  const page = <PeriodPage {...props} dossiers={dossiers} target={target} done={returned.done ?? null} />
  const refused = returned.dossiers ?? returned.target
  return inShell(c, deps, page, words.pageTitle(scope.period.text), refused ? 422 : 200)
}

function inShell(c: Context<Env>, deps: Deps, page: preact.VNode, title: string, status: 200 | 422 = 200) {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="periods">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status })
}

type Placed = { code: string; parentCode: string | null; validTo: string | null }

/** The office on top of those that are visible, one that still works if there is any. */
function root<T extends Placed>(offices: T[]): T | undefined {
  const codes = new Set(offices.map((one) => one.code))
  const tops = offices.filter((one) => one.parentCode === null || !codes.has(one.parentCode))
  return tops.find(({ validTo }) => validTo === null) ?? tops[0]
}

function lastYears(today: string): number[] {
  const year = Number(today.slice(0, 4))
  return Array.from({ length: 5 }, (_, i) => year - i)
}

function pick(fields: readonly string[], form: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, form[field] ?? '']))
}
