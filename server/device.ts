import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Deps } from './deps'
import { cookieName, setSafeCookie } from './session'

const name = 'hl-may'
const year = 365 * 86_400

const macOf = (deps: Pick<Deps, 'keys'>, id: string) =>
  createHmac('sha256', deps.keys.session).update(`device ${id}`).digest('base64url')

/** The id of a device on which somebody has signed in before; null for others and for a cookie that is not ours. */
export function findDevice(c: Context, deps: Pick<Deps, 'keys' | 'publicUrl'>): string | null {
  const [id, mac] = (getCookie(c, cookieName(deps, name)) ?? '').split('.')
  if (!id || !mac) return null
  const expected = Buffer.from(macOf(deps, id))
  const given = Buffer.from(mac)
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}

/** Lets a device be known for a year; called after a successful sign-in. */
export function rememberDevice(c: Context, deps: Pick<Deps, 'keys' | 'publicUrl' | 'newId'>): void {
  const id = findDevice(c, deps) ?? deps.newId()
  setSafeCookie(c, deps, name, `${id}.${macOf(deps, id)}`, year)
}
