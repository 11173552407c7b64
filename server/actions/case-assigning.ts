import { type FeedbackCase, findCase } from '../../db/cases'
import { listOffices } from '../../db/offices'
import type { Db } from '../../db/schema'
import { listStaff, type Staff } from '../../db/staff'
import type { CaseState } from '../domain/case-words'
import { codesBelow } from '../domain/organisation'
import type { SignedInStaff } from '../domain/permissions'
import { compareNames } from '../domain/vietnamese'
import { handlesCases, listAssignees } from './case-assignees'
import { actOnCase, type DeedDeps, type DeedFault, findCaseFor } from './case-deeds'

/** Somebody that a case may be given to; `officeCode` null: works everywhere. */
export type Assignee = Pick<Staff, 'id' | 'name' | 'login' | 'officeCode'>

/** Who may be given cases of some offices: people who handle, of these offices, above them, or of every one; by name. */
export async function listAssignable(db: Db, offices: readonly string[]): Promise<Assignee[]> {
  const [people, all] = await Promise.all([listStaff(db, null), listOffices(db)])
  const within = new Set(offices)
  const reaches = (officeCode: string | null) =>
    officeCode === null || within.has(officeCode) || [...codesBelow(all, officeCode)].some((code) => within.has(code))
  const reach = new Map([...new Set(people.map((one) => one.officeCode))].map((code) => [code, reaches(code)]))
  return people
    .filter((one) => handlesCases(one) && reach.get(one.officeCode))
    .map(({ id, name, login, officeCode }) => ({ id, name, login, officeCode }))
    .sort((a, b) => compareNames(a.name, b.name) || (a.login < b.login ? -1 : 1))
}

export type Assignment = { assigneeId: string | null; department: string; note: string }
/** What became of one case; `not-there`: it belongs to an office that the person does not work for. */
export type AssignedCase = { code: string; title: string } & (
  | { ok: true }
  | { ok: false; error: DeedFault | 'not-there'; state: CaseState; assigneeId: string | null }
)

/**
 * Gives many cases to a person or a department, each in a transaction of its own: what somebody changed meanwhile stays
 * and is named. Cases that this person may not see are left out of the answer.
 * @param chosen the cases with the version that the person saw
 */
export async function assignCases(
  deps: DeedDeps,
  staff: SignedInStaff,
  chosen: readonly { code: string; version: number }[],
  assignment: Assignment,
): Promise<AssignedCase[]> {
  const results: AssignedCase[] = []
  const mayHave = assigneeReader(deps, staff, assignment)
  for (const one of chosen) {
    const result = await assignOne(deps, staff, one, { assignment, mayHave })
    if (result) results.push(result)
  }
  return results
}

type MayHave = (found: FeedbackCase) => Promise<boolean>

/** Whether the person may be given a case; the same for all cases of an office, so it is asked once for each. */
function assigneeReader({ db }: DeedDeps, staff: SignedInStaff, { assigneeId }: Assignment): MayHave {
  const known = new Map<string, boolean>()
  return async (found) => {
    const key = `${found.restricted} ${found.officeCode}`
    const may =
      assigneeId === null ||
      (known.get(key) ?? (await listAssignees(db, found, staff)).some(({ id }) => id === assigneeId))
    known.set(key, may)
    return may
  }
}

async function assignOne(
  deps: DeedDeps,
  staff: SignedInStaff,
  seen: { code: string; version: number },
  { assignment, mayHave }: { assignment: Assignment; mayHave: MayHave },
): Promise<AssignedCase | null> {
  const found = await findCaseFor(deps.db, staff, seen.code)
  if (!found) return null
  const { code, title } = found
  const done = (await mayHave(found))
    ? await actOnCase(deps, staff, seen, { deed: 'assign', ...assignment })
    : ({ ok: false, error: 'not-there' } as const)
  if (done.ok) return { code, title, ok: true }
  const { state, assigneeId } = (await findCase(deps.db, code)) ?? found
  return { code, title, ok: false, error: done.error, state, assigneeId }
}
