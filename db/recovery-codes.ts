import type { Db } from './schema'

/** Puts new codes in the place of a person's old ones; an empty list takes them all away. */
export async function replaceRecoveryCodes(db: Db, staffId: string, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('recoveryCode').where('staffId', '=', staffId).execute()
  if (hashes.length === 0) return
  const rows = hashes.map((codeHash) => ({ staffId, codeHash, usedAt: null }))
  await db.insertInto('recoveryCode').values(rows).execute()
}

/** Uses a code up; false when it is none of the person's, or was used before. */
export async function takeRecoveryCode(db: Db, staffId: string, codeHash: string, usedAt: string): Promise<boolean> {
  const taken = await db
    .updateTable('recoveryCode')
    .set({ usedAt })
    .where('staffId', '=', staffId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return Number(taken.numUpdatedRows) === 1
}

/** How many codes a person has left. */
export async function countRecoveryCodes(db: Db, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('recoveryCode')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('staffId', '=', staffId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
