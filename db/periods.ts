import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Grain } from '../server/domain/disclosure'
import { halfOf } from '../server/domain/period'
import { type Connection, scan } from './connect'
import type { Db, PeriodSnapshotTable, PeriodState } from './schema'

/** A snapshot without its grain, which publishing alone asks for. */
export type Snapshot = Omit<Selectable<PeriodSnapshotTable>, 'grain'>
/** A snapshot without its figures, for lists. */
export type SnapshotHead = Omit<Snapshot, 'figures'>

const head = [
  'id',
  'officeCode',
  'period',
  'state',
  'figuresHash',
  'logSize',
  'logRoot',
  'closedAt',
  'closedBy',
  'approvedAt',
  'approvedBy',
  'publishedAt',
  'publishedBy',
  'reopenedAt',
  'reopenedBy',
  'reopenReason',
] as const
const whole = [...head, 'figures'] as const

/** Every snapshot of an office, reopened ones included, newest closing first. */
export function listSnapshots(db: Db, officeCode: string): Promise<SnapshotHead[]> {
  return db
    .selectFrom('periodSnapshot')
    .select(head)
    .where('officeCode', '=', officeCode)
    .orderBy('closedAt', 'desc')
    .orderBy('id')
    .execute()
}

/** The snapshots of an office that hold now, with their figures. */
export function listStandingSnapshots(db: Db, officeCode: string): Promise<Snapshot[]> {
  return db
    .selectFrom('periodSnapshot')
    .select(whole)
    .where('officeCode', '=', officeCode)
    .where('state', '!=', 'reopened')
    .orderBy('id')
    .execute()
}

/** The snapshot that holds now for an office and a period; reopened ones do not. */
export function findCurrentSnapshot(db: Db, officeCode: string, period: string): Promise<Snapshot | undefined> {
  return db
    .selectFrom('periodSnapshot')
    .select(whole)
    .where('officeCode', '=', officeCode)
    .where('period', '=', period)
    .where('state', '!=', 'reopened')
    .executeTakeFirst()
}

export function findSnapshot(db: Db, id: string): Promise<Snapshot | undefined> {
  return db.selectFrom('periodSnapshot').select(whole).where('id', '=', id).executeTakeFirst()
}

/** What the public may read: published snapshots of every office, newest publication first. */
export function listPublished(db: Db): Promise<SnapshotHead[]> {
  return db
    .selectFrom('periodSnapshot')
    .select(head)
    .where('state', '=', 'published')
    .orderBy('publishedAt', 'desc')
    .orderBy('id')
    .execute()
}

/** The published snapshot of an office and a period, or undefined. */
export function findPublished(db: Db, officeCode: string, period: string): Promise<Snapshot | undefined> {
  return db
    .selectFrom('periodSnapshot')
    .select(whole)
    .where('officeCode', '=', officeCode)
    .where('period', '=', period)
    .where('state', '=', 'published')
    .executeTakeFirst()
}

/** Every snapshot that was public at some time, those that were opened again since included. */
export async function listEverPublished(db: Db): Promise<SnapshotHead[]> {
  return db
    .selectFrom('periodSnapshot')
    .select(head)
    .where('publishedAt', 'is not', null)
    .orderBy('period')
    .orderBy('officeCode')
    .orderBy('closedAt')
    .execute()
}

/** The grain of snapshots by their ids. */
export async function readGrains(db: Db, ids: readonly string[]): Promise<Map<string, Grain>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('periodSnapshot').select(['id', 'grain']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, grain }) => [id, JSON.parse(grain)]))
}

export async function insertSnapshot(db: Db, snapshot: Insertable<PeriodSnapshotTable>): Promise<void> {
  await db.insertInto('periodSnapshot').values(snapshot).execute()
}

/** Moves a snapshot on; false when it is no longer in the state it was decided from. */
export async function moveSnapshot(
  db: Db,
  id: string,
  from: PeriodState,
  change: Updateable<PeriodSnapshotTable>,
): Promise<boolean> {
  const moved = await db
    .updateTable('periodSnapshot')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return Number(moved.numUpdatedRows) === 1
}

/**
 * Responses in the log of these offices with a day of the period, of every version and standing: a mark moves a
 * response to another standing and never takes it out. Days are whole half-months.
 */
export async function countCollected(
  connection: Connection,
  offices: readonly string[],
  period: { from: string; to: string },
): Promise<number> {
  if (offices.length === 0) return 0
  const query = connection.db
    .selectFrom('tallyHalf')
    .select('counts')
    .where('office', 'in', offices)
    .where('half', '>=', halfOf(period.from))
    .where('half', '<=', halfOf(period.to))
  let total = 0
  for await (const row of scan(connection, query.compile())) total += JSON.parse(row.counts).n
  return total
}
