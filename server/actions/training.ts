import { insertAudit } from '../../db/audit'
import type { Db } from '../../db/schema'
import { may, type SignedInStaff } from '../domain/permissions'

export type TrainingDeed = 'open' | 'close' | 'reset'

/**
 * Opens, closes or renews the training room and writes down who did it.
 * @param work does it; what it refuses is not written down
 */
export async function changeTraining<T extends { ok: boolean }>(
  { db, now, staff }: { db: Db; now: () => Date; staff: SignedInStaff },
  deed: TrainingDeed,
  work: () => Promise<T>,
): Promise<T | { ok: false; error: 'forbidden' }> {
  if (!may(staff.role, 'training.manage') || staff.officeCode !== null) return { ok: false, error: 'forbidden' }
  const done = await work()
  const act = { staffId: staff.id, action: `training.${deed}`, subject: 'training', detail: '' }
  if (done.ok) await insertAudit(db, { at: now().toISOString(), ...act })
  return done
}
