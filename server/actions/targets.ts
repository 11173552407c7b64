import { z } from 'zod'
import { insertAudit } from '../../db/audit'
import type { Db } from '../../db/schema'
import { findTarget, saveTarget } from '../../db/targets'
import { inTransaction } from '../../db/transaction'
import { may, type SignedInStaff } from '../domain/permissions'
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

/** Keeps the satisfaction target of an office and a year; the earlier one goes to the audit. */
export async function setTarget(
  { db, now, staff }: { db: Db; now: () => Date; staff: SignedInStaff },
  at: { officeCode: string; year: number },
  typed: Record<TargetField, string>,
): Promise<{ ok: true } | { ok: false; error: 'forbidden' } | { ok: false; error: 'invalid'; fields: TargetField[] }> {
  if (!may(staff.role, 'targets.edit')) return { ok: false, error: 'forbidden' }
  const parsed = form.safeParse(typed)
  if (!parsed.success) return { ok: false, error: 'invalid', fields: wrongFields(targetFields, parsed.error) }
  const { operator, percent, source } = parsed.data
  const target = { ...at, kind: 'satisfaction' as const, operator, hundredths: percent, source }
  await inTransaction(db, async (db) => {
    const before = await findTarget(db, at.officeCode, at.year)
    await saveTarget(db, target)
    const detail = JSON.stringify({ before: before ?? null, after: target })
    const subject = `${at.officeCode} ${at.year}`
    await insertAudit(db, { at: now().toISOString(), staffId: staff.id, action: 'target.set', subject, detail })
  })
  return { ok: true }
}
