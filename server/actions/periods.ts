import { insertAudit } from '../../db/audit'
import type { Connection } from '../../db/connect'
import { lockHead } from '../../db/log'
import { findCurrentSnapshot, insertSnapshot, moveSnapshot, type Snapshot } from '../../db/periods'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import type { Collision } from '../domain/disclosure'
import { dayOf } from '../domain/period'
import {
  decideStep,
  hasEnded,
  type PeriodStep,
  type StepProblem,
  standingOf,
  stepPermission,
} from '../domain/period-close'
import { may, type SignedInStaff } from '../domain/permissions'
import { figuresHash, logRoot } from '../ledger/checkpoint'
import { drain } from '../ledger/follow'
import { figuresNow, grainNow, type PeriodScope, versionsInPeriod } from './period-figures'
import { findCollisions } from './publishing'

export type PeriodContext = { connection: Connection; now: () => Date; newId: () => string; staff: SignedInStaff }
export type StepFailure =
  | { ok: false; error: StepProblem | 'forbidden' | 'no-survey' }
  | { ok: false; error: 'would-disclose'; among: Collision[] }

/**
 * Closes a period: takes waiting answers into the log, then stores every figure together with the size and root of the
 * log they were read from. The head of the log is locked meanwhile, so that both belong together.
 * @param versions survey versions to report; those without answers in the period are refused (`no-survey`)
 */
export async function closePeriod(
  context: PeriodContext,
  scope: PeriodScope,
  versions: readonly string[],
): Promise<{ ok: true; id: string } | StepFailure> {
  const { connection, now, newId, staff } = context
  if (!may(staff.role, 'periods.close')) return { ok: false, error: 'forbidden' }
  await drain(connection)
  const known = (await versionsInPeriod(connection, scope)).map(({ version }) => version)
  if (versions.some((version) => !known.includes(version))) return { ok: false, error: 'no-survey' }
  if (known.length > 0 && versions.length === 0) return { ok: false, error: 'no-survey' }
  const id = newId()
  return inTransaction(connection.db, async (db) => {
    await lockHead(db)
    const decided = await decide(db, scope, 'close', { today: dayOf(now()) })
    if (!decided.ok) return decided
    const inside = { ...connection, db }
    const figures = JSON.stringify(await figuresNow(inside, scope, versions))
    const grain = JSON.stringify(await grainNow(inside, scope, versions))
    const { size, root } = await logRoot(db)
    const closed = { closedAt: now().toISOString(), closedBy: staff.id }
    const log = { figuresHash: figuresHash(figures), logSize: size, logRoot: root }
    await insertSnapshot(db, { id, ...placeOf(scope), state: 'closed', figures, grain, ...log, ...closed, ...blank })
    await audit(db, context, 'close', id, scope)
    return { ok: true, id }
  })
}

/**
 * Approves, publishes or reopens the snapshot that holds; `reason` is asked for reopening. Publishing is refused
 * (`would-disclose`) beside periods that together with it show what fewer than five people answered.
 */
export async function movePeriod(
  context: PeriodContext,
  scope: PeriodScope,
  step: Exclude<PeriodStep, 'close'>,
  reason = '',
): Promise<{ ok: true } | StepFailure> {
  const { connection, now, staff } = context
  if (!may(staff.role, stepPermission[step])) return { ok: false, error: 'forbidden' }
  return inTransaction(connection.db, async (db) => {
    const decided = await decide(db, scope, step, { today: dayOf(now()), reason })
    if (!decided.ok || !decided.snapshot) return decided.ok ? { ok: false, error: 'wrong-state' } : decided
    const { id, state } = decided.snapshot
    const among = step === 'publish' ? await findCollisions(db, decided.snapshot) : []
    if (among.length > 0) return { ok: false, error: 'would-disclose', among }
    const done = changeOf[step](now().toISOString(), staff.id, reason.trim().normalize('NFC'))
    const moved = await moveSnapshot(db, id, state, { state: decided.state, ...done })
    if (!moved) return { ok: false, error: 'wrong-state' }
    await audit(db, context, step, id, scope, reason)
    return { ok: true }
  })
}

const changeOf = {
  approve: (at: string, by: string) => ({ approvedAt: at, approvedBy: by }),
  publish: (at: string, by: string) => ({ publishedAt: at, publishedBy: by }),
  reopen: (at: string, by: string, reason: string) => ({ reopenedAt: at, reopenedBy: by, reopenReason: reason }),
}

const blank = {
  approvedAt: null,
  approvedBy: null,
  publishedAt: null,
  publishedBy: null,
  reopenedAt: null,
  reopenedBy: null,
  reopenReason: null,
}

const placeOf = ({ office, period }: PeriodScope) => ({ officeCode: office.code, period: period.text })

async function decide(db: Db, scope: PeriodScope, step: PeriodStep, facts: { today: string; reason?: string }) {
  const snapshot: Snapshot | undefined = await findCurrentSnapshot(db, scope.office.code, scope.period.text)
  const ended = hasEnded(scope.period, facts.today)
  const decided = decideStep(standingOf(snapshot?.state), step, { ended, reason: facts.reason })
  return decided.ok ? { ...decided, snapshot } : decided
}

async function audit(db: Db, context: PeriodContext, step: PeriodStep, id: string, scope: PeriodScope, reason = '') {
  const { now, staff } = context
  const detail = JSON.stringify({ ...placeOf(scope), ...(reason && { reason: reason.trim() }) })
  await insertAudit(db, {
    at: now().toISOString(),
    staffId: staff.id,
    action: `period.${step}`,
    subject: id,
    detail,
  })
}
