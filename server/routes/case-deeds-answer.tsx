import { type Context, Hono } from 'hono'
import { findDraft } from '../../db/case-answers'
import { listEvents } from '../../db/case-events'
import type { FeedbackCase } from '../../db/cases'
import { staffNames } from '../../db/staff'
import { AnswerPage, ApprovePage, EditedPage } from '../../web/pages/case-answer'
import type { Meanwhile } from '../../web/pages/case-form'
import { answerWords as words } from '../../web/vi/case-answer'
import { caseFaultWords } from '../../web/vi/case-page'
import { type SaveResult, saveAnswer, submitAnswer } from '../actions/case-answers'
import { actOnCase, actorOf, findCaseFor } from '../actions/case-deeds'
import { gapWords } from '../case-form-views'
import { backToCase, cannot, caseBase, inCaseShell, meanwhileOf, needsFor, withCase, withDeed } from '../case-requests'
import { readyTexts } from '../case-texts'
import { composerOf, namesOf } from '../case-views'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { isAllowed, possibleDeeds } from '../domain/case-actions'
import { textOf } from '../domain/case-deed-forms'
import { type FormValues, lineOf } from '../domain/form-values'
import { errorResponse } from '../errors'
import { readPairs } from '../form'
import type { Env } from '../session'
import { largestCaseForm } from './case-deeds'

const mostAnswer = 20_000

/** Writing an answer, giving it for approval, approving and sending it. */
export function caseAnswerRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(
    `${caseBase}/tra-loi`,
    needsFor('submit'),
    withDeed(deps, 'submit', async (c, found) => {
      const draft = (await findDraft(deps.db, found.id)) ?? null
      return showAnswer(c, deps, found, draft?.text ?? '', {})
    }),
  )

  app.post(
    `${caseBase}/tra-loi`,
    needsFor('submit'),
    withCase(deps, async (c, found) => {
      if (!isAllowed(found, 'submit', actorOf(c.get('staff')))) return errorResponse(c, deps, 403)
      const values = keepFields(await readPairs(c, largestCaseForm))
      const deed = lineOf(values, 'lam')
      if (deed === 'autosave') return autosave(c, deps, found, values)
      if (deed === 'insert') return insertTemplate(c, deps, found, values)
      return keepAnswer(c, deps, found, values, deed === 'submit')
    }),
  )

  app.get(
    `${caseBase}/duyet`,
    needsFor('answer'),
    withDeed(deps, 'answer', (c, found) => showApproval(c, deps, found, {})),
  )

  app.post(
    `${caseBase}/duyet`,
    needsFor('answer'),
    withCase(deps, async (c, found) => {
      if (!isAllowed(found, 'answer', actorOf(c.get('staff')))) return errorResponse(c, deps, 403)
      const values = keepFields(await readPairs(c))
      const version = Number(lineOf(values, 'version'))
      const action = { deed: 'answer', answerNo: 0 } as const
      const result = await actOnCase(deps, c.get('staff'), { code: found.code, version }, action)
      if (result.ok) return backToCase(c, deps, found.code, 'answer')
      if (result.error === 'unknown') return errorResponse(c, deps, 404)
      if (result.error === 'conflict' || result.error === 'wrong-state')
        return cannot(c, deps, found, 'wrong-state', values)
      return showApproval(c, deps, found, { refusal: caseFaultWords[result.error] })
    }),
  )
  return app
}

const writtenIn = (values: FormValues) => ({
  text: textOf(values, 'text'),
  revision: Number(lineOf(values, 'revision')) || 0,
})

/** For the script: the new revision, or why it was not kept. */
async function autosave(c: Context<Env>, deps: Deps, { code }: FeedbackCase, values: FormValues) {
  const written = writtenIn(values)
  if (written.text.length > mostAnswer) return c.json({ error: 'too-long' }, 422)
  const saved = await saveAnswer(deps, c.get('staff'), code, written)
  return saved.ok ? c.json({ revision: saved.draft.revision }) : c.json({ error: saved.error }, 409)
}

