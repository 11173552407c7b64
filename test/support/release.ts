import { sql } from 'kysely'
import { type Connection, connect, type Place } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { listRootOffices } from '../../db/offices'
import { importResponses, insertMark } from '../../db/responses'
import { insertStaff } from '../../db/staff'
import { versionsInPeriod } from '../../server/actions/period-figures'
import { closePeriod } from '../../server/actions/periods'
import { fillDemo } from '../../server/demo/fill'
import { parsePeriod } from '../../server/domain/period'
import { catchUp } from '../../server/ledger/follow'
import { openKeys } from '../../server/store/keys'
import { hailong } from './command'
import { answerOf } from './ledger'

const now = new Date('2026-03-10T02:00:00Z')

/** A small office as a release would leave it: published and closed periods, imported, doubtful and withdrawn answers. */
export async function fillRelease(place: Required<Place>): Promise<void> {
  const connection = await connect(place)
  await migrate(connection)
  await openKeys(place.dataDir)
  await fillDemo(connection, now, 60)
  const point = { office: 'TTHCC', point: 'TC21', version: 'sipas-24@1', field: '' }
  await importResponses(
    connection,
    [1, 2, 3, 4, 5, 6].map((i) => answerOf(i, { ...point, flags: 'imported', clientId: `imported-${i}` })),
  )
  await catchUp(connection)
  await markSome(connection)
  await closeLastMonth(connection)
  const person = { name: 'Trần Văn Bình', role: 'intake', officeCode: 'TTHCC', passwordHash: '-' }
  await insertStaff(connection.db, {
    ...person,
    id: 'binh',
    login: 'binh.tv',
    createdAt: now.toISOString(),
    disabledAt: null,
  })
  await connection.close()
}

async function markSome(connection: Connection): Promise<void> {
  const rows = await connection.db.selectFrom('response').select('id').orderBy('id').limit(3).execute()
  const when = { markedOn: '2026-03-09', markedAt: now.toISOString(), by: null }
  for (const [i, { id }] of rows.entries())
    await insertMark(connection.db, { responseId: id, kind: i < 2 ? 'withdraw' : 'doubt', reason: 'thu', ...when })
  await catchUp(connection)
}

async function closeLastMonth(connection: Connection): Promise<void> {
  const [office] = await listRootOffices(connection.db)
  const period = parsePeriod('2026-02')
  const staff = await connection.db.selectFrom('staff').selectAll().executeTakeFirstOrThrow()
  if (!office || !period) throw new Error('no office')
  const scope = { office, period }
  const signedIn = { ...staff, role: 'administrator' as const, officeName: office.name }
  const versions = (await versionsInPeriod(connection, scope)).map(({ version }) => version)
  const context = { connection, now: () => now, newId: () => 'closed-2026-02', staff: signedIn }
  const closed = await closePeriod(context, scope, versions)
  if (!closed.ok) throw new Error(closed.error)
}

/** What must be the same after every later upgrade. */
export type ReleaseFacts = {
  schema: string
  rows: Record<string, number>
  targets: Record<string, unknown>[]
  satisfaction: Record<string, unknown>[]
  quarter: Record<string, unknown>[]
  points: Record<string, unknown>[]
}

/** Counts, targets and reports as they are now. */
export async function readFacts(place: Required<Place>): Promise<ReleaseFacts> {
  const connection = await connect(place)
  const tables = (await connection.db.introspection.getTables()).filter(({ schema }) => !schema || schema === 'public')
  const rows: Record<string, number> = {}
  for (const { name } of tables) {
    const counted = await sql<{ n: number }>`select count(*) as n from ${sql.ref(name)}`.execute(connection.db)
    rows[name] = Number(counted.rows[0]?.n)
  }
  const migrations = await sql<{ name: string }>`select name from kysely_migration order by name desc`.execute(
    connection.db,
  )
  const targets = await sql<Record<string, unknown>>`select * from target order by office_code, year`.execute(
    connection.db,
  )
  await connection.close()
  const days = ['--from', '2025-03-01', '--to', '2026-03-31']
  return {
    schema: migrations.rows[0]?.name ?? '',
    rows,
    targets: targets.rows,
    satisfaction: await report(place, 'satisfaction', ...days),
    quarter: await report(place, 'satisfaction', '--period', '2025-Q4'),
    points: await report(place, 'points', ...days),
  }
}

async function report(place: Required<Place>, ...words: string[]): Promise<Record<string, unknown>[]> {
  const { code, out, said } = await hailong(place, 'report', ...words, '--format', 'json')
  if (code !== 0) throw new Error(said)
  return JSON.parse(out.toString()).rows
}
