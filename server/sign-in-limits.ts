import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** `device`: a device on which the person of this login has signed in before, else null. */
export type Attempt = { login: string; address: string; device: string | null }

export type SignInLimits = {
  /** Counts an attempt before the password is looked at; `waitSeconds` when there were too many. */
  enter(attempt: Attempt): Promise<{ ok: true } | { ok: false; waitSeconds: number }>
  /** Takes a successful attempt back. */
  succeeded(attempt: Attempt): Promise<void>
}

const quarter = 900

/**
 * Limits on wrong passwords, in memory of this process. A known device has its own count, so that a stranger who
 * guesses at a login from elsewhere cannot lock its owner out; strangers share one count per login; an address is
 * limited last and generously, because a whole office sits behind one.
 */
export function signInLimits(enabled: boolean, { fromStrangers = 40 } = {}): SignInLimits {
  if (!enabled) return { enter: async () => ({ ok: true }), succeeded: async () => {} }
  const pair = new RateLimiterMemory({ keyPrefix: 'pair', points: 8, duration: quarter })
  const strangers = new RateLimiterMemory({ keyPrefix: 'login', points: fromStrangers, duration: 4 * quarter })
  const address = new RateLimiterMemory({ keyPrefix: 'address', points: 200, duration: quarter })
  const countsOf = (attempt: Attempt): [RateLimiterMemory, string][] => [
    [pair, `${attempt.login} ${attempt.device ?? attempt.address}`],
    ...(attempt.device ? [] : [[strangers, attempt.login] satisfies [RateLimiterMemory, string]]),
    [address, attempt.address],
  ]
  return {
    async enter(attempt) {
      for (const [limiter, key] of countsOf(attempt)) {
        const wait = await consume(limiter, key)
        if (wait > 0) return { ok: false, waitSeconds: wait }
      }
      return { ok: true }
    },
    async succeeded(attempt) {
      const [[, pairKey] = [pair, ''], ...others] = countsOf(attempt)
      await pair.delete(pairKey)
      for (const [limiter, key] of others) await limiter.reward(key)
    },
  }
}

/**
 * Limits on codes of the second step, kept apart from those on passwords. Whoever gets here knows the password, so
 * strangers together have ten tries an hour: with three codes of a million that are right at a time, less than one
 * chance in a thousand in a day.
 */
export const secondStepLimits = (enabled: boolean) => signInLimits(enabled, { fromStrangers: 10 })

/** Limits guesses at the password of whoever left a session open; the key is the person. */
export function passwordLimit(enabled: boolean) {
  const limiter = new RateLimiterMemory({ keyPrefix: 'own', points: 8, duration: quarter })
  return {
    /** Seconds to wait before the next try; 0: go on. */
    wait: async (staffId: string) => (enabled ? consume(limiter, staffId) : 0),
    succeeded: (staffId: string) => limiter.delete(staffId),
  }
}

/** Limits on mails to whoever forgot a password: three an hour for one name, twenty for one address. */
export function mailLimits(enabled: boolean) {
  const names = new RateLimiterMemory({ keyPrefix: 'mail-name', points: 3, duration: 4 * quarter })
  const addresses = new RateLimiterMemory({ keyPrefix: 'mail-address', points: 20, duration: 4 * quarter })
  return {
    /** Seconds to wait before an address may ask again; 0: go on. */
    waitAddress: async (address: string) => (enabled ? consume(addresses, address) : 0),
    /** False when enough mails about this name were asked for. */
    mayMail: async (name: string) => !enabled || (await consume(names, name)) === 0,
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
