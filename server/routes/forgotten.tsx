import { type Context, Hono } from 'hono'
import { listRootOffices } from '../../db/offices'
import { ForgottenPage } from '../../web/pages/forgotten'
import { paths } from '../../web/paths'
import { forgotten as words } from '../../web/vi/staff'
import { requestPassword } from '../actions/forgotten'
import type { Deps } from '../deps'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { clientAddress } from '../limits'
import { passwordMails } from '../mail/compose'
import { staffPage } from '../render'
import type { Env } from '../session'
import { mailLimits } from '../sign-in-limits'

/** A forgotten password, by mail; nothing of it exists where no mail is sent. */
export function forgottenRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const limits = mailLimits(deps.config.rateLimits)
  const address = paths.staff.forgotten()

  app.get(address, (c) => {
    if (!deps.config.mail) return errorResponse(c, deps, 404)
    return show(c, deps, c.req.query('xong') === '1' ? 'sent' : 'form')
  })

  app.post(address, async (c) => {
    if (!deps.config.mail) return errorResponse(c, deps, 404)
    const typed = ((await readForm(c)).who ?? '').trim().toLowerCase().slice(0, 200)
    const seconds = await limits.waitAddress(clientAddress(c, deps.config.trustedProxies))
    if (seconds > 0) {
      c.header('Retry-After', String(seconds))
      return show(c, deps, 'wait', 429)
    }
    // Not waited for: how long the answer takes must not tell whether there is such an account.
    if (await limits.mayMail(typed))
      sendMail(deps, typed).catch((err) => deps.log.error({ err }, 'a forgotten password was not handled'))
    return c.redirect(`${address}?xong=1`, 303)
  })
  return app
}

async function sendMail(deps: Deps, typed: string): Promise<void> {
  const office = (await listRootOffices(deps.db))[0]?.name ?? ''
  await requestPassword(deps, passwordMails(deps, office), typed)
}

function show(c: Context<Env>, deps: Deps, state: 'form' | 'sent' | 'wait', status: 200 | 429 = 200) {
  return staffPage(c, deps, <ForgottenPage state={state} />, { title: words.title, status })
}
