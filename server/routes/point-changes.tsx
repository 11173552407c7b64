import { type Context, Hono } from 'hono'
import { listOffices } from '../../db/offices'
import type { Point } from '../../db/points'
import { StaffShell } from '../../web/components/staff-shell'
import { PointPage, type PointPageProps } from '../../web/pages/point'
import { PointEditPage } from '../../web/pages/point-edit'
import { PointRenewPage } from '../../web/pages/point-renew'
import { paths } from '../../web/paths'
import { onePoint, pointWords as words } from '../../web/vi/points'
import { type PointFault, type TypedPoint, typedPoint } from '../actions/point-form'
import { changePoint, renewCode, shareDesk, switchPoint } from '../actions/points'
import type { Deps } from '../deps'
import { isInForce } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { may } from '../domain/permissions'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { officeOptions } from '../office-options'
import { readTyped, visiblePoint } from '../point-requests'
import { pointDetail, pointLines, surveyChoices } from '../point-views'
import { randomBytesPooled } from '../random'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/diem'

/** One point: looking at it, changing it, pausing it, giving it a new code, sharing its desk. */
export function pointChangeRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const acting = (c: Context<Env>) => ({ ...deps, staff: c.get('staff'), random: randomBytesPooled })

  app.get(`${base}/:code`, async (c) => {
    const point = await visiblePoint(c, deps)
    return point ? showPoint(c, deps, point) : errorResponse(c, deps, 404)
  })

  app.get(`${base}/:code/sua`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    if (!point || point.replacedBy) return errorResponse(c, deps, 404)
    return showEdit(c, deps, point, { typed: await typedPoint(deps.db, point), faults: [] })
  })

  app.post(`${base}/:code`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    if (!point) return errorResponse(c, deps, 404)
    const typed = await readTyped(c)
    const changed = await changePoint(acting(c), point.code, typed)
    if (changed.ok) return c.redirect(paths.staff.point(point.code), 303)
    if (changed.error !== 'invalid') return errorResponse(c, deps, changed.error === 'forbidden' ? 403 : 409)
    return showEdit(c, deps, point, { typed, faults: changed.faults })
  })

  app.post(`${base}/:code/trang-thai`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    if (!point) return errorResponse(c, deps, 404)
    const { state } = await readForm(c)
    const switched = await switchPoint(acting(c), point.code, state === 'open')
    if (!switched.ok && switched.error === 'forbidden') return errorResponse(c, deps, 403)
    return c.redirect(`${paths.staff.point(point.code)}${switched.ok ? '' : '?dong=1'}`, 303)
  })

  app.get(`${base}/:code/ma-moi`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    if (!point) return errorResponse(c, deps, 404)
    if (point.replacedBy) return c.redirect(paths.staff.point(point.code), 303)
    const page = (
      <StaffShell {...shellProps(c, deps)} current="points">
        <PointRenewPage code={point.code} name={point.name} />
      </StaffShell>
    )
    return staffPage(c, deps, page, { title: onePoint.renewTitle(point.code) })
  })

  app.post(`${base}/:code/ma-moi`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    if (!point) return errorResponse(c, deps, 404)
    const renewed = await renewCode(acting(c), point.code)
    if (!renewed.ok && renewed.error === 'forbidden') return errorResponse(c, deps, 403)
    // Pressed twice, or by two people: the code that is there now is the answer to both.
    return c.redirect(`${paths.staff.point(renewed.code)}?thay=1`, 303)
  })

  app.post(`${base}/:code/dung-chung`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    if (!point) return errorResponse(c, deps, 404)
    const { office = '' } = await readForm(c)
    const shared = await shareDesk(acting(c), await officeCodes(c, deps), point.code, office)
    if (shared.ok) return c.redirect(`${paths.staff.point(point.code)}?chung=${encodeURIComponent(office)}`, 303)
    if (shared.error === 'forbidden') return errorResponse(c, deps, 403)
    return showPoint(c, deps, point, shared.error)
  })
  return app
}

/** Codes of the offices of the person's part of the tree. */
async function officeCodes(c: Context<Env>, deps: Deps): Promise<string[]> {
  return (await officesOf(deps, c.get('staff'))).map(({ code }) => code)
}

async function showPoint(c: Context<Env>, deps: Deps, point: Point, fault?: PointPageProps['fault']) {
  const staff = c.get('staff')
  const offices = await officesOf(deps, staff)
  const own = offices.filter(({ code }) => code === point.officeCode)
  const { lines } = await pointLines(deps, staff, own)
  const line = lines.find(({ code }) => code === point.code)
  if (!line) return errorResponse(c, deps, 404)
  const today = dayOf(deps.now())
  const others = offices.filter((office) => office.code !== point.officeCode && isInForce(office, today))
  const shared = offices.find(({ code }) => code === c.req.query('chung'))
  const done =
    (c.req.query('moi') && words.added(point.name)) ||
    (c.req.query('thay') && onePoint.renewed(point.code)) ||
    (shared && onePoint.shared(shared.name)) ||
    (c.req.query('dong') && onePoint.closedOffice) ||
    undefined
  const page = (
    <StaffShell {...shellProps(c, deps)} current="points">
      <PointPage
        point={await pointDetail(deps, line)}
        mayManage={may(staff.role, 'points.manage')}
        done={fault ? undefined : done}
        offices={officeOptions(others)}
        fault={fault}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: `${point.name} · ${point.code}`, status: fault ? 422 : 200 })
}

type Returned = { typed: TypedPoint; faults: readonly PointFault[] }

async function showEdit(c: Context<Env>, deps: Deps, point: Point, { typed, faults }: Returned) {
  const today = dayOf(deps.now())
  const hosts = (await listOffices(deps.db)).filter((one) => isInForce(one, today) || one.code === point.hostCode)
  const page = (
    <StaffShell {...shellProps(c, deps)} current="points">
      <PointEditPage
        code={point.code}
        hosts={officeOptions(hosts)}
        surveys={await surveyChoices(deps.db, today)}
        typed={typed}
        faults={faults}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.changeTitle, status: faults.length > 0 ? 422 : 200 })
}
