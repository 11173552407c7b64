import { type Insertable, type Selectable, sql } from 'kysely'
import { addDays, halfOf, wholeHalvesIn } from '../server/domain/period'
import { validStandings } from '../server/domain/standing'
import type { Connection } from './connect'
import { scan } from './scan'
import type { Db } from './schema'
import type { RoundOfficeTable, SurveyRoundTable } from './schema-places'

export type RoundPlace = Omit<Selectable<RoundOfficeTable>, 'roundId'>
/** A round with its offices. */
export type Round = Selectable<SurveyRoundTable> & { offices: RoundPlace[] }

export async function findRound(db: Db, id: string): Promise<Round | undefined> {
  const row = await db.selectFrom('surveyRound').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, offices: (await placesOf(db, [id])).get(id) ?? [] }
}

/** Every round, the latest first. */
export async function listRounds(db: Db): Promise<Round[]> {
  const rows = await db
    .selectFrom('surveyRound')
    .selectAll()
    .orderBy('fromOn', 'desc')
    .orderBy('createdAt', 'desc')
    .execute()
  const places = await placesOf(db)
  return rows.map((row) => ({ ...row, offices: places.get(row.id) ?? [] }))
}

async function placesOf(db: Db, ids?: string[]): Promise<Map<string, RoundPlace[]>> {
  const rows = await db
    .selectFrom('roundOffice')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('roundId', 'in', ids ?? []))
    .orderBy('officeCode')
    .execute()
  const places = new Map<string, RoundPlace[]>()
  for (const { roundId, ...place } of rows) {
    const known = places.get(roundId)
    if (known) known.push(place)
    else places.set(roundId, [place])
  }
  return places
}

/** Throws when an office does not exist. */
export async function insertRound(db: Db, row: Insertable<SurveyRoundTable>, offices: RoundPlace[]): Promise<void> {
  await db.insertInto('surveyRound').values(row).execute()
  await insertPlaces(db, row.id, offices)
}

/** Changes a round; its offices become the given ones. */
export async function updateRound(
  db: Db,
  id: string,
  change: Partial<Omit<Insertable<SurveyRoundTable>, 'id' | 'createdAt' | 'createdBy'>>,
  offices?: RoundPlace[],
): Promise<void> {
  await db.updateTable('surveyRound').set(change).where('id', '=', id).execute()
  if (!offices) return
  await db.deleteFrom('roundOffice').where('roundId', '=', id).execute()
  await insertPlaces(db, id, offices)
}

async function insertPlaces(db: Db, roundId: string, offices: RoundPlace[]): Promise<void> {
  if (offices.length === 0) return
  await db
    .insertInto('roundOffice')
    .values(offices.map((office) => ({ roundId, ...office })))
    .execute()
}

/**
 * Valid logged answers to any version of a survey by office, in a range of days; offices without answers are missing.
 * Whole half-months come from the half-monthly tallies, the days before and after from the daily ones.
 */
export async function countValidByOffice(
  connection: Connection,
  { surveyKey, from, to }: { surveyKey: string; from: string; to: string },
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const { db } = connection
  const halves = wholeHalvesIn(from, to)
  const queries = halves
    ? [
        dayRows(db, surveyKey, from, addDays(halves.from, -1)),
        halfRows(db, surveyKey, halves.from, halves.to),
        dayRows(db, surveyKey, addDays(halves.to, 1), to),
      ]
    : [dayRows(db, surveyKey, from, to)]
  for (const query of queries)
    for await (const { office, head } of scan<{ office: string; head: string }>(connection, query.compile()))
      found.set(office, (found.get(office) ?? 0) + Number(/"n":(\d+)/.exec(head)?.[1] ?? 0))
  return found
}

/** Counts begin with the number of answers; the rest is many times longer and not needed here. */
const head = sql<string>`substr(counts, 1, 24)`.as('head')

const versionsOf = (db: Db, surveyKey: string) =>
  db.selectFrom('surveyVersion').select('id').where('surveyKey', '=', surveyKey)

function halfRows(db: Db, surveyKey: string, from: string, to: string) {
  return db
    .selectFrom('tallyHalf')
    .select(['office', head])
    .where('version', 'in', versionsOf(db, surveyKey))
    .where('standing', 'in', validStandings)
    .where('half', '>=', halfOf(from))
    .where('half', '<=', halfOf(to))
}

function dayRows(db: Db, surveyKey: string, from: string, to: string) {
  return db
    .selectFrom('tallyDay')
    .innerJoin('point', 'point.code', 'tallyDay.point')
    .select(['point.officeCode as office', head])
    .where('tallyDay.version', 'in', versionsOf(db, surveyKey))
    .where('standing', 'in', validStandings)
    .where('submittedOn', '>=', from)
    .where('submittedOn', '<=', to)
}
