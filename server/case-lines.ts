import { readCalendars } from '../db/calendar'
import {
  type CaseHead,
  countCases,
  type HeadFilter,
  listCaseClocks,
  listCaseHeads,
  listCaseIds,
} from '../db/case-lines'
import { listPolicies } from '../db/deadline-policies'
import { searchProcedures } from '../db/procedures'
import type { Db } from '../db/schema'
import { kindsSeen } from './domain/case-actions'
import { type CaseDue, caseDue, compareByDue, type DueFacts } from './domain/case-due'
import {
  type CaseTab,
  caseTabs,
  closedStates,
  currentStates,
  filterDays,
  type InboxFilter,
  isInTab,
  nobody,
  searchWords,
} from './domain/case-filters'
import { codesBelow } from './domain/organisation'
import { pageAt } from './domain/paging'
import { dayOf } from './domain/period'
import { may, type SignedInStaff } from './domain/permissions'

/** A case of a list with its due date, as it stands at one moment. */
export type CaseLine = CaseHead & CaseDue

/**
 * Works out what is owed in many cases and until when, with one question for the calendars of all offices and one for
 * the deadlines; nothing of it is stored.
 */
export async function withDue<T extends DueFacts & { officeCode: string; policyId: string }>(
  db: Db,
  cases: readonly T[],
  now: Date,
): Promise<(T & CaseDue)[]> {
  if (cases.length === 0) return []
  const [calendarOf, policies] = await Promise.all([readCalendars(db), listPolicies(db)])
  const rulesOf = new Map(policies.map(({ id, rules }) => [id, rules]))
  const today = dayOf(now)
  return cases.map((one) => {
    const rules = rulesOf.get(one.policyId)
    if (!rules) throw new Error(`no deadlines ${one.policyId}`)
    return { ...one, ...caseDue(one, calendarOf(one.officeCode), rules, today) }
  })
}

type PlacedOffice = { code: string; parentCode: string | null; successorCode: string | null }
/** `offices`: those of the person's part of the tree. */
export type InboxDeps = { db: Db; now: Date; staff: SignedInStaff; offices: readonly PlacedOffice[] }
export type Inbox = {
  lines: CaseLine[]
  counts: Record<CaseTab, number>
  page: number
  pages: number
  /** How many the box holds. */
  total: number
  /** Fields that open cases of this filter have. */
  fields: string[]
  assignees: string[]
}

/** One page of a box of the inbox, and how many every box holds under the same filter. */
export async function readInbox(
  deps: InboxDeps,
  filter: InboxFilter,
  { page, size }: { page: number; size: number },
): Promise<Inbox> {
  const { db, now, staff } = deps
  const asked = await askedOf(deps, filter)
  const [clocks, closed] = await Promise.all([
    listCaseClocks(db, narrowed(asked, currentStates, filter)),
    countCases(db, narrowed(asked, closedStates, filter)),
  ])
  const current = await withDue(db, clocks, now)
  const counts = Object.fromEntries(
    caseTabs.map((tab) => [
      tab,
      tab === 'closed' ? closed : current.filter((line) => isInTab(tab, line, staff.id)).length,
    ]),
  ) as Inbox['counts']
  const facets = {
    fields: [...new Set(current.map(({ field }) => field).filter(Boolean))],
    assignees: [...new Set(current.flatMap(({ assigneeId }) => assigneeId ?? []))],
  }
  const total = counts[filter.tab]
  const { skip, ...at } = pageAt(total, page, size)
  const ids =
    filter.tab === 'closed'
      ? await listCaseIds(db, narrowed(asked, closedStates, filter), { limit: size, offset: skip })
      : current
          .filter((line) => isInTab(filter.tab, line, staff.id))
          .sort(compareByDue)
          .slice(skip, skip + size)
          .map(({ id }) => id)
  const lines = await withDue(db, await listCaseHeads(db, ids), now)
  return { lines, counts, total, ...at, ...facets }
}

/** Restricted cases are for whoever is entrusted with them, and for the person they lie with (case-actions.maySee). */
async function askedOf({ db, staff, offices }: InboxDeps, filter: InboxFilter): Promise<Omit<HeadFilter, 'states'>> {
  const { field, group, type, channel, kind, assignee } = filter
  const { from, to } = filterDays(filter)
  const everywhere = staff.officeCode === null ? null : offices.map(({ code }) => code)
  const procedures = filter.procedure
    ? (await searchProcedures(db, { words: filter.procedure, limit: 500 })).rows.map(({ code }) => code)
    : null
  return {
    offices: filter.office === '' ? everywhere : officesIn(offices, filter.office),
    restricted: may(staff.role, 'cases.restricted')
      ? 'all'
      : { assigneeId: staff.id, kinds: kindsSeen((permission) => may(staff.role, permission)) },
    equals: {
      ...(field && { field }),
      ...(group && { contentGroup: group }),
      ...(type && { contentType: type }),
      ...(channel && { channel }),
      ...(kind && { kind }),
      ...(assignee && { assigneeId: assignee === nobody ? null : assignee }),
    },
    procedures,
    words: searchWords(filter.words),
    ...{ from, to },
  }
}

/** An office of the person's part with everything below it; none when it is not of that part. */
function officesIn(offices: readonly PlacedOffice[], top: string): string[] {
  const below = codesBelow(offices, top)
  return offices.map(({ code }) => code).filter((code) => below.has(code))
}

function narrowed(asked: Omit<HeadFilter, 'states'>, states: HeadFilter['states'], { state }: InboxFilter): HeadFilter {
  return { ...asked, states: state === '' ? states : states.filter((one) => one === state) }
}
