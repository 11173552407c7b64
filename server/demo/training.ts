import type { Connection } from '../../db/connect'
import { listOffices, updateOffice } from '../../db/offices'
import { inTransaction } from '../../db/transaction'
import { trainingWords } from '../../web/vi/training'
import { fillDemo } from './fill'

/**
 * Fills an empty database with the demonstration for the training room. The names of its offices say what they are, because
 * they stand on every poster, report and form that leaves it.
 */
export async function fillTraining(connection: Connection, now: Date, answers: number): Promise<void> {
  await fillDemo(connection, now, answers)
  await inTransaction(connection.db, async (db) => {
    for (const { code, name } of await listOffices(db))
      await updateOffice(db, code, { name: trainingWords.office(name) })
  })
}
