import { type Context, Hono } from 'hono'
import { findCurrentSnapshot } from '../../db/periods'
import { StaffShell } from '../../web/components/staff-shell'
import { stepAddresses } from '../../web/pages/period'
import { PeriodConfirmPage } from '../../web/pages/period-confirm'
import { paths } from '../../web/paths'
import { stepProblems, periods as words } from '../../web/vi/periods'
import { type PeriodScope, versionsInPeriod } from '../actions/period-figures'
import { closePeriod, movePeriod, type PeriodContext, type StepFailure } from '../actions/periods'
import { findCollisions } from '../actions/publishing'
import type { Deps } from '../deps'
import { type PeriodStep, periodSteps, stepPermission } from '../domain/period-close'
import { readFigures } from '../domain/period-figures'
import { errorResponse } from '../errors'
import { readPairs } from '../form'
import { surveyTitles } from '../period-views'
import { staffPage } from '../render'
import { type Env, needs, shellProps } from '../session'
import { scopeOf } from './period-scope'

/** Close, approve, publish, reopen: a page that asks once more, and the step itself. */
export function periodStepRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  for (const step of periodSteps) {
    const address = `/can-bo/ky-bao-cao/:office/:period/${stepAddresses[step]}`

    app.get(address, needs(stepPermission[step]), async (c) => {
      const scope = await scopeOf(c, deps)
      return scope
        ? confirm(c, deps, scope, { step, chosen: null, reason: '', failed: null })
        : errorResponse(c, deps, 404)
    })

    app.post(address, needs(stepPermission[step]), async (c) => {
      const scope = await scopeOf(c, deps)
      if (!scope) return errorResponse(c, deps, 404)
      const form = await readPairs(c)
      const chosen = form.filter(([name]) => name === 'mau').map(([, value]) => value)
      const reason = form.find(([name]) => name === 'ly-do')?.[1] ?? ''
      const context = { ...deps, staff: c.get('staff') }
      const done = await take(context, scope, step, { chosen, reason })
      if (done.ok) return c.redirect(paths.staff.period(scope.office.code, scope.period.text, { xong: step }), 303)
      return confirm(c, deps, scope, { step, chosen, reason, failed: done })
    })
  }
  return app
}

function take(
  context: PeriodContext,
  scope: PeriodScope,
  step: PeriodStep,
  typed: { chosen: string[]; reason: string },
) {
  return step === 'close' ? closePeriod(context, scope, typed.chosen) : movePeriod(context, scope, step, typed.reason)
}

type Asked = { step: PeriodStep; chosen: string[] | null; reason: string; failed: StepFailure | null }

async function confirm(c: Context<Env>, deps: Deps, scope: PeriodScope, { step, chosen, reason, failed }: Asked) {
  const titles = await surveyTitles(deps)
  const snapshot = await findCurrentSnapshot(deps.db, scope.office.code, scope.period.text)
  const found = step === 'close' ? await versionsInPeriod(deps.connection, scope) : []
  const versions = found.map(({ version, n }) => {
    return { version, n, title: titles[version] ?? version, chosen: chosen?.includes(version) ?? true }
  })
  const figures = snapshot ? readFigures(snapshot.figures) : null
  const among = step === 'publish' && snapshot?.state === 'approved' ? await findCollisions(deps.db, snapshot) : []
  const collides = among.length > 0 ? `${words.collides(among, scope.office.name)} ${words.collidesNext}` : null
  const problem = failed && failed.error !== 'would-disclose' ? stepProblems[failed.error] : collides
  const props = {
    office: scope.office,
    period: scope.period.text,
    step,
    versions,
    figures,
    titles,
    reason,
    problem,
    possible: !collides,
  }
  const page = (
    <StaffShell {...shellProps(c, deps)} current="periods">
      <PeriodConfirmPage {...props} />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.confirm[step](scope.period.text), status: failed ? 422 : 200 })
}
