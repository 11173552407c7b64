import type { Deps } from './deps'
import { seal, unseal } from './store/seal'

const lifetime = 2 * 3_600_000

type TokenDeps = Pick<Deps, 'keys' | 'now'>

/** What lets a sender who has proved the look-up code see one case, for two hours; it is part of an address. */
export function followToken({ keys, now }: TokenDeps, caseId: string): string {
  return seal(keys.secret, 'follow', `${now().getTime() + lifetime} ${caseId}`)
}

/** The id of the case that a token was made for, and whether its time is over; null when it is none of ours. */
export function readFollowToken({ keys, now }: TokenDeps, token: string): { caseId: string; expired: boolean } | null {
  const text = token.length > 300 ? null : unseal(keys.secret, 'follow', token)
  const [, until, caseId] = /^(\d{1,16}) (.+)$/.exec(text ?? '') ?? []
  return until && caseId ? { caseId, expired: Number(until) <= now().getTime() } : null
}
