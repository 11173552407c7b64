import { type Context, Hono } from 'hono'
import { recordExport } from '../actions/exports'
import type { Deps } from '../deps'
import type { DocumentRequest } from '../document'
import { groupPoints, readPointFilter } from '../domain/point-list'
import { errorResponse } from '../errors'
import { posterSvg } from '../formats/poster'
import { visiblePoint } from '../point-requests'
import { pointLines } from '../point-views'
import { posterOf, postersOf } from '../posters'
import { sendFile } from '../send-file'
import { type Env, officesOf } from '../session'

const base = '/can-bo/diem'

/** How the files are called in the address, and what each is. */
const kinds = { 'ap-phich.pdf': 'posters', 'the-ban.pdf': 'tents', 'ma-qr.zip': 'codes' } as const
const isFile = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name)

/** What is printed of points: posters, table cards and bare codes, of one or of many in the order of the tree. */
export function pointPrintRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get(`${base}/:file{ap-phich\\.pdf|the-ban\\.pdf|ma-qr\\.zip}`, async (c) => {
    const file = c.req.param('file')
    const points = await chosenPoints(c, deps)
    const posters = await postersOf(deps, points)
    if (posters.length === 0 || !isFile(file)) return errorResponse(c, deps, 404)
    return print(c, deps, { kind: kinds[file], posters }, { count: posters.length })
  })

  app.get(`${base}/:code/:file{ap-phich\\.pdf|the-ban\\.pdf}`, async (c) => {
    const point = await visiblePoint(c, deps)
    const poster = point && (await posterOf(deps, point))
    const file = c.req.param('file')
    if (!poster || !isFile(file)) return errorResponse(c, deps, 404)
    return print(c, deps, { kind: kinds[file], posters: [poster] }, { url: poster.url })
  })

  app.get(`${base}/:code/ap-phich.svg`, async (c) => {
    const point = await visiblePoint(c, deps)
    const poster = point && (await posterOf(deps, point))
    if (!poster) return errorResponse(c, deps, 404)
    const fileName = `ap-phich_${poster.code}.svg`
    await recordExport({ ...deps, staff: c.get('staff') }, fileName, { url: poster.url })
    c.header('Content-Type', 'image/svg+xml; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="${fileName}"`)
    c.header('Content-Security-Policy', "default-src 'none'")
    return c.body(posterSvg(poster))
  })
  return app
}

/** Those whose codes stand in the address (`ma`), else all that its filter leaves; in the order of the tree. */
async function chosenPoints(c: Context<Env>, deps: Deps) {
  const offices = await officesOf(deps, c.get('staff'))
  const { lines } = await pointLines(deps, c.get('staff'), offices)
  const codes = new Set(c.req.queries('ma') ?? [])
  const groups = groupPoints(lines, offices, readPointFilter(c.req.query()))
  const shown = groups.flatMap((group) => group.lines)
  return codes.size > 0 ? shown.filter(({ code }) => codes.has(code)) : shown
}

async function print(c: Context<Env>, deps: Deps, request: DocumentRequest, detail: Record<string, unknown>) {
  const made = await deps.long.render(request)
  if (!made.ok) return errorResponse(c, deps, 404)
  await recordExport({ ...deps, staff: c.get('staff') }, made.fileName, detail)
  return sendFile(c, made)
}
