import { type Selectable, sql } from 'kysely'
import type { Connection } from './connect'
import { scanBatches } from './scan'
import type { Db, ResponseTable } from './schema'
import type { AnyVersion } from './statistics'

const exported = [
  'response.office',
  'response.point',
  'response.version',
  'response.channel',
  'response.field',
  'response.submittedOn',
  'response.answers',
  'response.traits',
  'response.extras',
  'response.comment',
  'response.standing',
  'response.flags',
  'response.lang',
] as const
type Exported = 'office' | 'point' | 'version' | 'channel' | 'field' | 'submittedOn' | 'answers' | 'traits' | 'extras'
/** What an export may know of a response: no id, no time of day, nothing that tells who it was. */
export type ExportedResponse = Pick<Selectable<ResponseTable>, Exported | 'comment' | 'standing' | 'flags' | 'lang'>

/** Ids that one read covers: short reads keep SQLite's write-ahead log from growing. */
const idsPerRead = 50_000

/**
 * The logged responses of a scope, withdrawn ones included (their answers are null). Within each read of 50,000 ids the
 * order is that of the leaf hashes, so that a row's place does not tell when it came. In batches.
 */
export async function* scanResponses(connection: Connection, scope: AnyVersion): AsyncGenerator<ExportedResponse[]> {
  if (scope.offices?.length === 0 || scope.points?.length === 0 || scope.channels?.length === 0) return
  const end = await lastId(connection.db)
  for (let after = 0; after < end; after += idsPerRead)
    yield* scanBatches<ExportedResponse>(connection, pageOf(connection.db, scope, after).compile())
}

function pageOf(db: Db, { offices, points, channels, version, from, to }: AnyVersion, after: number) {
  return db
    .selectFrom('response')
    .innerJoin('logEntry', (on) => on.onRef('logEntry.ref', '=', 'response.id').on('logEntry.kind', '=', 'response'))
    .select(exported)
    .where('response.id', '>', after)
    .where('response.id', '<=', after + idsPerRead)
    .where('submittedOn', '>=', from)
    .where('submittedOn', '<=', to)
    .$if(version !== null, (query) => query.where('version', '=', version ?? ''))
    .$if(offices !== null, (query) => query.where('office', 'in', offices ?? []))
    .$if(points !== null, (query) => query.where('point', 'in', points ?? []))
    .$if(channels !== null, (query) => query.where('channel', 'in', channels ?? []))
    .orderBy('logEntry.leaf')
}

async function lastId(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(id) as last from response`.execute(db)
  return rows[0]?.last ?? 0
}
