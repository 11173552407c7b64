import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { type CaseTemplate, findTemplate, listTemplates } from '../../db/case-templates'
import { listOffices, type Office } from '../../db/offices'
import { staffNames } from '../../db/staff'
import { StaffShell } from '../../web/components/staff-shell'
import {
  TemplateFormPage,
  type TemplateFormProps,
  type TemplateLine,
  TemplatesPage,
} from '../../web/pages/case-templates'
import { paths } from '../../web/paths'
import { templateWords as words } from '../../web/vi/case-templates'
import { formatMoment } from '../../web/vi/format'
import {
  addTemplate,
  changeTemplate,
  mayEditTemplate,
  readTemplate,
  setTemplateRemoved,
  type TemplateDeps,
  type TemplateSaved,
} from '../actions/case-templates'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { type FormValues, lineOf } from '../domain/form-values'
import { dayOf } from '../domain/period'
import { templatePurposes } from '../domain/template-text'
import { errorResponse } from '../errors'
import { readPairs } from '../form'
import { officeChoices } from '../office-options'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/mau-tra-loi'
const largestForm = 64 * 1024

/** Texts to begin an answer, a question, a refusal or a forward with: list, form with preview, removing and taking back. */
export function caseTemplateRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('templates.manage'))
  app.use(`${base}/*`, needs('templates.manage'))

  app.get(base, async (c) => {
    const context = await contextOf(c)
    const removed = await findTemplate(deps.db, c.req.query('da-bo') ?? '')
    const canUndo = removed?.removedAt && mayEditTemplate(context, removed.officeCode)
    const said = { luu: words.saved, 'lay-lai': words.restored }[c.req.query('da') ?? ''] ?? ''
    const page = (
      <TemplatesPage lines={await templateLines(deps, context)} said={said} removed={canUndo ? removed : null} />
    )
    return inShell(c, page, words.title)
  })

  app.get(`${base}/moi`, async (c) => {
    const like = await findTemplate(deps.db, c.req.query('tu') ?? '')
    const isSeen = like && (await isVisible(c, like))
    const office = c.get('staff').officeCode ?? ''
    const start = { purpose: [c.req.query('viec') ?? 'answer'], office: [office] }
    const values = isSeen ? { ...valuesOf(like), office: [office], based: [''] } : start
    return showForm(c, { id: null, values })
  })

  app.post(`${base}/moi`, async (c) => {
    const values: FormValues = keepFields(await readPairs(c, largestForm))
    if (lineOf(values, 'lam') === 'xem') return preview(c, null, values)
    return saved(c, null, values, await addTemplate(await contextOf(c), values))
  })

  app.get(`${base}/sua/:id`, async (c) => {
    const found = await findTemplate(deps.db, c.req.param('id'))
    if (!found || found.removedAt !== null) return errorResponse(c, deps, 404)
    if (!mayEditTemplate(await contextOf(c), found.officeCode)) return errorResponse(c, deps, 403)
    return showForm(c, { id: found.id, values: valuesOf(found) })
  })

  app.post(`${base}/sua/:id`, async (c) => {
    const values: FormValues = keepFields(await readPairs(c, largestForm))
    const id = c.req.param('id')
    if (lineOf(values, 'lam') === 'xem') return preview(c, id, values)
    return saved(c, id, values, await changeTemplate(await contextOf(c), id, values))
  })

  app.post(`${base}/bo/:id`, async (c) => {
    const id = c.req.param('id')
    const done = await setTemplateRemoved(await contextOf(c), id, true)
    return done.ok ? c.redirect(paths.staff.caseTemplates({ 'da-bo': id }), 303) : refused(c, done.error)
  })

  app.post(`${base}/khoi-phuc/:id`, async (c) => {
    const done = await setTemplateRemoved(await contextOf(c), c.req.param('id'), false)
    return done.ok ? c.redirect(paths.staff.caseTemplates({ da: 'lay-lai' }), 303) : refused(c, done.error)
  })
  return app

  async function contextOf(c: Context<Env>): Promise<TemplateDeps> {
    const staff = c.get('staff')
    const offices = (await officesOf(deps, staff)).map(({ code }) => code)
    return { db: deps.db, now: deps.now, newId: deps.newId, staff, offices }
  }

  async function isVisible(c: Context<Env>, template: CaseTemplate): Promise<boolean> {
    return (await visibleTemplates(deps, await contextOf(c))).some(({ id }) => id === template.id)
  }

  async function preview(c: Context<Env>, id: string | null, values: FormValues) {
    const read = readTemplate(await contextOf(c), values)
    return showForm(c, { id, values, faults: read.ok ? [] : read.faults, preview: true })
  }

  function saved(c: Context<Env>, id: string | null, values: FormValues, done: TemplateSaved) {
    if (done.ok) return c.redirect(paths.staff.caseTemplates({ da: 'luu' }), 303)
    if (done.error === 'invalid') return showForm(c, { id, values, faults: done.faults })
    if (done.error !== 'conflict') return refused(c, done.error)
    // Saved once more it replaces what the page now shows.
    return showForm(c, { id, values: { ...values, based: [done.saved.updatedAt] }, saved: done.saved })
  }

  function refused(c: Context<Env>, error: 'forbidden' | 'unknown') {
    return errorResponse(c, deps, error === 'forbidden' ? 403 : 404)
  }

  type Shown = Pick<TemplateFormProps, 'id' | 'values'> &
    Partial<Pick<TemplateFormProps, 'faults' | 'preview' | 'saved'>>

  async function showForm(c: Context<Env>, { id, values, faults = [], preview = false, saved }: Shown) {
    const staff = c.get('staff')
    const page = (
      <TemplateFormPage
        id={id}
        values={values}
        faults={faults}
        offices={officeChoices(await officesOf(deps, staff), dayOf(deps.now()), [lineOf(values, 'office')])}
        mayBeForAll={staff.officeCode === null}
        preview={preview}
        saved={saved}
      />
    )
    const status = saved ? 409 : faults.length > 0 ? 422 : 200
    return inShell(c, page, id === null ? words.add : words.edit, status)
  }

  function inShell(c: Context<Env>, page: VNode, title: string, status: 200 | 409 | 422 = 200) {
    const framed = (
      <StaffShell {...shellProps(c, deps)} current="caseTemplates">
        {page}
      </StaffShell>
    )
    return staffPage(c, deps, framed, { title, status })
  }
}

