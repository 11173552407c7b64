import { insertAudit } from '../../db/audit'
import { countStaffByOffice, type Office, updateOffice } from '../../db/offices'
import { listPoints } from '../../db/points'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { isInForce } from '../domain/organisation'
import { dayOf, isDay, readDay } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import { type ChangeFault, faultsOfChange, namedOffice, type OfficePart, officeIn, officePart } from './office-part'
import type { OfficeDeps } from './offices'

/** What stands in the way of an end, or what an end was refused for. */
export type EndProblem =
  | { problem: 'bad-day' | 'after-today' | 'before-start' }
  | { problem: 'unknown-successor' | 'closed-successor' | 'already-closed' | 'not-closed' | 'own-top' }
  | { problem: 'still-open'; children: number; points: number }
  | { problem: 'tree'; fault: ChangeFault }
export type EndOutcome =
  | { ok: true }
  | { ok: false; error: 'forbidden' | 'unknown' }
  | { ok: false; error: 'refused'; problems: EndProblem[] }

export type TypedEnd = { lastDay: string; successor: string }
const refused = (...problems: EndProblem[]) => ({ ok: false, error: 'refused', problems }) as const

/** What still works in an office: offices below it that go on after the day, and points that take answers. */
export async function openParts(db: Db, { all }: OfficePart, { code }: Office, day: string) {
  const children = all.filter((one) => one.parentCode === code && (one.validTo === null || one.validTo > day))
  const points = (await listPoints(db, [code])).filter(({ replacedBy }) => replacedBy === null)
  return { children, points, people: (await countStaffByOffice(db)).get(code) ?? 0 }
}

/**
 * Ends an office with its last day, not after today; nothing that works may be left in it. With a successor its data are
 * also read under that office's name. Whoever belonged to it still sees them.
 */
export function closeOffice({ db, now, staff }: OfficeDeps, code: string, asked: TypedEnd): Promise<EndOutcome> {
  return inTransaction(db, async (db) => {
    if (!may(staff.role, 'offices.manage')) return { ok: false, error: 'forbidden' }
    const part = await officePart(db, staff)
    const office = officeIn(part, code)
    if (!office) return { ok: false, error: 'unknown' }
    const typed = readEnd(part, asked)
    const problems = endProblems(part, office, typed, dayOf(now()))
    const { children, points } = await openParts(db, part, office, typed.lastDay)
    const open = points.filter(({ closedAt }) => closedAt === null).length
    if (children.length > 0 || open > 0)
      problems.push({ problem: 'still-open', children: children.length, points: open })
    const after = { validTo: typed.lastDay, successorCode: typed.successor || null }
    const [fault] = problems.length > 0 ? [] : faultsOfChange(part, { ...office, ...after })
    if (fault) problems.push({ problem: 'tree', fault })
    if (problems.length > 0) return refused(...problems)
    await change(db, { now, staff }, 'office.close', office, after)
    return { ok: true }
  })
}

/** The same with the day as YYYY-MM-DD and the code of the successor where its name was typed. */
export function readEnd(part: OfficePart, { lastDay, successor }: TypedEnd): TypedEnd {
  return { lastDay: readDay(lastDay) ?? lastDay, successor: namedOffice(part, successor)?.code ?? successor }
}

/** What is wrong with the last day and the successor of an office, whatever else it needs. */
export function endProblems(
  { all, codes, top }: OfficePart,
  office: Office,
  { lastDay, successor }: TypedEnd,
  today: string,
): EndProblem[] {
  if (office.validTo !== null) return [{ problem: 'already-closed' }]
  if (office.code === top) return [{ problem: 'own-top' }]
  const problems: EndProblem[] = []
  if (!isDay(lastDay)) problems.push({ problem: 'bad-day' })
  else if (lastDay > today) problems.push({ problem: 'after-today' })
  else if (office.validFrom !== null && lastDay < office.validFrom) problems.push({ problem: 'before-start' })
  if (successor === '') return problems
  const next = codes.has(successor) ? all.find(({ code }) => code === successor) : undefined
  if (!next || next.code === office.code) problems.push({ problem: 'unknown-successor' })
  else if (next.validTo !== null || !isInForce(next, today)) problems.push({ problem: 'closed-successor' })
  return problems
}

/** Lets a closed office work again; what moved away when it was merged stays where it is. */
export function reopenOffice({ db, now, staff }: OfficeDeps, code: string): Promise<EndOutcome> {
  return inTransaction(db, async (db) => {
    if (!may(staff.role, 'offices.manage')) return { ok: false, error: 'forbidden' }
    const part = await officePart(db, staff)
    const office = officeIn(part, code)
    if (!office) return { ok: false, error: 'unknown' }
    if (office.validTo === null) return refused({ problem: 'not-closed' })
    if (office.code === part.top) return refused({ problem: 'own-top' })
    const after = { validTo: null, successorCode: null }
    const [fault] = faultsOfChange(part, { ...office, ...after })
    if (fault) return refused({ problem: 'tree', fault })
    await change(db, { now, staff }, 'office.reopen', office, after)
    return { ok: true }
  })
}

type By = { now: () => Date; staff: SignedInStaff }

async function change(
  db: Db,
  { now, staff }: By,
  action: string,
  { code, validTo, successorCode }: Office,
  after: { validTo: string | null; successorCode: string | null },
): Promise<void> {
  await updateOffice(db, code, after)
  const detail = JSON.stringify({ before: { validTo, successorCode }, after })
  await insertAudit(db, { at: now().toISOString(), staffId: staff.id, action, subject: code, detail })
}
