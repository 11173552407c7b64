import { insertAudit } from '../../db/audit'
import type { Db } from '../../db/schema'
import type { SignedInStaff } from '../domain/permissions'
import type { Verified } from '../ledger/verify'
import { withLease } from '../store/lease'

export type IntegrityContext = {
  db: Db
  now: () => Date
  newId: () => string
  staff: SignedInStaff
  /** Compares everything with the log (ledger/verify). */
  verify(): Promise<Verified>
}

/**
 * Verifies the whole log, one at a time over all processes, and writes down who asked and how it ended.
 * @returns null while another check is going on
 */
export async function checkIntegrity({ db, now, newId, staff, verify }: IntegrityContext): Promise<Verified | null> {
  return withLease({ db, now, newId }, 'verify', async () => {
    const verified = await verify()
    const { entries, findings } = verified
    const detail = JSON.stringify({ entries, findings: findings.length })
    const at = now().toISOString()
    await insertAudit(db, { at, staffId: staff.id, action: 'system.verify', subject: 'log', detail })
    return { ...verified, ok: findings.length === 0, detail }
  })
}
