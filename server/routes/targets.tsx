import { type Context, Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { TargetFormPage, TargetsPage } from '../../web/pages/targets'
import { paths } from '../../web/paths'
import { targetWords as words } from '../../web/vi/targets'
import { copyTargets, setTargets, type TargetProblem, type TypedTargets, targetFields } from '../actions/targets'
import type { Deps } from '../deps'
import { targetKinds } from '../domain/target-kinds'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'
import { targetForm, targetQuery, targetsPage } from '../target-views'

const base = '/can-bo/chi-tieu'

/** Targets of a year: everybody reads them, who may edits those of an office or copies the year before. */
export function targetRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(base, needs('results.view'), async (c) => {
    const query = targetQuery(c.req.query(), deps.now())
    const props = await targetsPage(deps, c.get('staff'), query)
    const page = <TargetsPage {...props} notice={await noticeOf(c, deps)} />
    return inShell(c, deps, page, words.title(query.year))
  })

  app.post(base, needs('targets.edit'), async (c) => {
    const { nam = '', loai } = await readForm(c)
    const { year } = targetQuery({ nam }, deps.now())
    const offices = new Set((await officesOf(deps, c.get('staff'))).map(({ code }) => code))
    const copied = await copyTargets({ ...deps, staff: c.get('staff') }, year, offices)
    if (!copied.ok) return errorResponse(c, deps, 403)
    return c.redirect(paths.staff.targets({ nam: String(year), loai, chep: String(copied.copied) }), 303)
  })

  app.get(`${base}/:code`, needs('targets.edit'), (c) => showForm(c, deps, targetQuery(c.req.query(), deps.now()).year))

  app.post(`${base}/:code`, needs('targets.edit'), async (c) => {
    const form = await readForm(c)
    const { year } = targetQuery({ nam: form.nam ?? '' }, deps.now())
    const code = c.req.param('code')
    const offices = await officesOf(deps, c.get('staff'))
    if (!offices.some((office) => office.code === code)) return errorResponse(c, deps, 404)
    const typed = readTyped(form)
    const saved = await setTargets({ ...deps, staff: c.get('staff') }, { officeCode: code, year }, typed)
    if (saved.ok) return c.redirect(paths.staff.targets({ nam: String(year), luu: code }), 303)
    if (saved.error === 'forbidden') return errorResponse(c, deps, 403)
    return showForm(c, deps, year, { typed, problems: saved.problems })
  })
  return app
}

function readTyped(form: Record<string, string | undefined>): TypedTargets {
  const ofKind = (kind: string) => targetFields.map((field) => [field, form[`${kind}.${field}`] ?? ''])
  return Object.fromEntries(targetKinds.map((kind) => [kind, Object.fromEntries(ofKind(kind))])) as TypedTargets
}

type Refused = { typed: TypedTargets; problems: TargetProblem[] }

async function showForm(c: Context<Env>, deps: Deps, year: number, refused?: Refused) {
  const props = await targetForm(deps, c.get('staff'), c.req.param('code') ?? '', year)
  if (!props) return errorResponse(c, deps, 404)
  return inShell(c, deps, <TargetFormPage {...props} {...refused} />, words.title(year), refused ? 422 : 200)
}

/** What was done just now, told by the address. */
async function noticeOf(c: Context<Env>, deps: Deps): Promise<string | null> {
  const { chep, luu } = c.req.query()
  if (chep !== undefined && /^\d{1,5}$/.test(chep)) return words.copied(Number(chep))
  const saved = luu && (await officesOf(deps, c.get('staff'))).find(({ code }) => code === luu)
  return saved ? words.saved(saved.name) : null
}

function inShell(c: Context<Env>, deps: Deps, page: preact.VNode, title: string, status: 200 | 422 = 200) {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="targets">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status })
}
