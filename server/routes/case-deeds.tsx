import { type Context, Hono } from 'hono'
import type { FeedbackCase } from '../../db/cases'
import { findOffice, type Office } from '../../db/offices'
import { CaseFormPage, type CaseFormProps } from '../../web/pages/case-form'
import { GroundsPage } from '../../web/pages/case-other'
import { caseForm, deedWords } from '../../web/vi/case-forms'
import { caseFaultWords } from '../../web/vi/case-page'
import { actOnCase, actorOf, type DeedFault, findCaseFor } from '../actions/case-deeds'
import { firstValues, formView, typedForm } from '../case-form-views'
import { backToCase, cannot, caseBase, inCaseShell, meanwhileOf, needsFor, withCase, withDeed } from '../case-requests'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { isAllowed, possibleDeeds } from '../domain/case-actions'
import { deedSlugs, type FormDeed, formDeeds } from '../domain/case-deed-fields'
import { readDeed } from '../domain/case-deed-forms'
import { type FormValues, lineOf } from '../domain/form-values'
import { errorResponse } from '../errors'
import { readPairs } from '../form'
import type { Env } from '../session'

/** Longer than any text of a form, with its marks percent-encoded. */
export const largestCaseForm = 1024 * 1024

/** Deeds with a plain form: an address for each, which works without a script. */
export function caseDeedRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  for (const deed of formDeeds) {
    const address = `${caseBase}/${deedSlugs[deed]}`
    app.get(
      address,
      needsFor(deed),
      withDeed(deps, deed, (c, found) => showEmpty(c, deps, found, deed)),
    )
    app.post(
      address,
      needsFor(deed),
      withCase(deps, async (c, found) => {
        if (!isAllowed(found, deed, actorOf(c.get('staff')))) return errorResponse(c, deps, 403)
        return done(c, deps, found, deed, keepFields(await readPairs(c, largestCaseForm)))
      }),
    )
  }
  return app
}

async function showEmpty(c: Context<Env>, deps: Deps, found: FeedbackCase, deed: FormDeed) {
  const { 'ly-do': ground, mau: template } = c.req.query()
  if (deed === 'refuse' && !ground && !template)
    return inCaseShell(c, deps, <GroundsPage case={found} />, caseForm.chooseGround)
  const values = await firstValues(deps, found, deed, { ground, template })
  return show(c, deps, found, deed, { values })
}

async function done(c: Context<Env>, deps: Deps, found: FeedbackCase, deed: FormDeed, values: FormValues) {
  const staff = c.get('staff')
  const typed = await typedForm(deps, staff, found, deed, values)
  const read = readDeed(deed, typed.values, typed.context)
  const kept = Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.at(-1) ?? '']))
  if (!read.ok) return show(c, deps, found, deed, { values: kept, faults: read.faults }, 422)
  // A note disturbs nobody, whatever happened meanwhile.
  const version = deed === 'note' ? found.version : Number(lineOf(values, 'version'))
  const result = await actOnCase(deps, staff, { code: found.code, version }, read.action)
  if (result.ok) return backToCase(c, deps, found.code, deed)
  return refused(c, deps, deed, { code: found.code, values, kept, office: typed.office, error: result.error })
}

type Refused = {
  code: string
  values: FormValues
  kept: Record<string, string>
  office: Office | null
  error: DeedFault
}

async function refused(c: Context<Env>, deps: Deps, deed: FormDeed, { code, values, kept, office, error }: Refused) {
  // As it is now: somebody may have acted since the address was opened.
  const found = await findCaseFor(deps.db, c.get('staff'), code)
  if (!found || error === 'unknown') return errorResponse(c, deps, 404)
  if (error === 'forbidden') return errorResponse(c, deps, 403)
  if (error === 'wrong-state' || error === 'not-yours') return cannot(c, deps, found, error, values)
  if (error === 'conflict') {
    const meanwhile = await meanwhileOf(deps, found, values)
    const still = possibleDeeds(found, actorOf(c.get('staff')), [deed]).length > 0
    if (!still) return cannot(c, deps, found, 'wrong-state', values)
    return show(c, deps, found, deed, { values: kept, meanwhile }, 409)
  }
  const refusal = error === 'office-closed' && office ? await closedWords(deps, office) : caseFaultWords[error]
  return show(c, deps, found, deed, { values: kept, refusal }, 422)
}

async function closedWords({ db }: Deps, { name, successorCode }: Office): Promise<string> {
  const successor = successorCode ? await findOffice(db, successorCode) : undefined
  return caseForm.closedOffice(name, successor?.name ?? null)
}

type Shown = Pick<CaseFormProps, 'values'> & Partial<Pick<CaseFormProps, 'faults' | 'refusal' | 'meanwhile'>>

async function show(
  c: Context<Env>,
  deps: Deps,
  found: FeedbackCase,
  deed: FormDeed,
  { values, faults = [], refusal = null, meanwhile = null }: Shown,
  status: 200 | 409 | 422 = 200,
) {
  const view = await formView(deps, c.get('staff'), found, deed)
  const page = <CaseFormPage {...view} values={values} faults={faults} refusal={refusal} meanwhile={meanwhile} />
  return inCaseShell(c, deps, page, deedWords[deed].title, status)
}
