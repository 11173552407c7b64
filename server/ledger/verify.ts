import { scanCheckpoints } from '../../db/checkpoints'
import { type Connection, isBusy, isFull, isGone } from '../../db/connect'
import { getHead, listWaiting, scanUnlogged } from '../../db/log'
import { entryKinds } from '../../db/schema'
import { checkLog, type Seal } from './check-log'
import { figuresHash } from './checkpoint'
import { compareTallies } from './compare-tallies'
import type { Finding } from './findings'
import { catchUp } from './follow'
import { recount, type Visit } from './recount'

/** `waiting`: answers and marks that came in meanwhile, which is no finding. */
export type Verified = { entries: number; waiting: number; findings: Finding[] }

/**
 * Compares everything that is derived with what it is derived from, and everything that was logged with what stands
 * there now: numbers, leaves, peaks, tallies and the states of the log that closed periods are bound to. Takes waiting
 * rows into the log first; otherwise it changes nothing, and answers go on arriving meanwhile.
 * @param report told now and then how many of how many entries were read
 * @throws what says nothing about the data: the database is busy, full or gone
 */
export async function verify(
  connection: Connection,
  report: (done: number, total: number) => void = () => {},
): Promise<Verified> {
  const inbox = await checkInbox(connection)
  const { seals, changed } = await checkCheckpoints(connection)
  const { size } = await getHead(connection.db)
  const log = await recount(
    connection,
    () => counting(checkLog(seals), (done) => report(done, size)),
    async (_, { head, tallies, visitor }) => {
      const findings = visitor.finish(head)
      for await (const { name, key, expected, actual } of compareTallies(connection, tallies))
        findings.push({ code: 'tally-differs', table: name, key, missing: actual === null, surplus: expected === null })
      return { entries: head.size, findings }
    },
  )
  const unlogged = await checkUnlogged(connection)
  const waiting = (await listWaiting(connection.db)).length
  return { entries: log.entries, waiting, findings: [...log.findings, ...inbox, ...unlogged, ...changed] }
}

const entriesBetweenReports = 1000

function counting<V extends { visit: Visit }>(visitor: V, report: (done: number) => void): V {
  let done = 0
  const visit: Visit = (entry, standing) => {
    visitor.visit(entry, standing)
    if (++done % entriesBetweenReports === 0) report(done)
  }
  return { ...visitor, visit }
}

/** What stays in the inbox through two emptyings can never leave it. */
async function checkInbox(connection: Connection): Promise<Finding[]> {
  try {
    await catchUp(connection)
    const first = await listWaiting(connection.db)
    if (first.length === 0) return []
    await catchUp(connection)
    const ids = new Set(first.map((row) => row.id))
    const stuck = (await listWaiting(connection.db)).filter((row) => ids.has(row.id))
    return stuck.map(({ kind, ref }) => ({ code: 'stuck', kind, id: ref }))
  } catch (error) {
    if (isBusy(error) || isFull(error) || isGone(error)) throw error
    return [{ code: 'follower-failed', reason: error instanceof Error ? error.message : String(error) }]
  }
}

async function checkCheckpoints(connection: Connection): Promise<{ seals: Seal[]; changed: Finding[] }> {
  const seals: Seal[] = []
  const changed: Finding[] = []
  for await (const { id, officeCode: office, period, ...stored } of scanCheckpoints(connection)) {
    const finding = { office, period, id }
    seals.push({ size: stored.logSize, root: stored.logRoot, finding: { code: 'checkpoint-differs', ...finding } })
    if (figuresHash(stored.figures) !== stored.figuresHash) changed.push({ code: 'figures-differ', ...finding })
  }
  return { seals, changed }
}

async function checkUnlogged(connection: Connection): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const kind of entryKinds)
    for await (const { ref } of scanUnlogged(connection, kind)) findings.push({ code: 'row-unlogged', kind, id: ref })
  return findings
}
