import { eraseContent } from '../../db/log'
import type { Db } from '../../db/schema'
import { answersCommitment, type LeafResponse, restCommitment } from './leaf'

/**
 * Removes everything a person wrote from a withdrawn response. The commitments take its place, so that the leaf can be
 * checked for ever, and of the time of receipt the day is left.
 */
export async function eraseResponse(
  db: Db,
  response: LeafResponse & { responseId: number; receivedAt: string },
): Promise<void> {
  await eraseContent(db, response.responseId, {
    answersCommit: answersCommitment(response),
    restCommit: restCommitment(response),
    receivedAt: `${response.receivedAt.slice(0, 10)}T00:00:00.000Z`,
  })
}
