import type { FailedTries } from './actions/sign-ins'

const hour = 3_600_000
/** Names that are counted apart within an hour; the others are counted together. */
const mostNames = 60

/**
 * What of many failed tries is written down: the first, the tenth, the hundredth… of each name within an hour, and of all
 * further names together. So an attack leaves its trace and at most some hundred rows an hour.
 * @returns a function that tells what is to be written for one more try, or null
 */
export function failureCounter(): (failure: Omit<FailedTries, 'tries'>, now: Date) => FailedTries | null {
  let counts = new Map<string, number>()
  let since = Number.NEGATIVE_INFINITY
  return ({ action, login }, now) => {
    if (now.getTime() - since >= hour || now.getTime() < since) {
      counts = new Map()
      since = now.getTime()
    }
    const own = `${action} ${login}`
    const known = counts.has(own) || counts.size < mostNames
    const key = known ? own : action
    const tries = (counts.get(key) ?? 0) + 1
    counts.set(key, tries)
    const isPower = /^10*$/.test(String(tries))
    return isPower ? { action, login: known ? login : '', tries } : null
  }
}
