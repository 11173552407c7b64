import { type Context, Hono } from 'hono'
import { listCaseFiles } from '../../db/case-files'
import { type FeedbackCase, getCaseById } from '../../db/cases'
import { getPolicy } from '../../db/deadline-policies'
import { findContacts } from '../../db/feedback-offices'
import { findOffice, listRootOffices } from '../../db/offices'
import { FeedbackExpiredPage, FeedbackSentPage } from '../../web/pages/feedback-sent'
import { paths } from '../../web/paths'
import { expiredWords } from '../../web/vi/feedback-faults'
import { sentWords } from '../../web/vi/feedback-sent'
import { momentOf } from '../actions/case-moment'
import type { Deps } from '../deps'
import { isDuePromised } from '../domain/case-form'
import { explainDue } from '../domain/deadlines'
import { formPage } from '../feedback-render'
import { qrSvgPath } from '../formats/qr'
import type { Env } from '../session'
import { seal, unseal } from '../store/seal'

const purpose = 'case-sent'
const twoHours = 2 * 3_600_000

/** What the address of a receipt carries, sealed: whose it is, its look-up code, and until when it may be seen. */
export function sentToken(
  { keys, now }: Pick<Deps, 'keys' | 'now'>,
  { id, secret }: { id: string; secret: string },
): string {
  return seal(keys.secret, purpose, JSON.stringify({ id, secret, until: now().getTime() + twoHours }))
}

/** The receipt of what was sent: never cached, never found, no Referer from it. */
export function feedbackSentRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/gop-y/da-gui/:token', async (c) => {
    c.header('X-Robots-Tag', 'noindex')
    c.header('Referrer-Policy', 'no-referrer')
    const opened = readToken(deps, c.req.param('token'))
    const response = opened ? await show(c, opened) : await expired(c)
    response.headers.set('Cache-Control', 'no-store')
    return response
  })
  return app

  async function show(c: Context<Env>, { id, secret }: { id: string; secret: string }) {
    const kept = await getCaseById(deps.db, id)
    const { officeCode, kind, code, title, sentAt } = kept
    const [office, contacts, files] = await Promise.all([
      findOffice(deps.db, officeCode),
      findContacts(deps.db, officeCode),
      listCaseFiles(deps.db, id),
    ])
    const page = (
      <FeedbackSentPage
        {...{ kind, code, title, sentAt, secret }}
        {...(await dueOf(kept))}
        office={office?.name ?? officeCode}
        files={files.length}
        phone={contacts.phone}
        reception={contacts.reception}
        qr={qrSvgPath(deps.publicUrl + paths.followWith(code, secret))}
      />
    )
    return formPage(c, deps, page, { title: sentWords.slip, sheet: 'sent' })
  }

  async function dueOf(kept: FeedbackCase) {
    const { calendar, rules, today } = await momentOf(deps.db, kept, deps.now())
    const policy = await getPolicy(deps.db, kept.policyId)
    const due = isDuePromised(kept.kind) ? explainDue(calendar, rules, kept.clock) : null
    return { today, due, basis: policy.source }
  }

  async function expired(c: Context<Env>) {
    const office = (await listRootOffices(deps.db))[0]?.name ?? ''
    const page = <FeedbackExpiredPage office={office} />
    return formPage(c, deps, page, { title: expiredWords.title, status: 410 })
  }
}

function readToken({ keys, now }: Pick<Deps, 'keys' | 'now'>, token: string): { id: string; secret: string } | null {
  const text = unseal(keys.secret, purpose, token)
  if (text === null) return null
  const { id, secret, until } = JSON.parse(text) as { id: string; secret: string; until: number }
  return now().getTime() < until ? { id, secret } : null
}
