import type { Connection } from '../../db/connect'
import { findMarkEntry, getHead, type Head, lockHead, scanEntries, scanMarks } from '../../db/log'
import type { Db } from '../../db/schema'
import { listSurveyVersions } from '../../db/surveys'
import { inTransaction } from '../../db/transaction'
import { type Standing, standingAfter } from '../domain/standing'
import { type Scales, scalesOf } from './scales'
import { type Countable, countResponse, emptyTallies, type Tallies } from './tally'

export type Entry = ReturnType<typeof scanEntries> extends AsyncGenerator<infer Row> ? Row : never
/** Looks at every entry in order; `standing` is what the log says of an answer now, null for other entries. */
export type Visit = (entry: Entry, standing: Standing | null) => void
/** `uncounted`: answers of survey versions that do not exist, which only a change from outside can make. */
export type Recounted<V> = { head: Head; tallies: Tallies; visitor: V; uncounted: number }

type State<V> = Omit<Recounted<V>, 'head'> & { size: number; standings: Map<number, Standing> }
type Versions = { scales: Scales; known: ReadonlySet<string> }

const restarts = 3
const catchUps = 20

/**
 * Reads the whole log again and counts it as the follower should have done. Reading happens without a lock while answers
 * go on arriving; `finish` runs in a transaction that holds the head of the log, with counts that belong to exactly
 * this head. It may run twice, so it makes database calls only.
 * @param newVisitor called at each beginning, because a mark on what was already read means reading again
 */
export async function recount<V extends { visit: Visit }, T>(
  connection: Connection,
  newVisitor: () => V,
  finish: (db: Db, recounted: Recounted<V>) => Promise<T>,
): Promise<T> {
  const versions = await versionsOf(connection.db)
  const begin = (): State<V> => ({
    size: 0,
    standings: new Map(),
    tallies: emptyTallies(),
    visitor: newVisitor(),
    uncounted: 0,
  })
  for (let i = 0; i < restarts; i++) {
    const done = await attempt(connection, versions, begin(), finish)
    if (done) return done.value
  }
  return locked(connection.db, async (db, head) => {
    const state = begin()
    await readOn(connection, versions, state, head.size)
    return finish(db, { head, ...state })
  })
}

async function versionsOf(db: Db): Promise<Versions> {
  const ids = (await listSurveyVersions(db)).map(({ id }) => id)
  return {
    scales: await scalesOf(
      db,
      ids.map((version) => ({ version })),
    ),
    known: new Set(ids),
  }
}

function locked<T>(db: Db, fn: (db: Db, head: Head) => Promise<T>): Promise<T> {
  return inTransaction(db, async (db) => fn(db, await lockHead(db)), 'read committed')
}

/** @returns undefined when it has to begin again */
async function attempt<V extends { visit: Visit }, T>(
  connection: Connection,
  versions: Versions,
  state: State<V>,
  finish: (db: Db, recounted: Recounted<V>) => Promise<T>,
): Promise<{ value: T } | undefined> {
  for (let i = 0; i < catchUps; i++) {
    const { size } = await getHead(connection.db)
    const unread = state.size === 0 ? size : state.size
    await readOn(connection, versions, state, size)
    // A mark on what was read before may have taken away what was counted.
    if ((await findMarkEntry(connection.db, unread)) !== undefined) return undefined
    const done = await locked(connection.db, async (db, head) =>
      head.size === state.size ? { value: await finish(db, { head, ...state }) } : undefined,
    )
    if (done) return done
  }
  return undefined
}

/** Reads and counts up to `size`. Only by `scan`, which needs no connection that a transaction may hold. */
async function readOn<V extends { visit: Visit }>(
  connection: Connection,
  { scales, known }: Versions,
  state: State<V>,
  size: number,
): Promise<void> {
  const from = state.size
  if (from === 0) state.standings = await readStandings(connection, size)
  for await (const entry of scanEntries(connection, from, size)) {
    const standing = standingOf(entry, state.standings)
    if (standing && known.has(entry.version ?? ''))
      countResponse(state.tallies, scales(entry.version ?? ''), entry as Countable, standing, 1)
    else if (standing) state.uncounted++
    state.visitor.visit(entry, standing)
  }
  state.size = size
}

function standingOf({ responseId, sentStanding }: Entry, standings: Map<number, Standing>): Standing | null {
  return responseId === null ? null : (standings.get(responseId) ?? sentStanding)
}

/** Where the marks of the first `size` entries have put the answers they speak of. */
async function readStandings(connection: Connection, size: number): Promise<Map<number, Standing>> {
  const standings = new Map<number, Standing>()
  for await (const { responseId, sentStanding, kind } of scanMarks(connection, size))
    standings.set(responseId, standingAfter(sentStanding, standings.get(responseId) ?? sentStanding, kind))
  return standings
}
