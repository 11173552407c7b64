import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { FollowCasePage } from '../../web/pages/follow-case'
import {
  NotPossiblePage,
  ReopenPage,
  type SenderFormProps,
  SupplementPage,
  WithdrawPage,
} from '../../web/pages/follow-forms'
import { paths } from '../../web/paths'
import { isSenderForm, type SenderForm, follow as words } from '../../web/vi/follow'
import { actAsSender, type DeedResult } from '../actions/case-deeds'
import { supplementCase, withdrawConsent } from '../actions/sender-deeds'
import type { Deps } from '../deps'
import { ratings } from '../domain/case-words'
import { dayOf } from '../domain/period'
import { cleanText } from '../domain/vietnamese'
import { readTextAndFiles } from '../follow-files'
import { followToken } from '../follow-token'
import { followPage } from '../follow-views'
import { largestOfAll, readPairs } from '../form'
import { citizenPage } from '../render'
import type { Env } from '../session'
import type { OpenedCase, WithCase } from './follow'

const base = '/tra-cuu/:token'
/** Buttons that take a consent back; nothing is typed into them. */
const consentForms = ['ho-ten', 'thong-bao'] as const satisfies readonly SenderForm[]
/** Letters of a text that the sender adds. */
const longest = 5000

/** What the sender does to the own case: add information, rate, ask again, withdraw, take the consent back. */
export function followDeedRoutes(deps: Deps, withCase: WithCase): Hono<Env> {
  const app = new Hono<Env>()

  for (const form of ['bo-sung', 'xem-xet-lai', 'rut'] as const)
    app.get(
      `${base}/${form}`,
      withCase((c, opened) => showForm(c, deps, opened, form, '', [])),
    )

  app.post(
    `${base}/bo-sung`,
    withCase(async (c, opened) => {
      const { text, files, problems } = await readTextAndFiles(c, deps.config, opened.view.asked !== null)
      const refused = [...problems, ...faultsOf(text)]
      if (refused.length > 0) return showForm(c, deps, opened, 'bo-sung', text, refused)
      return settle(c, opened, 'bo-sung', text, await supplementCase(deps, opened.row.id, { text, files }))
    }),
  )

  app.post(
    `${base}/xem-xet-lai`,
    withCase(async (c, opened) => {
      const { text } = await readTyped(c)
      if (faultsOf(text).length > 0) return showForm(c, deps, opened, 'xem-xet-lai', text, faultsOf(text))
      return settle(c, opened, 'xem-xet-lai', text, await actAsSender(deps, opened.row.id, { deed: 'reopen', text }))
    }),
  )

  app.post(
    `${base}/rut`,
    withCase(async (c, opened) => {
      const { text } = await readTyped(c)
      if (faultsOf(text).length > 0) return showForm(c, deps, opened, 'rut', text, faultsOf(text))
      return settle(c, opened, 'rut', text, await actAsSender(deps, opened.row.id, { deed: 'withdraw', reason: text }))
    }),
  )

  app.post(
    `${base}/danh-gia`,
    withCase(async (c, opened) => {
      const { text, level } = await readTyped(c)
      const rating = ratings.find((one) => one === level)
      if (!opened.view.mayRate) return settle(c, opened, 'danh-gia', text, { ok: false, error: 'rated-already' })
      const problem = rating ? faultsOf(text)[0] : words.faults['rating-missing']
      if (!rating || problem) return showCase(c, deps, opened, { rating: level, text, problem: problem ?? null })
      return settle(c, opened, 'danh-gia', text, await actAsSender(deps, opened.row.id, { deed: 'rate', rating, text }))
    }),
  )

  for (const form of consentForms)
    app.post(
      `${base}/${form}`,
      withCase(async (c, { row, token }) => {
        await withdrawConsent(deps, row.id, form === 'ho-ten' ? 'nameConsent' : 'messageConsent')
        return c.redirect(`${paths.followed(token)}?xong=${form}`, 303)
      }),
    )
  return app

  /** Leads back to the case; what could not be done any more has a page of its own with what was typed. */
  async function settle(c: Context<Env>, opened: OpenedCase, form: SenderForm, text: string, done: DeedResult) {
    if (done.ok) return c.redirect(`${paths.followed(opened.token)}?xong=${form}`, 303)
    if (done.error === 'text-missing' && form !== 'danh-gia')
      return showForm(c, deps, opened, form, text, [words.faults['text-missing']])
    return notPossible(c, deps, opened, form, text)
  }
}

