import { listChanges, listEntries, listVersions, readCalendar, type StoredEntry } from '../db/calendar'
import type { Office } from '../db/offices'
import type { Db } from '../db/schema'
import { staffNames } from '../db/staff'
import type { CalendarLine, CalendarPageProps } from '../web/pages/calendar'
import type { VersionLine } from '../web/pages/calendar-versions'
import { entriesOfYear, explainDay, workingDaysBetween } from './domain/calendar'
import { addDays } from './domain/period'
import { may, type SignedInStaff } from './domain/permissions'

type Seen = { staff: SignedInStaff; offices: readonly Office[]; year: number }

/** A year as a person sees it: days of everybody, and closures of the offices of the own part. */
export async function calendarPage(
  db: Db,
  { staff, offices, year }: Seen,
): Promise<Omit<CalendarPageProps, 'today' | 'notice'>> {
  const change = may(staff.role, 'calendar.manage')
  const all = change && staff.officeCode === null
  const calendar = await readCalendar(db, staff.officeCode ?? undefined)
  const names = new Map(offices.map(({ code, name }) => [code, name]))
  const ofYear = ({ from, to }: { from: string; to: string }) => from <= `${year}-12-31` && to >= `${year}-01-01`
  const stored = (await listEntries(db, calendar.version)).filter(ofYear)
  const lineOf = (entry: StoredEntry): CalendarLine[] => {
    if (entry.officeCode === null) return [{ ...entry, office: null, mayRemove: all }]
    const office = names.get(entry.officeCode)
    return office === undefined ? [] : [{ ...entry, office, mayRemove: change }]
  }
  const computed = entriesOfYear(calendar, year).filter(({ source }) => source === 'computed')
  const lines = [...computed.map((entry) => ({ ...entry, office: null, mayRemove: false })), ...stored.flatMap(lineOf)]
  lines.sort((a, b) => (a.from < b.from ? -1 : 1))
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  return {
    ...{ year, lines, version: calendar.version, may: { change, all } },
    working: workingDaysBetween(calendar, addDays(first, -1), last),
    days: daysOf(first, last).map((day) => ({ day, ...explainDay(calendar, day) })),
  }
}

function daysOf(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** Every version with what it changed, as far as it concerns everybody or the own part. */
export async function calendarVersions(db: Db, offices: readonly Office[]): Promise<VersionLine[]> {
  const people = await staffNames(db)
  const codes = new Set(offices.map(({ code }) => code))
  const own = ({ officeCode }: { officeCode: string | null }) => officeCode === null || codes.has(officeCode)
  const versions = await listVersions(db)
  return Promise.all(
    versions.map(async (version) => {
      const { added, removed } = await listChanges(db, version.number)
      const who = version.madeBy === null ? null : (people.get(version.madeBy) ?? null)
      return { ...version, who, added: added.filter(own), removed: removed.filter(own) }
    }),
  )
}
