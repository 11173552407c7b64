import type { Connection } from '../db/connect'
import { insertOffice, listRootOffices } from '../db/offices'
import { insertPoint, listPoints } from '../db/points'
import type { Db } from '../db/schema'
import { seedSurveys } from '../db/seed'
import { seedCalendar } from '../db/seed/calendar'
import { seedTemplates } from '../db/seed/case-templates'
import { firstOffice, firstPoint } from '../db/seed/first-office'
import { countStaff } from '../db/staff'
import { insertSurveyVersion } from '../db/surveys'
import { inTransaction } from '../db/transaction'
import { createSetupLink } from './actions/setup-link'
import { newPointCode } from './domain/point-code'

/** What a person at the terminal needs to know: the first desk point, and the set-up link while nobody can sign in. */
export type FirstStart = { point: string | null; setupToken: string | null }

/**
 * What to tell once the server listens. While there is no staff account, every start gives a new set-up link and ends the
 * old one.
 */
export async function firstStart({ db }: Connection, now: Date, newToken: () => string): Promise<FirstStart> {
  const points = await listPoints(db)
  const setupToken = (await countStaff(db)) === 0 ? await createSetupLink(db, now, newToken) : null
  return { point: points.find((point) => !point.closedAt)?.code ?? null, setupToken }
}

/**
 * Makes an empty database usable: questionnaires, calendar, one office, one desk point. Safe at every start and before every
 * command: each part is made only when it is missing.
 * @param random gives as many random bytes as asked
 */
export function fillEmpty(connection: Connection, now: Date, random: (size: number) => Uint8Array): Promise<void> {
  const createdAt = now.toISOString()
  return inTransaction(connection.db, async (db) => {
    await publishSeeds(db, createdAt)
    if ((await listRootOffices(db)).length > 0) return
    await insertOffice(db, { ...firstOffice, createdAt })
    const code = newPointCode(random(4))
    await insertPoint(db, { ...firstPoint, code, officeCode: firstOffice.code, createdAt })
  })
}

/** Publishes what is shipped: questionnaires, calendar, deadlines, templates; what was there before stays as it is. */
export async function publishSeeds(db: Db, at: string): Promise<void> {
  for (const definition of seedSurveys) await insertSurveyVersion(db, definition, at)
  await seedCalendar(db, at)
  await seedTemplates(db, at)
}
