/** One thing that changed, or that an act was about: `before` undefined where there was nothing to compare with. */
export type Difference = { key: string; before?: unknown; after: unknown }

/**
 * What the detail of an audit entry says: of `{before, after}` the keys whose values differ, of `{after}` alone all of
 * them, of anything else every key. Empty for a detail that is empty or no JSON object.
 */
export function readDetail(detail: string): Difference[] {
  const facts = parseObject(detail)
  if (!facts) return []
  const { before, after, ...others } = facts
  const rest = Object.entries(others).map(([key, value]): Difference => ({ key, after: value }))
  if (!('after' in facts)) return 'before' in facts ? [...removed(before), ...rest] : rest
  return [...differences(before, after), ...rest]
}

function differences(before: unknown, after: unknown): Difference[] {
  if (!isObject(after)) return isObject(before) ? removed(before) : []
  if (!isObject(before)) return Object.entries(after).map(([key, value]) => ({ key, after: value }))
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .filter((key) => JSON.stringify(own(before, key)) !== JSON.stringify(own(after, key)))
    .filter((key) => Object.hasOwn(after, key) || !silent.has(key))
    .map((key) => {
      const now = own(after, key) ?? null
      return Object.hasOwn(before, key) ? { key, before: own(before, key), after: now } : { key, after: now }
    })
}

const own = (facts: Record<string, unknown>, key: string) => (Object.hasOwn(facts, key) ? facts[key] : undefined)

/** Kept of the row before, never of the one after: that they are missing says nothing. */
const silent = new Set(['officeCode', 'period', 'enteredBy', 'enteredAt'])

const removed = (before: unknown): Difference[] =>
  isObject(before) ? Object.entries(before).map(([key, value]) => ({ key, before: value, after: null })) : []

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseObject(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}
