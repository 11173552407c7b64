import { Hono } from 'hono'
import { getHead } from '../../db/log'
import { paths } from '../../web/paths'
import type { Deps } from '../deps'
import type { Env } from '../session'

/** Whether the process can reach its database; a monitor needs no more. */
export function healthRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(paths.health(), async (c) => {
    try {
      const head = await getHead(deps.db)
      return c.json({ status: 'ok', logSize: head.size })
    } catch (error) {
      deps.log.error({ err: error }, 'health check failed')
      return c.json({ status: 'failed' }, 503)
    }
  })
  return app
}
