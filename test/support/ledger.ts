import type { Connection } from '../../db/connect'
import { insertOffice } from '../../db/offices'
import { insertPoint } from '../../db/points'
import { insertMark, type NewResponse, responseWriter } from '../../db/responses'
import type { Db } from '../../db/schema'
import { sipas24 } from '../../db/seed/sipas-24'
import { insertSurveyVersion } from '../../db/surveys'
import { scanTallies, type TallyName, tallyNames } from '../../db/tallies'
import { channels } from '../../server/domain/channels'
import type { MarkKind } from '../../server/domain/standing'
import type { Engine } from './database'
import { newResponse } from './responses'

const createdAt = '2026-01-01T00:00:00.000Z'
const criteria = 24

/** A fresh database with two offices, three points and the 24 criteria. */
export async function openLedger(engine: Engine): Promise<Connection> {
  const connection = await engine.open()
  await insertLedgerPlaces(connection.db)
  return connection
}

export async function insertLedgerPlaces(db: Db): Promise<void> {
  const office = { address: null, phone: null, createdAt }
  await insertOffice(db, { ...office, code: 'CQ', name: 'UBND tỉnh', parentCode: null })
  await insertOffice(db, { ...office, code: 'CQ-1', name: 'UBND phường', parentCode: 'CQ' })
  const point = { surveyKey: 'sipas-24', closedAt: null, createdAt }
  await insertPoint(db, { ...point, code: '7F3K', officeCode: 'CQ', name: 'Quầy 1' })
  await insertPoint(db, { ...point, code: '8G4M', officeCode: 'CQ', name: 'Quầy 2' })
  await insertPoint(db, { ...point, code: '9H5N', officeCode: 'CQ-1', name: 'Quầy 1' })
  await insertSurveyVersion(db, sipas24, createdAt)
}

const points = [
  ['CQ', '7F3K'],
  ['CQ', '8G4M'],
  ['CQ-1', '9H5N'],
] as const

/** Answer number `i` of a plausible stream: the same `i` gives the same content. */
export function answerOf(i: number, given: Partial<NewResponse> = {}): NewResponse {
  const draw = (salt: number, of: number) => (Math.imul(i * 31 + salt, 2654435761) >>> 8) % of
  const [office, point] = points[draw(1, points.length)] ?? points[0]
  const letters = Array.from({ length: criteria }, (_, k) => '12344555n-.'.charAt(draw(k + 2, 11)))
  const day = `2026-03-${String(1 + draw(40, 28)).padStart(2, '0')}`
  return newResponse({
    office,
    point,
    version: 'sipas-24@1',
    channel: channels[draw(41, channels.length)] ?? 'phone',
    field: ['', 'Đất đai'][draw(42, 2)] ?? '',
    submittedOn: day,
    submittedAt: `${day}T02:00:00.000Z`,
    answers: letters.join(''),
    answersSalt: Buffer.alloc(16, i),
    restSalt: Buffer.alloc(16, i + 1),
    ...given,
  })
}

/** Keeps rows and gives their ids. */
export async function keep(connection: Connection, rows: NewResponse[]): Promise<number[]> {
  const outcomes = await responseWriter(connection)(rows)
  return outcomes.map((outcome) => {
    if (outcome instanceof Error) throw outcome
    return outcome.id
  })
}

export function mark(db: Db, responseId: number, kind: MarkKind): Promise<number> {
  const when = { markedOn: '2026-03-20', markedAt: '2026-03-20T02:00:00.000Z' }
  return insertMark(db, { responseId, kind, reason: 'thu', by: null, ...when })
}

export function listEntries(db: Db) {
  return db.selectFrom('logEntry').selectAll().orderBy('no').execute()
}

/** All tallies as sorted lines, to compare one state with another. */
export async function tallyLines(connection: Connection): Promise<string[]> {
  const lines: string[] = []
  for (const name of tallyNames as TallyName[])
    for await (const { key, counts } of scanTallies(connection, name)) lines.push([name, ...key, counts].join(' '))
  return lines.sort()
}
