import type { CaseState } from '../server/domain/case-words'
import type { CaseEvent, NewCaseEvent } from '../server/domain/feedback-case'
import { inBatches } from './batches'
import type { Db } from './schema'

/** Everything that happened to a case, oldest first. */
export async function listEvents(db: Db, caseId: string): Promise<CaseEvent[]> {
  return (await listEventsOf(db, [caseId])).get(caseId) ?? []
}

/** The same for many cases, by their ids. */
export async function listEventsOf(db: Db, caseIds: readonly string[]): Promise<Map<string, CaseEvent[]>> {
  const found = new Map<string, CaseEvent[]>()
  await inBatches(caseIds, async (ids) => {
    const rows = await db
      .selectFrom('caseEvent')
      .selectAll()
      .where('caseId', 'in', ids)
      .orderBy('caseId')
      .orderBy('no')
      .execute()
    for (const { id: _, caseId, data, ...row } of rows) {
      const event = { ...row, data: JSON.parse(data) } as CaseEvent
      const known = found.get(caseId)
      if (known) known.push(event)
      else found.set(caseId, [event])
    }
  })
  return found
}

type Happening = { caseId: string; at: string; by: string | null; state: CaseState; officeCode: string }

/** Adds what happened, in its order. @returns the number of the last event */
export async function insertEvents(
  db: Db,
  { caseId, ...common }: Happening,
  events: readonly NewCaseEvent[],
): Promise<number> {
  const { last } = await db
    .selectFrom('caseEvent')
    .select((e) => e.fn.coalesce(e.fn.max('no'), e.lit(0)).as('last'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  const before = Number(last)
  const rows = events.map(({ kind, data, told = '' }, i) => ({
    ...{ ...common, caseId, kind, told, no: before + i + 1 },
    data: JSON.stringify(data),
  }))
  if (rows.length > 0) await db.insertInto('caseEvent').values(rows).execute()
  return before + rows.length
}
