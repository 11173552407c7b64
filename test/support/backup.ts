import { connect, type Place } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { openKeys } from '../../server/store/keys'
import { answerOf, insertLedgerPlaces, keep } from './ledger'

/** An installation with so many answers; gives the id of the first. */
export async function fillPlace(place: Required<Place>, answers: number): Promise<number> {
  const connection = await connect(place)
  await migrate(connection)
  await insertLedgerPlaces(connection.db)
  await openKeys(place.dataDir)
  const ids = await keep(
    connection,
    Array.from({ length: answers }, (_, i) => answerOf(i)),
  )
  await connection.close()
  return ids[0] ?? 0
}

/** The client ids of all answers at a place. */
export async function clientIds(place: Required<Place>): Promise<string[]> {
  const connection = await connect(place)
  const rows = await connection.db.selectFrom('response').select('clientId').execute()
  await connection.close()
  return rows.map(({ clientId }) => clientId ?? '')
}
