import { type Context, Hono } from 'hono'
import { englishOf } from '../../db/seed/english'
import { findSurveyDraft, type SurveyDraft } from '../../db/survey-drafts'
import { SurveyPage } from '../../web/pages/survey'
import {
  SurveyChangesPage,
  SurveyConflictPage,
  SurveyDiscardPage,
  SurveyPublishPage,
} from '../../web/pages/survey-changes'
import { SurveyEditorPage } from '../../web/pages/survey-editor'
import { SurveyPreviewPage } from '../../web/pages/survey-preview'
import { paths } from '../../web/paths'
import { editorWords as words } from '../../web/vi/survey-editor'
import { publishWords } from '../../web/vi/surveys'
import { discardDraft, mayEditSurveys, publishedDefinitions, savePart } from '../actions/survey-drafts'
import { publishDraft } from '../actions/survey-publishing'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { type FormValues, lineOf } from '../domain/form-values'
import { dayOf, readDay } from '../domain/period'
import type { SurveyDefinition } from '../domain/survey'
import { listTexts, usedKeys } from '../domain/survey-language'
import { changePart, type PartDeed, readDeed } from '../domain/survey-part-deeds'
import { dimensionPage, findPart, revisionOf } from '../domain/survey-parts'
import { errorResponse } from '../errors'
import { readForm, readPairs } from '../form'
import { framedPage } from '../render'
import { type Env, needs } from '../session'
import { editorProps } from '../survey-editor-views'
import { inShell } from './survey-shell'

const base = '/can-bo/mau-phieu'
/** A page of texts for every question, in letters that take nine bytes each on the way. */
const largestForm = 512 * 1024

/** A draft: its pages, preview, differences, publishing, discarding. */
export function surveyDraftRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(`${base}/*`, needs('surveys.manage'))

  const withDraft = (show: (c: Context<Env>, draft: SurveyDraft) => Promise<Response> | Response) => {
    return async (c: Context<Env>) => {
      const draft = await findSurveyDraft(deps.db, c.req.param('key') ?? '')
      if (draft && !mayEditSurveys(c.get('staff'))) return errorResponse(c, deps, 403)
      return draft ? show(c, draft) : errorResponse(c, deps, 404)
    }
  }

  app.get(
    `${base}/:key`,
    withDraft((c, draft) => showPart(c, deps, draft, { part: firstPage(draft.definition) })),
  )

  app.get(
    `${base}/:key/khac-biet`,
    withDraft(async (c, { definition }) => {
      const before = await lastPublished(deps, definition)
      return inShell(c, deps, <SurveyChangesPage {...{ definition, before }} draft />, words.showChanges)
    }),
  )

  app.get(
    `${base}/:key/xem-truoc`,
    withDraft((c, { definition }) => {
      const page = <SurveyPreviewPage definition={definition} look={lookOf(c)} />
      return inShell(c, deps, page, words.preview.title, 200, true)
    }),
  )

  app.get(
    `${base}/:key/khung`,
    withDraft((c, { definition }) => {
      const { lang, large, dark } = lookOf(c)
      const point = { code: '-', name: words.preview.place }
      const office = c.get('staff').officeName || words.preview.office
      const page = <SurveyPage {...{ office, point, definition, lang }} clientId="-" preview />
      return framedPage(c, deps, page, { title: definition.title, lang, large, dark })
    }),
  )

  app.get(
    `${base}/:key/cong-bo`,
    withDraft((c, draft) => showPublish(c, deps, draft, { day: dayOf(deps.now()), problem: null })),
  )

  app.post(
    `${base}/:key/cong-bo`,
    withDraft(async (c, draft) => {
      const { ngay = '', revision = '' } = await readForm(c)
      const effectiveOn = readDay(ngay) ?? ''
      const at = { surveyKey: draft.surveyKey, revision: Number(revision), effectiveOn }
      const done = await publishDraft({ ...deps, staff: c.get('staff') }, at)
      if (done.ok) {
        const query = new URLSearchParams({ xong: 'cong-bo', ban: String(draft.definition.version), tu: effectiveOn })
        return c.redirect(`${paths.staff.surveys()}?${query}`, 303)
      }
      if (done.error === 'forbidden') return errorResponse(c, deps, 403)
      if (done.error === 'gone') return errorResponse(c, deps, 404)
      const now = (await findSurveyDraft(deps.db, draft.surveyKey)) ?? draft
      return showPublish(c, deps, now, { day: readDay(ngay) ?? ngay, problem: done.error })
    }),
  )

  app.get(
    `${base}/:key/bo-nhap`,
    withDraft(async (c, { definition, revision }) => {
      const before = await lastPublished(deps, definition)
      return inShell(c, deps, <SurveyDiscardPage {...{ definition, before, revision }} />, words.discard)
    }),
  )

  app.post(
    `${base}/:key/bo-nhap`,
    withDraft(async (c, { surveyKey, definition }) => {
      const { revision = '' } = await readForm(c)
      const done = await discardDraft({ ...deps, staff: c.get('staff') }, { surveyKey, revision: Number(revision) })
      if (done.ok) return c.redirect(`${paths.staff.surveys()}?xong=bo`, 303)
      if (done.error === 'forbidden') return errorResponse(c, deps, 403)
      if (done.error === 'gone') return errorResponse(c, deps, 404)
      // Somebody saved meanwhile: what would be lost is shown as it is now.
      const draft = await findSurveyDraft(deps.db, surveyKey)
      if (!draft) return errorResponse(c, deps, 404)
      const before = await lastPublished(deps, definition)
      return inShell(c, deps, <SurveyDiscardPage {...draft} before={before} />, words.discard, 409)
    }),
  )

  app.get(
    `${base}/:key/:part`,
    withDraft((c, draft) => {
      const notice = c.req.query('xong') === 'luu' ? words.saved : null
      return showPart(c, deps, draft, { part: c.req.param('part') ?? '', notice })
    }),
  )

  app.post(
    `${base}/:key/:part`,
    withDraft(async (c, draft) => {
      const part = c.req.param('part') ?? ''
      const fields = await readPairs(c, largestForm)
      const values: FormValues = keepFields(fields)
      const deed = readDeed(lineOf(values, 'lam'))
      if (deed && findPart(draft.definition, part)) return changed(c, deps, draft, { part, values, deed })
      const at = { surveyKey: draft.surveyKey, part, revision: revisionOf(values) }
      const saved = await savePart({ ...deps, staff: c.get('staff') }, at, values)
      if (saved.ok) return c.redirect(`${paths.staff.surveyDraft(draft.surveyKey, afterSaving(part))}?xong=luu`, 303)
      if (saved.error === 'forbidden') return errorResponse(c, deps, 403)
      if (saved.error === 'invalid') return showPart(c, deps, draft, { part, values, problems: saved.problems })
      if (saved.error !== 'conflict') return errorResponse(c, deps, 404)
      const { definition, revision, updatedAt: savedAt, updatedBy: savedBy } = saved.draft
      const props = { part, definition, revision, savedAt, savedBy, mine: saved.mine, fields }
      return inShell(c, deps, <SurveyConflictPage {...props} />, words.conflict.title, 409)
    }),
  )
  return app
}

