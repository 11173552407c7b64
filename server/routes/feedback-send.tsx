import type { Context } from 'hono'
import { listDraftFiles } from '../../db/case-files'
import { findCaseByClientId } from '../../db/cases'
import { FeedbackConflictPage } from '../../web/pages/feedback-conflict'
import { paths } from '../../web/paths'
import { conflictWords } from '../../web/vi/feedback-faults'
import { hashClientId, secretOf } from '../actions/case-access'
import { openCase } from '../actions/cases'
import { caseFromForm } from '../case-from-form'
import type { Deps } from '../deps'
import type { CaseForm } from '../domain/case-form'
import { firstFaulty } from '../domain/case-form-faults'
import { feedbackPage, type Shown } from '../feedback-pages'
import type { FeedbackPlace } from '../feedback-places'
import { formPage } from '../feedback-render'
import type { AnswerLimiter } from '../limits'
import type { Env } from '../session'
import { sentToken } from './feedback-sent'

type Sending = { form: CaseForm; place: FeedbackPlace; trapped: boolean }

/** The last page was sent: a case, or the page again with what hinders it; nothing that was written is lost. */
export async function sendFeedback(
  c: Context<Env>,
  deps: Deps,
  limiter: AnswerLimiter,
  { form, place, trapped }: Sending,
): Promise<Response> {
  const review = (shown: Shown) => feedbackPage(c, deps, 'review', { form, place }, shown)
  const faulty = firstFaulty(form, place.rules)
  if (faulty) {
    const edited = { ...form, edit: '1' }
    return feedbackPage(c, deps, faulty.step, { form: edited, place }, { faults: faulty.faults, status: 422 })
  }
  if (trapped) return review({ problem: 'trap', status: 422 })
  const wait = await limiter.wait(c)
  if (wait > 0) {
    c.header('Retry-After', String(wait))
    return review({ problem: 'too-many', status: 429 })
  }
  try {
    return await open(c, deps, form, place)
  } catch (error) {
    // Whatever it is: the sender keeps what he wrote and may try again.
    deps.log.error({ err: error, requestId: c.get('requestId') }, 'case not kept')
    c.header('Retry-After', '60')
    return review({ problem: 'busy', status: 503 })
  }
}

async function open(c: Context<Env>, deps: Deps, form: CaseForm, place: FeedbackPlace): Promise<Response> {
  const officeCode = place.office?.code ?? ''
  const input = await caseFromForm(deps.db, form, place, { officeCode, now: deps.now() })
  const opened = await openCase(deps, input)
  if (!opened.ok) {
    if (opened.error === 'conflict') return conflicting(c, deps, form, place)
    const faults = [{ field: 'office', code: 'unknown-office' }] as const
    return feedbackPage(c, deps, 'where', { form, place }, { faults, status: 422 })
  }
  // Files that came after the form had been sent belong to nothing yet: other content under the same id.
  if (!opened.isNew && (await listDraftFiles(deps.db, form.draftId)).length > 0)
    return conflicting(c, deps, form, place)
  return c.redirect(paths.feedbackSent(sentToken(deps, opened)), 303)
}

/** This form was sent before with other content: keep that, or send this as a new one. */
async function conflicting(c: Context<Env>, deps: Deps, form: CaseForm, place: FeedbackPlace) {
  const { clientId } = form
  const before = await findCaseByClientId(deps.db, hashClientId(deps, clientId))
  const token = before && sentToken(deps, { id: before.id, secret: secretOf(deps, clientId) })
  const again = { ...form, clientId: deps.newId() }
  const kept = token ? paths.feedbackSent(token) : paths.follow()
  const page = <FeedbackConflictPage office={place.officeName} form={again} kept={kept} />
  return formPage(c, deps, page, { title: conflictWords.title, status: 409 })
}
