import {
  addWorkingDays,
  type Calendar,
  type DayLine,
  explainDays,
  isWorkingDay,
  type Pause,
  pausedDays,
  workingDaysBetween,
} from './calendar'
import type { DeadlineRules } from './deadline-policy'
import { dayOf } from './period'

const hour = 3_600_000
const vietnamOffset = 7 * hour

/**
 * The facts of one owner's clock; stored as JSON with the case, changed only by decide. All instants ISO UTC.
 * `startedAt`: sent, latest transfer, or the supplement that restarted it. `receivedAt`: when the owner received it.
 */
export type ClockFacts = {
  startedAt: string
  receivedAt: string
  pauses: Pause[]
  /** Working days of an approved extension. */
  extraDays: number
  /** A day that a superior has set. */
  superiorDueOn: string | null
}

const clockNames = ['classify', 'forward', 'askMore', 'answer'] as const
export type ClockName = (typeof clockNames)[number]

/**
 * The last day (to 24:00 in UTC+7) for the answer: the working days of the rules and of the extension, or the day of a
 * superior when that is earlier. Null while the sender is waited for, unless a superior has set a day: waiting does not
 * move that one. Days off move it to the next working day (Civil Code 2015, article 148).
 */
export function answerDueOn(calendar: Calendar, rules: DeadlineRules, clock: ClockFacts): string | null {
  const own = countedDueOn(calendar, rules, clock, 'answer')
  const superior = clock.superiorDueOn && addWorkingDays(calendar, clock.superiorDueOn, 0)
  return own && superior ? earlier(own, superior) : own || superior
}

/** The last day for one of the office's clocks; `forward` runs from receipt, the others from sending. Null while paused. */
export function clockDueOn(
  calendar: Calendar,
  rules: DeadlineRules,
  clock: ClockFacts,
  which: ClockName,
): string | null {
  return which === 'answer' ? answerDueOn(calendar, rules, clock) : countedDueOn(calendar, rules, clock, which)
}

const earlier = (a: string, b: string) => [a, b].sort()[0] ?? a

function countedDueOn(calendar: Calendar, rules: DeadlineRules, clock: ClockFacts, which: ClockName): string | null {
  if (isPaused(clock)) return null
  const from = startDay(calendar, rules, which === 'forward' ? clock.receivedAt : clock.startedAt)
  const count = rules[which] + (which === 'answer' ? clock.extraDays : 0)
  return addOpenDays(calendar, from, count, clock.pauses)
}

/** Whether the sender is waited for now. */
function isPaused({ pauses }: ClockFacts): boolean {
  return pauses.some(({ to }) => to === null)
}

/** Working days that lie wholly inside a pause are not counted. */
function addOpenDays(calendar: Calendar, from: string, count: number, pauses: readonly Pause[]): string {
  if (pauses.length === 0) return addWorkingDays(calendar, from, count)
  const paused = pausedDays(pauses)
  let day = from
  for (let left = count; left > 0; ) {
    day = addWorkingDays(calendar, day, 1)
    if (!paused(day)) left--
  }
  return day
}

/**
 * The day that is not counted: that of the event. Where receipts after an hour count as those of the next working day,
 * so do those of a day off, or what arrives later could be due earlier.
 */
function startDay(calendar: Calendar, { afterHour }: DeadlineRules, instant: string): string {
  const day = dayOf(new Date(instant))
  if (afterHour === null) return day
  const local = new Date(Date.parse(instant) + vietnamOffset).getUTCHours()
  return isWorkingDay(calendar, day) && local < afterHour ? day : addWorkingDays(calendar, day, 1)
}

/** The last day for publishing an answer that was approved at an instant (ISO UTC). */
export function publishDueOn(calendar: Calendar, rules: DeadlineRules, approvedAt: string): string {
  return addWorkingDays(calendar, dayOf(new Date(approvedAt)), rules.publish)
}

/** `days`: working days, at least 1; a deadline that passed on a Friday is overdue by 1 on Saturday already. */
export type DueState =
  | { kind: 'paused' }
  | { kind: 'left'; days: number }
  | { kind: 'today' }
  | { kind: 'overdue'; days: number }

/** How a deadline stands on a day; null is a clock that stands. The day of the deadline lasts until 24:00. */
export function dueState(calendar: Calendar, dueOn: string | null, today: string): DueState {
  if (dueOn === null) return { kind: 'paused' }
  if (dueOn === today) return { kind: 'today' }
  const days = Math.max(1, Math.abs(workingDaysBetween(calendar, today, dueOn)))
  return { kind: today < dueOn ? 'left' : 'overdue', days }
}

/** Why the answer is due when it is. */
export type DueExplanation = {
  /** When it was sent or its clock began again (ISO UTC), and the day that is not counted. */
  startedAt: string
  from: string
  /** Null while the sender is waited for. */
  dueOn: string | null
  /** Working days that the office has. */
  count: number
  /** The day was set by a superior, before the office's own. */
  bySuperior: boolean
  /** Every day after `from` up to the due date, of a standing clock up to the day on which it stopped. */
  days: readonly DayLine[]
  calendarVersion: number
}

/** Each day from the start to the due date of the answer, counted or skipped with its reason. */
export function explainDue(calendar: Calendar, rules: DeadlineRules, clock: ClockFacts): DueExplanation {
  const { startedAt, pauses, extraDays } = clock
  const from = startDay(calendar, rules, startedAt)
  const dueOn = answerDueOn(calendar, rules, clock)
  return {
    ...{ startedAt, from, dueOn },
    count: rules.answer + extraDays,
    bySuperior: dueOn !== null && dueOn !== countedDueOn(calendar, rules, clock, 'answer'),
    days: explainDays(calendar, from, dueOn ?? lastDayBefore(pauses), pauses),
    calendarVersion: calendar.version,
  }
}

function lastDayBefore(pauses: readonly Pause[]): string {
  return dayOf(new Date(pauses.find(({ to }) => to === null)?.from ?? 0))
}
