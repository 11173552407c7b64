/**
 * Days are text `YYYY-MM-DD` in UTC+7, whatever zone the machine has; a day lasts until 24:00.
 * A period is a range of days, both included. `cutoff14`: the reporting rule that ends a month on the 14th
 * (PAKN: quarter 1 is 15/12–14/3, half-year 1 is 15/12–14/6, year is 15/12–14/12).
 */
export type Period = { text: string; from: string; to: string; cutoff14: boolean }

/** Bounds of a range without bounds. */
export const firstDay = '1900-01-01'
export const lastDayOfAll = '9998-12-31'

const vietnamOffset = 7 * 3_600_000
const dayLength = 86_400_000

/** The day in Viet Nam at an instant. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + vietnamOffset).toISOString().slice(0, 10)
}

/** The same of an instant as text (ISO UTC), quickly: most of them lie before 24:00 in Viet Nam on the day that they say. */
export function dayAt(instant: string): string {
  return instant.slice(11, 13) < '17' ? instant.slice(0, 10) : dayOf(new Date(instant))
}

/** Whether a text is a day that exists, such as 2024-02-29. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A day as a browser sends it (YYYY-MM-DD) or as people type it (14/9/2026), as YYYY-MM-DD; null when it is none. */
export function readDay(text: string): string | null {
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  const day = typed ? [typed[3], typed[2]?.padStart(2, '0'), typed[1]?.padStart(2, '0')].join('-') : text.trim()
  return isDay(day) ? day : null
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10)
}

/** The half-month of a day: `2026-03a` is days 1–14, `2026-03b` day 15 to the end. */
export function halfOf(day: string): string {
  return `${day.slice(0, 7)}${Number(day.slice(8)) <= 14 ? 'a' : 'b'}`
}

/** The first day of a half-month: `2026-03b` → `2026-03-15`. */
export function firstDayOf(half: string): string {
  return `${half.slice(0, 7)}-${half.endsWith('a') ? '01' : '15'}`
}

const spans: Record<string, [first: number, last: number]> = {
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  H1: [1, 6],
  H2: [7, 12],
  '9M': [1, 9],
}

/**
 * A period from its name: `2026`, `2026-03`, `2026-Q1`, `2026-H1`, `2026-H2`, `2026-9M`, each optionally with `/14`
 * for the reporting cut-off. Null for any other text.
 */
export function parsePeriod(text: string): Period | null {
  const match = /^(\d{4})(?:-(\d{2}|Q[1-4]|H[12]|9M))?(\/14)?$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const span = spanOf(match[2])
  if (!span || year < 1900) return null
  return rangeOf(text, year, span, match[3] !== undefined)
}

function spanOf(part: string | undefined): [number, number] | null {
  if (part === undefined) return [1, 12]
  const month = Number(part)
  if (!Number.isNaN(month)) return month >= 1 && month <= 12 ? [month, month] : null
  return spans[part] ?? null
}

function rangeOf(text: string, year: number, [first, last]: [number, number], cutoff14: boolean): Period {
  if (cutoff14) return { text, from: `${monthAt(year, first - 1)}-15`, to: `${monthAt(year, last)}-14`, cutoff14 }
  return { text, from: `${monthAt(year, first)}-01`, to: lastDay(monthAt(year, last)), cutoff14 }
}

/** Month `number` of a year as `YYYY-MM`; 0 is December of the year before, 13 January of the next. */
function monthAt(year: number, number: number): string {
  return new Date(Date.UTC(year, number - 1, 1)).toISOString().slice(0, 7)
}

function lastDay(month: string): string {
  return addDays(`${monthAt(Number(month.slice(0, 4)), Number(month.slice(5)) + 1)}-01`, -1)
}

/** Whether a range of days is a union of whole half-months. */
export function isWholeHalves(from: string, to: string): boolean {
  const startsHalf = from.endsWith('-01') || from.endsWith('-15')
  const endsHalf = to.endsWith('-14') || to === lastDay(to.slice(0, 7))
  return startsHalf && endsHalf && from <= to
}

