import { randomUUID } from 'node:crypto'
import { connect, type Place } from '../../db/connect'
import { responseWriter } from '../../db/responses'
import { groupCommit, StorageFailed } from '../../server/submit-queue'
import { newResponse } from './responses'

/**
 * Sends answers without end, 32 at a time, each of them twice, and prints the client id of each that was acknowledged.
 * First parameter: the place; second, optional: what all answers have in common.
 */
const place: Place = JSON.parse(process.argv[2] ?? '')
const given = JSON.parse(process.argv[3] ?? '{}')
const submit = groupCommit(responseWriter(await connect(place)))
for (let i = 0; i < 32; i++) void sendForEver()

async function sendForEver() {
  for (;;) {
    const row = newResponse({ ...given, clientId: randomUUID() })
    const outcomes = await Promise.all([persist(row), persist(row)])
    if (new Set(outcomes.map(({ id }) => id)).size > 1) throw new Error('kept twice')
    process.stdout.write(`${row.clientId}\n`)
  }
}

/** Presses the button again while the page says 503, as a person would. */
async function persist(row: ReturnType<typeof newResponse>) {
  for (;;) {
    try {
      return await submit(row)
    } catch (error) {
      if (!(error instanceof StorageFailed)) throw error
    }
  }
}
