import { type Context, Hono } from 'hono'
import type { Problem } from '../../web/components/field'
import { SetupClosedPage, SetupPage } from '../../web/pages/setup'
import { paths } from '../../web/paths'
import { accountTexts, setup } from '../../web/vi/staff'
import { isSetupLinkOpen } from '../actions/setup-link'
import { setUpAdministrator } from '../actions/staff'
import type { Deps } from '../deps'
import { rememberDevice } from '../device'
import { readForm } from '../form'
import { staffPage } from '../render'
import { type Env, startSession } from '../session'

/** The one-time link of the first administrator. */
export function setupRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const address = '/can-bo/thiet-lap/:token'
  const blank = { name: '', login: '' }
  const show = (c: Context<Env>, token: string, typed: typeof blank, problems: Problem[]) => {
    const page = <SetupPage token={token} typed={typed} problems={problems} />
    return staffPage(c, deps, page, { title: setup.title, status: problems.length > 0 ? 422 : 200 })
  }
  const closed = (c: Context<Env>) => staffPage(c, deps, <SetupClosedPage />, { title: setup.closedTitle, status: 410 })

  app.get(address, async (c) => {
    const token = c.req.param('token')
    return (await isSetupLinkOpen(deps.db, deps.now(), token)) ? show(c, token, blank, []) : closed(c)
  })

  app.post(address, async (c) => {
    const token = c.req.param('token')
    const { name = '', login = '', password = '', repeat = '' } = await readForm(c)
    if (password !== repeat) return show(c, token, { name, login }, [problem('repeat', 'not-repeated')])
    const done = await setUpAdministrator(deps, token, { name, login, password })
    if (done.ok) {
      await startSession(c, deps, done.staffId)
      rememberDevice(c, deps, login.trim().toLowerCase())
      return c.redirect(paths.staff.home(), 303)
    }
    if (done.error === 'link-closed') return closed(c)
    return show(
      c,
      token,
      { name, login },
      done.error.map(({ field, code }) => problem(field, code)),
    )
  })
  return app
}

function problem(field: string, code: keyof typeof accountTexts): Problem {
  return { field, text: accountTexts[code] }
}
