import { type Context, Hono } from 'hono'
import { listPointsOfProcedure } from '../../db/point-procedures'
import { findProcedure, listProcedureFields, type Procedure, searchProcedures } from '../../db/procedures'
import { StaffShell } from '../../web/components/staff-shell'
import { ProcedurePage } from '../../web/pages/procedure'
import { type ProcedureFilter, ProceduresPage } from '../../web/pages/procedures'
import { paths } from '../../web/paths'
import { procedureWords as words } from '../../web/vi/procedures'
import {
  addProcedure,
  changeProcedure,
  type ProcedureFault,
  switchProcedure,
  type TypedProcedure,
} from '../actions/procedures'
import type { Deps } from '../deps'
import { pageAt } from '../domain/paging'
import { mayEditProcedures } from '../domain/permissions'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/thu-tuc'
const pageSize = 50

/** The catalogue of procedures: list, a new one, changing and closing one. */
export function procedureRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('procedures.manage'))
  app.use(`${base}/*`, needs('procedures.manage'))
  const acting = (c: Context<Env>) => ({ ...deps, staff: c.get('staff') })

  app.get(base, (c) => showList(c, deps, { typed: {}, faults: [] }))

  app.post(base, async (c) => {
    const typed = await readTyped(c)
    const added = await addProcedure(acting(c), typed)
    if (added.ok) return c.redirect(paths.staff.procedures({ moi: added.code }), 303)
    if (added.error !== 'invalid') return errorResponse(c, deps, 403)
    return showList(c, deps, { typed, faults: added.faults })
  })

  app.get(`${base}/:code`, async (c) => {
    const procedure = await findProcedure(deps.db, c.req.param('code'))
    if (!procedure) return errorResponse(c, deps, 404)
    return showOne(c, deps, procedure, { typed: procedure, faults: [] })
  })

  app.post(`${base}/:code`, async (c) => {
    const procedure = await findProcedure(deps.db, c.req.param('code'))
    if (!procedure) return errorResponse(c, deps, 404)
    const typed = await readTyped(c)
    const changed = await changeProcedure(acting(c), procedure.code, typed)
    if (changed.ok) return c.redirect(`${paths.staff.procedure(procedure.code)}?luu=1`, 303)
    if (changed.error === 'invalid') return showOne(c, deps, procedure, { typed, faults: changed.faults })
    return errorResponse(c, deps, changed.error === 'unknown' ? 404 : 403)
  })

  app.post(`${base}/:code/trang-thai`, async (c) => {
    const { state } = await readForm(c)
    const switched = await switchProcedure(acting(c), c.req.param('code'), state === 'open')
    if (!switched.ok) return errorResponse(c, deps, switched.error === 'forbidden' ? 403 : 404)
    return c.redirect(paths.staff.procedure(switched.code), 303)
  })
  return app
}

async function readTyped(c: Context): Promise<TypedProcedure> {
  const { code = '', name = '', field = '' } = await readForm(c)
  return { code, name, field }
}

type Returned = { typed: Partial<TypedProcedure>; faults: readonly ProcedureFault[] }

/** The list; a refused form comes back as it was typed (422). */
async function showList(c: Context<Env>, deps: Deps, returned: Returned) {
  const { db } = deps
  const filter = filterOf(c)
  const question = {
    ...{ words: filter.words, field: filter.field || undefined },
    open: filter.state === '' ? undefined : filter.state === 'open',
  }
  const { total } = await searchProcedures(db, { ...question, limit: 0 })
  const { skip, ...at } = pageAt(total, Number(c.req.query('trang')), pageSize)
  const { rows } = await searchProcedures(db, { ...question, limit: pageSize, offset: skip })
  const added = await findProcedure(db, c.req.query('moi') ?? '')
  const page = (
    <StaffShell {...shellProps(c, deps)} current="procedures">
      <ProceduresPage
        {...{ rows, total, filter, ...at }}
        fields={await listProcedureFields(db)}
        any={total > 0 || (await searchProcedures(db, { limit: 0 })).total > 0}
        added={added?.name ?? null}
        mayEdit={mayEditProcedures(c.get('staff'))}
        {...returned}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.title, status: returned.faults.length > 0 ? 422 : 200 })
}

function filterOf(c: Context): ProcedureFilter {
  const { q = '', 'linh-vuc': field = '', 'tinh-trang': state } = c.req.query()
  return { words: q.trim().slice(0, 200), field, state: state === 'open' || state === 'closed' ? state : '' }
}

async function showOne(c: Context<Env>, deps: Deps, procedure: Procedure, { typed, faults }: Returned) {
  const offices = new Map((await officesOf(deps, c.get('staff'))).map(({ code, name }) => [code, name]))
  const points = (await listPointsOfProcedure(deps.db, procedure.code)).filter((point) => offices.has(point.officeCode))
  const page = (
    <StaffShell {...shellProps(c, deps)} current="procedures">
      <ProcedurePage
        procedure={procedure}
        points={points.map(({ code, name, officeCode }) => ({ code, name, office: offices.get(officeCode) ?? '' }))}
        mayEdit={mayEditProcedures(c.get('staff'))}
        saved={c.req.query('luu') === '1' && faults.length === 0}
        fields={await listProcedureFields(deps.db)}
        typed={typed}
        faults={faults}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: procedure.name, status: faults.length > 0 ? 422 : 200 })
}
