import type { CalendarEntry, CalendarEntryKind } from './calendar-entries'
import { expectedEntries } from './calendar-expected'

const dayLength = 86_400_000

/** Days since 1 January 1970: what the calendar counts with. */
export const numberOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength)
export const dayOfNumber = (number: number) => new Date(number * dayLength).toISOString().slice(0, 10)
/** 1 January 1970 was a Thursday. */
export const isWeekendNumber = (number: number) => ((((number + 4) % 7) + 7) % 7) % 6 === 0

/** A year worked out once: what each day is, and how many working days lie before it in the year. */
export type CalendarYear = {
  /** Number of 1 January. */
  first: number
  length: number
  /** What makes a day other than its weekday, by its place in the year. */
  entries: ReadonlyMap<number, CalendarEntry>
  /** 1 for a working day, by its place in the year. */
  working: Uint8Array
  /** Working days before each place; the last one is the sum of the year. */
  before: Uint16Array
}

/** Where two entries speak of one day, the later one in this list holds; what is written down holds against what is computed. */
const strength: readonly CalendarEntryKind[] = ['swap_work', 'swap_off', 'holiday', 'closure']

/** Works a year out. `entries` are those that hold for one office, of any year. */
export function makeYear(year: number, entries: readonly CalendarEntry[]): CalendarYear {
  const first = numberOf(`${year}-01-01`)
  const length = numberOf(`${year + 1}-01-01`) - first
  const near = entries.filter(({ from, to }) => from <= `${year}-12-31` && to >= `${year}-01-01`)
  const found = new Map<number, CalendarEntry>()
  const weakest = (a: CalendarEntry, b: CalendarEntry) => strength.indexOf(a.kind) - strength.indexOf(b.kind)
  const expected = expectedEntries(
    year,
    near.filter(({ officeCode }) => officeCode === null),
  )
  for (const entry of [...expected, ...[...near].sort(weakest)])
    for (let at = numberOf(entry.from) - first; at <= numberOf(entry.to) - first; at++)
      if (at >= 0 && at < length) found.set(at, entry)
  return { first, length, entries: found, ...count(first, length, found) }
}

function count(first: number, length: number, entries: ReadonlyMap<number, CalendarEntry>) {
  const working = new Uint8Array(length)
  const before = new Uint16Array(length + 1)
  for (let at = 0; at < length; at++) {
    const kind = entries.get(at)?.kind
    const works = kind ? kind === 'swap_work' : !isWeekendNumber(first + at)
    working[at] = works ? 1 : 0
    before[at + 1] = (before[at] ?? 0) + (works ? 1 : 0)
  }
  return { working, before }
}