/** A new question leads back to its list, a replaced word to the page it stood on. */
function afterSaving(part: string): string {
  return part === 'thay-tu' ? 'chung' : part.replace(/^cau-moi-/, '')
}

const firstPage = ({ dimensions }: SurveyDefinition) => dimensionPage(dimensions[0]?.key ?? '')

async function lastPublished(deps: Deps, { key }: SurveyDefinition): Promise<SurveyDefinition | null> {
  return (await publishedDefinitions(deps.db, key))[0] ?? null
}

function lookOf(c: Context) {
  const lang = c.req.query('lang') === 'en' ? ('en' as const) : ('vi' as const)
  return { lang, large: c.req.query('chu') === 'to', dark: c.req.query('nen') === 'toi' }
}

type Shown = Parameters<typeof editorProps>[2]

/** A page of the editor; a refused form comes back as it was typed (422). */
async function showPart(c: Context<Env>, deps: Deps, draft: SurveyDraft, shown: Shown) {
  const refused = Boolean(shown.problems)
  // The form for a word stands on the general page.
  const about =
    shown.part === 'thay-tu'
      ? { part: 'chung', word: { values: shown.values ?? {}, problems: shown.problems ?? [] } }
      : { ...shown, unsaved: shown.unsaved ?? refused }
  const props = await editorProps(deps, draft, about)
  if (!props) return errorResponse(c, deps, 404)
  const title = words.title(draft.definition.title, draft.definition.version)
  return inShell(c, deps, <SurveyEditorPage {...props} />, title, refused ? 422 : 200, true)
}

type Changed = { part: string; values: FormValues; deed: PartDeed }

/** A row was added, moved or removed, or texts were filled in: the same page, changed and not saved. */
async function changed(c: Context<Env>, deps: Deps, draft: SurveyDraft, { part, values, deed }: Changed) {
  const published = await publishedDefinitions(deps.db, draft.surveyKey)
  const english = offeredEnglish(draft.definition, published[0])
  const used = usedKeys([...published, draft.definition])
  const made = changePart(part, values, deed, { used, english })
  return showPart(c, deps, draft, { part, values: made, unsaved: true })
}

/** What the last version said in English, and what is shipped, for texts that are the same in Vietnamese. */
function offeredEnglish(definition: SurveyDefinition, before: SurveyDefinition | undefined): Record<string, string> {
  const earlier = new Map(
    before ? listTexts(before).map(({ key, text }) => [text, before.translations?.en?.[key]] as const) : [],
  )
  const offered = listTexts(definition).flatMap(({ key, text }) => {
    const english = earlier.get(text) ?? englishOf(text)
    return english === undefined ? [] : [[key, english] as const]
  })
  return Object.fromEntries(offered)
}

type Publishing = { day: string; problem: keyof typeof publishWords.problems | null }

async function showPublish(c: Context<Env>, deps: Deps, draft: SurveyDraft, { day, problem }: Publishing) {
  const { definition, revision } = draft
  const before = await lastPublished(deps, definition)
  const page = <SurveyPublishPage {...{ definition, before, revision, day, problem }} />
  return inShell(c, deps, page, publishWords.title(definition.version), problem ? 422 : 200)
}
