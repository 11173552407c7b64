import {
  deleteWaiting,
  insertEntries,
  listWaitingMarks,
  listWaitingResponses,
  lockHead,
  saveHead,
  setStanding,
  type WaitingMark,
} from '../../db/log'
import type { Db, EntryKind } from '../../db/schema'
import { appendLeaf } from '../domain/merkle'
import { type Standing, standingAfter } from '../domain/standing'
import { addTallies } from './add-tallies'
import { packPeaks, unpackPeaks } from './checkpoint'
import { eraseResponse } from './erase'
import { lineLeaf, markLine, responseLine, sha256 } from './leaf'
import { type Scales, scalesOf } from './scales'
import { countResponse, emptyTallies, type Tallies } from './tally'

type Tree = { size: number; peaks: Uint8Array[] }
type Waiting = { inboxId: number; ref: number }

/**
 * One step of the follower, inside a transaction: gives up to `limit` waiting rows their number and leaf, counts them and
 * empties their place in the inbox. Answers go before marks, each by leaf hash, so that numbers tell less about arrival.
 * @returns the number of entries written
 */
export async function takeStep(db: Db, limit: number): Promise<number> {
  const { size, peaks } = await lockHead(db)
  const tree = { size, peaks: unpackPeaks(peaks, size) }
  const tallies = emptyTallies()
  const answers = await takeResponses(db, tree, tallies, limit)
  const marks = await takeMarks(db, tree, tallies, limit - answers)
  if (answers + marks === 0) return 0
  await saveHead(db, { size: tree.size, peaks: packPeaks(tree.peaks) })
  await addTallies(db, tallies)
  return answers + marks
}

async function takeResponses(db: Db, tree: Tree, tallies: Tallies, limit: number): Promise<number> {
  const waiting = await listWaitingResponses(db, limit)
  const rows = await append(db, tree, 'response', waiting, responseLine)
  const scales = await scalesOf(db, rows)
  for (const row of rows) countResponse(tallies, scales(row.version), row, row.sentStanding, 1)
  return rows.length
}

/** Takes one mark of a response at a time: marks on the same response keep the order in which they were made. */
async function takeMarks(db: Db, tree: Tree, tallies: Tallies, limit: number): Promise<number> {
  if (limit === 0) return 0
  const waiting = onePer(await listWaitingMarks(db, limit), (row) => row.responseId)
  const rows = await append(db, tree, 'mark', waiting, (row) => markLine(row, row.responseNo))
  await moveResponses(db, rows, tallies, await scalesOf(db, rows))
  for (const row of rows) if (row.kind === 'withdraw') await eraseResponse(db, row)
  return rows.length
}

/** Writes the entries of all rows that have a line, and returns these rows; a damaged one stays where `verify` finds it. */
async function append<T extends Waiting>(
  db: Db,
  tree: Tree,
  kind: EntryKind,
  waiting: T[],
  toLine: (row: T) => string | null,
): Promise<T[]> {
  const leaves = waiting.flatMap((row) => {
    const line = toLine(row)
    return line === null ? [] : [{ row, leaf: lineLeaf(line) }]
  })
  leaves.sort((a, b) => a.leaf.compare(b.leaf))
  const entries = leaves.map(({ row, leaf }, i) => ({ no: tree.size + i, kind, ref: row.ref, leaf }))
  for (const { leaf } of leaves) {
    tree.peaks = appendLeaf(sha256, tree.peaks, tree.size, leaf)
    tree.size++
  }
  await insertEntries(db, entries)
  const rows = leaves.map(({ row }) => row)
  await deleteWaiting(
    db,
    rows.map((row) => row.inboxId),
  )
  return rows
}

async function moveResponses(db: Db, rows: WaitingMark[], tallies: Tallies, scales: Scales): Promise<void> {
  const moved = new Map<Standing, number[]>()
  for (const row of rows) {
    const to = standingAfter(row.sentStanding, row.standing, row.kind)
    if (to === row.standing) continue
    countResponse(tallies, scales(row.version), row, row.standing, -1)
    countResponse(tallies, scales(row.version), row, to, 1)
    moved.set(to, [...(moved.get(to) ?? []), row.responseId])
  }
  for (const [standing, ids] of moved) await setStanding(db, ids, standing)
}

/** The first row of each; the others wait for the next step. */
function onePer<T>(rows: T[], of: (row: T) => number): T[] {
  const seen = new Set<number>()
  return rows.filter((row) => !seen.has(of(row)) && seen.add(of(row)))
}
