import { type Context, Hono } from 'hono'
import { listPoints, type Point } from '../../db/points'
import { StaffShell } from '../../web/components/staff-shell'
import { OfficePage, type OfficePageProps } from '../../web/pages/office'
import { PointPage } from '../../web/pages/point'
import { paths } from '../../web/paths'
import { pointWords as words } from '../../web/vi/points'
import { changeOffice } from '../actions/offices'
import { changePoint, type PointField, pointFields, switchPoint } from '../actions/points'
import type { Deps } from '../deps'
import { dayOf } from '../domain/period'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { surveyChoices } from '../point-views'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/diem'
const officeBase = '/can-bo/don-vi'

/** Changing what stands: a point's name and survey, whether it is open, an office's name and telephone number. */
export function pointChangeRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(`${officeBase}/*`, needs('points.manage'))

  app.get(`${base}/:code`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    return point ? showPoint(c, deps, point) : errorResponse(c, deps, 404)
  })

  app.post(`${base}/:code`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    if (!point) return errorResponse(c, deps, 404)
    const typed = await readTyped(c)
    const changed = await changePoint({ ...deps, staff: c.get('staff') }, point, typed)
    if (changed.ok) return c.redirect(paths.staff.points(), 303)
    if (changed.error === 'forbidden') return errorResponse(c, deps, 403)
    return showPoint(c, deps, point, { typed, wrong: changed.fields })
  })

  app.post(`${base}/:code/trang-thai`, needs('points.manage'), async (c) => {
    const point = await visiblePoint(c, deps)
    if (!point) return errorResponse(c, deps, 404)
    const { state } = await readForm(c)
    await switchPoint({ ...deps, staff: c.get('staff') }, point, state === 'open')
    return c.redirect(paths.staff.points(), 303)
  })

  app.get(`${officeBase}/:code`, async (c) => {
    const office = await visibleOffice(c, deps)
    if (!office) return errorResponse(c, deps, 404)
    return showOffice(c, deps, {
      code: office.code,
      typed: { name: office.name, phone: office.phone ?? '' },
      wrong: [],
    })
  })

  app.post(`${officeBase}/:code`, async (c) => {
    const office = await visibleOffice(c, deps)
    if (!office) return errorResponse(c, deps, 404)
    const { name = '', phone = '' } = await readForm(c)
    const typed = { name, phone }
    const changed = await changeOffice({ ...deps, staff: c.get('staff') }, office, typed)
    if (changed.ok) return c.redirect(paths.staff.points(), 303)
    if (changed.error === 'forbidden') return errorResponse(c, deps, 403)
    return showOffice(c, deps, { code: office.code, typed, wrong: changed.fields })
  })
  return app
}

export type Typed = Record<PointField, string>

/** The fields of a posted point. */
export async function readTyped(c: Context): Promise<Typed> {
  const form = await readForm(c)
  return Object.fromEntries(pointFields.map((field) => [field, form[field] ?? ''])) as Typed
}

/** The point of the address when it belongs to the person's part of the tree. */
export async function visiblePoint(c: Context<Env>, deps: Deps): Promise<Point | undefined> {
  const codes = (await officesOf(deps, c.get('staff'))).map(({ code }) => code)
  return (await listPoints(deps.db, codes)).find(({ code }) => code === c.req.param('code'))
}

async function visibleOffice(c: Context<Env>, deps: Deps) {
  return (await officesOf(deps, c.get('staff'))).find(({ code }) => code === c.req.param('code'))
}

async function showPoint(
  c: Context<Env>,
  deps: Deps,
  point: Point,
  { typed, wrong }: { typed: Typed; wrong: PointField[] } = { typed: asTyped(point), wrong: [] },
) {
  const page = (
    <StaffShell {...shellProps(c, deps)} current="points">
      <PointPage
        code={point.code}
        surveys={await surveyChoices(deps.db, dayOf(deps.now()))}
        typed={typed}
        wrong={wrong}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.changeTitle, status: wrong.length > 0 ? 422 : 200 })
}

function asTyped({ name, officeCode, surveyKey, channel, field, quickFirst }: Point): Typed {
  return { name, office: officeCode, survey: surveyKey, channel, field, quick: quickFirst ? '1' : '' }
}

function showOffice(c: Context<Env>, deps: Deps, props: OfficePageProps) {
  const page = (
    <StaffShell {...shellProps(c, deps)} current="points">
      <OfficePage {...props} />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.officeTitle, status: props.wrong.length > 0 ? 422 : 200 })
}