/** The longest part of a range of days that is whole half-months; null when there is none. */
export function wholeHalvesIn(from: string, to: string): { from: string; to: string } | null {
  const starts = firstDayOf(halfOf(from))
  const first = starts === from ? from : addDays(lastDayOfHalf(from), 1)
  const last = lastDayOfHalf(to) === to ? to : addDays(firstDayOf(halfOf(to)), -1)
  return first <= last ? { from: first, to: last } : null
}

function lastDayOfHalf(day: string): string {
  return halfOf(day).endsWith('a') ? `${day.slice(0, 7)}-14` : lastDay(day.slice(0, 7))
}

/** The half-months that make up a range of days, in order; null when the range is not a union of whole ones. */
export function halvesBetween(from: string, to: string): string[] | null {
  if (!isWholeHalves(from, to)) return null
  const first = halfOf(from)
  const last = halfOf(to)
  const all = monthNames(from.slice(0, 7), to.slice(0, 7)).flatMap((month) => [`${month}a`, `${month}b`])
  return all.filter((half) => half >= first && half <= last)
}

function monthNames(first: string, last: string): string[] {
  const names: string[] = []
  for (let i = Number(first.slice(5)); ; i++) {
    const name = monthAt(Number(first.slice(0, 4)), i)
    if (name > last) return names
    names.push(name)
  }
}

/** The name of the month a day is counted in: `2026-03`, or `2026-03/14` (15/2–14/3) with the cut-off. */
export function monthOf(day: string, cutoff14 = false): string {
  if (!cutoff14) return day.slice(0, 7)
  const late = Number(day.slice(8)) > 14 ? 1 : 0
  return `${monthAt(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + late)}/14`
}

/** The whole months (calendar, or ending on the 14th) that a range of days touches, in order. */
export function monthsBetween(from: string, to: string, cutoff14 = false): Period[] {
  const names = monthNames(monthOf(from, cutoff14).slice(0, 7), monthOf(to, cutoff14).slice(0, 7))
  return names.map((name) => named(cutoff14 ? `${name}/14` : name))
}

function named(text: string): Period {
  const period = parsePeriod(text)
  if (!period) throw new Error(`not a period: ${text}`)
  return period
}

/** The period of the same length just before: quarter before quarter; for `9M` the nine months of the year before. */
export function periodBefore(period: Period): Period {
  const [name = '', part] = period.text.replace('/14', '').split('-')
  const year = Number(name)
  const suffix = period.cutoff14 ? '/14' : ''
  if (part === undefined) return named(`${year - 1}${suffix}`)
  if (/^\d\d$/.test(part)) return named(`${monthAt(year, Number(part) - 1)}${suffix}`)
  const kind = part.charAt(0)
  const number = Number(part.slice(1))
  if (part === '9M') return named(`${year - 1}-9M${suffix}`)
  if (number > 1) return named(`${year}-${kind}${number - 1}${suffix}`)
  return named(`${year - 1}-${kind}${kind === 'Q' ? 4 : 2}${suffix}`)
}

/**
 * The periods offered to choose from on a day: with the cut-off first, then calendar ones; in each the month,
 * quarter and year of today with the one before, and the 6 and 9 months of this year once they have begun.
 */
export function periodPresets(today: string): Period[] {
  return [true, false].flatMap((cutoff14) => {
    const month = named(monthOf(today, cutoff14))
    const year = Number(month.text.slice(0, 4))
    const suffix = cutoff14 ? '/14' : ''
    const quarter = named(`${year}-Q${Math.ceil(Number(month.text.slice(5, 7)) / 3)}${suffix}`)
    const halves = ['H1', 'H2', '9M'].map((part) => named(`${year}-${part}${suffix}`)).filter((p) => p.from <= today)
    const whole = named(`${year}${suffix}`)
    return [month, periodBefore(month), quarter, periodBefore(quarter), ...halves, whole, periodBefore(whole)]
  })
}
