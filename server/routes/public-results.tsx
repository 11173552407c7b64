import { type Context, Hono } from 'hono'
import { listOffices, listRootOffices } from '../../db/offices'
import { findPublished, findSnapshot, listPublished, type Snapshot } from '../../db/periods'
import { getSurveyVersion } from '../../db/surveys'
import { NotPublishedPage, PublicListPage } from '../../web/pages/public-list'
import { PublicResultsPage } from '../../web/pages/public-results'
import { paths } from '../../web/paths'
import { officeLabel } from '../../web/vi/offices'
import { publicResults as words } from '../../web/vi/public-results'
import type { Deps } from '../deps'
import { dayOf } from '../domain/period'
import { type PeriodFigures, readFigures } from '../domain/period-figures'
import { qrSvgPath } from '../formats/qr'
import { citizenPage } from '../render'
import type { Env } from '../session'
import { periodFromAddress } from './period-scope'

const look = { sheet: 'public', bodyClass: 'pub' } as const

/** Public results, from published snapshots and nothing else. */
export function publicResultRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(paths.results(), async (c) => {
    const published = await listPublished(deps.db)
    const names = new Map((await listOffices(deps.db)).map((office) => [office.code, officeLabel(office)]))
    const lines = published.map(({ officeCode, period, publishedAt }) => {
      return {
        office: officeCode,
        officeName: names.get(officeCode) ?? '',
        period,
        day: dayOf(new Date(publishedAt ?? 0)),
      }
    })
    const first = published[0] && (await findSnapshot(deps.db, published[0].id))
    const newest = first ? readFigures(first.figures) : null
    const page = <PublicListPage office={await topOffice(deps)} newest={newest} published={lines} />
    return citizenPage(c, deps, page, { title: words.title, ...look })
  })

  app.get(`${paths.results()}/:office/:period`, async (c) => {
    const period = periodFromAddress(c.req.param('period'))
    const snapshot = period ? await findPublished(deps.db, c.req.param('office'), period.text) : undefined
    return snapshot ? showPublished(c, deps, snapshot) : notPublished(c, deps)
  })
  return app
}

async function showPublished(c: Context<Env>, deps: Deps, snapshot: Snapshot) {
  const figures = readFigures(snapshot.figures)
  const url = deps.publicUrl + paths.resultsOf(snapshot.officeCode, snapshot.period)
  const page = (
    <PublicResultsPage
      figures={figures}
      definitions={await definitionsOf(deps, figures)}
      publishedOn={dayOf(new Date(snapshot.publishedAt ?? 0))}
      fingerprint={fingerprint(snapshot.figuresHash)}
      url={url}
      qr={qrSvgPath(url)}
    />
  )
  return citizenPage(c, deps, page, { title: `${words.question(snapshot.period)} – ${figures.office.name}`, ...look })
}

async function notPublished(c: Context<Env>, deps: Deps) {
  const page = <NotPublishedPage office={await topOffice(deps)} />
  return citizenPage(c, deps, page, { title: words.unknownTitle, status: 404, ...look })
}

async function definitionsOf(deps: Deps, { surveys }: PeriodFigures) {
  const pairs = surveys.map(async ({ version }) => [version, await getSurveyVersion(deps.db, version)] as const)
  return Object.fromEntries(await Promise.all(pairs))
}

async function topOffice(deps: Deps): Promise<string> {
  return (await listRootOffices(deps.db))[0]?.name ?? ''
}

/** The first 64 bits of a hash, as people compare them: `6F2A 91C4 D07B 3E58`. */
function fingerprint(hash: string): string {
  return (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
