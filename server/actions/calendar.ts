import { insertAudit } from '../../db/audit'
import {
  calendarsOf,
  insertVersion,
  listEntries,
  newestVersion,
  readCalendars,
  type StoredEntry,
} from '../../db/calendar'
import { listOpenClocks } from '../../db/cases'
import { isUnique } from '../../db/connect'
import { listPolicies } from '../../db/deadline-policies'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import type { CalendarChange } from '../domain/calendar-change'
import { checkEntries, type EntryFault } from '../domain/calendar-check'
import { type DueMove, dueMoves } from '../domain/calendar-impact'
import { may, type SignedInStaff } from '../domain/permissions'

/** `staff` null: from the command line. `offices`: codes of the own part of the tree. */
export type CalendarDeps = { db: Db; now: () => Date; staff: SignedInStaff | null; offices: ReadonlySet<string> }
export type CalendarRefusal =
  | { ok: false; error: 'forbidden' | 'conflict' | 'nothing' }
  | { ok: false; error: 'invalid'; faults: EntryFault[] }
export type Previewed =
  | { ok: true; add: CalendarChange['add']; remove: StoredEntry[]; moves: DueMove[] }
  | CalendarRefusal

/** What a change would do: entries that come and go, and the open cases whose due date moves. Nothing is written. */
export async function previewCalendar(deps: CalendarDeps, change: CalendarChange): Promise<Previewed> {
  const { db } = deps
  const number = await newestVersion(db)
  if (number !== change.based) return { ok: false, error: 'conflict' }
  const stored = await listEntries(db, number)
  const remove = stored.filter(({ id }) => change.remove.includes(id))
  if (remove.length !== change.remove.length) return { ok: false, error: 'conflict' }
  if (change.add.length + remove.length === 0) return { ok: false, error: 'nothing' }
  if (![...change.add, ...remove].every(({ officeCode }) => mayChangeFor(deps, officeCode)))
    return { ok: false, error: 'forbidden' }
  const kept = stored.filter((entry) => !remove.includes(entry))
  const faults = checkEntries(change.add, kept)
  if (faults.length > 0) return { ok: false, error: 'invalid', faults }
  const after = calendarsOf(number + 1, [...kept, ...change.add])
  return { ok: true, add: change.add, remove, moves: await movesOf(deps, after) }
}

/** Restricted cases are named to those alone who may know that there are any. */
async function movesOf({ db, staff }: CalendarDeps, after: ReturnType<typeof calendarsOf>): Promise<DueMove[]> {
  const policies = new Map((await listPolicies(db)).map((policy) => [policy.id, policy]))
  const seesAll = staff === null || may(staff.role, 'cases.restricted')
  const open = (await listOpenClocks(db)).filter(({ restricted }) => seesAll || !restricted)
  return dueMoves(open, await readCalendars(db), after, policies)
}

/** Days of everybody belong to who looks after the whole installation; closures to who administers the office. */
function mayChangeFor({ staff, offices }: CalendarDeps, officeCode: string | null): boolean {
  if (staff === null) return true
  if (!may(staff.role, 'calendar.manage')) return false
  return staff.officeCode === null || (officeCode !== null && offices.has(officeCode))
}

export type ChangedCalendar = { ok: true; number: number; moves: DueMove[] } | CalendarRefusal

/**
 * Makes the next version of the calendar, in one transaction with its audit. `conflict` when somebody else made one
 * since the change was prepared. Cases keep their facts: their due dates follow from the new version.
 */
export async function changeCalendar(deps: CalendarDeps, change: CalendarChange): Promise<ChangedCalendar> {
  const madeAt = deps.now().toISOString()
  const { summary, document } = change
  const madeBy = deps.staff?.id ?? null
  try {
    return await inTransaction(deps.db, async (db) => {
      const seen = await previewCalendar({ ...deps, db }, change)
      if (!seen.ok) return seen
      const number = await insertVersion(db, { madeAt, madeBy, summary, document }, change)
      const detail = JSON.stringify({
        before: auditOf(seen.remove),
        after: { summary, document, ...auditOf(seen.add), dueMoves: seen.moves.length },
      })
      const officeCode = officeOf([...seen.add, ...seen.remove])
      await insertAudit(db, {
        ...{ at: madeAt, staffId: madeBy, action: 'calendar.change', subject: String(number), detail, officeCode },
      })
      return { ok: true, number, moves: seen.moves }
    })
  } catch (error) {
    if (isUnique(error)) return { ok: false, error: 'conflict' }
    throw error
  }
}

/** The one office that a change concerns; null: all of them. */
function officeOf(entries: readonly { officeCode: string | null }[]): string | null {
  const codes = new Set(entries.map(({ officeCode }) => officeCode))
  const [code = null] = codes
  return codes.size === 1 ? code : null
}

/** Flat, so that the audit shows each day beside its name. */
function auditOf(entries: readonly CalendarChange['add'][number][]): Record<string, string> {
  return Object.fromEntries(
    entries.map(({ from, to, name, source }) => [from === to ? from : `${from} – ${to}`, `${name} (${source})`]),
  )
}
