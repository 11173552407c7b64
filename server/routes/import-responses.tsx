import { findPoint } from '../../db/points'
import { findSurveyVersion } from '../../db/surveys'
import { ResponsePreview } from '../../web/pages/import-responses'
import { paths } from '../../web/paths'
import { imports as words } from '../../web/vi/imports'
import { type ImportSummary, importResponses } from '../actions/imports'
import type { Deps } from '../deps'
import { versionId } from '../domain/survey'
import { errorResponse } from '../errors'
import { officesOf } from '../session'
import { importBehindPage, longFrom } from './import-long'
import { type Desk, show, showFaults } from './import-page'

type Sent = { name: string; bytes: Uint8Array }
type Result = Awaited<ReturnType<typeof importResponses>>

/** Tries a file of earlier answers and shows what it would do, or what is wrong with it. */
export async function checkResponses(desk: Desk, file: Sent) {
  const result = await run(desk, file, true)
  if (!result.ok) return refuse(desk, file, result)
  const { c, deps, waiting } = desk
  const token = deps.newId()
  waiting.keep(token, c.get('staff').id, { use: 'responses', ...file })
  const props = { name: file.name, summary: result.summary, token, labels: await labelsOf(deps, result.summary) }
  return show(desk, <ResponsePreview {...props} />, words.previewTitle)
}

/** Imports a file that was checked before; a large one behind a page. */
export async function confirmResponses(desk: Desk, token: string, file: Sent) {
  if (file.bytes.length > longFrom)
    return importBehindPage(desk, 'responses', file.name, async () => {
      const result = await run(desk, file, false)
      if (result.ok) return { ok: true, ...concluded(desk, token, result.summary) }
      return { ok: false, faults: result.error === 'faults' ? result.faults : null }
    })
  const result = await run(desk, file, false)
  if (!result.ok) return refuse(desk, file, result)
  return desk.c.redirect(concluded(desk, token, result.summary).address, 303)
}

function concluded({ deps, waiting }: Desk, token: string, { added, known }: ImportSummary) {
  waiting.drop(token)
  deps.wake()
  return { text: words.done(added, known), address: `${paths.staff.imports()}?them=${added}&co=${known}` }
}

async function run({ c, deps }: Desk, file: Sent, dryRun: boolean): Promise<Result> {
  const staff = c.get('staff')
  const offices = staff.officeCode ? (await officesOf(deps, staff)).map(({ code }) => code) : null
  return importResponses(deps, file.bytes, file.name, { dryRun, staff, offices })
}

function refuse(desk: Desk, file: Sent, result: Exclude<Result, { ok: true }>) {
  if (result.error === 'forbidden') return errorResponse(desk.c, desk.deps, 403)
  return showFaults(desk, 'responses', file.name, result.faults)
}

async function labelsOf({ db }: Deps, { points, surveys }: ImportSummary): Promise<Map<string, string>> {
  const named = await Promise.all(Object.keys(points).map((code) => findPoint(db, code)))
  const titled = await Promise.all(Object.keys(surveys).map((id) => findSurveyVersion(db, id)))
  return new Map([
    ...named.flatMap((point) => (point ? [[point.code, point.name] as const] : [])),
    ...titled.flatMap((survey) => (survey ? [[versionId(survey), survey.title] as const] : [])),
  ])
}
