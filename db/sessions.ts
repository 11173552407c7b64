import type { Insertable, Selectable } from 'kysely'
import type { Db } from './schema'
import type { SessionTable, StaffTable } from './schema-people'

export type SessionRow = Pick<Selectable<StaffTable>, 'id' | 'login' | 'name' | 'role' | 'officeCode' | 'totpAt'> & {
  officeName: string | null
  seenAt: string
}

/** The signed-in person of a session that has not run out at `now` (ISO instant), or undefined. */
export function findSession(db: Db, tokenHash: string, now: string): Promise<SessionRow | undefined> {
  return db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staffId')
    .leftJoin('office', 'office.code', 'staff.officeCode')
    .select(['staff.id', 'staff.login', 'staff.name', 'staff.role', 'staff.officeCode', 'staff.totpAt'])
    .select(['office.name as officeName', 'session.seenAt'])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.expiresAt', '>', now)
    .where('staff.disabledAt', 'is', null)
    .executeTakeFirst()
}

/** Adds a session and forgets those that have run out. */
export async function insertSession(db: Db, session: Insertable<SessionTable>): Promise<void> {
  await db.deleteFrom('session').where('expiresAt', '<=', session.createdAt).execute()
  await db.insertInto('session').values(session).execute()
}

/** Pushes the end of a session out. */
export async function prolongSession(db: Db, tokenHash: string, seenAt: string, expiresAt: string): Promise<void> {
  await db.updateTable('session').set({ seenAt, expiresAt }).where('tokenHash', '=', tokenHash).execute()
}

export type Session = Selectable<SessionTable>

/** The session with this hash, also one that has run out. */
export function findStoredSession(db: Db, tokenHash: string): Promise<Session | undefined> {
  return db.selectFrom('session').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
}

/** The sessions of a person that have not run out at `now`, the one seen last first. */
export function listSessions(db: Db, staffId: string, now: string): Promise<Session[]> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('staffId', '=', staffId)
    .where('expiresAt', '>', now)
    .orderBy('seenAt', 'desc')
    .orderBy('createdAt', 'desc')
    .execute()
}

/** Ends one session. */
export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute()
}

/** Ends every session of a person but one. @returns how many */
export async function deleteOtherSessions(db: Db, staffId: string, tokenHash: string): Promise<number> {
  const query = db.deleteFrom('session').where('staffId', '=', staffId).where('tokenHash', '!=', tokenHash)
  return Number((await query.executeTakeFirst()).numDeletedRows)
}

/** Ends every session of a person. @returns how many */
export async function deleteSessionsOf(db: Db, staffId: string): Promise<number> {
  const ended = await db.deleteFrom('session').where('staffId', '=', staffId).executeTakeFirst()
  return Number(ended.numDeletedRows)
}
