import { type CaseKind, isRestrictedKind } from './case-words'
import type { CaseFacts } from './feedback-case'

/**
 * Whether content and answer may stand on the public page: a petition, not restricted, and its sender agreed. The lists of
 * db/public-cases and db/publications ask the same in SQL.
 */
export function isPublishable({ kind, restricted, publishChoice }: PublishFacts): boolean {
  return kind === 'pakn' && !restricted && publishChoice === 'without-name'
}
type PublishFacts = Pick<CaseFacts, 'kind' | 'restricted' | 'publishChoice'>

/** A kind that is restricted from the moment somebody says so. */
export function restrictedBy(kind: CaseKind, before: boolean): boolean {
  return before || isRestrictedKind(kind)
}

/**
 * Whether a case is restricted after a deed, and with whom it lies. Whoever had it before was not entrusted with it, and
 * may be whom it is about: it lies with nobody until it is given anew. Danger now stays in the hands it is in.
 */
export function restrictionOf(
  before: Pick<CaseFacts, 'restricted' | 'assigneeId'>,
  kind: CaseKind,
  restricted: boolean,
): Pick<CaseFacts, 'restricted' | 'assigneeId'> {
  const isHidden = !before.restricted && restricted && kind !== 'urgent'
  return { restricted, assigneeId: isHidden ? null : before.assigneeId }
}
