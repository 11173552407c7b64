import { type CaseKind, isRestrictedKind } from './case-words'
import type { CaseFacts } from './feedback-case'

/** Whether content and answer may stand on the public page: a petition, not restricted, and its sender agreed. */
export function isPublishable({ kind, restricted, publishChoice }: PublishFacts): boolean {
  return kind === 'pakn' && !restricted && publishChoice === 'without-name'
}
type PublishFacts = Pick<CaseFacts, 'kind' | 'restricted' | 'publishChoice'>

/** Whether number, field and dates are listed although the content is not: the sender asked for a private answer. */
export function isListedOnly({ kind, restricted, publishChoice }: PublishFacts): boolean {
  return kind === 'pakn' && !restricted && publishChoice === 'private'
}

/** A kind that is restricted from the moment somebody says so. */
export function restrictedBy(kind: CaseKind, before: boolean): boolean {
  return before || isRestrictedKind(kind)
}
