import type { ExpressionBuilder, Selectable } from 'kysely'
import { type CaseKind, type CaseState, openStates } from '../server/domain/case-words'
import type { ClockFacts } from '../server/domain/deadlines'
import { addDays } from '../server/domain/period'
import type { Db, Schema } from './schema'
import type { FeedbackCaseTable } from './schema-cases'

const columns = [
  'id',
  'code',
  'title',
  'officeCode',
  'pointCode',
  'procedureCode',
  'field',
  'channel',
  'kind',
  'contentType',
  'contentGroup',
  'restricted',
  'state',
  'sentAt',
  'clock',
  'policyId',
  'assigneeId',
  'department',
  'answeredAt',
  'askedDays',
  'version',
] as const satisfies readonly (keyof FeedbackCaseTable)[]
/** What sorting thousands of cases needs, and no more: every column of every row costs. */
const slim = [
  'id',
  'code',
  'officeCode',
  'policyId',
  'kind',
  'state',
  'clock',
  'sentAt',
  'answeredAt',
  'assigneeId',
  'askedDays',
  'field',
] as const satisfies readonly (typeof columns)[number][]
type Table = Selectable<FeedbackCaseTable>
type Row = Pick<Table, (typeof columns)[number]>

/** A case as a list shows it: without what the sender wrote but the title. */
export type CaseHead = Omit<Row, 'clock' | 'restricted'> & { clock: ClockFacts; restricted: boolean }

/** As much of it as decides in which box it lies and where there. */
export type CaseClock = Pick<CaseHead, (typeof slim)[number]>

type Equals = Partial<
  Pick<CaseHead, 'field' | 'contentGroup' | 'contentType' | 'channel' | 'kind' | 'assigneeId' | 'department'>
>

/**
 * What is asked of a list. `offices`: codes; null: every one. `restricted`: all of them, none, or those that lie with a
 * person or are of some kinds. `words`: folded, each somewhere in code, title or content. `from`, `to`: days of sending in UTC+7, both included.
 */
export type HeadFilter = {
  offices: readonly string[] | null
  restricted: 'all' | 'none' | { assigneeId: string; kinds: readonly CaseKind[] }
  states: readonly CaseState[]
  equals?: Equals
  procedures?: readonly string[] | null
  words?: readonly string[]
  from?: string | null
  to?: string | null
}

/** The clocks of the cases of a filter, in no order. */
export async function listCaseClocks(db: Db, filter: HeadFilter): Promise<CaseClock[]> {
  if (isEmpty(filter)) return []
  const rows = await db
    .selectFrom('feedbackCase')
    .select(slim)
    .where((e) => e.and(conditions(e, filter)))
    .execute()
  return rows.map(({ clock, ...row }) => ({ ...row, clock: JSON.parse(clock) as ClockFacts }))
}

/** Cases in the order of their ids. */
export async function listCaseHeads(db: Db, ids: readonly string[]): Promise<CaseHead[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('feedbackCase').select(columns).where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, headOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Ids of one page of the cases of a filter, latest sent first. */
export async function listCaseIds(
  db: Db,
  filter: HeadFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<string[]> {
  if (isEmpty(filter)) return []
  const rows = await db
    .selectFrom('feedbackCase')
    .select('id')
    .where((e) => e.and(conditions(e, filter)))
    .orderBy('sentAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ id }) => id)
}

export async function countCases(db: Db, filter: HeadFilter): Promise<number> {
  if (isEmpty(filter)) return 0
  const row = await db
    .selectFrom('feedbackCase')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where((e) => e.and(conditions(e, filter)))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How many open cases lie with a person. */
export async function countOwnCases(db: Db, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('feedbackCase')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('assigneeId', '=', staffId)
    .where('state', 'in', openStates)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

const isEmpty = ({ offices, states, procedures }: HeadFilter) =>
  offices?.length === 0 || states.length === 0 || procedures?.length === 0

function conditions(e: ExpressionBuilder<Schema, 'feedbackCase'>, filter: HeadFilter) {
  const { offices, restricted, states, equals = {}, procedures, words = [], from, to } = filter
  const pairs = Object.entries(equals) as [keyof Equals, string | null][]
  return [
    e('state', 'in', states),
    ...(offices ? [e('officeCode', 'in', offices)] : []),
    ...(restricted === 'none' ? [e('restricted', '=', 0)] : []),
    ...(typeof restricted === 'object'
      ? [
          e.or([
            e('restricted', '=', 0),
            e('assigneeId', '=', restricted.assigneeId),
            ...(restricted.kinds.length > 0 ? [e('kind', 'in', restricted.kinds)] : []),
          ]),
        ]
      : []),
    ...pairs.map(([column, value]) => (value === null ? e(column, 'is', null) : e(column, '=', value as never))),
    ...(procedures ? [e('procedureCode', 'in', procedures)] : []),
    ...words.map((word) => e.or([contains(e, 'search', word), contains(e, 'code', word.toUpperCase())])),
    ...(from ? [e('sentAt', '>=', startOf(from))] : []),
    ...(to ? [e('sentAt', '<', startOf(addDays(to, 1)))] : []),
  ]
}

function contains(e: ExpressionBuilder<Schema, 'feedbackCase'>, column: 'search' | 'code', word: string) {
  return e(column, 'like', `%${word.replace(/[\\%_]/g, '')}%`)
}

/** The first instant of a day in Viet Nam. */
const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString()

function headOf({ clock, restricted, ...row }: Row): CaseHead {
  return { ...row, clock: JSON.parse(clock) as ClockFacts, restricted: restricted === 1 }
}
