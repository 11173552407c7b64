import { listOffices, type Office } from '../../db/offices'
import type { Db } from '../../db/schema'
import { findOfficeFaults, type OfficeFault } from '../domain/office-faults'
import { codesBelow, treeOrder } from '../domain/organisation'
import type { SignedInStaff } from '../domain/permissions'
import { fold } from '../domain/vietnamese'

/** The tree, and the part of it that a person may change: `top` and what is below it; `top` null: everything. */
export type OfficePart = { all: Office[]; codes: ReadonlySet<string>; top: string | null }

/** What a person may change of the tree as it stands now. */
export async function officePart(db: Db, staff: Pick<SignedInStaff, 'officeCode'>): Promise<OfficePart> {
  const all = treeOrder(await listOffices(db)).map(({ office }) => office)
  const top = staff.officeCode
  return { all, top, codes: top === null ? new Set(all.map(({ code }) => code)) : codesBelow(all, top) }
}

/** An office of the part, or undefined. */
export function officeIn({ all, codes }: OfficePart, code: string): Office | undefined {
  return codes.has(code) ? all.find((office) => office.code === code) : undefined
}

/**
 * The office that a person chose or typed: its code, or its name with or without marks when only one has it. Null for an
 * empty text; undefined when there is none. What stood there before may stay, also outside the person's part.
 */
export function namedOffice(
  { all, codes }: OfficePart,
  text: string,
  before?: string | null,
): Office | null | undefined {
  const asked = text.trim()
  if (asked === '') return null
  const choice = all.filter(({ code }) => codes.has(code) || code === before)
  const named = choice.filter(({ name }) => fold(name) === fold(asked))
  return choice.find(({ code }) => code === asked) ?? (named.length === 1 ? named[0] : undefined)
}

export type ChangeFault = OfficeFault | { code: string; fault: 'outside-part' }

/**
 * What would be wrong with an office when the tree were changed to this, the rules of the tree first; `outside-part`: it
 * would leave the part that the person may change, or the top of that part would stand elsewhere. Faults of other offices,
 * which stood before, do not count.
 */
export function faultsOfChange(part: OfficePart, changed: Office): ChangeFault[] {
  const others = part.all.filter(({ code }) => code !== changed.code)
  const isNew = others.length === part.all.length
  const proposed = [...others, changed]
  const faults = findOfficeFaults(proposed).filter((fault) => concerns(fault, changed.code, isNew))
  if (faults.length > 0 || part.top === null) return faults
  const before = part.all.find(({ code }) => code === changed.code)
  const topMoves = changed.code === part.top && changed.parentCode !== before?.parentCode
  const inside = !topMoves && codesBelow(proposed, part.top).has(changed.code)
  return inside ? [] : [{ code: changed.code, fault: 'outside-part' }]
}

/** Codes stay for good, so that one which the rules of today refuse does not stand in the way of other changes. */
function concerns(fault: OfficeFault, code: string, isNew: boolean): boolean {
  if (fault.fault === 'bad-code' && !isNew) return false
  return 'path' in fault ? fault.path.includes(code) : fault.code === code
}
