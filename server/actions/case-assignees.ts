import type { FeedbackCase } from '../../db/cases'
import { findOffice } from '../../db/offices'
import type { Db } from '../../db/schema'
import { listStaff, type Staff } from '../../db/staff'
import { isRole, may, type SignedInStaff } from '../domain/permissions'

/**
 * Who may be given a case: people who handle cases and whose part of the tree has its office, the nearest first. A
 * restricted case goes to people who are entrusted with such cases; one of these may entrust anybody else with it.
 */
export async function listAssignees(
  db: Db,
  { officeCode, restricted }: Pick<FeedbackCase, 'officeCode' | 'restricted'>,
  by: Pick<SignedInStaff, 'role'>,
): Promise<Staff[]> {
  const chain = await officesUp(db, officeCode)
  const mayEntrust = !restricted || may(by.role, 'cases.restricted')
  const rank = (person: Staff) => (person.officeCode === null ? chain.length : chain.indexOf(person.officeCode))
  return (await listStaff(db, null))
    .filter(({ role, disabledAt }) => disabledAt === null && isRole(role) && may(role, 'cases.handle'))
    .filter(({ role }) => mayEntrust || (isRole(role) && may(role, 'cases.restricted')))
    .filter((person) => rank(person) >= 0)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi'))
}

/** An office and those above it. */
async function officesUp(db: Db, officeCode: string): Promise<string[]> {
  const chain: string[] = []
  for (let code: string | null = officeCode; code !== null && !chain.includes(code); ) {
    chain.push(code)
    code = (await findOffice(db, code))?.parentCode ?? null
  }
  return chain
}
