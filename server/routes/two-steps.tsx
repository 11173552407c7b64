import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { VNode } from 'preact'
import { countRecoveryCodes } from '../../db/recovery-codes'
import { findStaff } from '../../db/staff'
import { StaffShell } from '../../web/components/staff-shell'
import type { Unsent } from '../../web/components/unsent-fields'
import { RecoveryCodesPage, TwoStepSetUp } from '../../web/pages/two-steps'
import { type TwoStepForm, TwoStepsOnPage, type TwoStepsOnProps, twoStepForms } from '../../web/pages/two-steps-on'
import { paths } from '../../web/paths'
import { type TwoStepProblem, twoStepWords as words } from '../../web/vi/two-steps'
import { confirmTwoSteps, dropTwoSteps, pendingSecret, renewRecoveryCodes } from '../actions/two-steps'
import type { Deps } from '../deps'
import { needsTwoSteps } from '../domain/two-steps'
import { errorResponse } from '../errors'
import { largestOfAll, readForm, readPairs } from '../form'
import { qrSvgPath } from '../formats/qr'
import { randomBytesPooled } from '../random'
import { staffPage } from '../render'
import { type Env, lacksSecondStep, sessionHash, shellProps } from '../session'
import { passwordLimit } from '../sign-in-limits'
import { totpUri } from '../store/totp'
import { readUnsent, safeNext, unsentIn } from '../unsent'

const issuer = 'Hai Long'

/** The own second step: set it up, new recovery codes, another telephone, off. */
export function twoStepRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  // Of its own: the right password on another page must not give new guesses at the code.
  const limit = passwordLimit(deps.config.rateLimits)
  const twoStepDeps = { ...deps, random: randomBytesPooled }
  const address = paths.staff.secondStep()

  app.get(address, (c) => showTwoSteps(c, deps))

  app.post(address, async (c) => {
    const pairs = await readPairs(c, largestOfAll)
    const form = Object.fromEntries(pairs)
    const asked = { next: safeNext(form.tiep), unsent: unsentIn(pairs) }
    const own = { staffId: c.get('staff').id, sessionHash: sessionHash(c, deps) ?? '' }
    const done = await confirmTwoSteps(twoStepDeps, own, form.code ?? '')
    if (done.ok) return showCodes(c, deps, { codes: done.codes, renewed: false, ...asked })
    if (done.error === 'not-pending') return c.redirect(address, 303)
    return showSetUp(c, deps, { ...asked, problem: done.error })
  })

  app.post(paths.staff.secondStepForm(twoStepForms.renew), (c) =>
    withPassword(c, deps, limit, 'renew', async (proof) => {
      const done = await renewRecoveryCodes(twoStepDeps, c.get('staff').id, proof)
      return done.ok ? showCodes(c, deps, { codes: done.codes, renewed: true, unsent: null }) : done.error
    }),
  )

  app.post(paths.staff.secondStepForm(twoStepForms.replace), (c) =>
    withPassword(c, deps, limit, 'replace', async (proof) => {
      const done = await dropTwoSteps(twoStepDeps, c.get('staff').id, proof)
      return done.ok ? c.redirect(address, 303) : done.error
    }),
  )

  app.post(paths.staff.secondStepForm(twoStepForms.off), (c) => {
    if (isRequired(c, deps)) return errorResponse(c, deps, 403)
    return withPassword(c, deps, limit, 'off', async ({ password }) => {
      const done = await dropTwoSteps(twoStepDeps, c.get('staff').id, { password, code: null })
      return done.ok ? c.redirect(`${paths.staff.account()}?xong=tat`, 303) : done.error
    })
  })
  return app
}

/**
 * Leads whoever must have a second step and has none to setting it up, from every page behind it; a form on its way is
 * kept in that page, to be sent afterwards.
 */
export function secondStepFirst(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!lacksSecondStep(deps, c.get('staff'))) return next()
    const unsent = await readUnsent(c)
    if (unsent) return showSetUp(c, deps, { unsent, status: 422 })
    const { pathname, search } = new URL(c.req.url)
    const tiep = c.req.method === 'GET' && pathname !== paths.staff.home() ? pathname + search : undefined
    return c.redirect(paths.staff.secondStep({ tiep }), 303)
  }
}

const isRequired = (c: Context<Env>, { config }: Deps) => needsTwoSteps(c.get('staff').role, config.twoStep)

/** What a form did: a reply, or what was wrong. */
type Deed = (proof: { password: string; code: string }) => Promise<Response | TwoStepProblem>

async function withPassword(
  c: Context<Env>,
  deps: Deps,
  limit: ReturnType<typeof passwordLimit>,
  form: TwoStepForm,
  deed: Deed,
): Promise<Response> {
  const typed = await readForm(c)
  const staffId = c.get('staff').id
  const wait = await limit.wait(staffId)
  if (wait > 0) {
    c.header('Retry-After', String(wait))
    return showOn(c, deps, { form, code: 'too-many' })
  }
  const done = await deed({ password: typed[`${form}-password`] ?? '', code: typed[`${form}-code`] ?? '' })
  if (typeof done === 'string') return showOn(c, deps, { form, code: done })
  await limit.succeeded(staffId)
  return done
}

function showTwoSteps(c: Context<Env>, deps: Deps) {
  const next = safeNext(c.req.query('tiep'))
  return c.get('staff').hasTwoSteps ? showOn(c, deps, null) : showSetUp(c, deps, { next, unsent: null })
}

type SetUpAsked = { next?: string; unsent: Unsent | null; problem?: TwoStepProblem; status?: 200 | 422 }

async function showSetUp(c: Context<Env>, deps: Deps, { next, unsent, problem, status = 200 }: SetUpAsked) {
  const { id, login } = c.get('staff')
  const secret = await pendingSecret({ ...deps, random: randomBytesPooled }, id)
  if (!secret) return c.redirect(paths.staff.secondStep(), 303)
  const page = (
    <TwoStepSetUp
      secret={secret}
      qr={qrSvgPath(totpUri(secret, issuer, login))}
      required={isRequired(c, deps)}
      next={next}
      unsent={unsent}
      problem={problem ? { field: 'code', text: words.problems[problem] } : null}
    />
  )
  return inShell(c, deps, page, problem ? 422 : status)
}

type CodesAsked = { codes: readonly string[]; renewed: boolean; next?: string; unsent: Unsent | null }

function showCodes(c: Context<Env>, deps: Deps, { next, ...props }: CodesAsked) {
  const onward = next ?? (props.renewed ? paths.staff.account() : paths.staff.home())
  return inShell(c, deps, <RecoveryCodesPage login={c.get('staff').login} next={onward} {...props} />, 200)
}

async function showOn(c: Context<Env>, deps: Deps, problem: TwoStepsOnProps['problem']) {
  const { id } = c.get('staff')
  const staff = await findStaff(deps.db, id)
  if (!staff?.totpAt) return c.redirect(paths.staff.secondStep(), 303)
  const page = (
    <TwoStepsOnPage
      since={staff.totpAt}
      codesLeft={await countRecoveryCodes(deps.db, id)}
      required={isRequired(c, deps)}
      recovered={c.req.query('con') ? { next: safeNext(c.req.query('tiep')) ?? paths.staff.home() } : null}
      problem={problem}
    />
  )
  return inShell(c, deps, page, problem?.code === 'too-many' ? 429 : problem ? 422 : 200)
}

function inShell(c: Context<Env>, deps: Deps, page: VNode, status: 200 | 422 | 429) {
  const shell = (
    <StaffShell {...shellProps(c, deps)} current="account">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, shell, { title: words.title, status })
}
