import type { FeedbackCase } from '../../db/cases'
import { listCodesUp } from '../../db/offices'
import type { Db } from '../../db/schema'
import { listStaff, type Staff } from '../../db/staff'
import { isRole, may, type SignedInStaff } from '../domain/permissions'
import { compareNames } from '../domain/vietnamese'

/** Whether somebody works on cases at all. */
export const handlesCases = ({ role, disabledAt }: Pick<Staff, 'role' | 'disabledAt'>): boolean =>
  disabledAt === null && isRole(role) && may(role, 'cases.handle')

/**
 * Who may be given a case: people who handle cases and whose part of the tree has its office, the nearest first. A
 * restricted case goes to people who are entrusted with such cases; one of these may entrust anybody else with it.
 */
export async function listAssignees(
  db: Db,
  { officeCode, restricted }: Pick<FeedbackCase, 'officeCode' | 'restricted'>,
  by: Pick<SignedInStaff, 'role'>,
): Promise<Staff[]> {
  const chain = await listCodesUp(db, officeCode)
  const mayEntrust = !restricted || may(by.role, 'cases.restricted')
  const rank = (person: Staff) => (person.officeCode === null ? chain.length : chain.indexOf(person.officeCode))
  return (await listStaff(db, null))
    .filter(handlesCases)
    .filter(({ role }) => mayEntrust || (isRole(role) && may(role, 'cases.restricted')))
    .filter((person) => rank(person) >= 0)
    .sort((a, b) => rank(a) - rank(b) || compareNames(a.name, b.name))
}
