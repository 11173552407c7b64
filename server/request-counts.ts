/** Upper bounds of the buckets, in seconds. */
export const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** `buckets`: how many took no longer than each bound and longer than the one before; the last: longer than all. */
export type RequestCount = {
  method: string
  route: string
  status: number
  buckets: number[]
  seconds: number
  count: number
}
export type RequestCounts = ReturnType<typeof requestCounts>

/**
 * Counts replies by method, pattern of the route and status. Plain numbers, because every answer passes here: what
 * monitoring makes of them is made when it asks.
 */
export function requestCounts() {
  const counts = new Map<string, RequestCount>()
  return {
    /** @param route the pattern (`/k/:code`), never the address, so that there are few */
    add(method: string, route: string, status: number, seconds: number): void {
      // Anybody may invent a method.
      const known = method === 'GET' || method === 'POST' || method === 'HEAD' ? method : 'other'
      const key = `${known} ${status} ${route}`
      let count = counts.get(key)
      if (!count) {
        count = { method: known, route, status, buckets: new Array(bounds.length + 1).fill(0), seconds: 0, count: 0 }
        counts.set(key, count)
      }
      let i = 0
      while (i < bounds.length && seconds > (bounds[i] ?? 0)) i++
      count.buckets[i] = (count.buckets[i] ?? 0) + 1
      count.seconds += seconds
      count.count++
    },
    list: (): readonly RequestCount[] => [...counts.values()],
  }
}
