import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { findNewestVersion, findSurveyVersion } from '../../db/surveys'
import { imports as words } from '../../web/vi/imports'
import type { Deps } from '../deps'
import { findImportKind, mayImport } from '../domain/import-kinds'
import { cleanText } from '../domain/vietnamese'
import { errorResponse } from '../errors'
import { importTemplate, tableTemplate } from '../import-template'
import type { Env } from '../session'
import { waitingFiles } from '../store/waiting-files'
import { readUpload } from '../upload'
import { type Desk, kindsOf, showForm } from './import-page'
import { checkResponses, confirmResponses } from './import-responses'
import { checkTable, confirmTable } from './import-tables'

const base = '/can-bo/nhap'
const largestFile = 20 * 1024 * 1024
const longestName = 200
/** What a form adds around its file. */
const frame = 64 * 1024

/** Files of offices, people, earlier answers …: checked first, then imported when the person confirms. */
export function importRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const waiting = waitingFiles(deps.now)
  for (const path of [base, `${base}/*`])
    app.use(path, async (c, next) => {
      if (kindsOf(c).length === 0) throw new HTTPException(403)
      return next()
    })

  app.get(base, async (c) => showForm({ c, deps, waiting }, findImportKind(c.req.query('loai')), null))

  app.post(base, async (c) => {
    const desk = { c, deps, waiting }
    const upload = await readUpload(c, largestFile + frame)
    if ('error' in upload)
      return showForm(desk, undefined, upload.error === 'too-large' ? words.tooLarge : words.noFile)
    const token = upload.fields.get('token')
    if (typeof token === 'string') return confirm(desk, token)
    return check(desk, upload.fields)
  })

  app.get(`${base}/mau.csv`, async (c) => {
    const kind = findImportKind(c.req.query('loai'))
    const version = await findNewestVersion(deps.db, c.req.query('phieu') ?? '')
    const definition = version && (await findSurveyVersion(deps.db, version.id))
    if (kind && kind !== 'responses') return sendCsv({ c, deps, waiting }, `mau-${kind}.csv`, tableTemplate(kind))
    if (!definition) return errorResponse(c, deps, 404)
    return sendCsv({ c, deps, waiting }, `mau-${definition.key}.csv`, importTemplate(definition))
  })

  app.get(`${base}/tep/:token`, async (c) => {
    const file = waiting.find(c.req.param('token'), c.get('staff').id)
    if (file?.use !== 'download') return errorResponse(c, deps, 404)
    return sendCsv({ c, deps, waiting }, file.name, file.bytes)
  })
  return app
}

async function check(desk: Desk, fields: FormData) {
  const kind = findImportKind(String(fields.get('kind') ?? 'responses'))
  if (!kind || !mayImport(desk.c.get('staff'), kind)) return errorResponse(desk.c, desk.deps, 403)
  const file = fields.get('file')
  if (!(file instanceof File) || file.size === 0) return showForm(desk, kind, words.noFile)
  const name = cleanText(file.name).slice(0, longestName)
  const sent = { name, bytes: new Uint8Array(await file.arrayBuffer()) }
  return kind === 'responses' ? checkResponses(desk, sent) : checkTable(desk, kind, sent)
}

async function confirm(desk: Desk, token: string) {
  const file = desk.waiting.find(token, desk.c.get('staff').id)
  const kind = findImportKind(file?.use)
  if (!file || !kind) return showForm(desk, undefined, words.expired)
  return kind === 'responses' ? confirmResponses(desk, token, file) : confirmTable(desk, kind, token, file)
}

function sendCsv({ c }: Desk, name: string, content: string | Uint8Array) {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(typeof content === 'string' ? content : Buffer.from(content).toString())
}