type Rating = { rating: string; text: string; problem: string | null }

/** The page of a case; with a rating that was refused (422). */
export async function showCase(c: Context<Env>, deps: Deps, opened: OpenedCase, rating?: Rating) {
  const asked = c.req.query('xong') ?? ''
  const notice = isSenderForm(asked) ? words.doneNotes[asked] : null
  const partTokens = new Map([...opened.partIds].map(([code, id]) => [code, followToken(deps, id)]))
  const common = { token: opened.token, partTokens, today: dayOf(deps.now()), notice }
  const page = (
    <FollowCasePage
      {...(await followPage(deps, opened))}
      {...common}
      rating={rating ?? { rating: '', text: '', problem: null }}
    />
  )
  return inSheet(c, deps, page, words.caseTitle(opened.view.code), rating ? 422 : 200)
}

const pages = { 'bo-sung': SupplementPage, 'xem-xet-lai': ReopenPage, rut: WithdrawPage }
type PageForm = keyof typeof pages

function showForm(
  c: Context<Env>,
  deps: Deps,
  opened: OpenedCase,
  form: SenderForm,
  text: string,
  problems: readonly string[],
) {
  const { view, token } = opened
  const until = { 'bo-sung': view.asked?.untilOn, 'xem-xet-lai': view.reopenUntil, rut: view.mayWithdraw ? '' : null }
  const day = isPageForm(form) ? until[form] : null
  if (!isPageForm(form) || day === null || day === undefined) return notPossible(c, deps, opened, form, text)
  const props: SenderFormProps = {
    ...{ office: view.office, code: view.code, token, text, problems, until: day },
    limits: deps.config.attachments,
    asked: view.asked?.text ?? '',
  }
  const Page = pages[form]
  return inSheet(c, deps, <Page {...props} />, words.caseTitle(view.code), problems.length > 0 ? 422 : 200)
}

const isPageForm = (form: SenderForm): form is PageForm => Object.hasOwn(pages, form)

function notPossible(c: Context<Env>, deps: Deps, { view, token }: OpenedCase, form: SenderForm, text: string) {
  const page = <NotPossiblePage office={view.office} code={view.code} token={token} form={form} text={text} />
  return inSheet(c, deps, page, words.caseTitle(view.code), 409)
}

function inSheet(c: Context<Env>, deps: Deps, page: VNode, title: string, status: 200 | 409 | 422) {
  return citizenPage(c, deps, page, { title, status, sheet: 'case', script: 'follow' })
}

/** What was typed into a form before its time was over, as hidden fields of the form of the two codes. */
export function carriedOf(fields: Record<string, string | undefined>): [string, string][] {
  const { tiep = '', muc = '', 'noi-dung': text = '' } = fields
  if (!isSenderForm(tiep) || consentForms.some((form) => form === tiep)) return []
  return [
    ['tiep', tiep],
    ['muc', muc],
    ['noi-dung', text],
  ]
}

/** The form whose time was over, as it was typed; nothing is sent by it. */
export function carriedForm(
  c: Context<Env>,
  deps: Deps,
  opened: OpenedCase,
  { tiep = '', muc = '', 'noi-dung': typed = '' }: Record<string, string | undefined>,
) {
  const text = cleanText(typed)
  if (tiep === 'danh-gia' && opened.view.mayRate)
    return showCase(c, deps, opened, { rating: muc, text, problem: words.notSentYet })
  return showForm(c, deps, opened, isSenderForm(tiep) ? tiep : 'rut', text, [words.notSentYet])
}

async function readTyped(c: Context<Env>): Promise<{ text: string; level: string }> {
  const fields = Object.fromEntries(await readPairs(c, largestOfAll))
  return { text: cleanText(fields['noi-dung'] ?? ''), level: fields.muc ?? '' }
}

function faultsOf(text: string): string[] {
  return text.length > longest ? [words.faults['too-long'](longest)] : []
}
