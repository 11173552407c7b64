import { Hono } from 'hono'
import { getHead } from '../../db/log'
import { paths } from '../../web/paths'
import type { Deps } from '../deps'
import type { Env } from '../session'

/** Whether the process can reach its database. Not how much is in it: who watches that grow knows who has answered. */
export function healthRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(paths.health(), async (c) => {
    try {
      await getHead(deps.db)
      return c.json({ status: 'ok' })
    } catch (error) {
      deps.log.error({ err: error }, 'health check failed')
      return c.json({ status: 'failed' }, 503)
    }
  })
  return app
}
