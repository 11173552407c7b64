import { z } from 'zod'
import { insertAudit } from '../../db/audit'
import { findDenominator, saveDenominator } from '../../db/denominators'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { may, type SignedInStaff } from '../domain/permissions'
import { wrongFields } from './wrong-fields'

/** A count as people type it: digits, with or without dots between the thousands. */
const count = z
  .string()
  .trim()
  .regex(/^(\d{1,9}|\d{1,3}(\.\d{3}){1,2})$/)
  .transform((text) => Number(text.replaceAll('.', '')))

const optional = z.union([z.literal('').transform(() => null), count])
const form = z
  .object({
    dossiers: count,
    issued: optional,
    basis: z.enum(['received-and-returned', 'returned']),
    overdue: optional,
    disliked: optional,
  })
  .superRefine(({ dossiers, overdue, disliked }, { addIssue }) => {
    for (const [path, part] of [
      ['overdue', overdue],
      ['disliked', disliked],
    ] as const)
      if ((part ?? 0) > dossiers) addIssue({ code: 'custom', path: [path] })
  })

export const denominatorFields = ['dossiers', 'issued', 'overdue', 'disliked', 'basis'] as const
export type DenominatorField = (typeof denominatorFields)[number]

/** Keeps the number of dossiers of an office and a period as a person typed it; the earlier figure goes to the audit. */
export async function enterDenominator(
  { db, now, staff }: { db: Db; now: () => Date; staff: SignedInStaff },
  at: { officeCode: string; period: string },
  typed: Record<DenominatorField, string>,
): Promise<
  { ok: true } | { ok: false; error: 'forbidden' } | { ok: false; error: 'invalid'; fields: DenominatorField[] }
> {
  if (!may(staff.role, 'denominators.edit')) return { ok: false, error: 'forbidden' }
  const parsed = form.safeParse(typed)
  if (!parsed.success) return { ok: false, error: 'invalid', fields: wrongFields(denominatorFields, parsed.error) }
  const enteredAt = now().toISOString()
  await inTransaction(db, async (db) => {
    const before = await findDenominator(db, at.officeCode, at.period)
    await saveDenominator(db, { ...at, ...parsed.data, enteredBy: staff.id, enteredAt })
    const detail = JSON.stringify({ before: before ?? null, after: parsed.data })
    const subject = `${at.officeCode} ${at.period}`
    await insertAudit(db, { at: enteredAt, staffId: staff.id, action: 'denominator.enter', subject, detail })
  })
  return { ok: true }
}
