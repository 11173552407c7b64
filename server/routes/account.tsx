import { type Context, Hono } from 'hono'
import { listSessions } from '../../db/sessions'
import type { Problem } from '../../web/components/field'
import type { OwnSession } from '../../web/components/own-sessions'
import { StaffShell } from '../../web/components/staff-shell'
import { AccountPage } from '../../web/pages/account'
import { paths } from '../../web/paths'
import { type AccountText, account, accountTexts } from '../../web/vi/staff'
import { endOtherSessions, endSession } from '../actions/sign-ins'
import { changePassword } from '../actions/staff'
import type { Deps } from '../deps'
import { readForm } from '../form'
import { staffPage } from '../render'
import { type Env, sessionHash, shellProps } from '../session'
import { passwordLimit } from '../sign-in-limits'
import { twoStepRoutes } from './two-steps'

/** The own account: who is signed in and where, the second step, change of password. */
export function accountRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const limit = passwordLimit(deps.config.rateLimits)
  const show = async (c: Context<Env>, problem: { field: string; code: AccountText } | null) => {
    const staff = c.get('staff')
    const problems: Problem[] = problem ? [{ field: problem.field, text: accountTexts[problem.code] }] : []
    const done = account.done[c.req.query('xong') ?? ''] ?? null
    const page = (
      <StaffShell {...shellProps(c, deps)} current="account">
        <AccountPage
          staff={staff}
          sessions={await ownSessions(c, deps)}
          hasTwoSteps={staff.hasTwoSteps}
          problems={problems}
          done={problem ? null : done}
        />
      </StaffShell>
    )
    const status = problem?.code === 'too-many' ? 429 : problem ? 422 : 200
    return staffPage(c, deps, page, { title: account.title, status })
  }

  app.get(paths.staff.account(), (c) => show(c, null))

  app.post(paths.staff.account(), async (c) => {
    const form = await readForm(c)
    const next = form.new ?? ''
    if (next !== form.repeat) return show(c, { field: 'repeat', code: 'not-repeated' })
    const staffId = c.get('staff').id
    const wait = await limit.wait(staffId)
    if (wait > 0) {
      c.header('Retry-After', String(wait))
      return show(c, { field: 'old', code: 'too-many' })
    }
    const change = {
      staffId,
      sessionHash: sessionHash(c, deps) ?? '',
      old: form.old ?? '',
      new: next,
    }
    const done = await changePassword(deps, change)
    if (done.ok || done.error !== 'wrong-password') await limit.succeeded(staffId)
    if (done.ok) return c.redirect(`${paths.staff.account()}?xong=1`, 303)
    return show(c, { field: done.error === 'wrong-password' ? 'old' : 'new', code: done.error })
  })

  app.post(paths.staff.sessions(), async (c) => {
    const { one, others } = await readForm(c)
    const staffId = c.get('staff').id
    if (others) await endOtherSessions(deps.db, deps.now(), staffId, sessionHash(c, deps) ?? '')
    else if (one) await endSession(deps.db, deps.now(), staffId, one)
    return c.redirect(`${paths.staff.account()}?xong=phien`, 303)
  })

  app.route('/', twoStepRoutes(deps))
  return app
}

async function ownSessions(c: Context<Env>, deps: Deps): Promise<OwnSession[]> {
  const present = sessionHash(c, deps)
  const sessions = await listSessions(deps.db, c.get('staff').id, deps.now().toISOString())
  return sessions.map(({ tokenHash, device, createdAt, seenAt }) => {
    return { id: tokenHash, device, createdAt, seenAt, isPresent: tokenHash === present }
  })
}
