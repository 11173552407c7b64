import { hash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { ResponseMarkTable, ResponseTable } from '../../db/schema'
import { leafHash } from '../domain/merkle'
import { halfOf } from '../domain/period'

/** SHA-256 of bytes, or of a text in UTF-8. */
export function sha256(content: Uint8Array | string): Buffer {
  return hash('sha256', content, 'buffer')
}

/** The columns of a response that its leaf commits to. */
export type LeafResponse = Pick<
  Selectable<ResponseTable>,
  | 'office'
  | 'point'
  | 'version'
  | 'channel'
  | 'field'
  | 'submittedOn'
  | 'submittedAt'
  | 'answers'
  | 'traits'
  | 'extras'
  | 'comment'
  | 'sentStanding'
  | 'flags'
  | 'lang'
  | 'answersSalt'
  | 'restSalt'
  | 'answersCommit'
  | 'restCommit'
>
export type LeafMark = Pick<Selectable<ResponseMarkTable>, 'kind' | 'reason' | 'markedOn'>

/**
 * `SHA-256(salt ‖ answers)`, or the stored commitment once the answers were erased; null when neither is left, which
 * only a change from outside can do.
 */
export function answersCommitment(row: LeafResponse): Uint8Array | null {
  return commitment(row.answersCommit, row.answersSalt, row.answers)
}

/**
 * `SHA-256(salt ‖ JSON)` of everything else that was sent, or the stored commitment once it was erased, or null. The
 * JSON is an array in a fixed order, so the same content has one form.
 */
export function restCommitment(row: LeafResponse): Uint8Array | null {
  const { point, field, submittedOn, submittedAt, traits, comment, lang, extras, flags, sentStanding } = row
  const rest = [point, field, submittedOn, submittedAt, traits, comment, lang, extras, flags, sentStanding]
  return commitment(row.restCommit, row.restSalt, JSON.stringify(rest))
}

function commitment(stored: Uint8Array | null, salt: Uint8Array | null, content: string | null): Uint8Array | null {
  if (stored) return stored
  if (!salt || content === null) return null
  return sha256(Buffer.concat([salt, Buffer.from(content)]))
}

/**
 * The public line of a response. It says where and when, and commits to the rest without telling it. Null when a
 * commitment is missing.
 */
export function responseLine(row: LeafResponse): string | null {
  const answers = answersCommitment(row)
  const rest = restCommitment(row)
  if (!answers || !rest) return null
  const commitments = [answers, rest].map((bytes) => Buffer.from(bytes).toString('base64url'))
  return ['response', row.office, row.version, row.channel, halfOf(row.submittedOn), ...commitments].join('\t')
}

/** The public line of a mark on the response with log number `no`. */
export function markLine(mark: LeafMark, no: number): string {
  return ['mark', mark.kind, no, mark.reason, mark.markedOn].join('\t')
}

/** Leaf hash of a line, 32 bytes. */
export function lineLeaf(line: string): Buffer {
  return Buffer.from(leafHash(sha256, Buffer.from(line)))
}
