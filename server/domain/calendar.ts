import type { CalendarEntry, CalendarEntryKind } from './calendar-entries'
import { type CalendarYear, dayOfNumber, isWeekendNumber, makeYear, numberOf } from './calendar-year'
import { dayOf } from './period'

export type { CalendarEntry, CalendarEntryKind } from './calendar-entries'

/** The working days of one office under one version; years are worked out when they are first asked for. */
export type Calendar = {
  version: number
  officeCode: string | null
  entries: readonly CalendarEntry[]
  yearOf(year: number): CalendarYear
}

/**
 * @param entries of every office and year of one version; closures of other offices are left out. What they do not say
 *   follows from the law and is `expected` (calendar-expected)
 * @param officeCode whose closures count; undefined: nobody's
 */
export function makeCalendar(version: number, entries: readonly CalendarEntry[], officeCode?: string): Calendar {
  const own = entries.filter((entry) => entry.officeCode === null || entry.officeCode === officeCode)
  const years = new Map<number, CalendarYear>()
  const yearOf = (year: number) => {
    const known = years.get(year) ?? makeYear(year, own)
    years.set(year, known)
    return known
  }
  return { version, officeCode: officeCode ?? null, entries: own, yearOf }
}

const yearNumber = (day: string) => Number(day.slice(0, 4))

/** Whether an office works on a day: Monday to Friday, less days off, plus Saturdays that are worked instead. */
export function isWorkingDay(calendar: Calendar, day: string): boolean {
  const { first, working } = calendar.yearOf(yearNumber(day))
  return working[numberOf(day) - first] === 1
}

/**
 * The day `count` working days after a day, which is itself not counted (Civil Code 2015, article 147); with count 0 the
 * day itself, or the next working day when it is off (article 148); backwards when negative. Always a working day.
 */
export function addWorkingDays(calendar: Calendar, day: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  let number = numberOf(day)
  if (left === 0) return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1)
  let year = calendar.yearOf(yearNumber(day))
  while (left > 0) {
    number += step
    if (number < year.first || number >= year.first + year.length)
      year = calendar.yearOf(yearNumber(dayOfNumber(number)))
    left -= year.working[number - year.first] ?? 0
  }
  return dayOfNumber(number)
}

/** How many working days lie in (from, to]; less than zero when `to` is before `from`. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  const last = yearNumber(to)
  let days = workingDaysUntil(calendar, to) - workingDaysUntil(calendar, from)
  for (let year = yearNumber(from); year < last; year++) {
    const { before, length } = calendar.yearOf(year)
    days += before[length] ?? 0
  }
  return days
}

/** Working days of the year up to a day and with it. */
function workingDaysUntil(calendar: Calendar, day: string): number {
  const { first, before } = calendar.yearOf(yearNumber(day))
  return before[numberOf(day) - first + 1] ?? 0
}

export type DayReason = 'weekday' | 'weekend' | CalendarEntryKind
export type DayExplanation = { working: boolean; reason: DayReason; entry: CalendarEntry | null }

/** What a day is, and the entry that makes it so; null where the weekday alone does. */
export function explainDay(calendar: Calendar, day: string): DayExplanation {
  const { first, entries, working } = calendar.yearOf(yearNumber(day))
  const number = numberOf(day)
  const entry = entries.get(number - first) ?? null
  const reason = entry?.kind ?? (isWeekendNumber(number) ? 'weekend' : 'weekday')
  return { working: working[number - first] === 1, reason, entry }
}

/** A time in which the clock stands; instants (ISO, UTC), `to` null while it still stands. */
export type Pause = { from: string; to: string | null }

/** A day of the count: its ordinal when it is counted, else null and the reason why not. */
export type DayLine = {
  day: string
  ordinal: number | null
  reason: DayReason | 'paused'
  entry: CalendarEntry | null
}

/**
 * Every day after `from` up to `to`, each once: counted with its ordinal, or skipped. A working day that lies wholly in a
 * pause is `paused`; a day off keeps its own reason.
 */
export function explainDays(calendar: Calendar, from: string, to: string, pauses: readonly Pause[] = []): DayLine[] {
  const isPaused = pausedDays(pauses)
  const lines: DayLine[] = []
  let counted = 0
  for (let number = numberOf(from) + 1; number <= numberOf(to); number++) {
    const day = dayOfNumber(number)
    const { working, reason, entry } = explainDay(calendar, day)
    const paused = working && isPaused(day)
    lines.push({ day, ordinal: working && !paused ? ++counted : null, reason: paused ? 'paused' : reason, entry })
  }
  return lines
}

/**
 * A test of days: true for those that lie wholly inside the pauses, taken together, so that two pauses without a gap are
 * one. The day on which a pause begins and the day on which it ends still belong to the office.
 */
export function pausedDays(pauses: readonly Pause[]): (day: string) => boolean {
  const spans = joined(pauses).map(({ from, to }) => ({
    after: dayOf(new Date(from)),
    before: to && dayOf(new Date(to)),
  }))
  return (day) => spans.some(({ after, before }) => after < day && (before === null || day < before))
}

function joined(pauses: readonly Pause[]): Pause[] {
  const all: Pause[] = []
  for (const pause of [...pauses].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const last = all.at(-1)
    const touches = last && (last.to === null || Date.parse(pause.from) <= Date.parse(last.to))
    if (!last || !touches) all.push({ ...pause })
    else if (last.to !== null) last.to = pause.to === null ? null : later(last.to, pause.to)
  }
  return all
}

const later = (a: string, b: string) => (Date.parse(a) < Date.parse(b) ? b : a)

/** What makes days of a year other than their weekday, computed days included, by day. */
export function entriesOfYear(calendar: Calendar, year: number): CalendarEntry[] {
  const found = new Set(calendar.yearOf(year).entries.values())
  return [...found].sort((a, b) => (a.from < b.from ? -1 : 1))
}
