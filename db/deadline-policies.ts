import type { Selectable } from 'kysely'
import type { DeadlinePolicy, DeadlineRules } from '../server/domain/deadline-policy'
import { listCodesUp } from './offices'
import type { Db } from './schema'
import type { DeadlinePolicyTable } from './schema-calendar'

export type StoredPolicy = DeadlinePolicy & { madeAt: string; madeBy: string | null }

/** The policy that a case was opened under. @throws when it does not exist */
export async function getPolicy(db: Db, id: string): Promise<StoredPolicy> {
  return policyOf(await db.selectFrom('deadlinePolicy').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** Every version of every office, the newest first. */
export async function listPolicies(db: Db): Promise<StoredPolicy[]> {
  const rows = await db
    .selectFrom('deadlinePolicy')
    .selectAll()
    .orderBy('effectiveOn', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(policyOf)
}

/**
 * The policy for what begins in an office on a day: the newest in force of the office itself, else of the nearest
 * office above that has one, else the one for all. @throws when there is none for all
 */
export async function findPolicyFor(db: Db, officeCode: string, day: string): Promise<StoredPolicy> {
  const way = await listCodesUp(db, officeCode)
  const rows = await db
    .selectFrom('deadlinePolicy')
    .selectAll()
    .where('effectiveOn', '<=', day)
    .where((e) => e.or([e('officeCode', 'is', null), e('officeCode', 'in', way)]))
    .orderBy('effectiveOn', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const found = [...way, null].map((code) => rows.find((row) => row.officeCode === code)).find((row) => row)
  if (!found) throw new Error(`no deadlines for ${officeCode} on ${day}`)
  return policyOf(found)
}

/** Throws when the number is taken (`isUnique`) or the office does not exist. */
export async function insertPolicy(db: Db, { rules, ...row }: StoredPolicy): Promise<void> {
  await db
    .insertInto('deadlinePolicy')
    .values({ ...row, rules: JSON.stringify(rules) })
    .execute()
}

function policyOf({ rules, ...row }: Selectable<DeadlinePolicyTable>): StoredPolicy {
  return { ...row, rules: JSON.parse(rules) as DeadlineRules }
}
