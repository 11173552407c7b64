import { type Context, Hono } from 'hono'
import type { Office } from '../../db/offices'
import { StaffShell } from '../../web/components/staff-shell'
import { PointsPage, type PointsPageProps } from '../../web/pages/points'
import { paths } from '../../web/paths'
import { pointWords as words } from '../../web/vi/points'
import { recordExport } from '../actions/exports'
import { addPoint } from '../actions/points'
import type { Deps } from '../deps'
import { dayOf } from '../domain/period'
import { may } from '../domain/permissions'
import { errorResponse } from '../errors'
import { posterSvg } from '../formats/poster'
import { pointLines, posterOf, surveyChoices } from '../point-views'
import { randomBytesPooled } from '../random'
import { staffPage } from '../render'
import { sendFile } from '../send-file'
import { type Env, needs, officesOf, shellProps } from '../session'
import { pointChangeRoutes, readTyped, type Typed, visiblePoint } from './point-changes'

const base = '/can-bo/diem'

/** Points: list with links and counts, posters, open and close, a new one. */
export function pointRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(`${base}/*`, needs('points.view'))
  app.use(base, needs('points.view'))

  app.get(base, (c) => showPoints(c, deps, {}))

  app.post(base, needs('points.manage'), async (c) => {
    const typed = await readTyped(c)
    const offices = (await officesOf(deps, c.get('staff'))).map(({ code }) => code)
    const added = await addPoint({ ...deps, staff: c.get('staff'), random: randomBytesPooled }, offices, typed)
    if (added.ok) return c.redirect(paths.staff.points({ moi: added.code }), 303)
    if (added.error === 'forbidden') return errorResponse(c, deps, 403)
    return showPoints(c, deps, { typed, wrong: added.fields })
  })

  app.get(`${base}/:code/:file{ap-phich\\.(?:pdf|svg)}`, async (c) => {
    const point = await visiblePoint(c, deps)
    const poster = point && (await posterOf(deps, point))
    if (!point || !poster) return errorResponse(c, deps, 404)
    const fileName = `ap-phich_${point.code}.${c.req.param('file').slice(-3)}`
    await recordExport({ ...deps, staff: c.get('staff') }, fileName, { url: poster.url })
    if (fileName.endsWith('.svg')) {
      c.header('Content-Type', 'image/svg+xml; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="${fileName}"`)
      c.header('Content-Security-Policy', "default-src 'none'")
      return c.body(posterSvg(poster))
    }
    const made = await deps.long.render({ kind: 'poster', poster, code: point.code })
    return made.ok ? sendFile(c, made) : errorResponse(c, deps, 404)
  })
  app.route('/', pointChangeRoutes(deps))
  return app
}

type Returned = { typed?: Typed; wrong?: PointsPageProps['wrong'] }

/** The list; a refused form comes back as it was typed (422). */
async function showPoints(c: Context<Env>, deps: Deps, returned: Returned) {
  const staff = c.get('staff')
  const offices = await officesOf(deps, staff)
  const { lines, until } = await pointLines(deps, staff, offices)
  const page = (
    <StaffShell {...shellProps(c, deps)} current="points">
      <PointsPage
        lines={lines}
        until={until}
        added={lines.find(({ code }) => code === c.req.query('moi')) ?? null}
        offices={offices.map(({ code, name }: Office) => ({ value: code, label: name }))}
        surveys={await surveyChoices(deps.db, dayOf(deps.now()))}
        mayManage={may(staff.role, 'points.manage')}
        top={topOf(offices)}
        {...returned}
      />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.title, status: returned.wrong ? 422 : 200 })
}

/** The office that stands above the others of a list: a new point most often belongs to it. */
function topOf(offices: readonly Office[]): string {
  const codes = new Set(offices.map(({ code }) => code))
  return offices.find(({ parentCode }) => !parentCode || !codes.has(parentCode))?.code ?? ''
}
