import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { countOwnCases } from '../db/case-lines'
import { countUnseen, type NoticeScope } from '../db/case-notices'
import { listOffices, listOfficesBelow, listRootOffices, type Office } from '../db/offices'
import { countPublishing } from '../db/publications'
import { findSession, prolongSession, type SessionRow } from '../db/sessions'
import type { ShellProps } from '../web/components/staff-shell'
import { paths } from '../web/paths'
import { openSession } from './actions/sign-ins'
import type { Deps } from './deps'
import { kindsSeen } from './domain/case-actions'
import { describeDevice } from './domain/device'
import { dayOf } from './domain/period'
import { isRole, may, type Permission, type SignedInStaff } from './domain/permissions'
import { needsTwoSteps } from './domain/two-steps'
import { hashToken } from './store/tokens'

export type Env = { Variables: { staff: SignedIn; requestId: string; unseen: number; own: number; toPublish: number } }

/** Who sends a request, and whether a second step is in force. */
export type SignedIn = SignedInStaff & { hasTwoSteps: boolean }

/** A session ends after twelve hours without a page; its end moves at most every five minutes, to spare writes. */
const idle = 12 * 3_600_000
const grain = 5 * 60_000

const isHttps = (deps: Pick<Deps, 'publicUrl'>) => deps.publicUrl.startsWith('https:')

export type CookieDeps = Pick<Deps, 'publicUrl' | 'training'>

/**
 * `__Host-` needs https; on a plain LAN such a cookie would be dropped and nobody could sign in. The training room is
 * often the same host on another port, and ports share cookies.
 */
export function cookieName(deps: CookieDeps, name = 'hl'): string {
  const own = deps.training ? `${name}-tap-huan` : name
  return isHttps(deps) ? `__Host-${own}` : own
}

/** Sets a cookie that scripts cannot read and other sites do not send along. */
export function setSafeCookie(c: Context, deps: CookieDeps, name: string, value: string, maxAge?: number) {
  const secure = isHttps(deps)
  setCookie(c, cookieName(deps, name), value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

/** Opens a session for a person and sends its cookie. */
export async function startSession(c: Context, deps: Deps, staffId: string): Promise<void> {
  const token = deps.newId() + deps.newId()
  const now = deps.now()
  const [seenAt, expiresAt] = lifetime(now)
  const device = describeDevice(c.req.header('User-Agent') ?? '')
  await openSession(deps.db, { tokenHash: hashToken(token), staffId, createdAt: seenAt, seenAt, expiresAt, device })
  setSafeCookie(c, deps, 'hl', token)
}

/** Takes the cookie of the session back. */
export function clearSession(c: Context, deps: CookieDeps): void {
  deleteCookie(c, cookieName(deps), { path: '/', secure: isHttps(deps) })
}

/** The hash under which the session of this request is stored, or null without a cookie. */
export function sessionHash(c: Context, deps: CookieDeps): string | null {
  const token = getCookie(c, cookieName(deps))
  return token ? hashToken(token) : null
}

/** Who sends this request, or null; a session in use lives on. */
export async function findSignedIn(c: Context, deps: Deps): Promise<SignedIn | null> {
  const tokenHash = sessionHash(c, deps)
  const now = deps.now()
  const row = tokenHash ? await findSession(deps.db, tokenHash, now.toISOString()) : undefined
  if (!tokenHash || !row) return null
  if (now.getTime() - Date.parse(row.seenAt) > grain) await prolongSession(deps.db, tokenHash, ...lifetime(now))
  return signedInStaff(deps, row)
}

async function signedInStaff(deps: Deps, row: SessionRow): Promise<SignedIn | null> {
  const { id, login, name, role, officeCode, totpAt } = row
  if (!isRole(role)) return null
  const officeName = row.officeName ?? (await listRootOffices(deps.db))[0]?.name ?? ''
  return { id, login, name, role, officeCode, officeName, hasTwoSteps: totpAt !== null }
}

function lifetime(now: Date): [seenAt: string, expiresAt: string] {
  return [now.toISOString(), new Date(now.getTime() + idle).toISOString()]
}

/**
 * First step of the ladder: a person who is signed in. Anybody else is led to the sign-in page and back afterwards; a form
 * whose session has ended is kept in that page (`keep`), to be sent when the person says so.
 */
export function signedIn(deps: Deps, keep: (c: Context<Env>) => Promise<Response | null>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const staff = await findSignedIn(c, deps)
    if (!staff) return (await keep(c)) ?? c.redirect(paths.staff.signIn(whereTo(c)), 303)
    c.set('staff', staff)
    c.set(
      'unseen',
      may(staff.role, 'cases.view') ? await countUnseen(deps.db, staff.id, await noticeScope(deps, staff)) : 0,
    )
    c.set('own', may(staff.role, 'cases.handle') ? await countOwnCases(deps.db, staff.id) : 0)
    c.set('toPublish', may(staff.role, 'cases.publish') ? await countToPublish(deps, staff) : 0)
    c.header('Cache-Control', 'private, no-store')
    return next()
  }
}

/** Answers that wait to be published, in the own part of the tree. */
async function countToPublish(deps: Deps, staff: SignedIn): Promise<number> {
  return countPublishing(deps.db, { part: 'waiting', offices: await ownCodes(deps, staff), words: [] })
}

/** Which notices a person may still see: a case may have been restricted or given to another office since. */
export async function noticeScope(deps: Pick<Deps, 'db'>, staff: SignedInStaff): Promise<NoticeScope> {
  const kinds = kindsSeen((permission) => may(staff.role, permission))
  return { kinds, offices: await ownCodes(deps, staff) }
}

/** Codes of the own part of the tree; null: every office. */
async function ownCodes(deps: Pick<Deps, 'db'>, staff: SignedInStaff): Promise<string[] | null> {
  return staff.officeCode === null ? null : (await officesOf(deps, staff)).map(({ code }) => code)
}

/** After signing in a page is shown again. */
function whereTo(c: Context): string | undefined {
  if (c.req.method !== 'GET') return undefined
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

/** Second step: a permission of the one table. Comes after `signedIn`. @throws HTTPException 403 */
export function needs(permission: Permission): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!may(c.get('staff').role, permission)) throw new HTTPException(403)
    return next()
  }
}

