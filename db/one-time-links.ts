import type { Insertable, Selectable } from 'kysely'
import type { Db, OneTimeLinkTable } from './schema'

export type OneTimeLink = Selectable<OneTimeLinkTable>

/** Adds a link; earlier unused ones of the same purpose stop working. */
export async function replaceLink(db: Db, link: Insertable<OneTimeLinkTable>): Promise<void> {
  await db.deleteFrom('oneTimeLink').where('purpose', '=', link.purpose).where('used', '=', 0).execute()
  await db.insertInto('oneTimeLink').values(link).execute()
}

/** The link with this token, unless it was used or is older than allowed. `now`: ISO instant. */
export function findUsableLink(db: Db, tokenHash: string, now: string): Promise<OneTimeLink | undefined> {
  return db
    .selectFrom('oneTimeLink')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('used', '=', 0)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Uses a link up; false when somebody else was first or it has expired. */
export async function takeLink(db: Db, tokenHash: string, now: string): Promise<boolean> {
  const taken = await db
    .updateTable('oneTimeLink')
    .set({ used: 1 })
    .where('tokenHash', '=', tokenHash)
    .where('used', '=', 0)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return Number(taken.numUpdatedRows) === 1
}
