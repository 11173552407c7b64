import { type Calendar, workingDaysBetween } from './calendar'
import { type ClockThen, clockAt, type RecordedCase, type RulesFor } from './case-clock'
import { type CaseFactsThen, factsThen } from './case-facts-then'
import { isFirst, publishedOn, type ScopeOf, type Stint, type StintEnd, stintsOf } from './case-stints'
import { answerDueOn, publishDueOn } from './deadlines'
import { addDays, dayAt } from './period'

/** Days of a period as instants (ISO UTC, the second not included), and the day from which deadlines are judged. */
export type Span = { from: string; until: string; judgedOn: string }

/**
 * The span of days in UTC+7, both included. A case is overdue at the end when its last day had passed at 24:00 of the
 * last day, or has passed today when the period still goes on.
 */
export function spanOf({ from, to }: { from: string; to: string }, today: string): Span {
  const after = addDays(to, 1)
  return { from: startOf(from), until: startOf(after), judgedOn: after < today ? after : today }
}

const startOf = (day: string) => new Date(Date.parse(`${day}T00:00:00+07:00`)).toISOString()

/** Calendars and rules, as they are known now. */
export type Deadlines = { rulesFor: RulesFor; calendarFor(officeCode: string): Calendar }

export type FiguredCase = RecordedCase & CaseFactsThen['fixed']

/** A stint that touches a period, with everything that any table asks of it. */
export type Counted = {
  caseId: string
  stint: Stint
  facts: CaseFactsThen
  /** At the beginning of the period, or how it came in it. */
  entered: 'carried' | 'new' | 'again'
  left: StintEnd | 'in-progress'
  /** Answered late, or not answered by the end and late by then. Nationally: an extension does not count. */
  late: boolean
  lateNationally: boolean
  /** Last day (YYYY-MM-DD) for the answer: as it was when it was sent, of others as of the end; null while it stands. */
  dueOn: string | null
  /** Working days that it took: to the answer without those of waiting for the sender, to the first deed, to publishing. */
  days: { handling: number | null; response: number | null; publishing: number | null }
  /** Last day (YYYY-MM-DD) for publishing the answer; null without an answer. */
  publishDueOn: string | null
  /** No later stint of the case in the same scope by the end of the period. */
  isLast: boolean
  /** People who sent it, with those of cases merged into it. */
  senders: number
}

/**
 * Everything that counts in a period. Only events before its end are looked at, so that a past period never changes.
 * Cases that were merged into a counted one count as its senders, also when they are not among `cases`.
 */
export function countCases(
  cases: readonly FiguredCase[],
  span: Span,
  scopeOf: ScopeOf,
  deadlines: Deadlines,
): Counted[] {
  const counted: Counted[] = []
  const merged = new Map<string, readonly string[]>()
  for (const one of cases) {
    countCase(counted, one, span, scopeOf, deadlines)
    const last = counted.at(-1)
    if (last?.caseId === one.id && last.facts.mergedIn.length > 0) merged.set(one.id, last.facts.mergedIn)
  }
  for (const one of merged.size > 0 ? counted : []) one.senders = sendersOf(one.caseId, merged)
  return counted
}

/** What of it counts in a later beginning of the same end (ISO UTC). */
export function countedSince(counted: readonly Counted[], from: string): Counted[] {
  return counted
    .filter(({ stint: { to } }) => to === null || to >= from)
    .map((one) => (one.stint.from < from ? { ...one, entered: 'carried' } : one))
}

function sendersOf(caseId: string, merged: ReadonlyMap<string, readonly string[]>): number {
  return (merged.get(caseId) ?? []).reduce((sum, from) => sum + sendersOf(from, merged), 1)
}

function countCase(counted: Counted[], one: FiguredCase, span: Span, scopeOf: ScopeOf, deadlines: Deadlines): void {
  const stints = stintsOf(one, span.until, scopeOf)
  const last = stints.at(-1)
  if (!last || (last.to !== null && last.to < span.from)) return
  const facts = factsThen(one, span.until)
  for (const stint of stints) {
    if (stint.to !== null && stint.to < span.from) continue
    counted.push({
      ...{ caseId: one.id, stint, facts, senders: 1 },
      entered: stint.from < span.from ? 'carried' : isFirst(stint.entry) ? 'new' : 'again',
      left: stint.end ?? 'in-progress',
      isLast: stint === last || stints.findLast(({ scope }) => scope === stint.scope) === stint,
      ...lateness(one, stint, span, deadlines),
      days: daysOf(stint, deadlines.calendarFor(stint.officeCode)),
      publishDueOn: dueForPublishing(one, stint, deadlines),
    })
  }
}

function dueForPublishing(one: FiguredCase, { answer, to }: Stint, deadlines: Deadlines): string | null {
  if (!answer || to === null) return null
  if (answer.publishDueOn !== null) return answer.publishDueOn
  const { rules, officeCode } = clockAt(one, to, deadlines.rulesFor)
  return publishDueOn(deadlines.calendarFor(officeCode), rules, to)
}

function daysOf({ from, to, answer, respondedAt, pauses }: Stint, calendar: Calendar): Counted['days'] {
  const between = (a: string, b: string) => Math.max(0, workingDaysBetween(calendar, dayAt(a), b))
  const waited = pauses.map((pause) => between(pause.from, addDays(dayAt(pause.to ?? to ?? pause.from), -1)))
  const published = answer ? publishedOn(answer) : null
  return {
    handling: answer && to ? between(from, dayAt(to)) - waited.reduce((sum, days) => sum + days, 0) : null,
    response: respondedAt ? between(from, dayAt(respondedAt)) : null,
    publishing: published && to ? between(to, published) : null,
  }
}

function lateness(one: FiguredCase, { answer, end }: Stint, span: Span, deadlines: Deadlines) {
  if (answer) return { late: answer.late, lateNationally: answer.lateUnextended ?? answer.late, dueOn: answer.dueOn }
  if (end !== null) return { late: false, lateNationally: false, dueOn: null }
  const then = clockAt(one, span.until, deadlines.rulesFor)
  const dueOn = dueOf(then, deadlines)
  const unextended = dueOf({ ...then, clock: { ...then.clock, extraDays: 0 } }, deadlines)
  return { late: isPast(dueOn, span), lateNationally: isPast(unextended, span), dueOn }
}

const isPast = (dueOn: string | null, { judgedOn }: Span) => dueOn !== null && dueOn < judgedOn

function dueOf({ clock, rules, officeCode }: ClockThen, { calendarFor }: Deadlines): string | null {
  return answerDueOn(calendarFor(officeCode), rules, clock)
}
