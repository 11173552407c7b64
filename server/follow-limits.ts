import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** `code`: as it was read, or what was typed; `address`: the network of the asking machine. */
export type LookUp = { code: string; address: string }

export type FollowLimits = {
  /** Counts a try before the look-up code is looked at. Seconds to wait; 0: go on. */
  enter(lookUp: LookUp): Promise<number>
  /** Takes a right try back. */
  right(lookUp: LookUp): Promise<void>
  /** Counts a wrong one. Seconds to wait before the next; 0: none. */
  wrong(lookUp: LookUp): Promise<number>
}

const quarter = 900

/**
 * Limits on wrong look-up codes, in memory of this process. Eight tries for one case from one address in a quarter of an
 * hour, right or wrong; beyond that, wrong tries at one case from anywhere and at any case from one address are told to
 * wait, generously, and the right code still opens: a stranger who guesses at a code locks out neither its sender nor
 * the office behind the same address.
 */
export function followLimits(enabled: boolean): FollowLimits {
  if (!enabled) return { enter: async () => 0, right: async () => {}, wrong: async () => 0 }
  const pair = new RateLimiterMemory({ keyPrefix: 'case-pair', points: 8, duration: quarter })
  const anywhere = new RateLimiterMemory({ keyPrefix: 'case', points: 40, duration: 4 * quarter })
  const network = new RateLimiterMemory({ keyPrefix: 'case-address', points: 300, duration: quarter })
  const pairOf = ({ code, address }: LookUp) => `${code.slice(0, 60)} ${address}`
  return {
    enter: (lookUp) => consume(pair, pairOf(lookUp)),
    async right(lookUp) {
      await pair.delete(pairOf(lookUp))
    },
    async wrong({ code, address }) {
      return Math.max(await consume(anywhere, code.slice(0, 60)), await consume(network, address))
    },
  }
}

/** Seconds to wait; 0 when there was a point left. */
async function consume(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
  }
}
