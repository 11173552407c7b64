/** A seeded source of chance (mulberry32): the same seed gives the same demonstration every time. */
export type Chance = {
  /** 0 ≤ x < 1. */
  next(): number
  /** Standard normal. */
  normal(): number
  /** 0 … n − 1. */
  below(n: number): number
  /** One of the list, in proportion to its weight. */
  weighted<T>(list: readonly T[], weight: (entry: T) => number): T
  bytes(size: number): Uint8Array
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    below: (n) => Math.floor(next() * n),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    weighted(list, weight) {
      let left = next() * list.reduce((sum, entry) => sum + weight(entry), 0)
      for (const entry of list) {
        left -= weight(entry)
        if (left < 0) return entry
      }
      const last = list.at(-1)
      if (last === undefined) throw new Error('nothing to choose from')
      return last
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => Math.floor(next() * 256)),
  }
}
