import { z } from 'zod'
import { insertAudit } from '../../db/audit'
import { type Office, updateOffice } from '../../db/offices'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { may, type SignedInStaff } from '../domain/permissions'
import { line } from './line'
import { wrongFields } from './wrong-fields'

const form = z.object({ name: line(160).pipe(z.string().min(1)), phone: line(40) })
const officeFields = ['name', 'phone'] as const satisfies (keyof z.infer<typeof form>)[]
export type OfficeField = (typeof officeFields)[number]

/** Changes the name and telephone number that citizens see; the code of the office stays. */
export async function changeOffice(
  { db, now, staff }: { db: Db; now: () => Date; staff: SignedInStaff },
  office: Office,
  typed: Record<OfficeField, string>,
): Promise<{ ok: true } | { ok: false; error: 'forbidden' } | { ok: false; error: 'invalid'; fields: OfficeField[] }> {
  if (!may(staff.role, 'points.manage')) return { ok: false, error: 'forbidden' }
  const parsed = form.safeParse(typed)
  if (!parsed.success) return { ok: false, error: 'invalid', fields: wrongFields(officeFields, parsed.error) }
  const change = { name: parsed.data.name, phone: parsed.data.phone || null }
  const at = now().toISOString()
  const detail = JSON.stringify({ before: { name: office.name, phone: office.phone }, after: change })
  await inTransaction(db, async (db) => {
    await updateOffice(db, office.code, change)
    await insertAudit(db, { at, staffId: staff.id, action: 'office.change', subject: office.code, detail })
  })
  return { ok: true }
}
