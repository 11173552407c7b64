import { Hono } from 'hono'
import { listPoints } from '../../db/points'
import { HomePage } from '../../web/pages/home'
import { paths } from '../../web/paths'
import { homeTitle } from '../../web/vi/home'
import type { Deps } from '../deps'
import { citizenPage } from '../render'
import type { Env } from '../session'

/** The front page: where to answer, where to read results. */
export function homeRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(paths.home(), async (c) => {
    const points = (await listPoints(deps.db)).filter((point) => !point.closedAt)
    return citizenPage(c, deps, <HomePage points={points} />, { title: homeTitle() })
  })
  return app
}
