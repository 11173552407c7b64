import type { RecordedCase, RecordedEvent } from './case-clock'
import { restrictedBy, restrictionOf } from './case-public'
import type { CaseKind, ContentGroup, ContentType, PublishChoice } from './case-words'

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
  const facts = openedAs(events[0], { code, publishChoice })
  for (const event of events) {
    if (event.at >= until) break
    learn(facts, event)
  }
  return facts
}

function openedAs(opened: RecordedEvent | undefined, fixed: CaseFactsThen['fixed']): CaseFactsThen {
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

/** In place: a year has a hundred thousand of these. */
function learn(facts: CaseFactsThen, event: RecordedEvent): void {
  switch (event.kind) {
    case 'classify':
      restrict(facts, event.data.kind, restrictedBy(event.data.kind, facts.restricted))
      Object.assign(facts, event.data)
      break
    case 'assign':
      facts.assigneeId = event.data.assigneeId
      break
    case 'forward':
    case 'return':
      facts.assigneeId = null
      break
    case 'restrict':
      restrict(facts, facts.kind, event.data.restricted)
      break
    case 'merge-in':
      facts.mergedIn = [...facts.mergedIn, event.data.from]
  }
}

function restrict(facts: CaseFactsThen, kind: CaseKind, restricted: boolean): void {
  Object.assign(facts, restrictionOf(facts, kind, restricted))
}