/** Lets those pass who see the whole installation: what follows is about all of it. @throws HTTPException 403 */
export const wholeInstallation: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get('staff').officeCode !== null) throw new HTTPException(403)
  return next()
}

/** True for whoever must have a second step and has not set it up. */
export function lacksSecondStep({ config }: Pick<Deps, 'config'>, staff: SignedIn): boolean {
  return needsTwoSteps(staff.role, config.twoStep) && !staff.hasTwoSteps
}

/** A form of the staff area that another site sent, or a page opened by another address than PUBLIC_URL. */
export class ForeignForm extends HTTPException {
  constructor() {
    super(403)
  }
}

/**
 * Refuses forms that another site sends in a staff member's name. The browser's Sec-Fetch-Site decides; where it does
 * not exist (plain http in a LAN), Origin must be PUBLIC_URL, or the host asked for when that is unset.
 * @throws ForeignForm
 */
export function sameOrigin(deps: Pick<Deps, 'config'>): MiddlewareHandler {
  const { publicUrl } = deps.config
  const expected = publicUrl ? new URL(publicUrl).origin : null
  const isOurs = (origin: string, host: string | undefined) =>
    expected ? origin === expected : URL.canParse(origin) && new URL(origin).host === host
  const guard = csrf({ origin: (origin, c) => isOurs(origin, c.req.header('host')) })
  return async (c, next) => {
    let ours = false
    await guard(c, async () => {
      ours = true
    }).catch(() => undefined)
    // That guard asks forms alone; nothing of another kind is meant to come from elsewhere either.
    const origin = c.req.header('origin')
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i
    if (!isRead && origin !== undefined && !isForm.test(c.req.header('content-type') ?? '') && ours)
      ours = isOurs(origin, c.req.header('host'))
    if (!ours) throw new ForeignForm()
    return next()
  }
}

/**
 * True when a browser says that another site made it send a form: with ids of its own choice, that site could find out
 * what becomes of it. Programs and old browsers say nothing and are believed.
 */
export function isFromElsewhere(c: Context, { publicUrl }: Pick<Deps, 'publicUrl'>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  if (origin === undefined || origin === new URL(publicUrl).origin) return false
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host')
}

/** What the frame of a staff page shows: `<StaffShell {...shellProps(c, deps)} current="results">`. */
export function shellProps(
  c: Context<Env>,
  deps: Pick<Deps, 'now' | 'notices'>,
): Omit<ShellProps, 'staff'> & { staff: SignedInStaff } {
  const staff = c.get('staff')
  const warning = may(staff.role, 'backups.manage') && staff.officeCode === null ? deps.notices.backup : null
  return { staff, today: dayOf(deps.now()), warning, ...countsOf(c) }
}

const countsOf = (c: Context<Env>) => ({
  ...{ unseen: c.get('unseen') ?? 0, own: c.get('own') ?? 0, toPublish: c.get('toPublish') ?? 0 },
})

/** The offices a person may see: the own one and those below it, or all; by name. */
export function officesOf(deps: Pick<Deps, 'db'>, staff: SignedInStaff): Promise<Office[]> {
  return staff.officeCode ? listOfficesBelow(deps.db, staff.officeCode) : listOffices(deps.db)
}
