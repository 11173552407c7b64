import type { Office } from '../db/offices'
import type { OfficeOption } from '../web/components/office-choice'
import type { Option } from '../web/components/select'
import { namedOffice, officePart } from './actions/office-part'
import type { Deps } from './deps'
import { isInForce, treeOrder } from './domain/organisation'
import type { SignedInStaff } from './domain/permissions'

/** A longer list is typed instead of chosen. */
const longestChoice = 400

/** Offices to choose from, in the order of the tree and drawn in by their depth. */
export function officeOptions(offices: readonly Office[]): Option[] {
  return treeOrder(offices).map(({ office: { code, name }, depth }) => ({
    value: code,
    label: '\u00a0\u00a0\u00a0'.repeat(depth) + name,
  }))
}

/**
 * The same for a choice that can be typed as well: offices at work today and those in `also`; null when there are too
 * many to list.
 */
export function officeChoices(offices: readonly Office[], today: string, also: readonly string[] = []) {
  const open = offices.filter((office) => isInForce(office, today) || also.includes(office.code))
  if (open.length > longestChoice) return null
  return treeOrder(open).map(({ office: { code, name }, depth }): OfficeOption => ({ code, name, depth }))
}

/** A form whose office may have been typed by its name: with the code in its place when the part has one of that name. */
export async function withOfficeCode<T extends { office: string }>(
  { db }: Pick<Deps, 'db'>,
  staff: SignedInStaff,
  typed: T,
): Promise<T> {
  const found = namedOffice(await officePart(db, staff), typed.office)
  return found ? { ...typed, office: found.code } : typed
}
