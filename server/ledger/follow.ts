import { setImmediate as breathe } from 'node:timers/promises'
import type { Connection } from '../../db/connect'
import { hasWaiting } from '../../db/log'
import { inTransaction } from '../../db/transaction'
import { takeStep } from './step'

/** How long after a commit its answers are counted, and how often the inbox is looked at in any case (milliseconds). */
const afterCommit = 200
const atLatest = 1000
/** How many waiting rows one transaction takes: what it bounds is how long others wait for the thread and the database. */
const rowsPerStep = 256
/** Where nobody waits: a tally is read and written once for more rows. */
const rowsPerLongStep = 2048

export type Follower = {
  /** Says that something was committed. */
  wake(): void
  /** Takes what waits and ends. */
  stop(): Promise<void>
}
export type FollowerLog = { error(details: { err: unknown }, message: string): void }

/**
 * Takes up to `limit` waiting answers and marks into the log and the tallies, in one transaction. Any number of processes
 * may do so at once: whoever locks the head of the log first goes first.
 * @returns the number of entries written; 0 when nothing that can be taken is waiting
 */
export async function followOnce(connection: Connection, limit = rowsPerStep): Promise<number> {
  // Looking first keeps an idle program from writing, and syncing the disk, every second.
  if (!(await hasWaiting(connection.db))) return 0
  return inTransaction(connection.db, (db) => takeStep(db, limit), 'read committed')
}

/** Follows until nothing is left, letting others run between the steps. @returns the number of entries written */
export async function drain(connection: Connection, limit = rowsPerStep): Promise<number> {
  let total = 0
  for (;;) {
    const taken = await followOnce(connection, limit)
    if (taken === 0) return total
    total += taken
    await breathe()
  }
}

/** As `drain`, for commands, whose process serves nobody meanwhile: in larger steps, two thirds of the time. */
export function catchUp(connection: Connection): Promise<number> {
  return drain(connection, rowsPerLongStep)
}

/** Follows the inbox until stopped. What fails is logged and tried again at the next turn. */
export function startFollower(connection: Connection, log: FollowerLog): Follower {
  let timer: NodeJS.Timeout | undefined
  let due = Number.POSITIVE_INFINITY
  let running = Promise.resolve()
  let stopped = false

  const schedule = (delay: number) => {
    const at = performance.now() + delay
    if (stopped || at >= due) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(turn, delay)
  }
  const turn = () => {
    due = Number.POSITIVE_INFINITY
    running = running.then(() => drainOrLog(connection, log)).then(() => schedule(atLatest))
  }
  const stop = async () => {
    stopped = true
    clearTimeout(timer)
    await running
    await drainOrLog(connection, log)
  }
  schedule(0)
  return { wake: () => schedule(afterCommit), stop }
}

async function drainOrLog(connection: Connection, log: FollowerLog): Promise<void> {
  try {
    await drain(connection)
  } catch (err) {
    log.error({ err }, 'the log was not continued')
  }
}
