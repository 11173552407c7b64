import { type Context, Hono } from 'hono'
import { deleteSession } from '../../db/sessions'
import { SendAgainPage } from '../../web/pages/send-again'
import { SignInPage, type SignInProps } from '../../web/pages/sign-in'
import { paths } from '../../web/paths'
import { signIn } from '../../web/vi/staff'
import { checkPassword } from '../actions/staff'
import type { Deps } from '../deps'
import { findDevice, rememberDevice } from '../device'
import { readPairs } from '../form'
import { clientAddress } from '../limits'
import { staffPage } from '../render'
import { clearSession, type Env, findSignedIn, sessionHash, startSession } from '../session'
import { signInLimits } from '../sign-in-limits'
import { readUnsent, safeNext, unsentIn } from '../unsent'

/** Sign-in and sign-out. */
export function signInRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const limits = signInLimits(deps.config.rateLimits)
  const show = (c: Context<Env>, props: SignInProps, status: 200 | 422 | 429 = 200) =>
    staffPage(c, deps, <SignInPage {...props} />, { title: signIn.title, status })

  app.get(paths.staff.signIn(), async (c) => {
    const next = safeNext(c.req.query('tiep'))
    if (await findSignedIn(c, deps)) return c.redirect(next ?? paths.staff.home(), 303)
    return show(c, { next, done: doneIn(c) })
  })

  app.post(paths.staff.signIn(), async (c) => {
    const pairs = await readPairs(c)
    const form = Object.fromEntries(pairs)
    const next = safeNext(form.tiep)
    const unsent = unsentIn(pairs)
    const login = (form.login ?? '').trim().toLowerCase().slice(0, 100)
    const address = clientAddress(c, deps.config.trustedProxies)
    const attempt = { login, address, device: findDevice(c, deps, login) }
    const entered = await limits.enter(attempt)
    if (!entered.ok) {
      c.header('Retry-After', String(entered.waitSeconds))
      const minutes = Math.ceil(entered.waitSeconds / 60)
      return show(c, { next, login, unsent, problem: { code: 'wait', minutes } }, 429)
    }
    const staffId = await checkPassword(deps.db, login, form.password ?? '')
    if (!staffId) return show(c, { next, login, unsent, problem: { code: 'wrong' } }, 422)
    await limits.succeeded(attempt)
    await startSession(c, deps, staffId)
    rememberDevice(c, deps, login)
    if (unsent) return staffPage(c, deps, <SendAgainPage unsent={unsent} />, { title: signIn.againTitle })
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

function doneIn(c: Context): SignInProps['done'] {
  if (c.req.query('ra') === '1') return 'signed-out'
  return c.req.query('dat') === '1' ? 'password-set' : undefined
}

/** The sign-in page around a form whose session has ended (422); null when there is nothing to keep. */
export async function keepUnsent(c: Context<Env>, deps: Deps): Promise<Response | null> {
  const unsent = await readUnsent(c)
  return unsent && staffPage(c, deps, <SignInPage unsent={unsent} />, { title: signIn.title, status: 422 })
}
