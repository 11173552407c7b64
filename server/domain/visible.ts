import { addDays, lastDayOfAll } from './period'
import { lastVisibleDay, type Role, seesLive, seesWholeWeeks } from './permissions'
import { hiddenBelow } from './suppression'

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

/** Answers of a scope in the week of a Monday: valid ones, and for each criterion those that gave a level. */
export type Week = { monday: string; n: number; answered: readonly number[] }
/** Weeks that are seen together or not at all; `enough`: they have all the answers they need. */
export type WeekGroup = Days & { n: number; answered: number[]; enough: boolean }

/**
 * Weeks as people at a desk see them: one with fewer than `minimum` answers belongs to the weeks that follow, until
 * there are enough. Groups begin with the first answer of all, whatever range is asked for, so that two ranges never
 * differ by a few answers; weeks between groups have none.
 * @param weeks those with answers, earliest first
 */
export function groupWeeks(weeks: readonly Week[], minimum = hiddenBelow): WeekGroup[] {
  const groups: WeekGroup[] = []
  for (const { monday, n, answered } of weeks) {
    const to = addDays(monday, 6)
    const last = groups.at(-1)
    const open = last && !last.enough ? groups.pop() : undefined
    const total = (open?.n ?? 0) + n
    const sums = answered.map((people, i) => people + (open?.answered[i] ?? 0))
    groups.push({ from: open?.from ?? monday, to, n: total, answered: sums, enough: total >= minimum })
  }
  return groups
}

/** The part of a range that has whole groups only, and null when nothing is left. */
export function cutToGroups(groups: readonly WeekGroup[], days: Days): Days | null {
  let { from, to } = days
  for (const group of groups) {
    const end = group.enough ? group.to : lastDayOfAll
    if (group.from < from && from <= end) from = addDays(end, 1)
    if (group.from <= to && to < end) to = addDays(group.from, -1)
  }
  return from <= to ? { from, to } : null
}

/**
 * Positions of the criteria that stay hidden in a range of whole groups: those with one to four answers in one of its
 * groups. What is shown of a criterion then differs between two ranges by nobody or by enough people.
 */
export function thinCriteria(groups: readonly WeekGroup[], { from, to }: Days, minimum = hiddenBelow): Set<number> {
  const inside = groups.filter((group) => group.from >= from && group.to <= to)
  const isThin = (people: number) => people > 0 && people < minimum
  return new Set(inside.flatMap(({ answered }) => answered.flatMap((people, i) => (isThin(people) ? [i] : []))))
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -((weekday(day) + 6) % 7))
}

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const mondayFrom = (day: string) => addDays(day, (8 - weekday(day)) % 7)
const sundayUntil = (day: string) => addDays(day, -weekday(day))
