import { z } from 'zod'
import { insertAudit, insertAudits } from '../../db/audit'
import type { Db } from '../../db/schema'
import { findTarget, insertTargets, listTargets, removeTarget, saveTarget, type Target } from '../../db/targets'
import { inTransaction } from '../../db/transaction'
import { may, type SignedInStaff } from '../domain/permissions'
import { type TargetKind, targetKinds } from '../domain/target-kinds'
import { line } from './line'
import { wrongFields } from './wrong-fields'

/** A percentage as people type it, `90` or `87,5`, as hundredths of a percent; 0 < p ≤ 100. */
const hundredths = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/)
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))
  .pipe(z.number().int().min(1).max(10_000))

const form = z.object({
  operator: z.enum(['>=', '>']),
  percent: hundredths,
  source: line(300),
})

export const targetFields = ['operator', 'percent', 'source'] as const
export type TargetField = (typeof targetFields)[number]

type TargetDeps = { db: Db; now: () => Date; staff: SignedInStaff }
type Place = { officeCode: string; year: number }
export type TypedTarget = Record<TargetField, string>

/** Keeps the satisfaction target of an office and a year; the earlier one goes to the audit. */
export async function setTarget(
  { db, now, staff }: TargetDeps,
  at: Place,
  typed: TypedTarget,
): Promise<{ ok: true } | { ok: false; error: 'forbidden' } | { ok: false; error: 'invalid'; fields: TargetField[] }> {
  if (!may(staff.role, 'targets.edit')) return { ok: false, error: 'forbidden' }
  const parsed = form.safeParse(typed)
  if (!parsed.success) return { ok: false, error: 'invalid', fields: wrongFields(targetFields, parsed.error) }
  const { operator, percent, source } = parsed.data
  const target = { ...at, kind: 'satisfaction' as const, operator, hundredths: percent, source }
  await inTransaction(db, (db) => keep(db, { now, staff }, target))
  return { ok: true }
}

export type TypedTargets = Record<TargetKind, TypedTarget>
export type TargetProblem = { kind: TargetKind; field: TargetField }

/**
 * Keeps all targets of an office and a year as they were typed; an empty percentage takes the office's own target away.
 * All of them or none.
 */
export async function setTargets(
  { db, now, staff }: TargetDeps,
  at: Place,
  typed: TypedTargets,
): Promise<
  { ok: true } | { ok: false; error: 'forbidden' } | { ok: false; error: 'invalid'; problems: TargetProblem[] }
> {
  if (!may(staff.role, 'targets.edit')) return { ok: false, error: 'forbidden' }
  const problems: TargetProblem[] = []
  const wanted = new Map<TargetKind, Target | null>()
  for (const kind of targetKinds) {
    const parsed = form.safeParse(typed[kind])
    if (typed[kind].percent.trim() === '') wanted.set(kind, null)
    else if (!parsed.success)
      problems.push(...wrongFields(targetFields, parsed.error).map((field) => ({ kind, field })))
    else {
      const { operator, percent, source } = parsed.data
      wanted.set(kind, { ...at, kind, operator, hundredths: percent, source })
    }
  }
  if (problems.length > 0) return { ok: false, error: 'invalid', problems }
  await inTransaction(db, async (db) => {
    for (const [kind, target] of wanted)
      await (target ? keep(db, { now, staff }, target) : remove(db, { now, staff }, { ...at, kind }))
  })
  return { ok: true }
}

/**
 * Copies the targets of the year before for these offices, where the year has none yet.
 * @returns how many were copied
 */
export async function copyTargets(
  { db, now, staff }: TargetDeps,
  year: number,
  offices: ReadonlySet<string>,
): Promise<{ ok: true; copied: number } | { ok: false; error: 'forbidden' }> {
  if (!may(staff.role, 'targets.edit')) return { ok: false, error: 'forbidden' }
  return inTransaction(db, async (db) => {
    const missing = missingTargets(await listTargets(db, year - 1), await listTargets(db, year), offices)
    const copies = missing.map((target) => ({ ...target, year }))
    await insertTargets(db, copies)
    const row = { at: now().toISOString(), staffId: staff.id, action: 'target.set' }
    const entries = copies.map((after) => ({
      ...{ ...row, subject: `${after.officeCode} ${year}`, officeCode: after.officeCode },
      detail: JSON.stringify({ before: null, after }),
    }))
    await insertAudits(db, entries)
    return { ok: true, copied: copies.length }
  })
}

/** The targets of the year before that offices do not have in the year. */
export function missingTargets(
  before: readonly Target[],
  now: readonly Target[],
  offices: ReadonlySet<string>,
): Target[] {
  const known = new Set(now.map(({ officeCode, kind }) => `${officeCode} ${kind}`))
  return before.filter(({ officeCode, kind }) => offices.has(officeCode) && !known.has(`${officeCode} ${kind}`))
}

type By = { now: () => Date; staff: SignedInStaff }

/** Saves a target and writes it down; nothing when it is the same. */
async function keep(db: Db, by: By, target: Target): Promise<void> {
  const before = await findTarget(db, target.officeCode, target.year, target.kind)
  const same = (['operator', 'hundredths', 'source'] as const).every((key) => before?.[key] === target[key])
  if (same) return
  await saveTarget(db, target)
  await record(db, by, 'target.set', target, { before: before ?? null, after: target })
}

async function remove(db: Db, by: By, place: Place & { kind: TargetKind }): Promise<void> {
  const before = await findTarget(db, place.officeCode, place.year, place.kind)
  if (!before) return
  await removeTarget(db, place)
  await record(db, by, 'target.remove', place, { before, after: null })
}

async function record(db: Db, { now, staff }: By, action: string, { officeCode, year }: Place, detail: object) {
  const subject = `${officeCode} ${year}`
  const row = { at: now().toISOString(), staffId: staff.id, action, subject, detail: JSON.stringify(detail) }
  await insertAudit(db, row)
}
