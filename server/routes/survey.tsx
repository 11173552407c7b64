import { type Context, Hono } from 'hono'
import { findAnswerable } from '../../db/surveys'
import { ChooserPage } from '../../web/pages/chooser'
import { ClosedPage } from '../../web/pages/closed'
import { ConflictPage } from '../../web/pages/conflict'
import { wordsFor } from '../../web/pages/error'
import { SurveyPage, surveyTitle } from '../../web/pages/survey'
import { UnknownPointPage } from '../../web/pages/unknown'
import { paths } from '../../web/paths'
import { WordsOfPage, wordsOf } from '../../web/survey-words'
import { chooserWords } from '../../web/vi/errors'
import { type SentBefore, submitResponse } from '../actions/responses'
import { formPairs, readBody } from '../body'
import type { Deps } from '../deps'
import { type AnswerProblem, type Fields, keepFields, parseAnswers } from '../domain/answers'
import { isOpenAt, printHours } from '../domain/hours'
import { dayOf } from '../domain/period'
import type { PointKind } from '../domain/point-kinds'
import { addressOf } from '../domain/survey-language'
import { isForeign } from '../foreign-origin'
import type { AnswerLimiter } from '../limits'
import { addProcedure, suggestFor } from '../procedure-offers'
import { citizenPage } from '../render'
import type { Env } from '../session'
import { Overloaded, StorageFailed } from '../submit-queue'
import { langOf, type OpenPoint, offers, pageProps, quickSurveyKey, type SurveyPages } from '../survey-pages'

/** A form of 24 levels with the longest comment is 14 KB; what is larger is refused with everything kept. */
const largestForm = 64 * 1024
/** Up to here a refused form is still read, so that the page can come back with what was typed. */
const largestRead = 4 * 1024 * 1024

/** What a refused form shows; the status that goes with each. */
const refusals = {
  'no-level': 422,
  invalid: 422,
  'unknown-version': 422,
  'too-large': 413,
  'too-many': 429,
  busy: 503,
} as const
type Refusal = {
  code: keyof typeof refusals
  fields?: { name: string; code: AnswerProblem['code'] }[]
  retryAfter?: number
}

