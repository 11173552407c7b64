import { type Context, Hono } from 'hono'
import { deleteSession } from '../../db/sessions'
import { SignInPage, type SignInProps } from '../../web/pages/sign-in'
import { paths } from '../../web/paths'
import { signIn } from '../../web/vi/staff'
import { checkPassword } from '../actions/staff'
import type { Deps } from '../deps'
import { findDevice, rememberDevice } from '../device'
import { readForm } from '../form'
import { clientAddress } from '../limits'
import { staffPage } from '../render'
import { clearSession, type Env, findSignedIn, sessionHash, startSession } from '../session'
import { signInLimits } from '../sign-in-limits'

/** Sign-in and sign-out. */
export function signInRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const limits = signInLimits(deps.config.rateLimits)
  const show = (c: Context<Env>, props: SignInProps, status: 200 | 422 | 429 = 200) =>
    staffPage(c, deps, <SignInPage {...props} />, { title: signIn.title, status })

  app.get(paths.staff.signIn(), async (c) => {
    const next = safeNext(c.req.query('tiep'))
    if (await findSignedIn(c, deps)) return c.redirect(next ?? paths.staff.home(), 303)
    return show(c, { next, signedOut: c.req.query('ra') === '1' })
  })

  app.post(paths.staff.signIn(), async (c) => {
    const form = await readForm(c)
    const next = safeNext(form.tiep)
    const login = (form.login ?? '').trim().toLowerCase().slice(0, 100)
    const address = clientAddress(c, deps.config.trustedProxies)
    const attempt = { login, address, device: findDevice(c, deps, login) }
    const entered = await limits.enter(attempt)
    if (!entered.ok) {
      c.header('Retry-After', String(entered.waitSeconds))
      const minutes = Math.ceil(entered.waitSeconds / 60)
      return show(c, { next, login, problem: { code: 'wait', minutes } }, 429)
    }
    const staffId = await checkPassword(deps.db, login, form.password ?? '')
    if (!staffId) return show(c, { next, login, problem: { code: 'wrong' } }, 422)
    await limits.succeeded(attempt)
    await startSession(c, deps, staffId)
    rememberDevice(c, deps, login)
    return c.redirect(next ?? paths.staff.home(), 303)
  })

  app.post(paths.staff.signOut(), async (c) => {
    const tokenHash = sessionHash(c, deps)
    if (tokenHash) await deleteSession(deps.db, tokenHash)
    clearSession(c, deps)
    return c.redirect(`${paths.staff.signIn()}?ra=1`, 303)
  })
  return app
}

/** A page of the staff area to go to after signing in; anything else, another site above all, is dropped. */
export function safeNext(text: string | undefined): string | undefined {
  if (!text || !URL.canParse(text, 'http://here')) return undefined
  const url = new URL(text, 'http://here')
  const ours = url.origin === 'http://here' && /^\/can-bo(\/|$)/.test(url.pathname)
  return ours ? url.pathname + url.search : undefined
}
