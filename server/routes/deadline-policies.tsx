import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { findPolicyFor, listPolicies, type StoredPolicy } from '../../db/deadline-policies'
import { listRootOffices } from '../../db/offices'
import { StaffShell } from '../../web/components/staff-shell'
import { DeadlinesPage, type PolicyGroup } from '../../web/pages/deadline-policies'
import { DeadlineFormPage } from '../../web/pages/deadline-policy-form'
import { paths } from '../../web/paths'
import { deadlineWords as words } from '../../web/vi/deadline-policies'
import { addPolicy } from '../actions/deadline-policies'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import {
  type DeadlineField,
  everywhere,
  readTypedDeadlines,
  type TypedDeadlines,
  typedOfRules,
} from '../domain/deadline-form'
import { dayOf } from '../domain/period'
import { may } from '../domain/permissions'
import { errorResponse } from '../errors'
import { readPairs } from '../form'
import { officeChoices, withOfficeCode } from '../office-options'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'

const base = '/can-bo/thoi-han'

/** Deadlines in versions: for everybody, and for offices of their own. */
export function deadlineRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('calendar.view'))
  app.use(`${base}/*`, needs('calendar.view'))

  app.get(base, async (c) => {
    const staff = c.get('staff')
    const mayAdd = may(staff.role, 'calendar.manage')
    const saved = Number(c.req.query('luu')) || 0
    const page = <DeadlinesPage groups={await groupsFor(c)} mayAdd={mayAdd} saved={saved} />
    return inShell(c, page, words.title)
  })

  app.get(`${base}/moi`, needs('calendar.manage'), async (c) => {
    const today = dayOf(deps.now())
    const offices = await officesOf(deps, c.get('staff'))
    const own = offices.find(({ code }) => code === c.req.query('don-vi'))?.code
    const office = own ?? c.get('staff').officeCode ?? (c.req.query('rieng') === '1' ? '' : everywhere)
    const from = own ?? c.get('staff').officeCode
    const { rules } = from ? await findPolicyFor(deps.db, from, today) : await commonPolicy(today)
    return showForm(c, { ...typedOfRules(rules), effectiveOn: today, source: '', office }, [])
  })

  app.post(`${base}/moi`, needs('calendar.manage'), async (c) => {
    const staff = c.get('staff')
    const typed = await withOfficeCode(deps, staff, readTypedDeadlines(keepFields(await readPairs(c))))
    const offices = new Set((await officesOf(deps, staff)).map(({ code }) => code))
    // A code that was typed and is none of the own part is a slip, not an attempt.
    if (typed.office !== everywhere && !offices.has(typed.office)) return showForm(c, typed, ['office'])
    const added = await addPolicy({ ...deps, staff, offices }, typed)
    if (added.ok) return c.redirect(paths.staff.deadlines(undefined, { luu: String(added.number) }), 303)
    if (added.error === 'forbidden') return errorResponse(c, deps, 403)
    return showForm(c, typed, added.error === 'invalid' ? added.faults : [], added.error === 'conflict')
  })
  return app

  /** What holds for everybody on a day. */
  async function commonPolicy(today: string): Promise<StoredPolicy> {
    const root = (await listRootOffices(deps.db))[0]?.code ?? ''
    const ofAll = (one: StoredPolicy) => one.officeCode === null && one.effectiveOn <= today
    return (await listPolicies(deps.db)).find(ofAll) ?? findPolicyFor(deps.db, root, today)
  }

  async function groupsFor(c: Context<Env>): Promise<PolicyGroup[]> {
    const staff = c.get('staff')
    const today = dayOf(deps.now())
    const names = new Map((await officesOf(deps, staff)).map(({ code, name }) => [code, name]))
    const policies = await listPolicies(deps.db)
    const manages = may(staff.role, 'calendar.manage')
    const codes = [null, ...names.keys()].filter((code) => policies.some(({ officeCode }) => officeCode === code))
    return codes.map((officeCode) => {
      const own = policies.filter((policy) => policy.officeCode === officeCode)
      const inForce = own.find(({ effectiveOn }) => effectiveOn <= today) ?? null
      const mayChange = manages && (officeCode !== null || staff.officeCode === null)
      const coming = own.filter(({ effectiveOn }) => effectiveOn > today)
      const past = own.filter((policy) => policy !== inForce && !coming.includes(policy))
      return { officeCode, office: officeCode && (names.get(officeCode) ?? null), inForce, coming, past, mayChange }
    })
  }

  async function showForm(c: Context<Env>, typed: TypedDeadlines, faults: readonly DeadlineField[], conflict = false) {
    const staff = c.get('staff')
    const offices = officeChoices(await officesOf(deps, staff), dayOf(deps.now()))
    const page = <DeadlineFormPage {...{ typed, faults, offices, conflict }} all={staff.officeCode === null} />
    return inShell(c, page, words.formTitle, conflict ? 409 : faults.length > 0 ? 422 : 200)
  }

  function inShell(c: Context<Env>, page: VNode, title: string, status: 200 | 409 | 422 = 200) {
    const framed = (
      <StaffShell {...shellProps(c, deps)} current="deadlines">
        {page}
      </StaffShell>
    )
    return staffPage(c, deps, framed, { title, status })
  }
}
