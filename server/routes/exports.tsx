import { type Context, Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { ExportProblemPage } from '../../web/pages/export-problem'
import { exportWords } from '../../web/vi/exports'
import { reportProblem } from '../../web/vi/reports'
import { recordExport } from '../actions/exports'
import type { Deps } from '../deps'
import { dayOf } from '../domain/period'
import { may, seesWholeWeeks } from '../domain/permissions'
import { errorResponse } from '../errors'
import { findFormat } from '../formats'
import { staffPage } from '../render'
import { findReport } from '../reports'
import { reportParameters } from '../reports/parameters'
import { limitToVisible } from '../reports/visible-parameters'
import { sendFile } from '../send-file'
import { type Env, findSignedIn, lacksSecondStep, shellProps } from '../session'

const filters = Object.keys(reportParameters.shape)

/** Reports as files: `/can-bo/xuat/REPORT.FORMAT` for people, `/api/v1/reports/REPORT.FORMAT` for machines. */
export function exportRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get('/can-bo/xuat/:file', (c) => download(c, deps, pageProblem(c, deps)))

  app.get('/api/v1/reports/:file', async (c) => {
    const staff = await findSignedIn(c, deps)
    if (!staff) return c.json({ error: 'sign-in-needed', requestId: c.get('requestId') }, 401)
    if (lacksSecondStep(deps, staff)) return c.json({ error: 'second-step-needed', requestId: c.get('requestId') }, 403)
    c.set('staff', staff)
    return download(c, deps, (error, parameter, value) =>
      c.json({ error, parameter, value, requestId: c.get('requestId') }, 422),
    )
  })
  return app
}

type Refuse = (error: Fault, parameter: string, value: string) => Response | Promise<Response>
type Fault = Parameters<typeof reportProblem>[0]

async function download(c: Context<Env>, deps: Deps, refuse: Refuse): Promise<Response> {
  const staff = c.get('staff')
  const [name = '', format = ''] = splitFile(c.req.param('file') ?? '')
  const report = findReport(name)
  if (!report || !findFormat(format)) return errorResponse(c, deps, 404)
  if (!may(staff.role, report.permission)) return errorResponse(c, deps, 403)
  const today = dayOf(deps.now())
  const names = 'asks' in report ? report.asks : filters
  const asked = Object.fromEntries(names.map((key) => [key, c.req.query(key)]))
  const parameters = 'asks' in report ? asked : limitToVisible(staff.role, today, asked)
  if (!parameters) return refuse('not-yet-visible', '', '')
  const limits = {
    within: staff.officeCode,
    wholeWeeks: seesWholeWeeks(staff.role),
    restricted: may(staff.role, 'cases.restricted'),
  }
  const made = await deps.long.render({ kind: 'report', name, parameters, format, today, ...limits })
  if (!made.ok) {
    if (made.error === 'unknown-report' || made.error === 'unknown-format') return errorResponse(c, deps, 404)
    return refuse(made.error, made.parameter, made.value)
  }
  await recordExport({ ...deps, staff }, made.fileName, parameters)
  return sendFile(c, made)
}

function pageProblem(c: Context<Env>, deps: Deps): Refuse {
  return (error, parameter, value) => {
    const sentence = error === 'not-yet-visible' ? exportWords.notYetVisible : reportProblem(error, parameter, value)
    const page = (
      <StaffShell {...shellProps(c, deps)} current="results">
        <ExportProblemPage sentence={sentence} />
      </StaffShell>
    )
    return staffPage(c, deps, page, { title: exportWords.problem, status: 422 })
  }
}

function splitFile(file: string): [name: string, format: string] {
  const dot = file.lastIndexOf('.')
  return dot < 0 ? [file, ''] : [file.slice(0, dot), file.slice(dot + 1)]
}
