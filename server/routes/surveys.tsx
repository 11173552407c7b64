import { type Context, Hono } from 'hono'
import { findSurveyDraft } from '../../db/survey-drafts'
import { findSurveyVersion } from '../../db/surveys'
import { SurveyChangesPage } from '../../web/pages/survey-changes'
import { SurveyCopyPage } from '../../web/pages/survey-copy'
import { SurveyListPage } from '../../web/pages/survey-list'
import { paths } from '../../web/paths'
import { editorWords } from '../../web/vi/survey-editor'
import { surveyListWords as words } from '../../web/vi/surveys'
import { copySurvey, mayEditSurveys, publishedDefinitions, startDraft } from '../actions/survey-drafts'
import { withdrawVersion } from '../actions/survey-publishing'
import type { Deps } from '../deps'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { type Env, needs } from '../session'
import { findTemplate, surveyLines, unusedTemplates } from '../survey-editor-views'
import { surveyDraftRoutes } from './survey-drafts'
import { inShell } from './survey-shell'

const base = '/can-bo/mau-phieu'

/** Surveys: every version, copying one, beginning the next version, taking a coming one back; drafts (survey-drafts). */
export function surveyEditorRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('surveys.manage'))
  app.use(`${base}/*`, needs('surveys.manage'))

  app.get(base, async (c) => {
    const surveys = await surveyLines(deps)
    const mayEdit = mayEditSurveys(c.get('staff'))
    const notice = noticeOf(c.req.query('xong'), c.req.query('ban'), c.req.query('tu'))
    const list = <SurveyListPage {...{ surveys, mayEdit, notice }} templates={unusedTemplates(surveys)} />
    return inShell(c, deps, list, words.title)
  })

  app.post(`${base}/:key/soan`, async (c) => {
    const key = c.req.param('key')
    const started = await startDraft({ ...deps, staff: c.get('staff') }, key, findTemplate(key))
    if (started.ok) return c.redirect(paths.staff.surveyDraft(key), 303)
    return errorResponse(c, deps, started.error === 'forbidden' ? 403 : 404)
  })

  app.get(`${base}/:key/sao-chep`, async (c) => {
    const from = await copyable(deps, c.req.param('key'))
    return from ? showCopy(c, deps, from, { key: `${from.key}-moi`, title: from.title }) : errorResponse(c, deps, 404)
  })

  app.post(`${base}/:key/sao-chep`, async (c) => {
    const from = await copyable(deps, c.req.param('key'))
    if (!from) return errorResponse(c, deps, 404)
    const { key = '', title = '' } = await readForm(c)
    const copied = await copySurvey({ ...deps, staff: c.get('staff') }, from, { key, title })
    if (copied.ok) return c.redirect(paths.staff.surveyDraft(copied.key), 303)
    if (copied.error === 'forbidden') return errorResponse(c, deps, 403)
    return showCopy(c, deps, from, { key, title, error: copied.error })
  })

  app.post(`${base}/:key/rut-lai`, async (c) => {
    const { version = '' } = await readForm(c)
    const id = `${c.req.param('key')}@${version}`
    const done = await withdrawVersion({ ...deps, staff: c.get('staff') }, id)
    if (done.ok) return c.redirect(`${paths.staff.surveys()}?xong=rut`, 303)
    return errorResponse(c, deps, { forbidden: 403, gone: 404, 'in-force': 409 }[done.error] as 403 | 404 | 409)
  })

  app.get(`${base}/:key/:form{khac-biet-[0-9]+}`, async (c) => {
    const version = Number(c.req.param('form').slice('khac-biet-'.length))
    const key = c.req.param('key')
    const definition = await findSurveyVersion(deps.db, `${key}@${version}`)
    if (!definition) return errorResponse(c, deps, 404)
    const before = (await publishedDefinitions(deps.db, key)).find((earlier) => earlier.version < version) ?? null
    const page = <SurveyChangesPage {...{ definition, before }} draft={false} />
    return inShell(c, deps, page, editorWords.showChanges)
  })

  app.route('/', surveyDraftRoutes(deps))
  return app
}

/** The newest content of a survey: what was published last, or its draft when nothing was. */
async function copyable(deps: Deps, key: string) {
  return (await publishedDefinitions(deps.db, key))[0] ?? (await findSurveyDraft(deps.db, key))?.definition
}

type Typed = { key: string; title: string; error?: keyof typeof words.copyProblems }

function showCopy(c: Context<Env>, deps: Deps, from: { key: string }, { key, title, error }: Typed) {
  const page = <SurveyCopyPage surveyKey={from.key} proposed={key} title={title} error={error ?? null} />
  return inShell(c, deps, page, words.copy, error ? 422 : 200)
}

function noticeOf(done: string | undefined, version = '', day = ''): string | null {
  if (done === 'rut') return words.withdrawn
  if (done === 'bo') return words.discarded
  return done === 'cong-bo' && /^\d+$/.test(version) && /^\d{4}-\d\d-\d\d$/.test(day)
    ? words.publishedNow(Number(version), day)
    : null
}
