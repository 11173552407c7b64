import { Hono } from 'hono'
import { listRootOffices } from '../../db/offices'
import { listPoints } from '../../db/points'
import { HomePage } from '../../web/pages/home'
import { paths } from '../../web/paths'
import { homeWords } from '../../web/vi/errors'
import type { Deps } from '../deps'
import { citizenPage } from '../render'
import type { Env } from '../session'

/** With more open points than this, a list helps nobody: people come by the code on the poster. */
const listedPoints = 12

/** The front page: where to answer, where to read results. */
export function homeRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(paths.home(), async (c) => {
    const open = (await listPoints(deps.db)).filter((point) => !point.closedAt)
    const office = (await listRootOffices(deps.db))[0]?.name ?? ''
    const page = <HomePage office={office} points={open.length > listedPoints ? [] : open} />
    return citizenPage(c, deps, page, { title: homeWords.title })
  })
  return app
}
