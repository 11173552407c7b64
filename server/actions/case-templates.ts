import { insertAudit } from '../../db/audit'
import { type CaseTemplate, findTemplate, insertTemplates, updateTemplate } from '../../db/case-templates'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { type FormValues, lineOf } from '../domain/form-values'
import { may, type SignedInStaff } from '../domain/permissions'
import { type TemplatePurpose, templatePurposes, unknownVariables } from '../domain/template-text'
import { cleanText } from '../domain/vietnamese'

/** `offices`: codes of the part of the tree that is this person's. */
export type TemplateDeps = {
  db: Db
  now: () => Date
  newId: () => string
  staff: SignedInStaff
  offices: readonly string[]
}

/** `names`: of variables that do not exist. */
export type TemplateFault = {
  code: 'purpose' | 'office' | 'title' | 'body' | 'variables'
  field: string
  names: readonly string[]
}
type Input = { purpose: TemplatePurpose; officeCode: string | null; title: string; body: string }

/** Most characters of a title and of a body. */
const longest = { title: 120, body: 5000 }

/** Whether a person may change a template: those for every office only whoever looks after every office. */
export function mayEditTemplate(
  { staff, offices }: Pick<TemplateDeps, 'staff' | 'offices'>,
  officeCode: string | null,
): boolean {
  if (!may(staff.role, 'templates.manage')) return false
  return officeCode === null ? staff.officeCode === null : offices.includes(officeCode)
}

/** Reads the form of a template: `purpose`, `office` (empty: every one), `title`, `body`. Every fault with its field. */
export function readTemplate(
  context: Pick<TemplateDeps, 'staff' | 'offices'>,
  values: FormValues,
): { ok: true; value: Input } | { ok: false; faults: TemplateFault[] } {
  const faults: TemplateFault[] = []
  const refuse = (code: TemplateFault['code'], field: string, names: readonly string[] = []) =>
    faults.push({ code, field, names })
  const purpose = templatePurposes.find((one) => one === lineOf(values, 'purpose'))
  if (!purpose) refuse('purpose', 'purpose')
  const officeCode = lineOf(values, 'office') || null
  if (!mayEditTemplate(context, officeCode)) refuse('office', 'office')
  const title = lineOf(values, 'title')
  if (title === '' || title.length > longest.title) refuse('title', 'title')
  const body = cleanText(values.body?.at(-1) ?? '')
  const unknown = unknownVariables(body)
  if (body === '' || body.length > longest.body) refuse('body', 'body')
  else if (unknown.length > 0) refuse('variables', 'body', unknown)
  return faults.length === 0 && purpose
    ? { ok: true, value: { purpose, officeCode, title, body } }
    : { ok: false, faults }
}

export type TemplateSaved =
  | { ok: true; id: string }
  | { ok: false; error: 'forbidden' | 'unknown' }
  | { ok: false; error: 'invalid'; faults: TemplateFault[] }
  | { ok: false; error: 'conflict'; saved: CaseTemplate }

/** Adds a template. */
export async function addTemplate(deps: TemplateDeps, values: FormValues): Promise<TemplateSaved> {
  if (!may(deps.staff.role, 'templates.manage')) return { ok: false, error: 'forbidden' }
  const read = readTemplate(deps, values)
  if (!read.ok) return { ok: false, error: 'invalid', faults: read.faults }
  const at = deps.now().toISOString()
  const row = { ...read.value, id: deps.newId(), createdAt: at, updatedAt: at, updatedBy: deps.staff.id }
  await inTransaction(deps.db, async (db) => {
    await insertTemplates(db, [{ ...row, removedAt: null }])
    await audit({ ...deps, db }, 'template.add', { after: read.value }, row)
  })
  return { ok: true, id: row.id }
}

/** Changes a template. `based` in the form: `updatedAt` of what the person saw; when it is no longer so, `conflict`. */
export async function changeTemplate(deps: TemplateDeps, id: string, values: FormValues): Promise<TemplateSaved> {
  return inTransaction(deps.db, async (db) => {
    const found = await findTemplate(db, id)
    if (!found || found.removedAt !== null) return { ok: false, error: 'unknown' }
    if (!mayEditTemplate(deps, found.officeCode)) return { ok: false, error: 'forbidden' }
    const read = readTemplate(deps, values)
    if (!read.ok) return { ok: false, error: 'invalid', faults: read.faults }
    const change = { ...read.value, updatedAt: later(found, deps.now()), updatedBy: deps.staff.id }
    const isSame = lineOf(values, 'based') === found.updatedAt && (await updateTemplate(db, found, change))
    if (!isSame) return { ok: false, error: 'conflict', saved: found }
    const { purpose, officeCode, title, body } = found
    const detail = { before: { purpose, officeCode, title, body }, after: read.value }
    await audit({ ...deps, db }, 'template.change', detail, read.value)
    return { ok: true, id }
  })
}

/** Takes a template out of use, or back into it. */
export async function setTemplateRemoved(
  deps: TemplateDeps,
  id: string,
  removed: boolean,
): Promise<{ ok: true } | { ok: false; error: 'forbidden' | 'unknown' }> {
  return inTransaction(deps.db, async (db) => {
    const found = await findTemplate(db, id)
    if (!found) return { ok: false, error: 'unknown' }
    if (!mayEditTemplate(deps, found.officeCode)) return { ok: false, error: 'forbidden' }
    if ((found.removedAt !== null) === removed) return { ok: true }
    const updatedAt = later(found, deps.now())
    await updateTemplate(db, found, { removedAt: removed ? updatedAt : null, updatedAt })
    await audit({ ...deps, db }, removed ? 'template.remove' : 'template.restore', { title: found.title }, found)
    return { ok: true }
  })
}

/** The mark of a change is its instant, so two changes never have the same. */
function later({ updatedAt }: CaseTemplate, now: Date): string {
  return new Date(Math.max(now.getTime(), Date.parse(updatedAt) + 1)).toISOString()
}

type TemplateAct = 'template.add' | 'template.change' | 'template.remove' | 'template.restore'

function audit(
  { db, now, staff }: Pick<TemplateDeps, 'db' | 'now' | 'staff'>,
  action: TemplateAct,
  detail: object,
  { title, officeCode }: Pick<CaseTemplate, 'title' | 'officeCode'>,
): Promise<void> {
  const row = { at: now().toISOString(), staffId: staff.id, action, subject: title, detail: JSON.stringify(detail) }
  return insertAudit(db, { ...row, officeCode })
}
