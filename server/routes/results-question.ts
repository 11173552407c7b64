import { isDay, type Period, parsePeriod } from '../domain/period'
import type { Days } from '../domain/visible'
import type { ParameterError } from '../reports/parameters'

/** The view that an address asks for, before anything is looked up. */
export type Asked = {
  period: Period | null
  days: Days
  office?: string
  point?: string
  survey?: string
  channel?: string
}

type Query = Record<string, string | undefined>

/**
 * Reads the query of the page: `period`, or `from` and `to`; `place` (`c.OFFICE` or `d.POINT`) or `office` and `point`;
 * `survey`, `channel`. What is missing or empty has its default: this quarter, the whole office, everything.
 */
export function parseQuestion(
  query: Query,
  today: string,
): { ok: true; value: Asked } | { ok: false; error: ParameterError } {
  const when = whenOf(query, today)
  if (!when.ok) return when
  const { survey, channel } = query
  return {
    ok: true,
    value: { ...when.value, ...placeOf(query), survey: survey || undefined, channel: channel || undefined },
  }
}

type When = { ok: true; value: Pick<Asked, 'period' | 'days'> } | { ok: false; error: ParameterError }

/** No answer is older: imports take none from before. */
const earliest = '2000-01-01'

function whenOf({ period: name, from, to }: Query, today: string): When {
  if (!name && (from || to)) return daysOf(from || to || '', to || today)
  const period = name ? parsePeriod(name) : quarterOf(today)
  if (!period || period.to < earliest) return { ok: false, error: 'bad-period' }
  return { ok: true, value: { period, days: { from: period.from, to: period.to } } }
}

function daysOf(from: string, to: string): When {
  if (!isDay(from) || !isDay(to) || to < earliest) return { ok: false, error: 'bad-day' }
  if (from > to) return { ok: false, error: 'from-after-to' }
  return { ok: true, value: { period: null, days: { from, to } } }
}

function placeOf({ place = '', office, point }: Query): Pick<Asked, 'office' | 'point'> {
  if (place.startsWith('c.')) return { office: place.slice(2) }
  if (place.startsWith('d.')) return { point: place.slice(2) }
  return { office: office || undefined, point: point || undefined }
}

/** The calendar quarter of a day. */
export function quarterOf(day: string): Period | null {
  return parsePeriod(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`)
}
