import { Hono } from 'hono'
import { listOffices, listRootOffices } from '../../db/offices'
import { listPublicCases, listPublicCodes, type PublicLine } from '../../db/public-cases'
import { redactedLine } from '../../web/components/redacted'
import { paths } from '../../web/paths'
import { publicCasesWords as words } from '../../web/vi/public-cases'
import type { Deps } from '../deps'
import { atomFeed, sitemap } from '../formats/feed'
import type { Env } from '../session'

/** A sitemap has at most 50,000 addresses. */
const mostPages = 49_000
const newest = 50

/** Published answers for readers of news and for search engines: the same that the public pages show, nothing else. */
export function publicFeedRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(paths.answersFeed(), async (c) => {
    const names = new Map((await listOffices(deps.db)).map(({ code, name }) => [code, name]))
    const entries = (await published(deps, newest)).map(({ code, officeCode, publishedAt, shown }) => ({
      title: redactedLine(shown.texts.title),
      address: deps.publicUrl + paths.answer(code),
      at: publishedAt,
      summary: redactedLine(shown.texts.answer),
      author: names.get(officeCode) ?? '',
    }))
    const title = [words.title, (await listRootOffices(deps.db))[0]?.name].filter(Boolean).join(' – ')
    const [address, self] = [deps.publicUrl + paths.answers(), deps.publicUrl + paths.answersFeed()]
    c.header('Cache-Control', 'public, max-age=60')
    return c.body(atomFeed({ title, address, self, entries }), 200, { 'Content-Type': 'application/atom+xml' })
  })

  app.get(paths.sitemap(), async (c) => {
    const fixed = [paths.home(), paths.results(), paths.answers()].map((path) => ({ address: deps.publicUrl + path }))
    const cases = (await listPublicCodes(deps.db, mostPages)).map(({ code, publishedAt }) => ({
      address: deps.publicUrl + paths.answer(code),
      at: publishedAt ?? undefined,
    }))
    c.header('Cache-Control', 'public, max-age=60')
    return c.body(sitemap([...fixed, ...cases]), 200, { 'Content-Type': 'application/xml' })
  })
  return app
}

type Published = PublicLine & { publishedAt: string; shown: NonNullable<PublicLine['shown']> }

/** What has a page of its own; private answers have none. */
async function published({ db }: Deps, limit: number): Promise<Published[]> {
  const all = { words: [], offices: null, field: null, group: null, year: null, published: true }
  const lines = await listPublicCases(db, { ...all, limit, skip: 0 })
  return lines.filter((line): line is Published => line.shown !== null && line.publishedAt !== null)
}
