import { type Context, Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { CaseScoringPage, type CaseScoringProps } from '../../web/pages/case-scoring'
import { paths } from '../../web/paths'
import { scoringWords as words } from '../../web/vi/case-scoring'
import { setScoring } from '../actions/case-scoring'
import type { Deps } from '../deps'
import { scoredMetrics } from '../domain/scoring'
import { scoringFields, type TypedScoring, writeScoringForm } from '../domain/scoring-form'
import { errorResponse } from '../errors'
import { readForm } from '../form'
import { staffPage } from '../render'
import { readScoring } from '../reports/case-scoring'
import { type Env, needs, shellProps, wholeInstallation } from '../session'

const base = '/can-bo/so-lieu-pakn/bang-diem'

/** The table of points of the whole installation. */
export function caseScoringRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(base, needs('targets.edit'), wholeInstallation, async (c) => {
    const typed = writeScoringForm(await readScoring(deps.db))
    return show(c, deps, { typed, problems: [], saved: c.req.query('xong') === '1' })
  })
  app.post(base, needs('targets.edit'), wholeInstallation, async (c) => {
    const typed = readTyped(await readForm(c))
    const saved = await setScoring({ ...deps, staff: c.get('staff') }, typed)
    if (saved.ok) return c.redirect(paths.staff.caseScoring({ xong: '1' }), 303)
    if (saved.error === 'forbidden') return errorResponse(c, deps, 403)
    return show(c, deps, { typed, problems: saved.problems, saved: false })
  })
  return app
}

function readTyped(form: Record<string, string | undefined>): TypedScoring {
  const row = (metric: string) =>
    Object.fromEntries(scoringFields.map((field) => [field, form[`${metric}.${field}`] ?? '']))
  return Object.fromEntries(scoredMetrics.map((metric) => [metric, row(metric)])) as TypedScoring
}

function show(c: Context<Env>, deps: Deps, props: CaseScoringProps) {
  const page = (
    <StaffShell {...shellProps(c, deps)} current="caseFigures">
      <CaseScoringPage {...props} />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.title, status: props.problems.length > 0 ? 422 : 200 })
}
