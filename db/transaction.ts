import { setTimeout as sleep } from 'node:timers/promises'
import type { IsolationLevel } from 'kysely'
import { isBusy } from './failures'
import type { Db } from './schema'

const patience = 5000

/**
 * The only way to write. Runs `fn` in one transaction and answers what it answers; whatever `fn` throws undoes
 * everything and is thrown on. Inside a transaction it simply goes on in that one.
 *
 * `fn` may run twice (another writer holds the lock, or a conflict of serializable transactions), so it makes database
 * calls only; effects come after it. Gives up after five seconds with the engine's busy error (`isBusy`).
 */
export async function inTransaction<T>(
  db: Db,
  fn: (db: Db) => Promise<T>,
  isolation: Extract<IsolationLevel, 'serializable' | 'read committed'> = 'serializable',
): Promise<T> {
  if (db.isTransaction) return fn(db)
  const end = performance.now() + patience
  for (;;) {
    try {
      return await db.transaction().setIsolationLevel(isolation).execute(fn)
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error
      // The connection is free between the tries, so that reads go on.
      await sleep(10 + 30 * Math.random())
    }
  }
}
