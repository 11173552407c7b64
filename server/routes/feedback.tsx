import { type Context, Hono } from 'hono'
import { paths } from '../../web/paths'
import { formPairs, readBody } from '../body'
import type { Deps } from '../deps'
import {
  type CaseForm,
  emptyForm,
  type FormStep,
  formSteps,
  readCaseForm,
  stepAfter,
  stepSlugs,
} from '../domain/case-form'
import { findFaults, firstFaulty } from '../domain/case-form-faults'
import { hasFiles, keepFiles, readFilesForm, removeFile } from '../feedback-files'
import { feedbackPage, type Shown } from '../feedback-pages'
import { type FeedbackPlace, findPlace } from '../feedback-places'
import { type AnswerLimiter, uploadLimiter } from '../limits'
import type { Multipart } from '../multipart'
import { suggestFor } from '../procedure-offers'
import { type Env, isFromElsewhere } from '../session'
import { sendFeedback } from './feedback-send'
import { feedbackSentRoutes } from './feedback-sent'

/** A page that is far too long is still read, so that it can come back with what was written. */
const largestRead = 4 * 1024 * 1024
// In brackets: one of Hono's routers anchors only the ends of the whole pattern.
const anyStep = `(?:${Object.values(stepSlugs).join('|')})`

/**
 * Sending feedback: one page a question, each posted with everything that was said before inside it. Nothing is kept
 * between pages but files, and no address ever holds what was written.
 */
export function feedbackRoutes(deps: Deps, sending: AnswerLimiter): Hono<Env> {
  const app = new Hono<Env>()
  const uploads = uploadLimiter(deps.config)
  app.route('/', feedbackSentRoutes(deps))

  app.get(paths.feedback(), async (c) => {
    // The code of a notice board names the office.
    const { diem = '', nguon = '', 'don-vi': office = '' } = c.req.query()
    const ids = { clientId: deps.newId(), draftId: deps.newId() }
    const form = emptyForm({
      ...ids,
      point: codeIn(diem),
      office: office.slice(0, 40),
      from: nguon === 'phieu' ? nguon : '',
    })
    return feedbackPage(c, deps, 'kind', { form, place: await findPlace(deps, form) })
  })

  app.get(paths.feedbackProcedures(), async (c) => {
    const place = await findPlace(deps, emptyForm({ point: codeIn(c.req.query('diem') ?? '') }))
    const found = await suggestFor(deps.db, place.procedures, c.req.query('q') ?? '')
    c.header('Cache-Control', 'public, max-age=300')
    return c.json(found.map(({ code, name }) => ({ code, name })))
  })

  // An address from the history: what was written there travelled in the form and is gone.
  app.get(`/gop-y/:step{${anyStep}}`, (c) => c.redirect(paths.feedback(), 303))

  app.post(`/gop-y/:step{${anyStep}}`, async (c) => {
    const step = stepOf(c.req.param('step')) ?? 'kind'
    const posted = step === 'files' ? await readFilesForm(c, deps) : await readText(c)
    const asked = Object.fromEntries(posted.fields)
    const isForeign = isFromElsewhere(c, deps)
    const form = withIds(readCaseForm(posted.fields), isForeign)
    const place = await findPlace(deps, form)
    const show = (next: FormStep, shown?: Shown) => feedbackPage(c, deps, next, { form, place }, shown)

    if (step !== 'files' && !posted.ok) return show(step, { problem: 'too-large', status: 413 })
    if (step === 'files' && (hasFiles(posted) || asked.bo || asked.them)) return takeFiles(c, { form, place }, posted)
    const wanted = stepOf(asked.toi ?? '')
    if (wanted) {
      // A word typed to find an office comes with its button.
      const isSearch = step === 'where' && wanted === 'where'
      if (step === 'review') form.edit = '1'
      return show(wanted, { typed: isSearch ? (asked.tim ?? '').trim().slice(0, 100) : '' })
    }
    if (step === 'review' && isForeign) return show('review')
    if (step === 'review') return sendFeedback(c, deps, sending, { form, place, trapped: Boolean(asked.website) })
    return goOn(c, step, { form, place }, asked)
  })
  return app

  async function readText(c: Context): Promise<Multipart> {
    const body = await readBody(c, largestRead)
    if (!body.ok) return { ok: false, error: 'too-large', fields: [], files: [], refused: [] }
    return { ok: true, fields: formPairs(body.text), files: [] }
  }

  /** Nobody but this server makes the ids of a form: whoever knows them finds its receipt and its files. */
  function withIds(form: CaseForm, isForeign: boolean): CaseForm {
    const kept = (id: string) => (isForeign ? undefined : idIn(id)) ?? deps.newId()
    return { ...form, clientId: kept(form.clientId), draftId: kept(form.draftId) }
  }

  /** The next page, or the same one with what is wrong; from the last page back to it. */
  async function goOn(
    c: Context<Env>,
    step: FormStep,
    { form, place }: { form: CaseForm; place: FeedbackPlace },
    asked: Record<string, string | undefined>,
  ) {
    const show = (next: FormStep, shown?: Shown) => feedbackPage(c, deps, next, { form, place }, shown)
    if (step === 'kind' && form.matter === 'other') return show('doors')
    if (step === 'sender' && asked['an-danh'] !== undefined) {
      form.anonymous = asked['an-danh'] === '1' ? '1' : ''
      if (form.anonymous === '') return show('sender')
    }
    const faults = findFaults(step, form, place.rules)
    if (faults.length > 0) return show(step, { faults, status: 422 })
    if (form.edit === '') return show(stepAfter(step, place.rules))
    const faulty = firstFaulty(form, place.rules)
    return show(faulty?.step ?? 'review')
  }

  async function takeFiles(
    c: Context<Env>,
    { form, place }: { form: CaseForm; place: FeedbackPlace },
    posted: Multipart,
  ) {
    const asked = Object.fromEntries(posted.fields)
    const show = (next: FormStep, shown?: Shown) => feedbackPage(c, deps, next, { form, place }, shown)
    if (asked.bo) {
      await removeFile(deps, form.draftId, asked.bo)
      return show('files')
    }
    const faults = hasFiles(posted) ? await keepFiles(c, deps, uploads, { draftId: form.draftId, form: posted }) : []
    if (faults.length > 0) return show('files', { files: faults, status: statusOf(faults) })
    const wanted = stepOf(asked.toi ?? '')
    if (wanted) return show(wanted)
    return asked.them ? show('files') : goOn(c, 'files', { form, place }, {})
  }
}

function statusOf(faults: Awaited<ReturnType<typeof keepFiles>>): 413 | 422 | 429 | 503 {
  const [first] = faults
  if (first === 'too-many-requests') return 429
  if (first?.error === 'busy' || first?.error === 'not-scanned') return 503
  return first?.error === 'too-large' ? 413 : 422
}

const stepOf = (slug: string): FormStep | undefined => formSteps.find((step) => stepSlugs[step] === slug)

/** 128 bits in base64url, as this server writes them; anything else is as good as missing. */
const idIn = (text: string) => (/^[A-Za-z0-9_-]{16,64}$/.test(text) ? text : undefined)
const codeIn = (text: string) => (/^[\w-]{1,40}$/.test(text) ? text : '')