async function insertTemplate(c: Context<Env>, deps: Deps, found: FeedbackCase, values: FormValues) {
  const templates = await readyTexts(deps, found, 'answer')
  const chosen = templates.find(({ id }) => id === lineOf(values, 'mau'))
  const text = [textOf(values, 'text'), chosen?.body ?? ''].filter((part) => part !== '').join('\n\n')
  return showAnswer(c, deps, found, text, { note: words.inserted, revision: writtenIn(values).revision })
}

async function keepAnswer(c: Context<Env>, deps: Deps, found: FeedbackCase, values: FormValues, submits: boolean) {
  const staff = c.get('staff')
  const written = writtenIn(values)
  const fault = faultIn(written.text, submits)
  if (fault) return showAnswer(c, deps, found, written.text, { refusal: fault, revision: written.revision })
  const asked = { code: found.code, version: Number(lineOf(values, 'version')) }
  const saved = submits
    ? await submitAnswer(deps, staff, asked, written)
    : await saveAnswer(deps, staff, found.code, written)
  return saved.ok
    ? backToCase(c, deps, found.code, submits ? 'submit' : 'save')
    : notKept(c, deps, found, values, saved)
}

function faultIn(text: string, submits: boolean): string | null {
  if (text.length > mostAnswer) return words.tooLong
  if (!submits) return null
  if (text === '') return words.missing
  const gaps = gapWords(text)
  return gaps && words.gaps(gaps)
}

async function notKept(
  c: Context<Env>,
  deps: Deps,
  { code }: FeedbackCase,
  values: FormValues,
  saved: Extract<SaveResult, { ok: false }>,
) {
  const found = await findCaseFor(deps.db, c.get('staff'), code)
  if (!found || saved.error === 'unknown') return errorResponse(c, deps, 404)
  const { text, revision } = writtenIn(values)
  if (saved.error === 'edited') {
    const by = (await staffNames(deps.db)).get(saved.draft.draftedBy) ?? ''
    const seen = (await listEvents(deps.db, found.id)).length
    const page = (
      <EditedPage case={found} mine={text} theirs={saved.draft} by={by} version={found.version} seen={seen} />
    )
    return inCaseShell(c, deps, page, words.editedTitle, 409)
  }
  const still = possibleDeeds(found, actorOf(c.get('staff')), ['submit']).length > 0
  if (saved.error === 'conflict' && still) {
    const meanwhile = await meanwhileOf(deps, found, values)
    return showAnswer(c, deps, found, text, { meanwhile, revision }, 409)
  }
  return cannot(c, deps, found, saved.error === 'conflict' ? 'wrong-state' : saved.error, values)
}

type Shown = { refusal?: string; note?: string; meanwhile?: Meanwhile | null; revision?: number }

async function showAnswer(
  c: Context<Env>,
  deps: Deps,
  found: FeedbackCase,
  text: string,
  { refusal, note, meanwhile = null, revision }: Shown,
  status: 200 | 409 | 422 = refusal ? 422 : 200,
) {
  const draft = (await findDraft(deps.db, found.id)) ?? null
  const own = await composerOf(deps, found, draft)
  const composer = { ...own, text, note, revision: revision ?? own.revision }
  const seen = (await listEvents(deps.db, found.id)).length
  const page = <AnswerPage {...{ case: found, composer, seen, meanwhile }} refusal={refusal ?? null} />
  return inCaseShell(c, deps, page, words.title, status)
}

async function showApproval(c: Context<Env>, deps: Deps, found: FeedbackCase, { refusal }: { refusal?: string }) {
  const draft = await findDraft(deps.db, found.id)
  if (!draft) return errorResponse(c, deps, 404)
  const by = (await staffNames(deps.db)).get(found.submittedBy ?? '') ?? ''
  const isOwn = found.submittedBy === c.get('staff').id
  const events = await listEvents(deps.db, found.id)
  const said = events.filter(({ kind }) => kind === 'supplement' || kind === 'reopen')
  const props = {
    ...{ case: found, draft, by, version: found.version, seen: events.length, said, names: await namesOf(deps.db) },
    ...{ reason: '', error: null, isOwn, refusal: refusal ?? (isOwn ? words.own : null) },
  }
  return inCaseShell(c, deps, <ApprovePage {...props} />, words.approveTitle, refusal ? 422 : 200)
}
