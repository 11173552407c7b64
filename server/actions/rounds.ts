import { createHash } from 'node:crypto'
import { insertAudit } from '../../db/audit'
import { listOffices } from '../../db/offices'
import { findRound, insertRound, type Round, updateRound } from '../../db/rounds'
import type { Db } from '../../db/schema'
import { listSurveyVersions } from '../../db/surveys'
import { inTransaction } from '../../db/transaction'
import { type FormValues, lineOf } from '../domain/form-values'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import { roundState, topOffice } from '../domain/round'
import { type RoundFault, type RoundInput, type RoundOffice, readRound } from '../domain/round-form'

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
  const id = newId()
  const at = now().toISOString()
  return inTransaction(db, async (db) => {
    const read = await readTyped(db, offices, values)
    if (!read.ok) return { ok: false, error: 'invalid', faults: read.faults }
    const { offices: places, ...head } = read.value
    await insertRound(db, { ...head, id, endedAt: null, createdAt: at, createdBy: staff.id }, places)
    const detail = JSON.stringify({ after: auditOf(read.value) })
    const officeCode = await officeOf(db, places)
    await insertAudit(db, { at, staffId: staff.id, action: 'round.add', subject: id, detail, officeCode })
    return { ok: true, id }
  })
}

/** A round as it stands, in a few letters: a form carries them, so that nobody saves over what he has not seen. */
export function markOfRound({ title, surveyKey, fromOn, toOn, note, endedAt, offices }: Round): string {
  const places = offices.map(({ officeCode, population, target }) => [officeCode, population, target])
  const text = JSON.stringify([title, surveyKey, fromOn, toOn, note, endedAt, places])
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

/**
 * Changes a round, also while it runs; what was collected stays and is counted anew. The field `based` is the mark of
 * the round that the form was made from; `conflict` when it has changed since, with the round as it stands now.
 */
export async function changeRound(
  { db, now, staff }: RoundDeps,
  id: string,
  offices: readonly string[],
  values: FormValues,
): Promise<{ ok: true } | Refused | { ok: false; error: 'conflict'; round: Round }> {
  const at = now().toISOString()
  return inTransaction(db, async (db) => {
    const round = await findRound(db, id)
    if (!round || !mayChangeRound(staff, round, offices)) return forbidden
    const read = await readTyped(db, offices, values)
    if (!read.ok) return { ok: false, error: 'invalid', faults: read.faults }
    if (lineOf(values, 'based') !== markOfRound(round)) return { ok: false, error: 'conflict', round }
    const { offices: places, ...head } = read.value
    const detail = JSON.stringify({ before: auditOf(round), after: auditOf(read.value) })
    await updateRound(db, id, head, places)
    const officeCode = await officeOf(db, [...round.offices, ...places])
    await insertAudit(db, { at, staffId: staff.id, action: 'round.change', subject: id, detail, officeCode })
    return { ok: true }
  })
}

/** Ends a running round today; the answers of today still count. */
export async function endRound(
  { db, now, staff }: RoundDeps,
  id: string,
  offices: readonly string[],
): Promise<{ ok: true } | Failure<'forbidden' | 'not-running'>> {
  const at = now().toISOString()
  const today = dayOf(now())
  return inTransaction(db, async (db) => {
    const round = await findRound(db, id)
    if (!round || !mayChangeRound(staff, round, offices)) return forbidden
    if (roundState(round, today) !== 'running') return { ok: false, error: 'not-running' }
    await updateRound(db, id, { endedAt: at })
    const detail = JSON.stringify({ before: { toOn: round.toOn }, after: { toOn: today } })
    const officeCode = await officeOf(db, round.offices)
    await insertAudit(db, { at, staffId: staff.id, action: 'round.end', subject: id, detail, officeCode })
    return { ok: true }
  })
}

/** The office that the audit names: the one above all others of a round; undefined, to be looked up, without one. */
async function officeOf(db: Db, places: readonly Pick<RoundOffice, 'officeCode'>[]): Promise<string | undefined> {
  const codes = new Set(places.map(({ officeCode }) => officeCode))
  return topOffice(await listOffices(db), codes) ?? undefined
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
