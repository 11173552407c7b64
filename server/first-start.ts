import { countOffices, insertOffice } from '../db/offices'
import { insertPoint, listPoints } from '../db/points'
import type { Connection } from '../db/connect'
import { seedSurveys } from '../db/seed'
import { firstOffice, firstPoint } from '../db/seed/first-office'
import { countStaff } from '../db/staff'
import { publishSurvey } from '../db/surveys'
import { inTransaction } from '../db/transaction'
import { createSetupLink } from './actions/setup-link'
import { newPointCode } from './domain/point-code'

/** What a person at the terminal needs to know: the first desk point, and the set-up link while nobody can sign in. */
export type FirstStart = { point: string | null; setupToken: string | null }

/**
 * Makes an empty database usable: one office, one desk point, the questionnaires. Safe to run at every start: each part is
 * made only when it is missing. While there is no staff account, every start gives a new set-up link and ends the old one.
 * @param random bytes for codes, at least `size` of them
 */
export async function firstStart(
  connection: Connection,
  now: Date,
  newToken: () => string,
  random: (size: number) => Uint8Array,
): Promise<FirstStart> {
  const at = now.toISOString()
  await inTransaction(connection.db, async (db) => {
    for (const definition of seedSurveys) await publishSurvey(db, definition, at)
    if ((await countOffices(db)) > 0) return
    await insertOffice(db, { ...firstOffice, createdAt: at })
    const code = newPointCode(random(8))
    await insertPoint(db, { ...firstPoint, code, officeCode: firstOffice.code, createdAt: at })
  })
  const points = await listPoints(connection.db)
  const nobody = (await countStaff(connection.db)) === 0
  const setupToken = nobody ? await createSetupLink(connection.db, now, newToken) : null
  return { point: points.find((point) => !point.closedAt)?.code ?? null, setupToken }
}
