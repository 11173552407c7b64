import { insertAudit } from '../../db/audit'
import type { FeedbackCase } from '../../db/cases'
import { inTransaction } from '../../db/transaction'
import type { SignedInStaff } from '../domain/permissions'
import { type DeedDeps, findCaseFor } from './case-deeds'

/** Opens a case for a person, or null; each look at a restricted one is written down (PAKN: every view is audited). */
export async function viewCase(
  { db, now }: Pick<DeedDeps, 'db' | 'now'>,
  staff: SignedInStaff,
  code: string,
): Promise<FeedbackCase | null> {
  const found = await findCaseFor(db, staff, code)
  if (!found?.restricted) return found
  const { officeCode } = found
  const row = { at: now().toISOString(), staffId: staff.id, action: 'case.view-restricted', subject: code, detail: '' }
  await inTransaction(db, (db) => insertAudit(db, { ...row, officeCode }))
  return found
}
