import { sql } from 'kysely'
import type { PostgresConnection } from './connect'

/**
 * Fills an empty schema `public` in the place of the one that is there: that one steps aside, and comes back when `fill`
 * throws or answers `ok: false`. Others that use the database meanwhile find no tables.
 */
export async function replacePublic<T extends { ok: boolean }>(
  { db }: PostgresConnection,
  fill: () => Promise<T>,
): Promise<T> {
  const aside = sql.raw(`public_before_restore_${process.pid}`)
  await db.transaction().execute(async (transaction) => {
    await sql`alter schema public rename to ${aside}`.execute(transaction)
    await sql`create schema public`.execute(transaction)
  })
  let filled = false
  try {
    const answer = await fill()
    filled = answer.ok
    return answer
  } finally {
    await db.transaction().execute(async (transaction) => {
      await sql`drop schema ${filled ? aside : sql.raw('public')} cascade`.execute(transaction)
      if (!filled) await sql`alter schema ${aside} rename to public`.execute(transaction)
    })
  }
}
