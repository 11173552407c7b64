import { type Context, Hono } from 'hono'
import { readFile } from '../../db/case-files'
import { listPlaces } from '../../db/case-places'
import type { PlacesBoxProps } from '../../web/components/publication-places'
import { paths } from '../../web/paths'
import type { DeedFault } from '../actions/case-deeds'
import { addPlace, takePlaceOff } from '../actions/case-publishing'
import type { Prepared } from '../actions/case-redacting'
import type { Deps } from '../deps'
import { type FormValues, lineOf } from '../domain/form-values'
import { dayOf } from '../domain/period'
import { type PlaceFault, readPlace } from '../domain/publication-place'
import { errorResponse } from '../errors'
import { readFormWithFile } from '../publishing-files'
import { sendAttachment } from '../send-attachment'
import type { Env } from '../session'
import type { Typed } from './publishing'

const base = '/can-bo/cong-khai/:code'

type Show = (c: Context<Env>, prepared: Prepared) => Promise<Response> | Response
type Parts = {
  withCase: (show: Show) => (c: Context<Env>) => Promise<Response>
  showCase: (c: Context<Env>, prepared: Prepared, typed: Typed) => Promise<Response>
  refused: (c: Context<Env>, code: string, fault: DeedFault, typed: Typed) => Promise<Response>
}

/** Where else an answer was published: adding, taking off, and the file that proves it. */
export function publishingPlaceRoutes(deps: Deps, { withCase, showCase, refused }: Parts): Hono<Env> {
  const app = new Hono<Env>()

  app.post(
    `${base}/noi`,
    withCase(async (c, prepared) => {
      const { values, file, problem } = await readFormWithFile(c, deps.config)
      const { code, answeredAt } = prepared.case
      const today = dayOf(deps.now())
      const answeredOn = answeredAt ? dayOf(new Date(answeredAt)) : today
      const read = readPlace(values, { today, answeredOn, hasFile: file !== null || problem !== '' })
      const placeForm = formOf(values, read.ok ? [] : read.faults, problem)
      if (!read.ok || problem !== '') return showCase(c, prepared, { placeForm, status: 422 })
      const seen = { code, version: Number(lineOf(values, 'phien')) }
      const done = await addPlace(deps, c.get('staff'), seen, read.value, file)
      if (done.ok) return c.redirect(`${paths.staff.publication(code)}#noi`, 303)
      return refused(c, code, done.error, { placeForm })
    }),
  )

  app.post(
    `${base}/noi/:place`,
    withCase(async (c, { case: { code } }) => {
      const done = await takePlaceOff(deps, c.get('staff'), code, c.req.param('place') ?? '')
      if (done.ok) return c.redirect(`${paths.staff.publication(code)}#noi`, 303)
      return done.error === 'unknown' ? errorResponse(c, deps, 404) : refused(c, code, done.error, {})
    }),
  )

  app.get(
    `${base}/minh-chung/:file`,
    withCase(async (c, { case: { id } }) => {
      const place = (await listPlaces(deps.db, id)).find(({ fileId }) => fileId === c.req.param('file'))
      const file = place?.fileId ? await readFile(deps.db, place.fileId) : undefined
      return file ? sendAttachment(c, file) : errorResponse(c, deps, 404)
    }),
  )
  return app
}

/** An empty form, of today. */
export function emptyPlace(today: string): PlacesBoxProps['form'] {
  return { values: { place: '', link: '', on: today, note: '' }, faults: [], fileProblem: '' }
}

function formOf(values: FormValues, faults: readonly PlaceFault[], fileProblem: string): PlacesBoxProps['form'] {
  const typed = (name: string) => lineOf(values, name)
  const kept = { place: typed('place'), link: typed('link'), on: typed('on'), note: typed('note') }
  return { values: kept, faults, fileProblem }
}
