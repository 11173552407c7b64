import { type Change, differences, type Plan } from '../imports/plan'

/** One changed thing: the fields that differ, or all of a new one (`before` null). */
export type ChangedThing = {
  line: number
  title: string
  before: Record<string, unknown> | null
  after: Record<string, unknown>
}
/** The lines of a file by what they do, and the first 200 changes, those of known things before new ones. */
export type TableSummary = { rows: number; added: number; changed: number; same: number; changes: ChangedThing[] }

const mostListed = 200

/** What a plan does, in numbers and things. */
export function summarise<R extends object>({ changes, same }: Plan<R>, title: (thing: R) => string): TableSummary {
  const known = changes.filter(({ before }) => before !== null)
  const isNew = changes.filter(({ before }) => before === null)
  const things = [...known, ...isNew].slice(0, mostListed).map((change) => ({
    line: change.line,
    title: title(change.after),
    ...changedFields(change),
  }))
  return { rows: changes.length + same, added: isNew.length, changed: known.length, same, changes: things }
}

/** The fields that a change makes different; all fields of a new thing. */
export function changedFields<R extends object>({ before, after }: Change<R>): Pick<ChangedThing, 'before' | 'after'> {
  if (before === null) return { before: null, after: Object.fromEntries(Object.entries(after)) }
  const keys = differences(before, after)
  const only = (thing: R): Record<string, unknown> => Object.fromEntries(keys.map((key) => [key, thing[key]]))
  return { before: only(before), after: only(after) }
}
