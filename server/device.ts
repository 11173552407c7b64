import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Deps } from './deps'
import { type CookieDeps, cookieName, setSafeCookie } from './session'

const name = 'hl-may'
const year = 365 * 86_400

/** More people than share a desk; the one who signed in longest ago is forgotten first. */
const mostLogins = 8

const macOf = (deps: Pick<Deps, 'keys'>, id: string, login: string) =>
  createHmac('sha256', deps.keys.session).update(`device ${id} ${login}`).digest('base64url').slice(0, 22)

/**
 * The id of a device on which this person has signed in before; null for others. A device counts for those alone who
 * signed in on it: whoever has an account could else make as many known devices as guesses at a colleague need.
 */
export function findDevice(c: Context, deps: CookieDeps & Pick<Deps, 'keys'>, login: string): string | null {
  const { id, macs } = readCookie(c, deps)
  return id && macs.some((mac) => isEqual(mac, macOf(deps, id, login))) ? id : null
}

/** Lets a device be known for a year to the person of this login; called after a successful sign-in. */
export function rememberDevice(c: Context, deps: CookieDeps & Pick<Deps, 'keys' | 'newId'>, login: string): void {
  const known = readCookie(c, deps)
  const id = known.id ?? deps.newId()
  const own = macOf(deps, id, login)
  const macs = [own, ...known.macs.filter((mac) => mac !== own)].slice(0, mostLogins)
  setSafeCookie(c, deps, name, [id, ...macs].join('.'), year)
}

/** What the cookie says, unproved: each MAC holds for one login or for none. */
function readCookie(c: Context, deps: CookieDeps): { id: string | null; macs: string[] } {
  const text = getCookie(c, cookieName(deps, name)) ?? ''
  const [id = null, ...macs] = /^[\w-]{22}(\.[\w-]{22}){1,8}$/.test(text) ? text.split('.') : []
  return { id, macs }
}

function isEqual(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
