import type { Counted } from './case-figures'

/** The columns of PAKN tables: whole numbers of times that an answer was owed. */
export type CaseCounts = {
  carried: number
  new: number
  /** Opened again, a refusal or transfer taken back, or sent back by another office. */
  again: number
  total: number
  handled: number
  handledNew: number
  handledCarried: number
  inProgress: number
  inProgressNew: number
  inProgressCarried: number
  refused: number
  forwarded: number
  returned: number
  withdrawn: number
  merged: number
  split: number
  /** Of the handled and of those in progress at the end: late, also as the national measure counts. */
  handledLate: number
  handledLateNationally: number
  overdue: number
  overdueNationally: number
  conduct: number
  rule: number
  both: number
  unclassified: number
  /** Different petitions: a merged one counts once, a split one by its parts. */
  cases: number
  /** People who sent these. */
  senders: number
}

const zero: CaseCounts = {
  ...{ carried: 0, new: 0, again: 0, total: 0, handled: 0, handledNew: 0, handledCarried: 0 },
  ...{ inProgress: 0, inProgressNew: 0, inProgressCarried: 0, refused: 0, forwarded: 0, returned: 0 },
  ...{ withdrawn: 0, merged: 0, split: 0, handledLate: 0, handledLateNationally: 0, overdue: 0 },
  ...{ overdueNationally: 0, conduct: 0, rule: 0, both: 0, unclassified: 0, cases: 0, senders: 0 },
}

/** Counts what `countCases` has found, all of it or any part. */
export function countColumns(counted: readonly Counted[]): CaseCounts {
  const counts = { ...zero }
  for (const one of counted) add(counts, one)
  return counts
}

function add(counts: CaseCounts, { entered, left, late, lateNationally, facts, isLast, senders }: Counted): void {
  counts.total++
  counts[entered]++
  counts[facts.contentGroup]++
  counts[left === 'in-progress' ? 'inProgress' : left]++
  if (left === 'handled') {
    counts[entered === 'carried' ? 'handledCarried' : 'handledNew']++
    counts.handledLate += Number(late)
    counts.handledLateNationally += Number(lateNationally)
  }
  if (left === 'in-progress') {
    counts[entered === 'carried' ? 'inProgressCarried' : 'inProgressNew']++
    counts.overdue += Number(late)
    counts.overdueNationally += Number(lateNationally)
  }
  if (!isLast || left === 'merged' || left === 'split') return
  counts.cases++
  counts.senders += senders
}

/**
 * The identity that every table satisfies (PAKN, Decree 20/2008 reports): what came in is what went out and what is left,
 * and the groups of content are the total.
 */
export function isBalanced(counts: CaseCounts): boolean {
  const { carried, new: fresh, again, total, handled, inProgress } = counts
  const gone = counts.refused + counts.forwarded + counts.returned + counts.withdrawn + counts.merged + counts.split
  return (
    carried + fresh + again === total &&
    handled + inProgress + gone === total &&
    counts.conduct + counts.rule + counts.both + counts.unclassified === total &&
    counts.handledNew + counts.handledCarried === handled &&
    counts.inProgressNew + counts.inProgressCarried === inProgress
  )
}
