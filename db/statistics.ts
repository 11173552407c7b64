import type { Channel } from '../server/domain/channels'
import {
  addPairs,
  type ByStanding,
  type Counts,
  emptyPairs,
  type Pairs,
  sumCounts,
  sumPairs,
} from '../server/domain/counts'
import { firstDayOf, halfOf, isDay, isWholeHalves, monthOf } from '../server/domain/period'
import { type Standing, validStandings } from '../server/domain/standing'
import { listCriteria, type SurveyDefinition } from '../server/domain/survey'
import { mondayOf } from '../server/domain/visible'
import type { Connection } from './connect'
import { unpackPairs } from './packed-pairs'
import { scan } from './scan'
import type { Db } from './schema'

/** Which responses are counted: null is "all". Days in UTC+7, both included. A point belongs to one office for good. */
export type Scope = {
  offices: readonly string[] | null
  points: readonly string[] | null
  channels: readonly Channel[] | null
  /** `sipas-24@1`; versions are never added to each other. */
  version: string
  from: string
  to: string
}
export type AnyVersion = Omit<Scope, 'version'> & { version: string | null }

/** Counts of the responses that stand in the log, by standing; a standing without responses is missing. */
export async function countsOf(connection: Connection, scope: Scope): Promise<ByStanding<Counts>> {
  return (await countsBy(connection, scope, () => '')).get('') ?? {}
}

/** The same by month: `2026-03`, or `2026-03/14` for months that end on the 14th. Months without responses are missing. */
export function countsByMonth(connection: Connection, scope: Scope, cutoff14 = false) {
  return countsBy(connection, scope, ({ on }) => monthOf(isDay(on) ? on : firstDayOf(on), cutoff14))
}

/** By the Monday of the week, from the daily tallies. */
export function countsByWeek(connection: Connection, scope: Scope) {
  return countsBy(connection, scope, ({ on }) => mondayOf(on), 'day')
}

/** By point code; always from the daily tallies. `as`: under which code a point counts, such as the one that replaced it. */
export function countsByPoint(connection: Connection, scope: Scope, as = (code: string) => code) {
  return countsBy(connection, scope, (row) => as(row.place), 'day')
}

/** By office code, for a scope without points. Null when its days are not whole half-months: sum the points instead. */
export async function countsByOffice(connection: Connection, scope: Scope) {
  return grainOf(scope) === 'half' ? countsBy(connection, scope, (row) => row.place, 'half') : null
}

/** By office and half-month, `CODE 2026-03a`, for days that are whole half-months. */
export function countsByHalf(connection: Connection, scope: Scope) {
  return countsBy(connection, scope, (row) => `${row.place} ${row.on}`, 'half')
}

export function countsByChannel(connection: Connection, scope: Scope) {
  return countsBy(connection, scope, (row) => row.channel)
}

/** Versions with valid responses in a scope and how many, most first. */
export async function versionsIn(
  connection: Connection,
  scope: Omit<Scope, 'version'>,
): Promise<{ version: string; n: number }[]> {
  const found = await countsBy(connection, { ...scope, version: null }, (row) => row.version)
  const valid = (by: ByStanding<Counts>) => validStandings.reduce((sum, standing) => sum + (by[standing]?.n ?? 0), 0)
  const all = [...found].map(([version, by]) => ({ version, n: valid(by) }))
  return all.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n || (a.version < b.version ? -1 : 1))
}

/**
 * Co-occurrence counts of the valid responses, by standing: from the tallies for offices by half-months,
 * else by reading every answer of the scope (about 1 µs each).
 */
export async function pairsOf(
  connection: Connection,
  definition: SurveyDefinition,
  scope: Scope,
): Promise<ByStanding<Pairs>> {
  if (isEmpty(scope)) return {}
  return grainOf(scope) === 'half' ? talliedPairs(connection, scope) : scannedPairs(connection, definition, scope)
}

type Grain = 'half' | 'day'
/** `place` is a point in daily rows and an office in half-monthly ones; `on` is the day or the half-month. */
type TallyRow = { place: string; version: string; channel: Channel; standing: Standing; on: string; counts: string }

function grainOf(scope: AnyVersion): Grain {
  return scope.points === null && isWholeHalves(scope.from, scope.to) ? 'half' : 'day'
}

/** An empty list is nowhere; PostgreSQL has no `in ()`. */
function isEmpty(scope: AnyVersion): boolean {
  return [scope.offices, scope.points, scope.channels].some((list) => list?.length === 0) || scope.from > scope.to
}

