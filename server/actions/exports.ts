import { insertAudit } from '../../db/audit'
import type { Db } from '../../db/schema'
import type { SignedInStaff } from '../domain/permissions'

/** Writes down that a person took a report or a list out of the house, and what was asked. */
export async function recordExport(
  { db, now, staff }: { db: Db; now: () => Date; staff: SignedInStaff },
  file: string,
  parameters: Record<string, unknown>,
): Promise<void> {
  const detail = JSON.stringify(parameters)
  await insertAudit(db, { at: now().toISOString(), staffId: staff.id, action: 'report.export', subject: file, detail })
}
