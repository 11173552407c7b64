import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, PeriodSnapshotTable, PeriodState } from './schema'

export type Snapshot = Selectable<PeriodSnapshotTable>
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

/** The snapshot that holds now for an office and a period; reopened ones do not. */
export function findCurrentSnapshot(db: Db, officeCode: string, period: string): Promise<Snapshot | undefined> {
  return db
    .selectFrom('periodSnapshot')
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('period', '=', period)
    .where('state', '!=', 'reopened')
    .executeTakeFirst()
}

export function findSnapshot(db: Db, id: string): Promise<Snapshot | undefined> {
  return db.selectFrom('periodSnapshot').selectAll().where('id', '=', id).executeTakeFirst()
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
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('period', '=', period)
    .where('state', '=', 'published')
    .executeTakeFirst()
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
