import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db } from './schema'
import type { BackupRunTable } from './schema-people'

export type BackupRun = Selectable<BackupRunTable>

/** Writes down that a backup was begun; gives its id. */
export async function insertBackupRun(db: Db, run: Omit<Insertable<BackupRunTable>, 'id'>): Promise<number> {
  const row = await db.insertInto('backupRun').values(run).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function updateBackupRun(db: Db, id: number, change: Updateable<BackupRunTable>): Promise<void> {
  await db.updateTable('backupRun').set(change).where('id', '=', id).execute()
}

/** The last backup that was begun and has ended, good or not. */
export function findLastRun(db: Db): Promise<BackupRun | undefined> {
  const query = db.selectFrom('backupRun').selectAll().where('finishedAt', 'is not', null)
  return query.orderBy('id', 'desc').limit(1).executeTakeFirst()
}