/** The survey of a point: page, quick form, and the form's own address. */
export function surveyRoutes(deps: Deps, pages: SurveyPages, limiter: AnswerLimiter): Hono<Env> {
  const app = new Hono<Env>()

  const show = (quick: boolean) => async (c: Context<Env>) => {
    const code = c.req.param('code') ?? ''
    const point = await pages.point(code)
    if (!point) return unknownPoint(c, deps, code)
    if (point.choices.length > 0 && !c.req.query('chon')) {
      const [only, second] = point.choices
      if (second) return chooseOffice(c, deps, point)
      if (only && only.code !== point.code) return c.redirect(paths.chosen(only.code, only.quickFirst), 303)
    }
    if (point.closedAt) return closedPoint(c, deps, point)
    const definition = await pages.definition(point, quick)
    if (!definition) return unknownPoint(c, deps, code)
    const template = pages.template(point, definition, langOf(c.req.query('lang'), definition))
    c.header('Content-Type', 'text/html; charset=utf-8')
    c.header('Content-Security-Policy', pages.csp)
    // On a device that many people use, Back must not show what the person before chose.
    c.header('Cache-Control', point.channel === 'tablet' ? 'no-store' : 'private, no-cache')
    c.header('Vary', 'Accept-Encoding')
    if (!c.req.header('Accept-Encoding')?.includes('gzip')) return c.body(template.plain(deps.newId()))
    c.header('Content-Encoding', 'gzip')
    return c.body(new Uint8Array(template.gzip(deps.newId())))
  }
  app.get('/k/:code', show(false))
  app.get('/k/:code/nhanh', show(true))
  app.get('/k/:code/thu-tuc', async (c) => {
    const point = await pages.point(c.req.param('code'))
    if (!point) return c.json([], 404)
    const found = await suggestFor(deps.db, point.procedures, c.req.query('q') ?? '')
    c.header('Cache-Control', 'public, max-age=300')
    return c.json(found.map(({ code, name }) => ({ code, name })))
  })
  app.get('/k/:code/gui', (c) => c.redirect(paths.survey(c.req.param('code')), 303))

  app.post('/k/:code/gui', async (c) => {
    const code = c.req.param('code')
    const point = await pages.point(code)
    if (!point) return unknownPoint(c, deps, code)
    const body = await readBody(c, largestRead)
    const fields = body.ok ? formPairs(body.text) : []
    const form = await readForm(fields, point)
    const refuse = (refusal: Refusal) => refused(c, point, form, refusal)

    if (!body.ok || body.text.length > largestForm) return refuse({ code: 'too-large' })
    const wait = await limiter.wait(c)
    if (wait > 0) return refuse({ code: 'too-many', retryAfter: wait })
    if (!form.known) return refuse({ code: 'unknown-version' })
    const parsed = parseAnswers(form.definition, fields)
    if (!parsed.ok) {
      const problems = parsed.problems.map(({ field, code: problem }) => ({ name: field, code: problem }))
      return refuse({ code: parsed.error, fields: problems })
    }
    try {
      const submission = {
        ...(await addProcedure(deps.db, point, parsed.value, fields)),
        definition: form.definition,
        clientId: form.clientId,
        lang: form.lang,
        flags: flagsOf(c, deps, point, fields),
        replaces: clientIdIn(fields, 'replaces'),
      }
      const result = await submitResponse(deps, submission)
      if (!result.ok) return conflicting(c, point, form, result)
      // A tablet at the desk is shared: no receipt, no address that the next person could go back to.
      const quick = form.definition.key === quickSurveyKey
      return c.redirect(
        point.channel === 'tablet'
          ? paths.thanks(point.code, quick, form.lang)
          : paths.receipt(result.receipt, form.lang),
        303,
      )
    } catch (error) {
      if (!(error instanceof Overloaded || error instanceof StorageFailed)) throw error
      deps.log.warn({ err: error, requestId: c.get('requestId') }, 'answer not kept')
      return refuse({ code: 'busy', retryAfter: 5 })
    }
  })
  return app

  type Form = Awaited<ReturnType<typeof readForm>>

  /** What the form says about itself. An unknown version leaves the point's current one to show the fields in. */
  async function readForm(fields: Fields, point: OpenPoint) {
    const version = firstOf(fields, 'version') ?? ''
    const asked = await findAnswerable(deps.db, version, dayOf(deps.now()))
    const fits = asked && offers(point, asked)
    const definition = fits ? asked : await pages.definition(point, version.startsWith(`${quickSurveyKey}@`))
    if (!definition) throw new Error(`no published version of ${point.surveyKey}`)
    const lang = langOf(firstOf(fields, 'lang'), definition)
    const known = Boolean(fits) || version === ''
    return { fields, known, definition, lang, clientId: clientIdIn(fields, 'clientId') ?? deps.newId() }
  }

  function refused(c: Context<Env>, point: OpenPoint, form: Form, refusal: Refusal) {
    const { definition, lang, clientId } = form
    if (refusal.retryAfter) c.header('Retry-After', String(refusal.retryAfter))
    const problem = { code: refusal.code, fields: refusal.fields ?? [] }
    const props = { ...pageProps(point, definition, lang), clientId, kept: keepFields(form.fields), problem }
    const options = { title: surveyTitle(props), status: refusals[refusal.code], lang, script: true }
    return citizenPage(c, deps, <SurveyPage {...props} />, options)
  }

  function conflicting(c: Context<Env>, point: OpenPoint, form: Form, first: SentBefore) {
    const { office, point: shown } = pageProps(point, form.definition, form.lang)
    const ids = { replaces: form.clientId, clientId: deps.newId() }
    const props = { office, point: shown, kept: keepFields(form.fields), ...first, ...ids }
    const words = wordsOf(form.lang, addressOf(form.definition))
    const page = (
      <WordsOfPage.Provider value={words}>
        <ConflictPage {...props} />
      </WordsOfPage.Provider>
    )
    return citizenPage(c, deps, page, { title: words.conflict.title, status: 409, lang: form.lang })
  }
}

function unknownPoint(c: Context<Env>, deps: Deps, code: string) {
  return citizenPage(c, deps, <UnknownPointPage code={code.slice(0, 40)} />, {
    title: wordsFor(404).title,
    status: 404,
  })
}

function closedPoint(c: Context<Env>, deps: Deps, point: OpenPoint) {
  const hours = printHours(point.openHours)
  const page = <ClosedPage office={point.officeName} point={point} phone={point.officePhone} hours={hours} />
  return citizenPage(c, deps, page, { title: wordsFor(410).title, status: 410 })
}

function chooseOffice(c: Context<Env>, deps: Deps, point: OpenPoint) {
  const page = <ChooserPage place={point.name} choices={point.choices} />
  return citizenPage(c, deps, page, { title: chooserWords.title })
}

function firstOf(fields: Fields, name: string): string | undefined {
  return fields.find((field) => field[0] === name)?.[1]
}

/** 128 bits in base64url, as this server writes them; anything else is as good as missing. */
function clientIdIn(fields: Fields, name: string): string | undefined {
  const id = firstOf(fields, name)
  return id && /^[A-Za-z0-9_-]{16,64}$/.test(id) ? id : undefined
}

function flagsOf(c: Context<Env>, deps: Deps, point: OpenPoint, fields: Fields): string[] {
  return [
    point.closedAt ? 'late' : '',
    isOutsideHours(point, deps.now()) ? 'outside-hours' : '',
    isForeign(c, deps) ? 'foreign-origin' : '',
    fields.some(([name, value]) => name === trapField && value !== '') ? 'trap' : '',
  ].filter(Boolean)
}

/** Where people stand in the office; a link or a poster is answered at any time. */
const inTheOffice: readonly PointKind[] = ['desk', 'tablet']

function isOutsideHours({ kind, openHours }: OpenPoint, now: Date): boolean {
  return inTheOffice.includes(kind) && !isOpenAt(openHours, now)
}

/** The visually hidden text field that people leave empty and form-filling programs fill in. */
const trapField = 'website'
