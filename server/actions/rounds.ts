import { insertAudit } from '../../db/audit'
import { insertRound, type Round, updateRound } from '../../db/rounds'
import type { Db } from '../../db/schema'
import { listSurveyVersions } from '../../db/surveys'
import { inTransaction } from '../../db/transaction'
import type { FormValues } from '../domain/form-values'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import { roundState } from '../domain/round'
import { type RoundFault, type RoundInput, readRound } from '../domain/round-form'

export type RoundDeps = { db: Db; now: () => Date; newId: () => string; staff: SignedInStaff }

type Failure<E extends string> = { ok: false; error: E }
type Refused = Failure<'forbidden'> | { ok: false; error: 'invalid'; faults: RoundFault[] }
const forbidden = { ok: false, error: 'forbidden' } as const

/** True when every office of the round is in the part of the tree that the person may manage. */
export function mayChangeRound(staff: SignedInStaff, round: Round, offices: readonly string[]): boolean {
  const own = new Set(offices)
  return may(staff.role, 'rounds.manage') && round.offices.every(({ officeCode }) => own.has(officeCode))
}

/**
 * Plans a round.
 * @param offices codes of the offices that the person may manage
 */
export async function addRound(
  { db, now, newId, staff }: RoundDeps,
  offices: readonly string[],
  values: FormValues,
): Promise<{ ok: true; id: string } | Refused> {
  if (!may(staff.role, 'rounds.manage')) return forbidden
  const read = await readTyped(db, offices, values)
  if (!read.ok) return { ok: false, error: 'invalid', faults: read.faults }
  const { offices: places, ...head } = read.value
  const id = newId()
  const at = now().toISOString()
  await inTransaction(db, async (db) => {
    await insertRound(db, { ...head, id, endedAt: null, createdAt: at, createdBy: staff.id }, places)
    const detail = JSON.stringify({ after: auditOf(read.value) })
    await insertAudit(db, { at, staffId: staff.id, action: 'round.add', subject: id, detail })
  })
  return { ok: true, id }
}

/** Changes a round, also while it runs; what was collected stays and is counted anew. */
export async function changeRound(
  { db, now, staff }: RoundDeps,
  round: Round,
  offices: readonly string[],
  values: FormValues,
): Promise<{ ok: true } | Refused> {
  if (!mayChangeRound(staff, round, offices)) return forbidden
  const read = await readTyped(db, offices, values)
  if (!read.ok) return { ok: false, error: 'invalid', faults: read.faults }
  const { offices: places, ...head } = read.value
  const at = now().toISOString()
  const detail = JSON.stringify({ before: auditOf(round), after: auditOf(read.value) })
  await inTransaction(db, async (db) => {
    await updateRound(db, round.id, head, places)
    await insertAudit(db, { at, staffId: staff.id, action: 'round.change', subject: round.id, detail })
  })
  return { ok: true }
}

/** Ends a running round today; the answers of today still count. */
export async function endRound(
  { db, now, staff }: RoundDeps,
  round: Round,
  offices: readonly string[],
): Promise<{ ok: true } | Failure<'forbidden' | 'not-running'>> {
  if (!mayChangeRound(staff, round, offices)) return forbidden
  if (roundState(round, dayOf(now())) !== 'running') return { ok: false, error: 'not-running' }
  const endedAt = now().toISOString()
  const detail = JSON.stringify({ before: { toOn: round.toOn }, after: { toOn: dayOf(now()) } })
  await inTransaction(db, async (db) => {
    await updateRound(db, round.id, { endedAt })
    await insertAudit(db, { at: endedAt, staffId: staff.id, action: 'round.end', subject: round.id, detail })
  })
  return { ok: true }
}

async function readTyped(db: Db, offices: readonly string[], values: FormValues) {
  const surveys = new Set((await listSurveyVersions(db)).map(({ surveyKey }) => surveyKey))
  return readRound(values, new Set(offices), surveys)
}

/** Flat, so that the audit shows each office's numbers beside each other. */
function auditOf({ title, surveyKey, fromOn, toOn, note, offices }: RoundInput) {
  const places = offices.map(({ officeCode, population, target }) => [officeCode, `${population} → ${target}`] as const)
  return { title, surveyKey, fromOn, toOn, note, ...Object.fromEntries(places) }
}
