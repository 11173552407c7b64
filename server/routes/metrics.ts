import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { paths } from '../../web/paths'
import type { Config } from '../config'
import type { Deps } from '../deps'
import { errorResponse } from '../errors'
import { remoteAddress } from '../limits'
import { metricsText } from '../metrics'
import type { Env } from '../session'
import { readGauges } from '../system-facts'

/**
 * Numbers for monitoring. They move with every answer, and whoever watches them beside a desk knows who has answered: so
 * they are for who has the token, or without one for this machine itself; to everybody else there is no such page.
 */
export function metricsRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(paths.metrics(), async (c) => {
    if (!mayRead(c, deps.config)) return errorResponse(c, deps, 404)
    const { contentType, text } = await metricsText(deps.requests.list(), await readGauges(deps))
    return c.body(text, 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' })
  })
  return app
}

function mayRead(c: Context, { metricsToken, trustedProxies, publicUrl }: Config): boolean {
  if (metricsToken) return isSame(c.req.header('Authorization') ?? '', `Bearer ${metricsToken}`)
  // Behind a proxy on this machine everybody comes from this machine.
  const proxied = trustedProxies.length > 0 || publicUrl?.startsWith('https:') || c.req.header('X-Forwarded-For')
  return !proxied && !c.req.header('Forwarded') && /^(127\.|::1$)/.test(remoteAddress(c))
}

/** Compares without telling by its time how much was right. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
