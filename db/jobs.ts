import type { Selectable } from 'kysely'
import type { Db } from './schema'
import type { JobTable } from './schema-people'

export type Job = Selectable<JobTable>
type Lease = { name: string; holder: string; now: string; until: string }

/** Takes the right to do a job until a moment; false while somebody else has it. Instants are ISO UTC. */
export async function takeLease(db: Db, { name, holder, now, until }: Lease): Promise<boolean> {
  const begun = { holder, until, startedAt: now, finishedAt: null, ok: 0, detail: '' }
  const taken = await db
    .insertInto('job')
    .values({ name, ...begun })
    .onConflict((on) => on.column('name').doUpdateSet(begun).where('job.until', '<=', now))
    .executeTakeFirst()
  return Number(taken.numInsertedOrUpdatedRows ?? 0) === 1
}

/** Keeps a lease longer; false when it was lost. */
export async function prolongLease(db: Db, name: string, holder: string, until: string): Promise<boolean> {
  const kept = await db
    .updateTable('job')
    .set({ until })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .executeTakeFirst()
  return Number(kept.numUpdatedRows) === 1
}

/** Gives a lease back and writes down how the job ended. */
export async function endLease(
  db: Db,
  { name, holder, now }: Omit<Lease, 'until'>,
  { ok, detail }: { ok: boolean; detail: string },
): Promise<void> {
  await db
    .updateTable('job')
    .set({ until: now, finishedAt: now, ok: ok ? 1 : 0, detail })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute()
}

/** The last time a job was begun, and how it ended. */
export function findJob(db: Db, name: string): Promise<Job | undefined> {
  return db.selectFrom('job').selectAll().where('name', '=', name).executeTakeFirst()
}
