import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { findOffice } from '../../db/offices'
import { findPoint } from '../../db/points'
import { findNewestVersion, findSurveyVersion } from '../../db/surveys'
import { ReceiptPage } from '../../web/pages/receipt'
import { ThanksPage } from '../../web/pages/thanks'
import { UnknownReceiptPage } from '../../web/pages/unknown'
import { paths } from '../../web/paths'
import { WordsOfPage, wordsOf } from '../../web/survey-words'
import { unknownReceipt } from '../../web/vi/errors'
import { viewReceipt, withdrawResponse } from '../actions/responses'
import type { Deps } from '../deps'
import { dayOf } from '../domain/period'
import { addressOf } from '../domain/survey-language'
import { errorResponse } from '../errors'
import { citizenPage } from '../render'
import type { Env } from '../session'
import { quickSurveyKey } from '../survey-pages'

/** How long a shared tablet thanks before it goes back to an empty form; said in words on the page. */
const secondsOfThanks = 30

/** What the holder of a receipt can do: see that the answer is kept, and withdraw it. Never shows what was answered. */
export function receiptRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get('/phieu/:receipt', (c) => show(c, c.req.param('receipt')))

  app.post('/phieu/:receipt/rut', async (c) => {
    const receipt = c.req.param('receipt')
    const result = await withdrawResponse(deps, receipt)
    if (!result.ok && result.error === 'unknown') return unknown(c)
    if (!result.ok) return show(c, receipt, 410)
    return c.redirect(paths.receipt(receipt), 303)
  })

  app.get('/phieu/:receipt/rut', (c) => c.redirect(paths.receipt(c.req.param('receipt')), 303))

  app.get('/cam-on/:code', async (c) => {
    const code = c.req.param('code')
    const names = await namesOf(code)
    if (!names) return errorResponse(c, deps, 404)
    const lang = c.req.query('lang') === 'en' ? 'en' : 'vi'
    // At a shared desk the next person chooses the office again.
    const { deskCode, quickFirst } = names.point
    const next = quickFirst && !deskCode ? paths.quick(code) : paths.survey(deskCode ?? code)
    const fullSurvey = c.req.query('nhanh') ? paths.survey(code, lang) : null
    // Without a script too: the next person finds an empty form.
    c.header('Refresh', `${secondsOfThanks}; url=${next}`)
    const newest = await findNewestVersion(deps.db, names.point.surveyKey, dayOf(deps.now()))
    const page = <ThanksPage {...names} next={next} fullSurvey={fullSurvey} />
    return thanked(c, newest?.id, page)
  })
  return app

  async function show(c: Context<Env>, text: string, status: 200 | 410 = 200) {
    c.header('X-Robots-Tag', 'noindex')
    const view = await viewReceipt(deps, text)
    const names = view && (await namesOf(view.point))
    if (!view || !names) return unknown(c)
    const fullSurvey =
      view.version.startsWith(`${quickSurveyKey}@`) && view.state === 'kept'
        ? paths.survey(view.point, c.req.query('lang') === 'en' ? 'en' : 'vi')
        : null
    const page = <ReceiptPage {...view} {...names} fullSurvey={fullSurvey} tooLate={status === 410} />
    const response = await thanked(c, view.version, page, status)
    response.headers.set('Cache-Control', 'no-store')
    return response
  }

  /** In the language and with the form of address of the survey that was answered. */
  async function thanked(c: Context<Env>, version: string | undefined, page: VNode, status: 200 | 410 = 200) {
    const definition = version === undefined ? undefined : await findSurveyVersion(deps.db, version)
    const lang = c.req.query('lang') === 'en' ? 'en' : 'vi'
    const words = wordsOf(lang, definition && addressOf(definition))
    const inWords = <WordsOfPage.Provider value={words}>{page}</WordsOfPage.Provider>
    return citizenPage(c, deps, inWords, { title: words.receiptTitle(), status, script: true, lang })
  }

  function unknown(c: Context<Env>) {
    return citizenPage(c, deps, <UnknownReceiptPage />, { title: unknownReceipt.title, status: 404 })
  }

  async function namesOf(code: string) {
    const point = await findPoint(deps.db, code)
    const office = point && (await findOffice(deps.db, point.officeCode))
    return point && office ? { office: office.name, point } : null
  }
}
