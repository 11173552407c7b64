import { listEntries, newestVersion } from '../../db/calendar'
import { listOffices } from '../../db/offices'
import { type CalendarChange, planFile } from '../domain/calendar-change'
import { readCalendarFile } from '../imports/calendar'
import type { Faults } from '../imports/faults'
import type { CalendarDeps } from './calendar'

export type CalendarPlan =
  | { ok: true; change: CalendarChange; kept: number; years: string[] }
  | { ok: false; error: 'faults'; faults: Faults }

/**
 * What a file would make of the newest calendar, as a change to be seen first; nothing is written.
 * @param summary says what the version is, from the years of the file
 */
export async function planCalendarFile(
  { db }: Pick<CalendarDeps, 'db'>,
  { bytes, summary }: { bytes: Uint8Array; summary: (years: readonly string[]) => string },
): Promise<CalendarPlan> {
  const offices = new Set((await listOffices(db)).map(({ code }) => code))
  const read = await readCalendarFile(bytes, offices)
  if (!read.ok) return { ok: false, error: 'faults', faults: read.faults }
  const based = await newestVersion(db)
  const { kept, ...plan } = planFile(await listEntries(db, based), read.entries)
  const years = [...new Set(read.entries.map(({ from }) => from.slice(0, 4)))].sort()
  const document = [...new Set(plan.add.map(({ source }) => source))].join('; ').slice(0, 500)
  return { ok: true, change: { based, ...plan, summary: summary(years), document }, kept, years }
}
