import { type Context, Hono } from 'hono'
import { findStaff, type Staff } from '../../db/staff'
import type { Unsent } from '../../web/components/unsent-fields'
import { SecondStepPage, type SecondStepProps } from '../../web/pages/second-step'
import { SendAgainPage } from '../../web/pages/send-again'
import { SignInPage, type SignInProps } from '../../web/pages/sign-in'
import { paths } from '../../web/paths'
import { signIn } from '../../web/vi/staff'
import { closeSession, recordFailedTries } from '../actions/sign-ins'
import { checkPassword } from '../actions/staff'
import { takeSecondStep } from '../actions/two-steps'
import type { Deps } from '../deps'
import { findDevice, rememberDevice } from '../device'
import { largestOfAll, readPairs } from '../form'
import { clientAddress } from '../limits'
import { randomBytesPooled } from '../random'
import { staffPage } from '../render'
import { openWaiting, sealWaiting } from '../second-step'
import { clearSession, type Env, findSignedIn, sessionHash, startSession } from '../session'
import { type Attempt, secondStepLimits, signInLimits } from '../sign-in-limits'
import { failureCounter } from '../sign-in-log'
import { readUnsent, safeNext, unsentIn } from '../unsent'

/** What goes on after signing in: a page to show, a form to send again. */
type Onward = { next: string | undefined; unsent: Unsent | null }

/** Sign-in with password and, where there is one, a second step; sign-out. */
export function signInRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const limits = signInLimits(deps.config.rateLimits)
  const codeLimits = secondStepLimits(deps.config.rateLimits)
  const failed = failureRecorder(deps)

  app.get(paths.staff.signIn(), async (c) => {
    const next = safeNext(c.req.query('tiep'))
    if (await findSignedIn(c, deps)) return c.redirect(next ?? paths.staff.home(), 303)
    return show(c, deps, { next, done: doneIn(c) })
  })

  app.post(paths.staff.signIn(), async (c) => {
    const { form, ...onward } = await readOnward(c)
    const login = (form.login ?? '').trim().toLowerCase().slice(0, 100)
    const attempt = attemptOf(c, deps, login)
    const refuse = (problem: SignInProps['problem'], status: 422 | 429) =>
      show(c, deps, { ...onward, login, problem }, status)
    const entered = await limits.enter(attempt)
    if (!entered.ok) {
      await failed('sign-in.locked', login)
      return refuse({ code: 'wait', minutes: askToWait(c, entered.waitSeconds) }, 429)
    }
    const staffId = await checkPassword(deps.db, login, form.password ?? '')
    const staff = staffId ? await findStaff(deps.db, staffId) : undefined
    if (!staff) {
      await failed('sign-in.failed', login)
      return refuse({ code: 'wrong' }, 422)
    }
    await limits.succeeded(attempt)
    if (staff.totpAt) return showCode(c, deps, { ...onward, waiting: sealWaiting(deps, staff) })
    return enter(c, deps, staff, onward)
  })

  app.post(paths.staff.signInCode(), async (c) => {
    const { form, ...onward } = await readOnward(c)
    const staff = await openWaiting(deps, form.waiting ?? '')
    if (!staff?.totpAt) return show(c, deps, { ...onward, problem: { code: 'too-late' } }, 422)
    const attempt = attemptOf(c, deps, staff.login)
    const refuse = (problem: SecondStepProps['problem'], status: 422 | 429) =>
      showCode(c, deps, { ...onward, waiting: form.waiting ?? '', problem }, status)
    const entered = await codeLimits.enter(attempt)
    if (!entered.ok) {
      await failed('sign-in.locked', staff.login)
      return refuse({ code: 'wait', minutes: askToWait(c, entered.waitSeconds) }, 429)
    }
    const taken = await takeSecondStep({ ...deps, random: randomBytesPooled }, staff, form.code ?? '')
    if (!taken.ok) {
      await failed('sign-in.failed', staff.login)
      return refuse({ code: 'wrong' }, 422)
    }
    await codeLimits.succeeded(attempt)
    const left = taken.recoveryLeft
    // Told on the page where new codes are made, unless a form waits to be sent again.
    if (left !== null && !onward.unsent) onward.next = paths.staff.secondStep({ con: String(left), tiep: onward.next })
    return enter(c, deps, staff, onward)
  })

  app.post(paths.staff.signOut(), async (c) => {
    const tokenHash = sessionHash(c, deps)
    if (tokenHash) await closeSession(deps.db, deps.now(), tokenHash)
    clearSession(c, deps)
    return c.redirect(`${paths.staff.signIn()}?ra=1`, 303)
  })
  return app
}

async function readOnward(c: Context<Env>): Promise<Onward & { form: Record<string, string | undefined> }> {
  const pairs = await readPairs(c, largestOfAll)
  const form = Object.fromEntries(pairs)
  return { form, next: safeNext(form.tiep), unsent: unsentIn(pairs) }
}

function attemptOf(c: Context, deps: Deps, login: string): Attempt {
  const address = clientAddress(c, deps.config.trustedProxies)
  return { login, address, device: findDevice(c, deps, login) }
}

/** @returns minutes to wait */
function askToWait(c: Context, seconds: number): number {
  c.header('Retry-After', String(seconds))
  return Math.ceil(seconds / 60)
}

function failureRecorder(deps: Deps) {
  const count = failureCounter()
  return async (action: 'sign-in.failed' | 'sign-in.locked', login: string) => {
    const due = count({ action, login }, deps.now())
    if (due) await recordFailedTries(deps.db, deps.now(), due)
  }
}

async function enter(c: Context<Env>, deps: Deps, staff: Staff, { next, unsent }: Onward) {
  await startSession(c, deps, staff.id)
  rememberDevice(c, deps, staff.login)
  if (unsent) return staffPage(c, deps, <SendAgainPage unsent={unsent} />, { title: signIn.againTitle })
  return c.redirect(next ?? paths.staff.home(), 303)
}

function show(c: Context<Env>, deps: Deps, props: Omit<SignInProps, 'offersMail'>, status: 200 | 422 | 429 = 200) {
  return staffPage(c, deps, <SignInPage {...props} offersMail={deps.config.mail !== null} />, {
    title: signIn.title,
    status,
  })
}

function showCode(c: Context<Env>, deps: Deps, props: SecondStepProps, status: 200 | 422 | 429 = 200) {
  return staffPage(c, deps, <SecondStepPage {...props} />, { title: signIn.codeTitle, status })
}

function doneIn(c: Context): SignInProps['done'] {
  if (c.req.query('ra') === '1') return 'signed-out'
  return c.req.query('dat') === '1' ? 'password-set' : undefined
}

/** The sign-in page around a form whose session has ended (422); null when there is nothing to keep. */
export async function keepUnsent(c: Context<Env>, deps: Deps): Promise<Response | null> {
  const unsent = await readUnsent(c)
  return unsent && show(c, deps, { unsent }, 422)
}
