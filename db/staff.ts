import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db } from './schema'
import type { StaffTable } from './schema-people'

export type Staff = Selectable<StaffTable>

/** The active person with this login (compared in lower case), or undefined. */
export function findActiveStaff(db: Db, login: string): Promise<Staff | undefined> {
  return db
    .selectFrom('staff')
    .selectAll()
    .where('login', '=', login.toLowerCase())
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
}

/** The person with this login, also one who was locked, or undefined. */
export function findStaffByLogin(db: Db, login: string): Promise<Staff | undefined> {
  return db.selectFrom('staff').selectAll().where('login', '=', login.toLowerCase()).executeTakeFirst()
}

/** The person with this id, or undefined. */
export function findStaff(db: Db, id: string): Promise<Staff | undefined> {
  return db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The active people with this login or mail address (compared in lower case); few, by login. */
export function findForgotten(db: Db, loginOrEmail: string, limit: number): Promise<Staff[]> {
  const text = loginOrEmail.toLowerCase()
  return db
    .selectFrom('staff')
    .selectAll()
    .where((e) => e.or([e('login', '=', text), e('email', '=', text)]))
    .where('disabledAt', 'is', null)
    .orderBy('login')
    .limit(limit)
    .execute()
}

/** Everybody in these offices, locked people included; null: everybody there is. In no order. */
export function listStaff(db: Db, offices: readonly string[] | null): Promise<Staff[]> {
  const query = db.selectFrom('staff').selectAll()
  if (offices === null) return query.execute()
  return offices.length === 0 ? Promise.resolve([]) : query.where('officeCode', 'in', offices).execute()
}

/** How many active administrators see everything and have a password, apart from one person. */
export async function countOtherAdministrators(db: Db, exceptId: string): Promise<number> {
  const row = await db
    .selectFrom('staff')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('officeCode', 'is', null)
    .where('disabledAt', 'is', null)
    .where('passwordHash', '!=', '')
    .where('id', '!=', exceptId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How many accounts there are, the disabled ones included. */
export async function countStaff(db: Db): Promise<number> {
  const row = await db
    .selectFrom('staff')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Adds an account; false when the login is taken. Logins are stored in lower case. */
export async function insertStaff(db: Db, staff: Insertable<StaffTable>): Promise<boolean> {
  const added = await db
    .insertInto('staff')
    .values({ ...staff, login: staff.login.toLowerCase() })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
}

/** Changes an account. */
export async function updateStaff(db: Db, id: string, change: Updateable<StaffTable>): Promise<void> {
  await db.updateTable('staff').set(change).where('id', '=', id).execute()
}

/** Names by id, for pages that say who did something. */
export async function staffNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'name']).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Remembers the time step of a code, so that it works once; false when this step or a later one was used. */
export async function takeTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const taken = await db
    .updateTable('staff')
    .set({ totpStep: step })
    .where('id', '=', id)
    .where('totpStep', '<', step)
    .executeTakeFirst()
  return Number(taken.numUpdatedRows) === 1
}
