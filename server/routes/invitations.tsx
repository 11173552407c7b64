import { type Context, Hono } from 'hono'
import type { Problem } from '../../web/components/field'
import { InvitationClosedPage, InvitationPage } from '../../web/pages/invitation'
import { paths } from '../../web/paths'
import { accountTexts, invitation } from '../../web/vi/staff'
import { acceptInvitation, findInvited } from '../actions/invitations'
import type { Deps } from '../deps'
import { rememberDevice } from '../device'
import { readForm } from '../form'
import { staffPage } from '../render'
import { type Env, startSession } from '../session'

/** One-time links of invited people and of those who forgot their password. */
export function invitationRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const address = '/can-bo/loi-moi/:token'

  app.get(address, (c) => showInvitation(c, deps, []))

  app.post(address, async (c) => {
    const { password = '', repeat = '' } = await readForm(c)
    const refuse = (field: string, code: keyof typeof accountTexts) =>
      showInvitation(c, deps, [{ field, text: accountTexts[code] }])
    if (password !== repeat) return refuse('repeat', 'not-repeated')
    const done = await acceptInvitation(deps, c.req.param('token'), password)
    if (!done.ok) return done.error === 'link-closed' ? showClosed(c, deps) : refuse('password', done.error)
    // Whoever has a second step proves it at the usual door.
    if (done.staff.totpAt) return c.redirect(`${paths.staff.signIn()}?dat=1`, 303)
    await startSession(c, deps, done.staff.id)
    rememberDevice(c, deps, done.staff.login)
    return c.redirect(paths.staff.home(), 303)
  })
  return app
}

async function showInvitation(c: Context<Env>, deps: Deps, problems: Problem[]) {
  const token = c.req.param('token') ?? ''
  const staff = await findInvited(deps.db, deps.now(), token)
  if (!staff) return showClosed(c, deps)
  const page = <InvitationPage token={token} name={staff.name} login={staff.login} problems={problems} />
  return staffPage(c, deps, page, { title: invitation.title, status: problems.length > 0 ? 422 : 200 })
}

function showClosed(c: Context<Env>, deps: Deps) {
  return staffPage(c, deps, <InvitationClosedPage />, { title: invitation.closedTitle, status: 410 })
}
