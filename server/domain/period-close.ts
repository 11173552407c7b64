import type { Permission } from './permissions'

/** What can be done to a reporting period of an office. */
export const periodSteps = ['close', 'approve', 'publish', 'reopen'] as const
export type PeriodStep = (typeof periodSteps)[number]

/** Where a period stands; `open`: no snapshot holds, either never closed or opened again. */
export const periodStandings = ['open', 'closed', 'approved', 'published'] as const
export type PeriodStanding = (typeof periodStandings)[number]

/** What a snapshot can be in; `db/schema` names the same words. */
export type SnapshotState = 'closed' | 'approved' | 'published' | 'reopened'

export const stepProblems = ['not-ended', 'wrong-state', 'no-reason'] as const
export type StepProblem = (typeof stepProblems)[number]

/** The permission that each step needs. */
export const stepPermission = {
  close: 'periods.close',
  approve: 'periods.approve',
  publish: 'periods.publish',
  reopen: 'periods.reopen',
} satisfies Record<PeriodStep, Permission>

const from: Record<PeriodStep, readonly PeriodStanding[]> = {
  close: ['open'],
  approve: ['closed'],
  publish: ['approved'],
  reopen: ['closed', 'approved', 'published'],
}
const to = { close: 'closed', approve: 'approved', publish: 'published', reopen: 'reopened' } as const

/**
 * Whether a step may be taken, and the state of the snapshot after it; the only way a period changes (SIPAS §2:
 * đang thu → đã chốt → đã duyệt → đã công bố).
 * @param facts `ended`: the last day of the period is over; `reason`: why it is opened again
 */
export function decideStep(
  standing: PeriodStanding,
  step: PeriodStep,
  facts: { ended: boolean; reason?: string },
): { ok: true; state: SnapshotState } | { ok: false; error: StepProblem } {
  if (!from[step].includes(standing)) return { ok: false, error: 'wrong-state' }
  if (step === 'close' && !facts.ended) return { ok: false, error: 'not-ended' }
  if (step === 'reopen' && !facts.reason?.trim()) return { ok: false, error: 'no-reason' }
  return { ok: true, state: to[step] }
}

/** The standing that a snapshot's state gives its period. */
export function standingOf(state: SnapshotState | undefined): PeriodStanding {
  return state === undefined || state === 'reopened' ? 'open' : state
}

/** The steps that could come next, reopening last. */
export function nextSteps(standing: PeriodStanding, ended: boolean): PeriodStep[] {
  return periodSteps.filter((step) => decideStep(standing, step, { ended, reason: '-' }).ok)
}

/** A period has ended once its last day (YYYY-MM-DD) is over. */
export function hasEnded(period: { to: string }, today: string): boolean {
  return today > period.to
}
