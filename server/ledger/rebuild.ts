import type { Connection } from '../../db/connect'
import { setStanding } from '../../db/log'
import type { Db } from '../../db/schema'
import { deleteTallies, saveTallies, tallyNames } from '../../db/tallies'
import type { Standing } from '../domain/standing'
import { compareTallies, type TallyDifference } from './compare-tallies'
import { type Entry, recount } from './recount'

/** Entries read, rows of the tallies and standings of answers that had to be corrected. */
export type Rebuilt = { entries: number; tallies: number; standings: number }

const idsPerStatement = 1000

/**
 * Derives all tallies, and the standing of every answer, again from the log and writes what differs, in one
 * transaction. Never touches the log, its peaks or snapshots; on a healthy database it writes nothing.
 * @throws when answers refer to survey versions that do not exist: nothing is written, `verify` names them
 */
export function rebuild(connection: Connection): Promise<Rebuilt> {
  return recount(connection, standingCheck, async (db, { head, tallies, visitor, uncounted }) => {
    if (uncounted > 0) throw new Error(`${uncounted} answers of unknown survey versions`)
    const differences: TallyDifference[] = []
    for await (const difference of compareTallies(connection, tallies)) differences.push(difference)
    await correctTallies(db, differences)
    const standings = await correctStandings(db, visitor.wrong)
    return { entries: head.size, tallies: differences.length, standings }
  })
}

function standingCheck() {
  const wrong = new Map<Standing, number[]>()
  const visit = ({ responseId, standing: stored }: Entry, standing: Standing | null) => {
    if (responseId === null || standing === null || standing === stored) return
    const ids = wrong.get(standing)
    if (ids) ids.push(responseId)
    else wrong.set(standing, [responseId])
  }
  return { wrong, visit }
}

async function correctTallies(db: Db, differences: TallyDifference[]): Promise<void> {
  for (const name of tallyNames) {
    const ofTable = differences.filter((difference) => difference.name === name)
    await saveTallies(
      db,
      name,
      ofTable.flatMap(({ key, expected }) => (expected === null ? [] : [{ key, counts: expected }])),
    )
    await deleteTallies(
      db,
      name,
      ofTable.flatMap(({ key, expected }) => (expected === null ? [key] : [])),
    )
  }
}

async function correctStandings(db: Db, wrong: Map<Standing, number[]>): Promise<number> {
  let count = 0
  for (const [standing, ids] of wrong) {
    for (let at = 0; at < ids.length; at += idsPerStatement)
      await setStanding(db, ids.slice(at, at + idsPerStatement), standing)
    count += ids.length
  }
  return count
}
