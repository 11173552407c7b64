import { type Context, Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { OfficePage, type OfficePageProps } from '../../web/pages/office'
import { NewOfficePage } from '../../web/pages/office-new'
import { OfficesPage } from '../../web/pages/offices'
import { paths } from '../../web/paths'
import { officeFormWords, officesWords, officeWords } from '../../web/vi/offices'
import {
  addOffice,
  changeOffice,
  type OfficeField,
  type OfficeProblem,
  officeFields,
  type TypedOffice,
} from '../actions/offices'
import type { Deps } from '../deps'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { listQuery, officesPage } from '../office-list'
import { newOfficeForm, officePage } from '../office-views'
import { staffPage } from '../render'
import { type Env, needs, shellProps } from '../session'
import { officeEndRoutes } from './office-ends'

const base = '/can-bo/don-vi'

/** The tree of offices, a new one, one of them, changing it; its end (office-ends). */
export function officeRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('offices.manage'))
  app.use(`${base}/*`, needs('offices.manage'))

  app.get(base, async (c) => {
    const page = <OfficesPage {...(await officesPage(deps, c.get('staff'), listQuery(c.req.query())))} />
    return inShell(c, deps, page, officesWords.title)
  })

  app.post(base, async (c) => {
    const typed = await readTyped(c)
    const added = await addOffice({ ...deps, staff: c.get('staff') }, typed)
    if (added.ok) return c.redirect(`${paths.staff.office(added.code)}?xong=them`, 303)
    if (added.error !== 'invalid') return errorResponse(c, deps, 403)
    return showNew(c, deps, { typed, problems: added.problems })
  })

  app.get(`${base}/moi`, (c) => showNew(c, deps))

  app.get(`${base}/:code`, (c) => {
    const done = c.req.query('xong') ?? ''
    return showOffice(c, deps, {
      done: Object.hasOwn(officeWords.done, done) ? (done as OfficePageProps['done']) : null,
    })
  })

  app.post(`${base}/:code`, async (c) => {
    const typed = await readTyped(c)
    const code = c.req.param('code')
    const changed = await changeOffice({ ...deps, staff: c.get('staff') }, code, typed)
    if (changed.ok) return c.redirect(`${paths.staff.office(code)}?xong=luu`, 303)
    if (changed.error === 'invalid') return showOffice(c, deps, { typed, problems: changed.problems })
    return errorResponse(c, deps, changed.error === 'unknown' ? 404 : 403)
  })

  app.route('/', officeEndRoutes(deps))
  return app
}

/** The fields of a posted office; `use` is the code that was offered for the one that was refused. */
async function readTyped(c: Context): Promise<TypedOffice> {
  const form = await readForm(c)
  const typed = Object.fromEntries(officeFields.map((field) => [field, form[field] ?? ''])) as TypedOffice
  return form.use ? { ...typed, code: form.use } : typed
}

type Refused = { typed: Record<OfficeField, string>; problems: OfficeProblem[] }

async function showNew(c: Context<Env>, deps: Deps, refused?: Refused) {
  const form = await newOfficeForm(deps, c.get('staff'), c.req.query('cha') ?? '')
  return inShell(c, deps, <NewOfficePage {...form} {...refused} />, officeFormWords.newTitle, refused ? 422 : 200)
}

type Shown = Partial<Refused> & { done?: OfficePageProps['done']; problem?: string }

/** The page of the office in the address; a refused form comes back as it was typed (422). */
export async function showOffice(c: Context<Env>, deps: Deps, { done, problem, typed, problems }: Shown) {
  const props = await officePage(deps, c.get('staff'), c.req.param('code') ?? '')
  if (!props) return errorResponse(c, deps, 404)
  const form = { ...props.form, ...(typed && { typed }), problems: problems ?? [] }
  const page = <OfficePage {...props} form={form} done={done ?? null} problem={problem ?? null} />
  return inShell(c, deps, page, props.office.name, problem || problems ? 422 : 200)
}

/** A page in the frame, with Offices as the current item. */
export function inShell(
  c: Context<Env>,
  deps: Deps,
  page: preact.VNode,
  title: string,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="offices">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status })
}
