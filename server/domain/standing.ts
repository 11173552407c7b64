/**
 * What a response counts as. `counted` and `doubtful` are valid (doubtful ones are shown with and without);
 * the others are the reasons of "phiếu không hợp lệ".
 */
export const standings = [
  'counted',
  'doubtful',
  'blank',
  'under-half',
  'repeat',
  'test',
  'invalid',
  'withdrawn',
] as const
export type Standing = (typeof standings)[number]
export const validStandings: readonly Standing[] = ['counted', 'doubtful']

/** What may be said about a response after it was sent; each is an entry of the log. */
export const markKinds = ['withdraw', 'doubt', 'trust', 'repeat', 'test', 'invalid', 'restore'] as const
export type MarkKind = (typeof markKinds)[number]

const effect: Record<MarkKind, Standing | 'as-sent'> = {
  withdraw: 'withdrawn',
  doubt: 'doubtful',
  trust: 'counted',
  repeat: 'repeat',
  test: 'test',
  invalid: 'invalid',
  restore: 'as-sent',
}

/**
 * The standing of a response after one more mark. A withdrawal is final: only its sender could make it, so nothing
 * brings the response back. A response that was too empty to be valid does not become valid by `trust`.
 */
export function standingAfter(asSent: Standing, now: Standing, mark: MarkKind): Standing {
  if (now === 'withdrawn') return 'withdrawn'
  const said = effect[mark]
  const to = said === 'as-sent' ? asSent : said
  const tooEmpty = asSent === 'blank' || asSent === 'under-half'
  return tooEmpty && validStandings.includes(to) ? asSent : to
}
