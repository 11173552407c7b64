import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { findPoint, listPoints } from '../../db/points'
import { findNewestVersion, findSurveyVersion } from '../../db/surveys'
import { StaffShell } from '../../web/components/staff-shell'
import { ImportFaults, ImportPage, ImportPreview } from '../../web/pages/import'
import { paths } from '../../web/paths'
import { imports as words } from '../../web/vi/imports'
import { type ImportSummary, importResponses } from '../actions/imports'
import type { Deps } from '../deps'
import { versionId } from '../domain/survey'
import { cleanText } from '../domain/vietnamese'
import { errorResponse } from '../errors'
import { importTemplate } from '../import-template'
import { surveyChoices } from '../point-views'
import { staffPage } from '../render'
import { type Env, needs, officesOf, shellProps } from '../session'
import { type WaitingFile, waitingFiles } from '../store/waiting-files'
import { readUpload } from '../upload'

const base = '/can-bo/nhap'
const largestFile = 20 * 1024 * 1024
const longestName = 200
/** What a form adds around its file. */
const frame = 64 * 1024

/** Earlier answers: a file is checked first, then imported when the person confirms. */
export function importRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const waiting = waitingFiles(deps.now)
  app.use(`${base}/*`, needs('import'))
  app.use(base, needs('import'))

  app.get(base, async (c) => showForm(c, deps, null))

  app.post(base, async (c) => {
    const upload = await readUpload(c, largestFile + frame)
    if ('error' in upload) return showForm(c, deps, upload.error === 'too-large' ? words.tooLarge : words.noFile)
    const { fields } = upload
    const token = fields.get('token')
    if (typeof token === 'string') return confirm(token)
    const file = fields.get('file')
    if (!(file instanceof File) || file.size === 0) return showForm(c, deps, words.noFile)
    return check({ name: cleanText(file.name).slice(0, longestName), bytes: new Uint8Array(await file.arrayBuffer()) })

    async function check(file: WaitingFile) {
      const result = await run(c, deps, file, true)
      if (!result.ok) return refuse(c, deps, file, result)
      const token = deps.newId()
      waiting.keep(token, c.get('staff').id, file)
      const props = { name: file.name, summary: result.summary, token, labels: await labelsOf(deps, result.summary) }
      return show(c, deps, <ImportPreview {...props} />, words.previewTitle)
    }

    async function confirm(token: string) {
      const file = waiting.find(token, c.get('staff').id)
      if (!file) return showForm(c, deps, words.expired)
      const result = await run(c, deps, file, false)
      if (!result.ok) return refuse(c, deps, file, result)
      waiting.drop(token)
      deps.wake()
      const { added, known } = result.summary
      return c.redirect(`${paths.staff.imports()}?them=${added}&co=${known}`, 303)
    }
  })

  app.get(`${base}/mau.csv`, async (c) => {
    const version = await findNewestVersion(deps.db, c.req.query('phieu') ?? '')
    const definition = version && (await findSurveyVersion(deps.db, version.id))
    if (!definition) return errorResponse(c, deps, 404)
    c.header('Content-Type', 'text/csv; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="mau-${definition.key}.csv"`)
    return c.body(importTemplate(definition))
  })
  return app
}

type Result = Awaited<ReturnType<typeof importResponses>>

async function run(c: Context<Env>, deps: Deps, file: WaitingFile, dryRun: boolean): Promise<Result> {
  const staff = c.get('staff')
  const offices = staff.officeCode ? (await officesOf(deps, staff)).map(({ code }) => code) : null
  return importResponses(deps, file.bytes, file.name, { dryRun, staff, offices })
}

async function labelsOf({ db }: Deps, { points, surveys }: ImportSummary): Promise<Map<string, string>> {
  const named = await Promise.all(Object.keys(points).map((code) => findPoint(db, code)))
  const titled = await Promise.all(Object.keys(surveys).map((id) => findSurveyVersion(db, id)))
  return new Map([
    ...named.flatMap((point) => (point ? [[point.code, point.name] as const] : [])),
    ...titled.flatMap((survey) => (survey ? [[versionId(survey), survey.title] as const] : [])),
  ])
}

function refuse(c: Context<Env>, deps: Deps, file: WaitingFile, result: Exclude<Result, { ok: true }>) {
  if (result.error === 'forbidden') return errorResponse(c, deps, 403)
  return show(c, deps, <ImportFaults name={file.name} faults={result.faults} />, words.faultsTitle, 422)
}

async function showForm(c: Context<Env>, deps: Deps, problem: string | null) {
  const offices = (await officesOf(deps, c.get('staff'))).map(({ code }) => code)
  const props = {
    points: await listPoints(deps.db, offices),
    surveys: await surveyChoices(deps.db),
    problem,
    done: problem ? null : doneOf(c),
  }
  const status = problem === words.tooLarge ? 413 : problem ? 422 : 200
  return show(c, deps, <ImportPage {...props} />, words.title, status)
}

/** What the import before the redirect did, from the address. */
function doneOf(c: Context<Env>) {
  const [added, known] = [c.req.query('them'), c.req.query('co')].map((text) =>
    /^\d{1,9}$/.test(text ?? '') ? Number(text) : null,
  )
  return added === null || added === undefined ? null : { added, known: known ?? 0 }
}

function show(c: Context<Env>, deps: Deps, page: VNode, title: string, status: 200 | 413 | 422 = 200) {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="imports">
      {page}
    </StaffShell>
  )
  return staffPage(c, deps, framed, { title, status })
}
