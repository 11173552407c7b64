import type { Connection } from '../../db/connect'
import { demoPeople } from '../../db/seed/demo'
import { insertStaff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { roles } from '../domain/permissions'
import { newId } from '../random'
import { hashPassword } from '../store/passwords'
import { demoAccount, demoLogin } from './account'

/** Gives the demonstration one account for each role, all with its one password. */
export async function insertDemoPeople(connection: Connection, now: Date): Promise<void> {
  const passwordHash = await hashPassword(demoAccount.password)
  const createdAt = now.toISOString()
  await inTransaction(connection.db, async (db) => {
    for (const role of roles) {
      const person = { id: newId(), login: demoLogin(role), role, ...demoPeople[role] }
      await insertStaff(db, { ...person, passwordHash, createdAt, disabledAt: null })
    }
  })
}