async function countsBy(
  connection: Connection,
  scope: AnyVersion,
  key: (row: TallyRow) => string,
  grain: Grain = grainOf(scope),
): Promise<Map<string, ByStanding<Counts>>> {
  const groups = new Map<string, ByStanding<Counts>>()
  if (isEmpty(scope)) return groups
  const query = grain === 'half' ? halfRows(connection.db, 'tallyHalf', scope) : dayRows(connection.db, scope)
  for await (const row of scan<TallyRow>(connection, query.compile())) {
    const name = key(row)
    const group = groups.get(name) ?? {}
    groups.set(name, group)
    addTo(group, row.standing, JSON.parse(row.counts), sumCounts)
  }
  return groups
}

function addTo<T>(group: ByStanding<T>, standing: Standing, part: T, sum: (into: T, other: T) => T): void {
  const known = group[standing]
  group[standing] = known ? sum(known, part) : part
}

function halfRows(db: Db, table: 'tallyHalf' | 'tallyPair', { offices, channels, version, from, to }: AnyVersion) {
  return db
    .selectFrom(table)
    .select(['office as place', 'version', 'channel', 'standing', 'half as on', 'counts'])
    .where('half', '>=', halfOf(from))
    .where('half', '<=', halfOf(to))
    .$if(version !== null, (query) => query.where('version', '=', version ?? ''))
    .$if(offices !== null, (query) => query.where('office', 'in', offices ?? []))
    .$if(channels !== null, (query) => query.where('channel', 'in', channels ?? []))
}

function dayRows(db: Db, { offices, points, channels, version, from, to }: AnyVersion) {
  return db
    .selectFrom('tallyDay')
    .select(['point as place', 'version', 'channel', 'standing', 'submittedOn as on', 'counts'])
    .where('submittedOn', '>=', from)
    .where('submittedOn', '<=', to)
    .$if(version !== null, (query) => query.where('version', '=', version ?? ''))
    .$if(points !== null, (query) => query.where('point', 'in', points ?? []))
    .$if(channels !== null, (query) => query.where('channel', 'in', channels ?? []))
    .$if(offices !== null, (query) => query.where('point', 'in', pointsOf(db, offices ?? [])))
}

function pointsOf(db: Db, offices: readonly string[]) {
  return db.selectFrom('point').select('code').where('officeCode', 'in', offices)
}

async function talliedPairs(connection: Connection, scope: Scope): Promise<ByStanding<Pairs>> {
  const group: ByStanding<Pairs> = {}
  const query = halfRows(connection.db, 'tallyPair', scope).where('standing', 'in', validStandings)
  for await (const row of scan<TallyRow>(connection, query.compile()))
    addTo(group, row.standing, unpackPairs(row.counts), sumPairs)
  return group
}

async function scannedPairs(connection: Connection, definition: SurveyDefinition, scope: Scope) {
  const group: ByStanding<Pairs> = {}
  const criteria = listCriteria(definition).length
  const satisfied = definition.scale.map((level) => level.satisfied)
  for await (const { standing, answers } of scan(connection, answersOf(connection.db, scope).compile())) {
    const pairs = group[standing] ?? emptyPairs(criteria)
    group[standing] = pairs
    if (answers !== null) addPairs(pairs, answers, satisfied)
  }
  return group
}

/** What waits for the log is in no tally yet, so that it is in no pair either. */
function answersOf(db: Db, { offices, points, channels, version, from, to }: Scope) {
  return db
    .selectFrom('response')
    .select(['standing', 'answers'])
    .where('version', '=', version)
    .where('submittedOn', '>=', from)
    .where('submittedOn', '<=', to)
    .where('standing', 'in', validStandings)
    .where('id', 'not in', db.selectFrom('logInbox').select('ref').where('kind', '=', 'response'))
    .$if(offices !== null, (query) => query.where('office', 'in', offices ?? []))
    .$if(channels !== null, (query) => query.where('channel', 'in', channels ?? []))
    .$if(points !== null, (query) =>
      query.where('point', 'in', points ?? []).where('office', 'in', officesOf(db, points ?? [])),
    )
}

/** Lets the index by office find the answers of a few points. */
function officesOf(db: Db, points: readonly string[]) {
  return db.selectFrom('point').select('officeCode').where('code', 'in', points)
}
