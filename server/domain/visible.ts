import { addDays } from './period'
import { lastVisibleDay, type Role, seesLive, seesWholeWeeks } from './permissions'

/** Days `YYYY-MM-DD`, both included. */
export type Days = { from: string; to: string }

/**
 * The part of a range of days that a role may see on `today`; null when nothing of it. Who sees live figures sees all;
 * others until yesterday; people at a desk the weeks, Monday to Sunday, that lie wholly inside and are over, because
 * two ranges that differ by one day show the answers of that day.
 */
export function visibleDays(role: Role, today: string, { from, to }: Days): Days | null {
  if (seesLive(role)) return from <= today ? { from, to } : null
  const last = lastVisibleDay(role, today)
  const end = to < last ? to : last
  const days = seesWholeWeeks(role) ? { from: mondayFrom(from), to: sundayUntil(end) } : { from, to: end }
  return days.from <= days.to ? days : null
}

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const mondayFrom = (day: string) => addDays(day, (8 - weekday(day)) % 7)
const sundayUntil = (day: string) => addDays(day, -weekday(day))
