import { type Context, Hono } from 'hono'
import { listEntries, newestVersion } from '../../db/calendar'
import { CalendarPage } from '../../web/pages/calendar'
import { CalendarFilePage, CalendarFormPage } from '../../web/pages/calendar-form'
import { CalendarVersionsPage } from '../../web/pages/calendar-versions'
import { daysRange, entryName } from '../../web/vi/calendar'
import { calendarWords as words } from '../../web/vi/calendar-pages'
import { planCalendarFile } from '../actions/calendar-import'
import { calendarPage, calendarVersions } from '../calendar-views'
import type { Deps } from '../deps'
import { keepFields } from '../domain/answers'
import { togetherWith } from '../domain/calendar-change'
import {
  type EntryForm,
  type FieldFault,
  faultOfForm,
  isEntryForm,
  readEntryForm,
  readTyped,
  type TypedEntry,
} from '../domain/calendar-form'
import { dayOf } from '../domain/period'
import { errorResponse } from '../errors'
import { readForm, readPairs } from '../form'
import { calendarCsv, calendarJson } from '../formats/calendar-file'
import { firstFaults } from '../imports/faults'
import { officeChoices, withOfficeCode } from '../office-options'
import { type Env, needs, officesOf } from '../session'
import { readUpload } from '../upload'
import { type CalendarDesk, confirmChange, inCalendar, showChange } from './calendar-steps'

const base = '/can-bo/lich'
const largestFile = 1024 * 1024

