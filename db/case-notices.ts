import { type Insertable, type Selectable, sql } from 'kysely'
import { type CaseKind, type CaseState, caseKinds } from '../server/domain/case-words'
import { inBatches } from './batches'
import type { Db } from './schema'
import type { CaseNoticeTable } from './schema-cases'

export type NewNotice = Pick<Insertable<CaseNoticeTable>, 'staffId' | 'caseId' | 'kind' | 'mark' | 'createdAt'>
/** A notice with the case it is about. */
export type Notice = Omit<Selectable<CaseNoticeTable>, 'mailedAt'> & {
  code: string
  field: string
  officeCode: string
  restricted: number
  assigneeId: string | null
  caseKind: CaseKind
  state: CaseState
}

/** Tells people about cases; whoever was told the same before is not told again. */
export function insertNotices(db: Db, notices: readonly NewNotice[]): Promise<void> {
  return inBatches(notices, (batch) =>
    db
      .insertInto('caseNotice')
      .values(batch.map((notice) => ({ ...notice, seenAt: null, mailedAt: null })))
      .onConflict((conflict) => conflict.columns(['staffId', 'caseId', 'kind', 'mark']).doNothing())
      .execute(),
  )
}

const withCase = (db: Db) =>
  db
    .selectFrom('caseNotice')
    .innerJoin('feedbackCase', 'feedbackCase.id', 'caseNotice.caseId')
    .select([
      'caseNotice.id',
      'caseNotice.staffId',
      'caseNotice.caseId',
      'caseNotice.kind',
      'caseNotice.mark',
      'caseNotice.createdAt',
      'caseNotice.seenAt',
      'feedbackCase.code',
      'feedbackCase.field',
      'feedbackCase.officeCode',
      'feedbackCase.restricted',
      'feedbackCase.assigneeId',
      'feedbackCase.kind as caseKind',
      'feedbackCase.state',
    ])

/** What a person may still see: kinds of restricted cases beside those that lie with this person; offices by code, null: every one. */
export type NoticeScope = { kinds: readonly CaseKind[]; offices: readonly string[] | null }
const everything: NoticeScope = { kinds: caseKinds, offices: null }

const within = (db: Db, staffId: string, { kinds, offices }: NoticeScope) =>
  withCase(db)
    .where('staffId', '=', staffId)
    .where((e) =>
      e.or([
        e('restricted', '=', 0),
        e('assigneeId', '=', staffId),
        ...(kinds.length > 0 ? [e('feedbackCase.kind', 'in', kinds)] : []),
      ]),
    )
    .$if(offices !== null, (query) => query.where('officeCode', 'in', offices ?? []))

/** What a person was told, the newest first. */
export function listNotices(db: Db, staffId: string, limit: number, scope = everything): Promise<Notice[]> {
  return within(db, staffId, scope).orderBy('caseNotice.id', 'desc').limit(limit).execute()
}

/** What nobody has mailed yet, of everybody, by person. */
export async function listUnmailed(db: Db): Promise<Map<string, Notice[]>> {
  const rows = await withCase(db).where('mailedAt', 'is', null).orderBy('caseNotice.id').execute()
  const found = new Map<string, Notice[]>()
  for (const row of rows) found.set(row.staffId, [...(found.get(row.staffId) ?? []), row])
  return found
}

export async function markMailed(db: Db, ids: readonly number[], at: string): Promise<void> {
  await inBatches(ids, (batch) => db.updateTable('caseNotice').set({ mailedAt: at }).where('id', 'in', batch).execute())
}

/** How many notices a person has not read. */
export async function countUnseen(db: Db, staffId: string, scope: NoticeScope): Promise<number> {
  const { n } = await within(db, staffId, scope)
    .where('seenAt', 'is', null)
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** A person has read what was told up to a notice; about one case, or about all. */
export async function markSeen(
  db: Db,
  staffId: string,
  at: string,
  about: { upTo: number } | { caseId: string },
): Promise<void> {
  const query = db
    .updateTable('caseNotice')
    .set({ seenAt: at })
    .where('staffId', '=', staffId)
    .where('seenAt', 'is', null)
  await ('upTo' in about ? query.where('id', '<=', about.upTo) : query.where('caseId', '=', about.caseId)).execute()
}

/** Everybody has read what was told before an instant. */
export async function markAllSeen(db: Db, before: string, at: string): Promise<void> {
  await db
    .updateTable('caseNotice')
    .set({ seenAt: at, mailedAt: at })
    .where('seenAt', 'is', null)
    .where('createdAt', '<', before)
    .execute()
}

/** Forgets what was told before an instant. */
export async function forgetNotices(db: Db, before: string): Promise<void> {
  await sql`delete from case_notice where created_at < ${before}`.execute(db)
}
