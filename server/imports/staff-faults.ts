import { formatDay } from '../../web/vi/format'
import type { Fault } from './faults'
import { type Change, differences } from './plan'
import type { StaffContext, StaffRecord } from './staff'
import { nearlyCalled, unknownOffice } from './unknown-office'

type Line = Change<StaffRecord>
type HeadingOf = (key: keyof StaffRecord) => string

/** What is wrong with the rows of people: offices, and who may give or take which role. */
export function findStaffFaults(lines: readonly Line[], context: StaffContext, headingOf: HeadingOf): Fault[] {
  const nearly = nearlyCalled([...context.offices.keys()])
  const changed = lines.filter(({ before, after }) => !before || differences(before, after).length > 0)
  const faults = changed.flatMap((line) => {
    const at = (key: keyof StaffRecord) => ({ line: line.line, column: headingOf(key) })
    const fault = accountFault(line, context, at) ?? officeFault(line, context, nearly, at)
    return fault ? [fault] : []
  })
  const last = faults.length === 0 ? lastAdministrator(changed, context) : null
  if (!last) return faults
  return [{ code: 'last-administrator', line: last.line, column: headingOf('role'), value: last.after.login }]
}

type At = (key: keyof StaffRecord) => { line: number; column: string }

/** Somebody with one part of the tree touches nobody outside it; nobody changes the own role or part. */
function accountFault({ before, after }: Line, { people, part, self }: StaffContext, at: At): Fault | null {
  const value = after.login
  const isOutside = before !== null && (before.officeCode === null || !part?.has(before.officeCode))
  if (part && isOutside) return { code: 'outside-person', ...at('login'), value }
  const isSelf = self !== null && people.get(value)?.id === self
  const changesReach = before?.role !== after.role || before.officeCode !== after.officeCode
  return isSelf && changesReach ? { code: 'own-account', ...at('role'), value } : null
}

function officeFault(
  { before, after }: Line,
  { offices, part, today }: StaffContext,
  nearly: ReturnType<typeof nearlyCalled>,
  at: At,
): Fault | null {
  const { officeCode } = after
  const column = at('officeCode')
  if (officeCode === null) return part ? { code: 'missing-part', ...column } : null
  const office = offices.get(officeCode)
  if (!office) return unknownOffice(officeCode, nearly, column)
  if (part && !part.has(officeCode)) return { code: 'outside-part', ...column, value: officeCode }
  const hasEnded = office.validTo !== null && office.validTo < today
  if (!hasEnded || before?.officeCode === officeCode) return null
  return { code: 'ended-office', ...column, value: officeCode, expected: [formatDay(office.validTo ?? '')] }
}

/** The line after which nobody who can sign in would manage the whole installation; null when somebody is left. */
function lastAdministrator(changed: readonly Line[], { people }: StaffContext): Line | null {
  const rules = ({ role, officeCode }: StaffRecord) => role === 'administrator' && officeCode === null
  const now = [...people.values()].filter((person) => person.signsIn && rules(person))
  const after = new Map(changed.map((line) => [line.after.login, line]))
  const losing = now.flatMap(({ login }) => after.get(login) ?? []).filter((line) => !rules(line.after))
  return now.length > 0 && losing.length === now.length ? (losing.at(-1) ?? null) : null
}
