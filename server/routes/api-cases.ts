import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { paths } from '../../web/paths'
import { openCase } from '../actions/cases'
import { readBody } from '../body'
import { caseFromForm } from '../case-from-form'
import { caseInput, formOf } from '../case-input'
import type { Deps } from '../deps'
import { type CaseForm, isAnonymous, isDuePromised, kindOf } from '../domain/case-form'
import { firstFaulty } from '../domain/case-form-faults'
import { type FeedbackPlace, findPlace } from '../feedback-places'
import type { AnswerLimiter } from '../limits'
import { type Env, isFromElsewhere } from '../session'

/** The longest form of 10,000 letters, each escaped. */
const largestBody = 256 * 1024

/** Petitions sent by machines: the rules of the form, errors as codes. */
export function apiCaseRoutes(deps: Deps, limiter: AnswerLimiter): Hono<Env> {
  const app = new Hono<Env>()
  const refuse = (
    c: Context,
    status: 400 | 403 | 404 | 409 | 413 | 422 | 429 | 503,
    error: string,
    details?: unknown,
  ) => c.json({ error, details, requestId: c.get('requestId') }, status)

  app.post(paths.api.cases(), async (c) => {
    // Programs send no such header: it is a page that uses its visitors' browsers.
    if (isFromElsewhere(c, deps)) return refuse(c, 403, 'cross-site')
    const body = await readBody(c, largestBody)
    if (!body.ok) return refuse(c, 413, 'too-large')
    const wait = await limiter.wait(c)
    if (wait > 0) {
      c.header('Retry-After', String(wait))
      return refuse(c, 429, 'too-many')
    }
    const input = caseInput.safeParse(parseJson(body.text))
    if (!input.success) return refuse(c, 400, 'bad-request', z.treeifyError(input.error))
    const form = formOf(input.data)
    const place = await findPlace(deps, form)
    const problem = problemOf(form, place)
    if (problem) return refuse(c, problem.status, problem.error, problem.details)
    try {
      return await open(c, form, place)
    } catch (error) {
      deps.log.error({ err: error, requestId: c.get('requestId') }, 'case not kept')
      c.header('Retry-After', '60')
      return refuse(c, 503, 'busy')
    }
  })
  return app

  async function open(c: Context<Env>, form: CaseForm, place: FeedbackPlace) {
    const officeCode = place.office?.code ?? ''
    const made = await caseFromForm(deps.db, form, place, { officeCode, now: deps.now() })
    const opened = await openCase(deps, made)
    if (!opened.ok) return opened.error === 'conflict' ? refuse(c, 409, 'conflict') : refuse(c, 404, 'unknown-office')
    const { code, secret } = opened
    const dueOn = isDuePromised(kindOf(form, place.rules)) ? opened.dueOn : null
    return c.json({ code, secret, dueOn, url: `${deps.publicUrl}${paths.followOf(code)}` }, 201)
  }
}

/** Why a form cannot be opened as a case; null when it can. */
function problemOf(form: CaseForm, place: FeedbackPlace) {
  if (form.point !== '' && !place.isPointKnown)
    return { status: 404, error: 'unknown-point', details: undefined } as const
  const isOther = form.office !== '' && form.office !== place.office?.code
  if (isOther) return { status: 404, error: 'unknown-office', details: undefined } as const
  if (form.anonymous !== '' && !isAnonymous(form, place.rules))
    return { status: 422, error: 'not-anonymous', details: undefined } as const
  const faulty = firstFaulty(form, place.rules)
  return faulty && ({ status: 422, error: 'invalid', details: faulty.faults } as const)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
