import { createHmac, timingSafeEqual } from 'node:crypto'
import { toStorageFailure } from '../../db/failures'
import type { NewResponse, Outcome } from '../../db/responses'
import { findResponse, insertMark, replaceResponse } from '../../db/responses'
import type { Db } from '../../db/schema'
import type { Deps } from '../deps'
import { canonicalContent, type ParsedAnswers } from '../domain/answers'
import type { Channel } from '../domain/channels'
import { dayOf } from '../domain/period'
import { firstBits, formatReceipt, parseReceipt } from '../domain/receipt'
import type { Standing } from '../domain/standing'
import { versionId } from '../domain/survey'
import { randomBytesPooled } from '../random'

/** Withdrawal and replacement end this long after the answer was sent. */
const withdrawalHours = 24

/** Where an answer was given. */
export type AnsweredPoint = { code: string; officeCode: string; field: string; channel: Channel }

export type Submission = {
  point: AnsweredPoint
  definition: { key: string; version: number }
  parsed: ParsedAnswers
  clientId: string
  lang: 'vi' | 'en'
  /** Remarks kept with the answer: `late`, `foreign-origin`, `trap`. */
  flags: readonly string[]
  /** Client id of an answer sent before, to be withdrawn in the same transaction. */
  replaces?: string
}

export type SubmitResult = { ok: true; receipt: string; id: number } | ({ ok: false; error: 'conflict' } & SentBefore)

/** What was sent first under the same id: when (null once the time is coarsened), and whether it can still be replaced. */
export type SentBefore = { submittedAt: string | null; receipt: string; replaceable: boolean }

type SubmitDeps = Pick<Deps, 'connection' | 'db' | 'keys' | 'now' | 'submit' | 'wake'>

/**
 * Keeps one answer; durable when it resolves. The same client id with the same content gives the same receipt again, with
 * other content `conflict` and the receipt of what was sent first.
 * @throws Overloaded or StorageFailed (submit-queue): nothing was kept, the sender may press again
 */
export async function submitResponse(deps: SubmitDeps, submission: Submission): Promise<SubmitResult> {
  const row = toRow(deps, submission)
  const outcome = submission.replaces ? await replace(deps, row, submission.replaces) : await deps.submit(row)
  const receipt = receiptOf(deps, outcome.id)
  if (outcome.outcome === 'conflict') {
    const { submittedAt } = outcome
    const replaceable = withdrawalEnd(submittedAt, deps.now()) !== null
    return { ok: false, error: 'conflict', submittedAt, receipt, replaceable }
  }
  deps.wake()
  return { ok: true, receipt, id: outcome.id }
}

async function replace({ connection, now }: SubmitDeps, row: NewResponse, replaced: string): Promise<Outcome> {
  try {
    return await replaceResponse(connection, row, replaced, hoursBefore(now(), withdrawalHours))
  } catch (error) {
    throw toStorageFailure(error)
  }
}

function toRow(deps: Pick<Deps, 'keys' | 'now'>, submission: Submission): NewResponse {
  const { point, definition, parsed, clientId, lang, flags } = submission
  const version = versionId(definition)
  const now = deps.now()
  const at = now.toISOString()
  const standing = judge(parsed.standing, flags)
  return {
    office: point.officeCode,
    point: point.code,
    version,
    channel: point.channel,
    field: point.field,
    submittedOn: dayOf(now),
    submittedAt: at,
    receivedAt: at,
    answers: parsed.answers,
    traits: parsed.traits,
    extras: parsed.extras,
    comment: parsed.comment,
    sentStanding: standing,
    standing,
    flags: flags.join(' '),
    lang,
    clientId,
    contentMac: createHmac('sha256', deps.keys.content)
      .update(canonicalContent(point.code, version, parsed))
      .digest(),
    answersSalt: randomBytesPooled(16),
    restSalt: randomBytesPooled(16),
    answersCommit: null,
    restCommit: null,
  }
}

/** A filled-in trap field makes an otherwise valid answer doubtful: shown with and without, never thrown away. */
function judge(standing: Standing, flags: readonly string[]): Standing {
  return standing === 'counted' && flags.includes('trap') ? 'doubtful' : standing
}

/** The receipt of a stored answer: its id and a MAC of it; nothing is stored, and it says nothing about the content. */
export function receiptOf(deps: Pick<Deps, 'keys'>, id: number): string {
  return formatReceipt(id, receiptMac(deps, id))
}

function receiptMac(deps: Pick<Deps, 'keys'>, id: number): Buffer {
  return createHmac('sha256', deps.keys.receipt).update(String(id)).digest()
}

export type ReceiptView = {
  receipt: string
  point: string
  version: string
  state: 'kept' | 'withdrawn'
  /** Day of sending, YYYY-MM-DD in UTC+7. */
  submittedOn: string
  /** When withdrawal ends, ISO UTC; null when it is over. */
  withdrawUntil: string | null
}

/** What the holder of a receipt may see: that the answer is kept, and whether it can still be withdrawn. Null: no such answer. */
export async function viewReceipt(deps: Pick<Deps, 'db' | 'keys' | 'now'>, text: string): Promise<ReceiptView | null> {
  const row = await findByReceipt(deps, text)
  if (!row) return null
  return {
    receipt: receiptOf(deps, row.id),
    point: row.point,
    version: row.version,
    state: row.withdrawn || row.standing === 'withdrawn' ? 'withdrawn' : 'kept',
    submittedOn: row.submittedOn,
    withdrawUntil: withdrawalEnd(row.submittedAt, deps.now()),
  }
}

/** Withdraws an answer for its sender. `too-late` after 24 hours; withdrawing twice is fine. */
export async function withdrawResponse(
  deps: Pick<Deps, 'db' | 'keys' | 'now' | 'wake'>,
  text: string,
): Promise<{ ok: true } | { ok: false; error: 'unknown' | 'too-late' }> {
  const row = await findByReceipt(deps, text)
  if (!row) return { ok: false, error: 'unknown' }
  if (row.withdrawn) return { ok: true }
  const now = deps.now()
  if (!withdrawalEnd(row.submittedAt, now)) return { ok: false, error: 'too-late' }
  const mark = {
    responseId: row.id,
    kind: 'withdraw' as const,
    reason: 'sender',
    markedOn: dayOf(now),
    markedAt: now.toISOString(),
  }
  await insertMark(deps.db, { ...mark, by: null })
  deps.wake()
  return { ok: true }
}

async function findByReceipt(deps: { db: Db } & Pick<Deps, 'keys'>, text: string) {
  const parsed = parseReceipt(text)
  if (!parsed || !timingSafeEqual(parsed.mac60, firstBits(receiptMac(deps, parsed.id)))) return null
  return findResponse(deps.db, parsed.id)
}

function withdrawalEnd(submittedAt: string | null, now: Date): string | null {
  if (!submittedAt) return null
  const end = new Date(Date.parse(submittedAt) + withdrawalHours * 3_600_000)
  return end > now ? end.toISOString() : null
}

function hoursBefore(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString()
}