/** As the form has it. An unknown purpose of the address is simply not chosen. */
function valuesOf({ purpose, officeCode, title, body, updatedAt }: CaseTemplate): FormValues {
  const known = templatePurposes.find((one) => one === purpose) ?? ''
  return { purpose: [known], office: [officeCode ?? ''], title: [title], body: [body], based: [updatedAt] }
}

/** Those for every office, those of the own part of the tree, and those of the offices above it, which hold there too. */
async function visibleTemplates({ db }: Pick<Deps, 'db'>, { staff, offices }: TemplateDeps): Promise<CaseTemplate[]> {
  const all = await listTemplates(db)
  if (staff.officeCode === null) return all
  const seen = new Set([...offices, ...officesAbove(await listOffices(db), staff.officeCode)])
  return all.filter(({ officeCode }) => officeCode === null || seen.has(officeCode))
}

function officesAbove(offices: readonly Office[], start: string): string[] {
  const parents = new Map(offices.map(({ code, parentCode }) => [code, parentCode]))
  const way: string[] = []
  for (let code = parents.get(start); code && !way.includes(code); code = parents.get(code)) way.push(code)
  return way
}

async function templateLines(deps: Pick<Deps, 'db'>, context: TemplateDeps): Promise<TemplateLine[]> {
  const [templates, offices, names] = await Promise.all([
    visibleTemplates(deps, context),
    listOffices(deps.db),
    staffNames(deps.db),
  ])
  const officeNames = new Map(offices.map(({ code, name }) => [code, name]))
  return templates.map(({ id, purpose, title, body, officeCode, updatedBy, updatedAt }) => ({
    ...{ id, purpose, title, body },
    office: officeCode === null ? null : (officeNames.get(officeCode) ?? officeCode),
    isShipped: updatedBy === null,
    changed: updatedBy === null ? '' : words.changedBy(names.get(updatedBy) ?? updatedBy, formatMoment(updatedAt)),
    mayEdit: mayEditTemplate(context, officeCode),
  }))
}
