import { type Context, Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { SystemPage } from '../../web/pages/system'
import { paths } from '../../web/paths'
import { findingLine, ledgerWords } from '../../web/vi/ledger'
import { systemWords as words } from '../../web/vi/system'
import { checkIntegrity } from '../actions/integrity'
import type { Deps } from '../deps'
import type { SignedInStaff } from '../domain/permissions'
import type { Outcome, Report } from '../progress'
import { staffPage } from '../render'
import { type Env, needs, shellProps, wholeInstallation } from '../session'
import { systemView } from '../system-view'

const mostLines = 100

/** The running system, and the check of everything against the log. */
export function systemRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(paths.staff.system(), needs('system.view'), wholeInstallation)
  app.use(`${paths.staff.system()}/*`, needs('system.view'), wholeInstallation)

  app.get(paths.staff.system(), (c) => showSystem(c, deps))

  app.post(paths.staff.systemCheck(), (c) => {
    const staff = c.get('staff')
    const id = deps.progress.start(words.check, staff.id, (report) => check(deps, staff, report))
    return c.redirect(paths.staff.job(id), 303)
  })
  return app
}

async function showSystem(c: Context<Env>, deps: Deps) {
  const page = (
    <StaffShell {...shellProps(c, deps)} current="system">
      <SystemPage {...(await systemView(deps))} />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.title })
}

const next = { address: paths.staff.system(), label: words.back }

async function check(deps: Deps, staff: SignedInStaff, report: Report): Promise<Outcome> {
  const verify = () => deps.deeds.do({ kind: 'verify' }, report)
  const verified = await checkIntegrity({ ...deps, staff, verify })
  if (!verified) return { ok: false, text: words.checkBusy, next }
  const { entries, findings } = verified
  const said = ledgerWords.verify
  if (findings.length === 0) return { ok: true, text: said.clean(entries), next }
  const lines = findings.slice(0, mostLines).map(findingLine)
  if (findings.length > mostLines) lines.push(words.more(findings.length - mostLines))
  return { ok: false, text: said.found(entries, findings.length), lines, next }
}
