import { type Context, Hono } from 'hono'
import { listOffices } from '../../db/offices'
import { StaffShell } from '../../web/components/staff-shell'
import { NewPointPage } from '../../web/pages/point-edit'
import { PointsPage } from '../../web/pages/points'
import { paths } from '../../web/paths'
import { pointForm, pointWords as words } from '../../web/vi/points'
import { type PointFault, type TypedPoint, typedPoint } from '../actions/point-form'
import { addPoint } from '../actions/points'
import type { Deps } from '../deps'
import { isInForce } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { may } from '../domain/permissions'
import { pointKinds } from '../domain/point-kinds'
import { groupPoints, pageOfGroups, pointStates, readPointFilter, stateOf } from '../domain/point-list'
import { errorResponse } from '../errors'
import { officeOptions } from '../office-options'
import { readTyped, visiblePoint, visiblePoints } from '../point-requests'
import { pointLines, surveyChoices } from '../point-views'
import { randomBytesPooled } from '../random'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'
import { pointChangeRoutes } from './point-changes'
import { pointPrintRoutes } from './point-prints'

const base = '/can-bo/diem'
/** Points on one page of the list. */
const pageSize = 100

/** Points: list with links and counts, a new one. */
export function pointRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(`${base}/*`, needs('points.view'))
  app.use(base, needs('points.view'))

  app.get(base, (c) => showPoints(c, deps))

  app.get(`${base}/moi`, needs('points.manage'), async (c) =>
    showNew(c, deps, { typed: await startOf(c, deps), faults: [] }),
  )

  app.post(base, needs('points.manage'), async (c) => {
    const typed = await readTyped(c)
    const offices = (await officesOf(deps, c.get('staff'))).map(({ code }) => code)
    const added = await addPoint({ ...deps, staff: c.get('staff'), random: randomBytesPooled }, offices, typed)
    if (added.ok) return c.redirect(`${paths.staff.point(added.code)}?moi=1`, 303)
    if (added.error === 'forbidden') return errorResponse(c, deps, 403)
    return showNew(c, deps, { typed, faults: added.faults })
  })
  app.route('/', pointPrintRoutes(deps))
  app.route('/', pointChangeRoutes(deps))
  return app
}

async function showPoints(c: Context<Env>, deps: Deps) {
  const staff = c.get('staff')
  const offices = await officesOf(deps, staff)
  const filter = readPointFilter(c.req.query())
  const { lines, until } = await pointLines(deps, staff, offices)
  const groups = groupPoints(lines, offices, filter)
  const shown = pageOfGroups(groups, Number(c.req.query('trang')) || 1, pageSize)
  const page = (
    <StaffShell {...shellProps(c, deps)} current="points">
      <PointsPage
        {...shown}
        quiet={lines.filter((line) => stateOf(line) === 'quiet').map(({ name }) => name)}
        filter={filter}
        offices={officeOptions(offices)}
        kinds={pointKinds.map((value) => ({ value, label: words.kinds[value] }))}
        states={pointStates.map((value) => ({ value, label: words.states[value] }))}
        until={until}
        any={lines.length > 0}
        mayManage={may(staff.role, 'points.manage')}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.title })
}

/** A new point begins like the one it is copied from, else as a desk of the office that is looked at. */
async function startOf(c: Context<Env>, deps: Deps): Promise<Partial<TypedPoint>> {
  const like = c.req.query('giong')
  const point = like && (await visiblePoint(c, deps, like))
  if (point) return typedPoint(deps.db, point)
  const offices = await officesOf(deps, c.get('staff'))
  const first = officeOptions(offices)[0]?.value
  const surveys = (await visiblePoints(c, deps)).map(({ surveyKey }) => surveyKey)
  return { office: c.req.query('co-quan') || first, kind: 'desk', survey: mostOf(surveys) }
}

/** What stands in a list most often; undefined in an empty one. */
function mostOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

type Returned = { typed: Partial<TypedPoint>; faults: readonly PointFault[] }

/** The form of a new point; a refused one comes back as it was typed (422). */
async function showNew(c: Context<Env>, deps: Deps, { typed, faults }: Returned) {
  const today = dayOf(deps.now())
  const offices = (await officesOf(deps, c.get('staff'))).filter((office) => isInForce(office, today))
  const page = (
    <StaffShell {...shellProps(c, deps)} current="points">
      <NewPointPage
        offices={officeOptions(offices)}
        hosts={officeOptions((await listOffices(deps.db)).filter((office) => isInForce(office, today)))}
        surveys={await surveyChoices(deps.db, today)}
        typed={typed}
        faults={faults}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: pointForm.newTitle, status: faults.length > 0 ? 422 : 200 })
}
