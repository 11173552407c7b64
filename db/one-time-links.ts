import type { Insertable, Selectable } from 'kysely'
import type { Db } from './schema'
import type { OneTimeLinkTable } from './schema-people'

/** What a link is for: the first administrator; a person an administrator let in; a password forgotten, by mail. */
export type LinkPurpose = 'administrator' | 'invitation' | 'password'
export type OneTimeLink = Selectable<OneTimeLinkTable>
type NewLink = Insertable<OneTimeLinkTable> & { purpose: LinkPurpose }

/** Adds a link; earlier unused ones of the same purpose and person stop working. */
export async function replaceLink(db: Db, link: NewLink): Promise<void> {
  const { purpose, staffId = null } = link
  await db
    .deleteFrom('oneTimeLink')
    .where('purpose', '=', purpose)
    .where('staffId', staffId === null ? 'is' : '=', staffId)
    .where('used', '=', 0)
    .execute()
  await db.insertInto('oneTimeLink').values(link).execute()
}

/** The link with this token and one of these purposes, unless it was used or has run out. `now`: ISO instant. */
export function findUsableLink(
  db: Db,
  tokenHash: string,
  now: string,
  purposes: readonly LinkPurpose[],
): Promise<OneTimeLink | undefined> {
  return db
    .selectFrom('oneTimeLink')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('purpose', 'in', purposes)
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

/** Ends every link of a person that was not used. */
export async function dropLinksOf(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('oneTimeLink').where('staffId', '=', staffId).where('used', '=', 0).execute()
}
