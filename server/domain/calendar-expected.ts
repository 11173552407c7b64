import type { CalendarEntry, ExpectedName } from './calendar-entries'
import { dayOfLunar } from './lunar'
import { addDays } from './period'

/** A day off that the law names: `core` decides whether somebody has already written it down. */
type Occasion = { name: ExpectedName; core: string; from: string; to: string }

/**
 * The days off of a year as far as nobody has written them down: those of the Labour Code 2019, article 112, and of
 * Resolution 28/2026/QH16 (24 November, from 2026), with the days in lieu of weekends (article 111.3).
 * @param known public holidays that stand in the calendar; one that holds the core day of an occasion replaces it
 */
export function expectedEntries(year: number, known: readonly CalendarEntry[]): CalendarEntry[] {
  const holidays = known.filter(({ kind }) => kind === 'holiday')
  const missing = occasionsOf(year).filter(({ core }) => !holidays.some(({ from, to }) => from <= core && core <= to))
  const off = new Set([...missing, ...known.filter(({ kind }) => kind !== 'swap_work')].flatMap(daysOf))
  const inLieu = missing
    .flatMap(daysOf)
    .filter(isWeekend)
    .map((day) => nextFree(day, off))
  return [...missing.map(entryOf), ...inLieu.map((day) => entryOf({ name: 'day-in-lieu', from: day, to: day }))]
}

function occasionsOf(year: number): Occasion[] {
  const tet = tetOf(dayOfLunar(year, 1, 1))
  return [
    single('new-year', `${year}-01-01`),
    tet,
    single('hung-kings', dayOfLunar(year, 3, 10)),
    single('victory-day', `${year}-04-30`),
    single('labour-day', `${year}-05-01`),
    nationalDayOf(`${year}-09-02`),
    ...(year >= 2026 ? [single('culture-day', `${year}-11-24`)] : []),
  ]
}

const single = (name: ExpectedName, day: string): Occasion => ({ name, core: day, from: day, to: day })

/** Five days: two before the first day of the lunar year, or one when that is a Tuesday, as in every year since 2017. */
function tetOf(core: string): Occasion {
  const from = addDays(core, weekdayOf(core) === 2 ? -1 : -2)
  return { name: 'tet', core, from, to: addDays(from, 4) }
}

/** Two days: 2 September and the day before or after, whichever joins the weekend (on a Wednesday the day before). */
function nationalDayOf(core: string): Occasion {
  const after = [0, 1, 4].includes(weekdayOf(core))
  return { name: 'national-day', core, from: after ? core : addDays(core, -1), to: after ? addDays(core, 1) : core }
}

/** The next working day after `day` that is not taken yet; it is taken then. */
function nextFree(day: string, off: Set<string>): string {
  let next = addDays(day, 1)
  while (isWeekend(next) || off.has(next)) next = addDays(next, 1)
  off.add(next)
  return next
}

function entryOf({ name, from, to }: Omit<Occasion, 'core'>): CalendarEntry {
  const confidence = 'expected'
  return { from, to, kind: 'holiday', name, pair: null, confidence, source: 'computed', officeCode: null }
}

function daysOf({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const isWeekend = (day: string) => [0, 6].includes(weekdayOf(day))
