import { type Context, Hono } from 'hono'
import { findCaseFile, readFile } from '../../db/case-files'
import { getCaseById } from '../../db/cases'
import { listRootOffices } from '../../db/offices'
import { FollowFormPage, type FollowFormProps } from '../../web/pages/follow'
import { FollowAnswerPage } from '../../web/pages/follow-answer'
import { paths } from '../../web/paths'
import { follow as words } from '../../web/vi/follow'
import { openBySecret } from '../actions/case-access'
import type { Deps } from '../deps'
import { readCaseCode } from '../domain/case-code'
import { isForSender } from '../domain/public-view'
import { errorResponse } from '../errors'
import { followLimits } from '../follow-limits'
import { followToken, readFollowToken } from '../follow-token'
import { contactsFor, type FollowedCase, followedCase } from '../follow-views'
import { largestOfAll, readPairs } from '../form'
import { icsOf } from '../formats/ics'
import { clientAddress } from '../limits'
import { readMultipart } from '../multipart'
import { citizenPage } from '../render'
import { sendAttachment } from '../send-attachment'
import type { Env } from '../session'
import { carriedForm, carriedOf, followDeedRoutes, showCase } from './follow-deeds'

const base = '/tra-cuu'

/** A case that its sender has opened with the look-up code. */
export type OpenedCase = FollowedCase & { token: string }
export type WithCase = (
  show: (c: Context<Env>, opened: OpenedCase) => Promise<Response> | Response,
) => (c: Context<Env>) => Promise<Response>

/** Following a case: the two codes, the page of the case, its files, the day for the calendar, the answer as print. */
export function followRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const limits = followLimits(deps.config.rateLimits)

  app.use(base, unseen)
  app.use(`${base}/*`, unseen)

  app.get(base, (c) => showForm(c, { code: c.req.query('ma') ?? '', secret: '' }))

  app.post(base, async (c) => {
    const fields = Object.fromEntries(await readPairs(c, largestOfAll))
    const [code = '', secret = ''] = [fields.ma, fields['bi-mat']]
    const typed = { code, secret, carried: carriedOf(fields) }
    const read = readCaseCode(code)
    const lookUp = { code: read ?? code.trim().toUpperCase(), address: clientAddress(c, deps.config.trustedProxies) }
    const wait = await limits.enter(lookUp)
    if (wait > 0) return tooMany(c, typed, wait)
    const found = await openBySecret(deps, code, secret)
    if (!found) {
      const more = await limits.wrong(lookUp)
      if (more > 0) return tooMany(c, typed, more)
      const problem = { title: words.wrongTitle, texts: [words.wrong, words.kept], atFields: true }
      return showForm(c, { ...typed, problem }, 422)
    }
    await limits.right(lookUp)
    const token = followToken(deps, found.id)
    if (typed.carried.length === 0) return c.redirect(paths.followed(token), 303)
    return carriedForm(c, deps, { ...(await followedCase(deps, found.id)), token }, fields)
  })

  const withCase: WithCase = (show) => async (c) => {
    const token = c.req.param('token') ?? ''
    const read = readFollowToken(deps, token)
    if (!read) return lost(c, { code: '', secret: '' }, [words.brokenLink], 404)
    if (!read.expired) return show(c, { ...(await followedCase(deps, read.caseId)), token })
    const { code } = await getCaseById(deps.db, read.caseId)
    const carried = c.req.method === 'POST' ? await carriedFrom(c) : []
    const texts = carried.length > 0 ? [words.expired, words.expiredKept] : [words.expired]
    return lost(c, { code, secret: '', carried }, texts, 410)
  }

  app.get(
    `${base}/:token`,
    withCase((c, opened) => showCase(c, deps, opened)),
  )

  app.get(
    `${base}/:token/in`,
    withCase((c, { view, token }) => {
      if (view.answers.length === 0) return errorResponse(c, deps, 404)
      const page = <FollowAnswerPage view={view} token={token} />
      const options = { title: words.answer(view.office), bodyClass: 'paper', sheet: 'case', script: 'follow' } as const
      return citizenPage(c, deps, page, options)
    }),
  )

  app.get(
    `${base}/:token/han.ics`,
    withCase((c, { view }) => {
      const dueOn = view.due?.on
      if (!dueOn) return errorResponse(c, deps, 404)
      const url = `${deps.publicUrl}${paths.follow()}?ma=${encodeURIComponent(view.code)}`
      const uid = `${view.code}@${new URL(deps.publicUrl).hostname}`
      c.header('Content-Type', 'text/calendar; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="${view.code}.ics"`)
      return c.body(icsOf({ uid, title: words.icsTitle(view.code), dueOn, url, now: deps.now() }))
    }),
  )

  app.get(
    `${base}/:token/tep/:id`,
    withCase(async (c, { row, events }) => {
      const file = await findCaseFile(deps.db, c.req.param('id') ?? '')
      const isOwn = file !== undefined && file.caseId === row.id && isForSender(file, events)
      const whole = isOwn ? await readFile(deps.db, file.id) : undefined
      return whole ? sendAttachment(c, whole) : errorResponse(c, deps, 404)
    }),
  )

  app.route('/', followDeedRoutes(deps, withCase))
  return app

  async function showForm(c: Context<Env>, props: FollowFormProps, status: 200 | 404 | 410 | 422 | 429 = 200) {
    const own = (await listRootOffices(deps.db))[0]?.name
    const page = <FollowFormPage {...props} office={own} />
    return citizenPage(c, deps, page, { title: words.title, status, sheet: 'case', script: 'follow' })
  }

  async function tooMany(c: Context<Env>, typed: FollowFormProps, wait: number) {
    c.header('Retry-After', String(wait))
    const { phone } = await contactsFor(deps, readCaseCode(typed.code))
    const texts = [words.tooMany(Math.ceil(wait / 60), phone), words.kept]
    return showForm(c, { ...typed, problem: { title: words.tooManyTitle, texts, atFields: false } }, 429)
  }

  function lost(c: Context<Env>, props: FollowFormProps, texts: string[], status: 404 | 410) {
    return showForm(c, { ...props, problem: { title: words.expiredTitle, texts, atFields: false } }, status)
  }
}

/** What was typed into a form of the sender whose time is over; files have to be chosen again. */
async function carriedFrom(c: Context<Env>) {
  const form = c.req.path.split('/').at(-1) ?? ''
  const { fields } = await readMultipart(c, { maxBytes: 0, maxFiles: 0, maxFileBytes: 0 })
  return carriedOf({ ...Object.fromEntries(fields), tiep: form })
}

/** Nothing of a case stays behind: in no cache, no index, and no address that another site learns. */
async function unseen(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Robots-Tag', 'noindex, nofollow')
  await next()
  c.header('Cache-Control', 'private, no-store')
}
