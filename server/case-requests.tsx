import type { Context, MiddlewareHandler } from 'hono'
import type { ComponentChild, VNode } from 'preact'
import { listEvents } from '../db/case-events'
import type { FeedbackCase } from '../db/cases'
import { StaffShell } from '../web/components/staff-shell'
import type { Meanwhile } from '../web/pages/case-form'
import { CannotPage, GonePage } from '../web/pages/case-other'
import { paths } from '../web/paths'
import { caseFaultWords, casePage as words } from '../web/vi/case-page'
import { actorOf, findCaseFor } from './actions/case-deeds'
import { viewCase } from './actions/case-viewing'
import { namesOf } from './case-views'
import type { Deps } from './deps'
import { isAllowed, possibleDeeds } from './domain/case-actions'
import { type CaseDeed, neededFor } from './domain/case-deeds'
import type { CaseFault } from './domain/case-moves'
import { type FormValues, lineOf } from './domain/form-values'
import { errorResponse } from './errors'
import { staffPage } from './render'
import { type Env, needs, shellProps } from './session'

/** The address of one case. Literal addresses beside it are registered before it. */
export const caseBase = '/can-bo/phan-anh/:code'

/** The permission that the address of a deed asks for; what a sender does is keyed in by whoever receives. */
export function needsFor(deed: CaseDeed): MiddlewareHandler<Env> {
  const needed = neededFor[deed]
  return needs(needed === 'sender' ? 'cases.receive' : needed)
}

type CaseHandler = (c: Context<Env>, found: FeedbackCase) => Promise<Response> | Response

/** The case of the address when the person may see it, else 404; a look at a restricted one is written down. */
export function withCase(deps: Deps, show: CaseHandler) {
  return async (c: Context<Env>) => {
    const found = await viewCase(deps, c.get('staff'), c.req.param('code') ?? '')
    return found ? show(c, found) : errorResponse(c, deps, 404)
  }
}

/** The same for a deed that this person may do to the case now; else 403, or 409 with what has happened. */
export function withDeed(deps: Deps, deed: CaseDeed, show: CaseHandler) {
  return withCase(deps, async (c, found) => {
    const actor = actorOf(c.get('staff'))
    if (!isAllowed(found, deed, actor)) return errorResponse(c, deps, 403)
    if (possibleDeeds(found, actor, [deed]).length > 0) return show(c, found)
    return cannot(c, deps, found, 'wrong-state', {})
  })
}

/** 409: the deed is not possible (any more); what was typed is there to be copied. */
export async function cannot(
  c: Context<Env>,
  deps: Deps,
  found: FeedbackCase,
  fault: CaseFault,
  values: FormValues,
): Promise<Response> {
  const typed = ['text', 'reason', 'told', 'ground'].map((name) => values[name]?.at(-1) ?? '')
  const meanwhile = await meanwhileOf(deps, found, values)
  const page = <CannotPage case={found} why={caseFaultWords[fault]} meanwhile={meanwhile} typed={typed} />
  return inCaseShell(c, deps, page, words.cannotTitle, 409)
}

/** What others did since the form was opened (`seen`: events at that time); null when nothing. */
export async function meanwhileOf(
  deps: Pick<Deps, 'db'>,
  found: FeedbackCase,
  values: FormValues,
): Promise<Meanwhile | null> {
  const seen = Number(lineOf(values, 'seen') || Number.NaN)
  const events = (await listEvents(deps.db, found.id)).filter(({ no }) => no > seen)
  return events.length > 0 ? { events, names: await namesOf(deps.db) } : null
}

/** Back to the case, which says that it is done; where the deed took it out of sight, a page that says so. */
export async function backToCase(c: Context<Env>, deps: Deps, code: string, done: string): Promise<Response> {
  const still = await findCaseFor(deps.db, c.get('staff'), code)
  if (!still) return inCaseShell(c, deps, <GonePage code={code} />, words.gone(code))
  return c.redirect(`${paths.staff.case(code)}?${new URLSearchParams({ xong: done })}`, 303)
}

/** A page of a case in the frame of the staff area. */
export function inCaseShell(
  c: Context<Env>,
  deps: Deps,
  page: VNode | ComponentChild,
  title: string,
  status: 200 | 409 | 422 = 200,
) {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="inbox">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status })
}
