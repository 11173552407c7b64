import { insertAudit } from '../../db/audit'
import { isUnique } from '../../db/connect'
import { insertPolicy, listPolicies } from '../../db/deadline-policies'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import {
  type DeadlineField,
  everywhere,
  readDeadlines,
  type TypedDeadlines,
  typedOfRules,
} from '../domain/deadline-form'
import type { DeadlinePolicy } from '../domain/deadline-policy'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'

export type PolicyDeps = {
  db: Db
  now: () => Date
  newId: () => string
  staff: SignedInStaff
  /** Codes of the own part of the tree. */
  offices: ReadonlySet<string>
}
type Added =
  | { ok: true; number: number }
  | { ok: false; error: 'forbidden' | 'conflict' }
  | { ok: false; error: 'invalid'; faults: DeadlineField[] }

/**
 * Adds the next version of the deadlines of an office, of all that have none of their own when `office` is `everywhere`. What
 * was opened before its first day keeps the version it was opened under.
 */
export async function addPolicy(deps: PolicyDeps, typed: TypedDeadlines): Promise<Added> {
  const officeCode = typed.office === everywhere ? null : typed.office
  if (!maySetFor(deps, officeCode)) return { ok: false, error: 'forbidden' }
  const madeAt = deps.now().toISOString()
  const read = readDeadlines(typed, dayOf(deps.now()))
  if (!read.ok) return { ok: false, error: 'invalid', faults: read.faults }
  const { rules, effectiveOn, source } = read
  const id = deps.newId()
  const { staff } = deps
  try {
    return await inTransaction(deps.db, async (db) => {
      const [before] = ofOffice(await listPolicies(db), officeCode)
      const number = (before?.number ?? 0) + 1
      await insertPolicy(db, { id, officeCode, number, effectiveOn, rules, source, madeAt, madeBy: staff.id })
      const detail = JSON.stringify({
        before: before ? auditOf(before) : {},
        after: auditOf({ rules, effectiveOn, source }),
      })
      const subject = `${officeCode ?? ''} ${number}`.trim()
      await insertAudit(db, { at: madeAt, staffId: staff.id, action: 'deadline.add', subject, detail, officeCode })
      return { ok: true, number }
    })
  } catch (error) {
    if (isUnique(error)) return { ok: false, error: 'conflict' }
    throw error
  }
}

/** The versions of an office alone, the highest number first. */
function ofOffice<T extends DeadlinePolicy>(policies: readonly T[], officeCode: string | null): T[] {
  return policies.filter((policy) => policy.officeCode === officeCode).sort((a, b) => b.number - a.number)
}

function maySetFor({ staff, offices }: PolicyDeps, officeCode: string | null): boolean {
  if (!may(staff.role, 'calendar.manage')) return false
  return officeCode === null ? staff.officeCode === null : offices.has(officeCode)
}

const auditOf = ({ rules, effectiveOn, source }: Pick<DeadlinePolicy, 'rules' | 'effectiveOn' | 'source'>) => ({
  ...Object.fromEntries(Object.entries(typedOfRules(rules)).map(([key, value]) => [`rule-${key}`, value])),
  effectiveOn,
  source,
})
