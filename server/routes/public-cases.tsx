import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { listEventsOf } from '../../db/case-events'
import { listPlaces } from '../../db/case-places'
import { findOffice, listOffices, listRootOffices, type Office } from '../../db/offices'
import {
  countPublicCases,
  findPublicCase,
  listPublicCases,
  type PublicFilter,
  type PublicLine,
  type PublicPage,
  publicChoices,
  publicGroups,
} from '../../db/public-cases'
import { redactedLine } from '../../web/components/redacted'
import { NoPublicCasePage, PublicCasePage, WithdrawnCasePage } from '../../web/pages/public-case'
import { type PublicCaseLine, PublicCasesPage, type PublicQuery } from '../../web/pages/public-cases'
import { paths } from '../../web/paths'
import { officeLabel } from '../../web/vi/offices'
import { publicCasesWords as words } from '../../web/vi/public-cases'
import type { Deps } from '../deps'
import { readCaseCode } from '../domain/case-code'
import { codesBelow } from '../domain/organisation'
import { pageAt } from '../domain/paging'
import { dayOf } from '../domain/period'
import { isUnderReview } from '../domain/public-case'
import { cleanText, fold } from '../domain/vietnamese'
import { officeOptions } from '../office-options'
import { citizenPage } from '../render'
import type { Env } from '../session'

const look = { sheet: 'public', bodyClass: 'pub' } as const
const pageSize = 20
const mostWords = 8

/** Published answers: the list, and the permanent address of each. Reads what was published and nothing else. */
export function publicCaseRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(paths.answers(), async (c) => {
    const offices = await listOffices(deps.db)
    const query = readQuery(c)
    const filter = filterOf(query, offices)
    const total = await countPublicCases(deps.db, filter)
    const { skip, ...at } = pageAt(total, Number(c.req.query('trang')), pageSize)
    const lines = await listPublicCases(deps.db, { ...filter, limit: pageSize, skip })
    const page = (
      <PublicCasesPage
        {...{ total, query, ...at }}
        office={await topOffice(deps)}
        lines={await linesOf(deps, lines, offices)}
        choices={await choicesOf(deps, offices)}
      />
    )
    return publicPage(c, deps, page, { title: words.title, description: words.description })
  })

  app.get(`${paths.answers()}/:code`, async (c) => {
    const code = readCaseCode(c.req.param('code'))
    const found = code ? await findPublicCase(deps.db, code) : undefined
    if (!found) return noPage(c, deps)
    const office = (await findOffice(deps.db, found.officeCode))?.name ?? ''
    if (!found.shown) return withdrawn(c, deps, found, office)
    const answeredOn = day(found.shown.answeredAt)
    const { code: id, field, contentGroup: group, state } = found
    const page = (
      <PublicCasePage
        {...{ code: id, office, field, group, answeredOn, texts: found.shown.texts, name: found.shown.name }}
        sentOn={day(found.sentAt)}
        publishedOn={day(found.publishedAt)}
        isLate={found.shown.late}
        isUnderReview={isUnderReview(state)}
        places={await listPlaces(deps.db, found.id)}
        address={deps.publicUrl + paths.answer(id)}
      />
    )
    const title = `${redactedLine(found.shown.texts.title)} – ${id}`
    return publicPage(c, deps, page, { title, description: words.metaAnswer(office, answeredOn) })
  })
  return app
}

/** Everybody gets the same page, but what was taken back is soon gone everywhere. */
async function publicPage(
  c: Context,
  deps: Deps,
  page: VNode,
  options: { title: string; description?: string; status?: ContentfulStatusCode },
) {
  const response = await citizenPage(c, deps, page, { ...options, ...look })
  if (response.status === 200) response.headers.set('Cache-Control', 'public, max-age=60')
  return response
}

async function noPage(c: Context, deps: Deps) {
  return publicPage(c, deps, <NoPublicCasePage office={await topOffice(deps)} />, {
    title: words.unknownTitle,
    status: 404,
  })
}

/** Gone (410), so that search engines forget it; people read why. */
function withdrawn(c: Context, deps: Deps, { code, withdrawnAt, withdrawReason }: PublicPage, office: string) {
  const withdrawnOn = day(withdrawnAt ?? '')
  const page = <WithdrawnCasePage {...{ office, code, withdrawnOn, reason: withdrawReason }} />
  return publicPage(c, deps, page, { title: `${words.withdrawnTitle} – ${code}`, status: 410 })
}

const day = (instant: string) => dayOf(new Date(instant))

function readQuery(c: Context): PublicQuery {
  const asked = (name: string) => cleanText(c.req.query(name) ?? '').slice(0, 200)
  return {
    tim: asked('tim'),
    'don-vi': asked('don-vi'),
    'linh-vuc': asked('linh-vuc'),
    loai: asked('loai'),
    nam: asked('nam'),
  }
}

function filterOf(query: PublicQuery, offices: readonly Office[]): PublicFilter {
  const { tim, 'don-vi': office, 'linh-vuc': field, loai, nam } = query
  return {
    words: fold(tim).split(/\s+/).filter(Boolean).slice(0, mostWords),
    offices: office === '' ? null : [...codesBelow(offices, office)],
    field: field === '' ? null : field,
    group: publicGroups.find((group) => group === loai) ?? null,
    year: /^20\d\d$/.test(nam) ? Number(nam) : null,
  }
}

async function choicesOf(deps: Deps, offices: readonly Office[]) {
  const { offices: used, fields, first } = await publicChoices(deps.db)
  const above = withParents(offices, used)
  const now = Number(dayOf(deps.now()).slice(0, 4))
  const since = first === null ? now : Number(day(first).slice(0, 4))
  const years = Array.from({ length: now - since + 1 }, (_, back) => String(now - back))
  return {
    offices: officeOptions(offices.filter(({ code }) => above.has(code))),
    fields: fields.sort((a, b) => a.localeCompare(b, 'vi')).map((value) => ({ value, label: value })),
    groups: publicGroups.map((value) => ({ value, label: words.groups[value] })),
    years: years.map((value) => ({ value, label: value })),
  }
}

/** Offices that have something published, and those above them. */
function withParents(offices: readonly Office[], codes: readonly string[]): Set<string> {
  const parents = new Map(offices.map(({ code, parentCode }) => [code, parentCode]))
  const found = new Set<string>()
  for (const start of codes)
    for (let code: string | null = start; code !== null && !found.has(code); code = parents.get(code) ?? null)
      found.add(code)
  return found
}

async function linesOf(
  deps: Deps,
  lines: readonly PublicLine[],
  offices: readonly Office[],
): Promise<PublicCaseLine[]> {
  const names = new Map(offices.map((office) => [office.code, officeLabel(office)]))
  const alone = lines.filter(({ shown }) => shown === null).map(({ id }) => id)
  const events = await listEventsOf(deps.db, alone)
  return lines.map(({ id, code, officeCode, field, contentGroup: group, sentAt, answeredAt, publishedAt, shown }) => {
    const answer = events
      .get(id)
      ?.filter((event) => event.kind === 'answer')
      .at(-1)
    return {
      ...{ code, field, group, officeName: names.get(officeCode) ?? '', texts: shown?.texts ?? null },
      sentOn: day(sentAt),
      answeredOn: day(shown?.answeredAt ?? answeredAt ?? ''),
      publishedOn: shown && publishedAt ? day(publishedAt) : null,
      isLate: shown?.late ?? answer?.data.late ?? false,
    }
  })
}

async function topOffice(deps: Deps): Promise<string> {
  return (await listRootOffices(deps.db))[0]?.name ?? ''
}
