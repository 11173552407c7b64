import type { Counted } from './case-figures'
import { type CaseCounts, countColumns } from './case-identity'
import { isPublishable } from './case-public'
import { publishedOn } from './case-stints'
import { fraction } from './fraction'
import { percent } from './percent'

/** A share of whole numbers; `rate` in percent with two decimals, null where there is nothing to divide by. */
export type Share = { part: number; of: number; rate: number | null }
/** Working days: median and the value that 90 of 100 do not exceed; null of nothing. */
export type Spread = { n: number; median: number | null; p90: number | null }

export type CaseIndicators = {
  /** Answered, of what was owed in the period (766/QĐ-TTg, 5.1). */
  handled: Share
  /** Answered, of what was answered or overdue by the end: what a target of answers is about. */
  answered: Share
  /** Answered in time or not yet due, of what was answered or in progress, by the office's own deadlines. */
  onTime: Share
  /** The same without extensions (766/QĐ-TTg, 5.2). */
  onTimeNationally: Share
  /** First received in the period and neither rated unsatisfied, nor late, nor opened again (766/QĐ-TTg, 5.3). */
  satisfied: Share
  /** Points of indicator 8 of Circular 01/2018/TT-VPCP. */
  indicator8: 0 | 1 | 2
  handlingDays: Spread
  responseDays: Spread
  /** Answers that may be published and stand in an official place. */
  published: Share
  /** Published by their day, of those that are published or whose day has passed. */
  publishedOnTime: Share
  publishingDays: Spread
  ratings: { satisfied: number; acceptable: number; notSatisfied: number; none: number }
}

/**
 * The indicators of petitions that `countCases` has found in one scope.
 * @param judgedOn the day (YYYY-MM-DD) from which deadlines are judged
 */
export function indicatorsOf(counted: readonly Counted[], judgedOn: string): CaseIndicators {
  const counts = countColumns(counted)
  const { handled, inProgress, handledLate, overdue, handledLateNationally, overdueNationally } = counts
  const owed = handled + inProgress
  const answers = counted.filter(({ left }) => left === 'handled')
  return {
    handled: share(handled, owed),
    answered: share(handled, handled + overdue),
    onTime: share(owed - handledLate - overdue, owed),
    onTimeNationally: share(owed - handledLateNationally - overdueNationally, owed),
    satisfied: satisfiedWithHandling(counted),
    indicator8: indicator8(counts),
    handlingDays: spreadOf(answers.map(({ days }) => days.handling)),
    responseDays: spreadOf(counted.filter(({ entered }) => entered === 'new').map(({ days }) => days.response)),
    ...publicationOf(answers, judgedOn),
    ratings: ratingsOf(answers),
  }
}

/** A share; the only division of these figures. */
export function share(part: number, of: number): Share {
  return { part, of, rate: percent(fraction(part, of)) }
}

/**
 * The total less the cases that were rated unsatisfied, late or opened again, by cases first received in the period. Who
 * says nothing counts as satisfied; a case that went on in another (merged, split) is counted there.
 */
function satisfiedWithHandling(counted: readonly Counted[]): Share {
  const first = counted.filter(({ entered, left }) => entered === 'new' && left !== 'merged' && left !== 'split')
  const displeased = new Set(counted.filter(isDispleasing).map(({ caseId }) => caseId))
  return share(first.filter(({ caseId }) => !displeased.has(caseId)).length, first.length)
}

function isDispleasing({ lateNationally, stint: { answer } }: Counted): boolean {
  return lateNationally || answer?.rating === 'not-satisfied' || answer?.reopened === true
}

/**
 * Circular 01/2018/TT-VPCP, indicator 8: 2 when everything is on time and nothing is dragging, or there was nothing;
 * 1 from 90 %; else 0.
 */
export function indicator8(counts: Pick<CaseCounts, 'handled' | 'inProgress' | LateColumns>): 0 | 1 | 2 {
  const owed = counts.handled + counts.inProgress
  const late = counts.handledLateNationally + counts.overdueNationally
  if (late === 0) return 2
  return 10 * (owed - late) >= 9 * owed ? 1 : 0
}
type LateColumns = 'handledLateNationally' | 'overdueNationally'

function publicationOf(answers: readonly Counted[], judgedOn: string) {
  const mayBe = ({ facts }: Counted) => isPublishable({ ...facts, publishChoice: facts.fixed.publishChoice })
  const due = answers.filter((one) => mayBe(one) && !isOvertaken(one))
  const dayOfPublishing = ({ stint }: Counted) => stint.answer && publishedOn(stint.answer)
  const published = due.filter((one) => dayOfPublishing(one) !== null)
  const judged = due.filter((one) => dayOfPublishing(one) !== null || (one.publishDueOn ?? '') < judgedOn)
  const onTime = published.filter((one) => (dayOfPublishing(one) ?? '') <= (one.publishDueOn ?? ''))
  return {
    published: share(published.length, due.length),
    publishedOnTime: share(onTime.length, judged.length),
    publishingDays: spreadOf(published.map(({ days }) => days.publishing)),
  }
}

/** Looked at again while there was time to publish it: the next answer is published in its place. */
function isOvertaken({ stint: { answer }, publishDueOn }: Counted): boolean {
  if (!answer || answer.reopenedOn === null || publishedOn(answer) !== null) return false
  return answer.reopenedOn <= (publishDueOn ?? '')
}

function ratingsOf(answers: readonly Counted[]): CaseIndicators['ratings'] {
  const count = (rating: string | null) => answers.filter(({ stint }) => stint.answer?.rating === rating).length
  return {
    satisfied: count('satisfied'),
    acceptable: count('acceptable'),
    notSatisfied: count('not-satisfied'),
    none: count(null),
  }
}

/** Median (mean of the middle two) and 90th percentile by nearest rank; nulls are left out. */
export function spreadOf(values: readonly (number | null)[]): Spread {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  const n = sorted.length
  const at = (rank: number) => sorted[rank - 1] ?? 0
  if (n === 0) return { n, median: null, p90: null }
  return { n, median: (at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1)) / 2, p90: at(Math.ceil((n * 9) / 10)) }
}

/**
 * 766/QĐ-TTg, 5.4: 100 % less the share of overdue dossiers and of dossiers with a petition or a dislike, never below 0;
 * no rate without dossiers. All in whole dossiers.
 */
export function dossierSatisfaction(dossiers: { all: number; overdue: number; disliked: number }): Share {
  const { all, overdue, disliked } = dossiers
  return share(Math.max(0, all - overdue - disliked), all)
}
