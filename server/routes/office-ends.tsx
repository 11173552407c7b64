import { type Context, Hono } from 'hono'
import { CloseOfficePage, ConfirmMergerPage, type EndPageProps, MergeOfficePage } from '../../web/pages/office-end'
import { paths } from '../../web/paths'
import { endWords as words } from '../../web/vi/office-ends'
import { endProblem } from '../../web/vi/office-problems'
import { closeOffice, type EndOutcome, type EndProblem, reopenOffice, type TypedEnd } from '../actions/office-ends'
import { mergeOffice, planMerger } from '../actions/office-merger'
import { officeIn, officePart } from '../actions/office-part'
import type { Deps } from '../deps'
import { codesBelow } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { officeChoices } from '../office-options'
import { namesOf } from '../office-views'
import { randomBytesPooled } from '../random'
import type { Env } from '../session'
import { inShell, showOffice } from './offices'

const base = '/can-bo/don-vi/:code'

/** Closing an office, merging it into another one after a look at what that means, opening it again. */
export function officeEndRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const doer = (c: Context<Env>) => ({ ...deps, staff: c.get('staff') })

  app.get(`${base}/dong`, async (c) => showEnd(c, deps, 'close'))

  app.post(`${base}/dong`, async (c) => {
    const typed = asTyped(await readForm(c))
    const closed = await closeOffice(doer(c), c.req.param('code'), typed)
    return closed.ok ? toOffice(c, 'dong') : refuse(c, deps, closed, 'close', typed)
  })

  app.get(`${base}/sap-nhap`, async (c) => {
    const { successor } = c.req.query()
    if (!successor) return showEnd(c, deps, 'merge')
    const typed = asTyped(c.req.query())
    const planned = await planMerger(doer(c), c.req.param('code'), typed)
    if (!planned.ok) return refuse(c, deps, planned, 'merge', typed)
    const { merger } = planned
    const title = words.confirmTitle(merger.from.name, merger.into.name)
    return inShell(c, deps, <ConfirmMergerPage merger={merger} />, title)
  })

  app.post(`${base}/sap-nhap`, async (c) => {
    const typed = asTyped(await readForm(c))
    const merged = await mergeOffice({ ...doer(c), random: randomBytesPooled }, c.req.param('code'), typed)
    return merged.ok ? toOffice(c, 'sap-nhap') : refuse(c, deps, merged, 'merge', typed)
  })

  app.post(`${base}/mo-lai`, async (c) => {
    const opened = await reopenOffice(doer(c), c.req.param('code'))
    if (opened.ok) return toOffice(c, 'mo-lai')
    if (opened.error !== 'refused') return errorResponse(c, deps, opened.error === 'unknown' ? 404 : 403)
    const names = namesOf((await officePart(deps.db, c.get('staff'))).all)
    const problem = opened.problems.map((one) => endProblem(one, (code) => names[code] ?? code)).join(' ')
    return showOffice(c, deps, { problem })
  })
  return app
}

function asTyped({ lastDay = '', successor = '' }: Record<string, string | undefined>): TypedEnd {
  return { lastDay: lastDay.trim(), successor: successor.trim() }
}

function toOffice(c: Context<Env>, done: string) {
  return c.redirect(`${paths.staff.office(c.req.param('code') ?? '')}?xong=${done}`, 303)
}

type Step = 'close' | 'merge'
type Failure = Extract<EndOutcome, { ok: false }>

function refuse(c: Context<Env>, deps: Deps, failure: Failure, step: Step, typed: TypedEnd) {
  if (failure.error === 'refused') return showEnd(c, deps, step, typed, failure.problems)
  return errorResponse(c, deps, failure.error === 'unknown' ? 404 : 403)
}

/** The form of an end; a refused one comes back as it was typed (422). */
async function showEnd(c: Context<Env>, deps: Deps, step: Step, typed?: TypedEnd, problems: EndProblem[] = []) {
  const part = await officePart(deps.db, c.get('staff'))
  const office = officeIn(part, c.req.param('code') ?? '')
  if (!office) return errorResponse(c, deps, 404)
  const today = dayOf(deps.now())
  // Who closes without moving anything cannot go on in what ends with it.
  const below = step === 'close' ? codesBelow(part.all, office.code) : new Set([office.code])
  const others = part.all.filter(({ code }) => part.codes.has(code) && !below.has(code))
  const props: EndPageProps = {
    office,
    options: officeChoices(others, today),
    typed: typed ?? { lastDay: today, successor: '' },
    problems,
    names: namesOf(part.all),
  }
  const Page = step === 'close' ? CloseOfficePage : MergeOfficePage
  const title = step === 'close' ? words.closeTitle(office.name) : words.mergeTitle(office.name)
  return inShell(c, deps, <Page {...props} />, title, problems.length > 0 ? 422 : 200)
}
