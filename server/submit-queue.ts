import { toStorageFailure } from '../db/failures'
import type { NewResponse, Outcome } from '../db/responses'

export { StorageFailed } from '../db/failures'

/** Too many answers wait already; this one was not taken. Try again in a few seconds. */
export class Overloaded extends Error {}

type Write = (rows: NewResponse[]) => Promise<(Outcome | Error)[]>
type Waiter = { row: NewResponse; resolve: (outcome: Outcome) => void; reject: (error: unknown) => void }

/**
 * One fsync for everybody who waits: answers that arrive while a batch is written make up the next one. Nothing else in
 * the program batches. The promise resolves when the answer is durable; it rejects with `Overloaded`, with
 * `StorageFailed`, or with the error of this row alone.
 */
export function groupCommit(write: Write, { maxWaiting = 2000, maxBatch = 256 } = {}) {
  const waiting: Waiter[] = []
  let isFlushing = false

  async function flush() {
    while (waiting.length > 0) await settle(write, waiting.splice(0, maxBatch))
    isFlushing = false
  }

  return (row: NewResponse): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= maxWaiting) return reject(new Overloaded('too many answers wait'))
      waiting.push({ row, resolve, reject })
      if (isFlushing) return
      isFlushing = true
      setImmediate(flush)
    })
}

async function settle(write: Write, batch: Waiter[]): Promise<void> {
  try {
    const outcomes = await write(batch.map((waiter) => waiter.row))
    batch.forEach(({ resolve, reject }, i) => {
      const outcome = outcomes[i]
      if (outcome === undefined || outcome instanceof Error) reject(outcome)
      else resolve(outcome)
    })
  } catch (error) {
    const failure = toStorageFailure(error)
    for (const { reject } of batch) reject(failure)
  }
}