/** The calendar: a year, days that are added and removed after a look at what follows, files, versions. */
export function calendarRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(base, needs('calendar.view'))
  app.use(`${base}/*`, needs('calendar.view'))

  app.get(base, async (c) => {
    const today = dayOf(deps.now())
    const year = yearOf(c.req.query('nam'), today)
    const { staff, offices } = await deskOf(c)
    const page = await calendarPage(deps.db, { staff, offices, year })
    const saved = Number(c.req.query('luu'))
    const notice = saved > 0 ? words.saved(saved, Number(c.req.query('doi')) || 0) : null
    return inCalendar(c, deps, <CalendarPage {...page} today={today} notice={notice} />, words.of(year))
  })

  app.get(`${base}/phien-ban`, async (c) => {
    const { offices } = await deskOf(c)
    const versions = await calendarVersions(deps.db, offices)
    return inCalendar(c, deps, <CalendarVersionsPage versions={versions} />, words.history)
  })

  app.get(`${base}/lich.json`, async (c) => {
    return file(c, 'application/json; charset=utf-8', calendarJson(await entriesOf(c)))
  })
  app.get(`${base}/lich.csv`, async (c) => {
    return file(c, 'text/csv; charset=utf-8', calendarCsv(await entriesOf(c)))
  })

  app.get(`${base}/them`, needs('calendar.manage'), async (c) => {
    const asked = c.req.query('loai') ?? ''
    return showForm(c, isEntryForm(asked) ? asked : 'holiday', {}, [])
  })

  app.post(`${base}/them`, needs('calendar.manage'), async (c) => {
    const values = keepFields(await readPairs(c))
    const asked = values.form?.at(-1) ?? ''
    const form = isEntryForm(asked) ? asked : 'holiday'
    const desk = await deskOf(c)
    const typed = await withOfficeCode(deps, desk.staff, readTyped(values))
    const all = desk.staff.officeCode === null
    const read = readEntryForm(form, typed, desk.codes, { all, swapNames: words.swapNames })
    if (!read.ok) return showForm(c, form, typed, read.faults)
    const [entry] = read.entries
    const summary = entry ? words.summaryAdd(entryName(entry), daysRange(entry.from, entry.to)) : ''
    const based = await newestVersion(deps.db)
    const change = { based, add: read.entries, remove: [], summary, document: typed.source }
    const shown = await showChange(desk, change)
    if (shown.ok) return shown.page
    if (shown.error !== 'invalid') return errorResponse(c, deps, shown.error === 'forbidden' ? 403 : 409)
    return showForm(
      c,
      form,
      typed,
      shown.faults.map((fault) => faultOfForm(form, fault)),
    )
  })

  app.post(`${base}/bo`, needs('calendar.manage'), async (c) => {
    const { id } = await readForm(c)
    const desk = await deskOf(c)
    const based = await newestVersion(deps.db)
    const gone = togetherWith(await listEntries(deps.db, based), Number(id))
    const [entry] = gone
    if (!entry) return errorResponse(c, deps, 404)
    const summary = words.summaryRemove(entryName(entry), daysRange(entry.from, entry.to))
    const change = { based, add: [], remove: gone.map(({ id }) => id), summary, document: '' }
    const shown = await showChange(desk, change)
    if (shown.ok) return shown.page
    return errorResponse(c, deps, shown.error === 'forbidden' ? 403 : 409)
  })

  app.get(`${base}/nhap`, needs('calendar.manage'), (c) => showFile(c, null))

  app.post(`${base}/nhap`, needs('calendar.manage'), async (c) => {
    const sent = await readUpload(c, largestFile)
    if ('error' in sent) return showFile(c, sent.error === 'too-large' ? words.tooLarge : words.noFile)
    const given = sent.fields.get('file')
    if (!(given instanceof File) || given.size === 0) return showFile(c, words.noFile)
    const bytes = new Uint8Array(await given.arrayBuffer())
    const planned = await planCalendarFile(deps, { bytes, summary: words.summaryFile })
    if (!planned.ok) return showFile(c, null, firstFaults(planned.faults))
    const shown = await showChange(await deskOf(c), planned.change)
    if (shown.ok) return shown.page
    if (shown.error === 'nothing') return showFile(c, words.same)
    return errorResponse(c, deps, shown.error === 'forbidden' ? 403 : 409)
  })

  app.post(`${base}/xac-nhan`, needs('calendar.manage'), async (c) => confirmChange(await deskOf(c)))
  return app

  async function deskOf(c: Context<Env>): Promise<CalendarDesk> {
    const staff = c.get('staff')
    const offices = await officesOf(deps, staff)
    return { c, deps, staff, offices, codes: new Set(offices.map(({ code }) => code)) }
  }

  /** Entries of a version: those of everybody, and closures of the own part. */
  async function entriesOf(c: Context<Env>) {
    const { codes } = await deskOf(c)
    const asked = Number(c.req.query('ban'))
    const entries = await listEntries(deps.db, asked > 0 ? asked : await newestVersion(deps.db))
    return entries
      .filter(({ officeCode }) => officeCode === null || codes.has(officeCode))
      .map(({ id, ...entry }) => entry)
  }

  async function showForm(c: Context<Env>, form: EntryForm, typed: Partial<TypedEntry>, faults: readonly FieldFault[]) {
    const { staff, offices } = await deskOf(c)
    const all = staff.officeCode === null
    const options = officeChoices(offices, dayOf(deps.now()))
    const page = <CalendarFormPage {...{ typed, faults, all }} form={all ? form : 'closure'} offices={options} />
    return inCalendar(c, deps, page, words.add, faults.length > 0 ? 422 : 200)
  }

  function showFile(c: Context<Env>, problem: string | null, faults: ReturnType<typeof firstFaults> | null = null) {
    const page = <CalendarFilePage problem={problem} faults={faults} />
    return inCalendar(c, deps, page, words.importTitle, problem || faults ? 422 : 200)
  }
}

function yearOf(asked: string | undefined, today: string): number {
  const year = Number(asked)
  return Number.isInteger(year) && year >= 1950 && year <= 2150 ? year : Number(today.slice(0, 4))
}

function file(c: Context, contentType: string, content: string) {
  c.header('Content-Type', contentType)
  c.header(
    'Content-Disposition',
    `attachment; filename="lich-lam-viec.${contentType.includes('json') ? 'json' : 'csv'}"`,
  )
  return c.body(content)
}
