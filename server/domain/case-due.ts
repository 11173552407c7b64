import type { Calendar } from './calendar'
import { type CaseKind, isOpen } from './case-words'
import type { DeadlineRules } from './deadline-policy'
import { answerDueOn, type DueState, dueState, publishDueOn } from './deadlines'
import type { CaseFacts } from './feedback-case'

/** `none`: nothing is owed any more, or no day was promised (a suggestion without a name). */
export type LineDue = DueState | { kind: 'none' }
/** How a case stands. `dueOn`: YYYY-MM-DD. `isSoon`: due today or within the days of the first reminder. */
export type CaseDue = { dueOn: string | null; due: LineDue; isSoon: boolean }
export type DueFacts = Pick<CaseFacts, 'state' | 'kind' | 'clock' | 'answeredAt'>

/**
 * Whether the office counts days for a kind: not for suggestions without a name, which are read and summed up. Fewer kinds
 * are promised a day to their senders (`isDuePromised`).
 */
export const hasClock = (kind: CaseKind): boolean => kind !== 'suggestion'

const nothing: CaseDue = { dueOn: null, due: { kind: 'none' }, isSoon: false }

/** What is owed next in a case, and until when: the answer, or the publication of one that was sent. Never stored. */
export function caseDue(facts: DueFacts, calendar: Calendar, rules: DeadlineRules, today: string): CaseDue {
  const { state, kind, clock, answeredAt } = facts
  if (state === 'awaiting-publication' && answeredAt)
    return stands(calendar, rules, publishDueOn(calendar, rules, answeredAt), today)
  if (!isOpen(state) || !hasClock(kind)) return nothing
  return stands(calendar, rules, answerDueOn(calendar, rules, clock), today)
}

function stands(calendar: Calendar, { remindBefore }: DeadlineRules, dueOn: string | null, today: string): CaseDue {
  const due = dueState(calendar, dueOn, today)
  const isNear = due.kind === 'left' && due.days <= (remindBefore[0] ?? 0)
  return { dueOn, due, isSoon: due.kind === 'today' || isNear }
}

type Placed = CaseDue & { sentAt: string; code: string }

/** The most urgent first: by due date, so overdue ones lead; then clocks that stand, then what has no date. */
export function compareByDue(a: Placed, b: Placed): number {
  return compare(keyOf(a), keyOf(b)) || compare(a.sentAt, b.sentAt) || compare(a.code, b.code)
}
const keyOf = ({ dueOn, due }: CaseDue) => dueOn ?? (due.kind === 'paused' ? '9999-a' : '9999-b')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
