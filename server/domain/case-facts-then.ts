import type { RecordedCase } from './case-clock'
import { restrictedBy } from './case-public'
import type { CaseKind, ContentGroup, ContentType, PublishChoice } from './case-words'
import type { CaseEvent } from './feedback-case'

/** What was known of a case at an instant. */
export type CaseFactsThen = {
  kind: CaseKind
  contentType: ContentType | null
  contentGroup: ContentGroup
  field: string
  procedureCode: string | null
  restricted: boolean
  assigneeId: string | null
  /** Ids of the cases that were merged into it. */
  mergedIn: readonly string[]
  /** What never changes. */
  fixed: { code: string; publishChoice: PublishChoice }
}

/** The facts from what had happened before an instant (ISO UTC, itself not included). */
export function factsThen(one: RecordedCase & CaseFactsThen['fixed'], until: string): CaseFactsThen {
  const { code, publishChoice, events } = one
  let facts = openedAs(events[0], { code, publishChoice })
  for (const event of events) {
    if (event.at >= until) break
    facts = factsAfter(facts, event)
  }
  return facts
}

function openedAs(opened: CaseEvent | undefined, fixed: CaseFactsThen['fixed']): CaseFactsThen {
  const began = opened?.kind === 'open' ? opened.data : undefined
  const kind = began?.kind ?? 'pakn'
  return {
    kind,
    contentType: began?.contentType ?? null,
    contentGroup: began?.contentGroup ?? 'unclassified',
    field: began?.field ?? '',
    procedureCode: began?.procedureCode ?? null,
    restricted: restrictedBy(kind, began?.part?.restricted ?? false),
    assigneeId: null,
    mergedIn: [],
    fixed,
  }
}

function factsAfter(facts: CaseFactsThen, event: CaseEvent): CaseFactsThen {
  switch (event.kind) {
    case 'classify':
      return { ...facts, ...event.data, restricted: restrictedBy(event.data.kind, facts.restricted) }
    case 'assign':
      return { ...facts, assigneeId: event.data.assigneeId }
    case 'forward':
    case 'return':
      return { ...facts, assigneeId: null }
    case 'restrict':
      return { ...facts, restricted: event.data.restricted }
    case 'merge-in':
      return { ...facts, mergedIn: [...facts.mergedIn, event.data.from] }
    default:
      return facts
  }
}
