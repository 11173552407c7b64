import { type CaseKind, isRestrictedKind, type RefusalGround } from './case-words'
import type { CaseFacts } from './feedback-case'

/** What a refusal says about the kind: a denunciation that is refused as one is kept as one, for few eyes. */
export function kindOfGround(kind: CaseKind, ground: RefusalGround): CaseKind {
  if (ground !== 'complaint' && ground !== 'denunciation' && ground !== 'question') return kind
  return isRestrictedKind(kind) ? kind : ground
}

/** Grounds that the sender must be shown another door with (Law on complaints, Law on denunciations). */
export const isRestrictedGround = (ground: RefusalGround): boolean =>
  ground === 'complaint' || ground === 'denunciation'

/** What a case is classified as, as far as an event says it; its field and procedure stay with the case. */
export const classOf = ({ kind, contentType, contentGroup, field, procedureCode }: CaseFacts) => ({
  ...{ kind, contentType, contentGroup, field, procedureCode },
})
