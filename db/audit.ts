import type { Insertable, Selectable } from 'kysely'
import { officeOfAct } from './audit-office'
import { inBatches } from './batches'
import type { Db } from './schema'
import type { AuditTable } from './schema-people'

export type AuditRow = Selectable<AuditTable>

/**
 * Writes down who did what to what; in the same transaction as the thing itself. The office it concerns is looked up
 * unless it is given. `detail`: JSON, `{before, after}` where something changed, or empty.
 */
export async function insertAudit(db: Db, row: Omit<Insertable<AuditTable>, 'id'>): Promise<void> {
  const officeCode = row.officeCode === undefined ? await officeOfAct(db, row) : row.officeCode
  await db
    .insertInto('audit')
    .values({ ...row, officeCode })
    .execute()
}

/** Writes down many things that one deed changed; the offices they concern are given. */
export async function insertAudits(
  db: Db,
  rows: readonly (Omit<Insertable<AuditTable>, 'id'> & { officeCode: string | null })[],
): Promise<void> {
  await inBatches(rows, (batch) => db.insertInto('audit').values(batch).execute())
}

/** What is asked of the audit. Days in UTC+7 are given as instants: `from` included, `until` not. */
export type AuditFilter = {
  /** Ids of people who did it, or to whom it was done. */
  people?: readonly string[]
  actions?: readonly string[]
  subject?: string
  from?: string
  until?: string
  /** Codes of the offices that the asking person may see; null: everything, what belongs to no office included. */
  offices?: readonly string[] | null
}
type Page = AuditFilter & { limit: number; before?: number; after?: number }

/**
 * Newest first. `before`: the id of the last row of the page before; `after`: the id of the first row of the page after,
 * for going back.
 */
export async function listAudit(db: Db, { limit, before, after, ...filter }: Page): Promise<AuditRow[]> {
  const query = filtered(db, filter).selectAll()
  if (after === undefined) {
    const newest = query.orderBy('id', 'desc').limit(limit)
    return (before === undefined ? newest : newest.where('id', '<', before)).execute()
  }
  const rows = await query.where('id', '>', after).orderBy('id').limit(limit).execute()
  return rows.reverse()
}

/** All rows of a filter, newest first, a thousand at a time. */
export async function* scanAudit(db: Db, filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  for (let before: number | undefined; ; ) {
    const rows = await listAudit(db, { ...filter, limit: 1000, before })
    if (rows.length > 0) yield rows
    before = rows.at(-1)?.id
    if (rows.length < 1000) return
  }
}

function filtered(db: Db, { people, actions, subject, from, until, offices }: AuditFilter) {
  return db
    .selectFrom('audit')
    .$if(people !== undefined, (q) =>
      people?.length
        ? q.where((e) => e.or([e('staffId', 'in', people), e('subject', 'in', people)]))
        : q.where('id', '<', 0),
    )
    .$if(actions !== undefined, (q) => (actions?.length ? q.where('action', 'in', actions) : q.where('id', '<', 0)))
    .$if(subject !== undefined, (q) => q.where('subject', '=', subject ?? ''))
    .$if(from !== undefined, (q) => q.where('at', '>=', from ?? ''))
    .$if(until !== undefined, (q) => q.where('at', '<', until ?? ''))
    .$if(Array.isArray(offices), (q) =>
      offices?.length ? q.where('officeCode', 'in', offices) : q.where('id', '<', 0),
    )
}

/** When each of these people last signed in: instants by id, without those who never did. */
export async function lastSignIns(db: Db, staffIds: readonly string[]): Promise<Map<string, string>> {
  if (staffIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('audit')
    .select((e) => ['staffId', e.fn.max<string>('at').as('at')])
    .where('action', '=', 'sign-in.ok')
    .where('staffId', 'in', staffIds)
    .groupBy('staffId')
    .execute()
  return new Map(rows.map(({ staffId, at }) => [staffId ?? '', at]))
}
