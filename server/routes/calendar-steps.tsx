import type { Context } from 'hono'
import type { VNode } from 'preact'
import { newestVersion } from '../../db/calendar'
import type { Office } from '../../db/offices'
import { StaffShell } from '../../web/components/staff-shell'
import { CalendarPreviewPage } from '../../web/pages/calendar-preview'
import { paths } from '../../web/paths'
import { calendarWords as words } from '../../web/vi/calendar-pages'
import { type CalendarRefusal, changeCalendar, previewCalendar } from '../actions/calendar'
import type { Deps } from '../deps'
import { type CalendarChange, readChange } from '../domain/calendar-change'
import { errorResponse } from '../errors'
import { readPairs } from '../form'
import { staffPage } from '../render'
import { type Env, type SignedIn, shellProps } from '../session'

/** Whoever changes the calendar, and the offices of the own part. */
export type CalendarDesk = {
  c: Context<Env>
  deps: Deps
  staff: SignedIn
  offices: readonly Office[]
  codes: ReadonlySet<string>
}

const largestChange = 512 * 1024

/** The page before a change: what comes, what goes, whose due date moves. Nothing is written yet. */
export async function showChange(
  desk: CalendarDesk,
  change: CalendarChange,
  note: string | null = null,
): Promise<{ ok: true; page: Response } | CalendarRefusal> {
  const { c, deps, offices } = desk
  const seen = await previewCalendar(acting(desk), change)
  if (!seen.ok) return seen
  const names = new Map(offices.map(({ code, name }) => [code, name]))
  const page = <CalendarPreviewPage {...seen} change={change} offices={names} note={note} />
  return { ok: true, page: await inCalendar(c, deps, page, words.previewTitle, note ? 409 : 200) }
}

/** Makes the version that the page showed; when somebody else was first, the page comes again from the newest one. */
export async function confirmChange(desk: CalendarDesk): Promise<Response> {
  const { c, deps } = desk
  const fields = Object.fromEntries(await readPairs(c, largestChange))
  const change = readChange(fields.change ?? '')
  if (!change) return errorResponse(c, deps, 422)
  const done = await changeCalendar(acting(desk), change)
  if (done.ok) {
    const nam = (change.add[0]?.from ?? '').slice(0, 4) || undefined
    return c.redirect(paths.staff.calendar(undefined, { nam, luu: `${done.number}`, doi: `${done.moves.length}` }), 303)
  }
  if (done.error === 'forbidden') return errorResponse(c, deps, 403)
  const again = { ...change, based: await newestVersion(deps.db) }
  const shown = await showChange(desk, again, words.conflict)
  if (shown.ok) return shown.page
  const gone = (
    <div class="stack">
      <p class="note wa" role="alert">
        {words.gone}
      </p>
      <p>
        <a href={paths.staff.calendar()}>{words.back}</a>
      </p>
    </div>
  )
  return inCalendar(c, deps, gone, words.title, 409)
}

const acting = ({ deps, staff, codes }: CalendarDesk) => ({ db: deps.db, now: deps.now, staff, offices: codes })

/** A page of the calendar in the frame of the staff area. */
export function inCalendar(
  c: Context<Env>,
  deps: Deps,
  page: VNode,
  title: string,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const framed = (
    <StaffShell {...shellProps(c, deps)} current="calendar">
      {page}
    </StaffShell>
  )
  return Promise.resolve(staffPage(c, deps, framed, { title, status }))
}
