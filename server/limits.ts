import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from './config'

/** One office is often one address, so the limit by address is generous: 600 answers in 10 minutes. */
const answersPerAddress = { points: 600, duration: 600 }

/** Feedback is written by hand; its files are sent one page at a time. */
const casesPerAddress = { points: 30, duration: 600 }
const uploadsPerAddress = { points: 120, duration: 600 }

export type AnswerLimiter = ReturnType<typeof answerLimiter>
type Limits = Pick<Config, 'rateLimits' | 'trustedProxies'>

/** Of answers to surveys. */
export const answerLimiter = (config: Limits) => addressLimiter(config, 'answer', answersPerAddress)
/** Of feedback that is sent, and of requests that bring files for it. */
export const caseLimiter = (config: Limits) => addressLimiter(config, 'case', casesPerAddress)
export const uploadLimiter = (config: Limits) => addressLimiter(config, 'upload', uploadsPerAddress)

/** Counts requests by address in memory only; an address is never stored or logged. `duration`: seconds. */
function addressLimiter(config: Limits, keyPrefix: string, most: { points: number; duration: number }) {
  const limiter = new RateLimiterMemory({ ...most, keyPrefix })
  return {
    /** Seconds to wait before the next try; 0: go on. `points`: how much of the allowance this one takes. */
    async wait(c: Context, points = 1): Promise<number> {
      if (!config.rateLimits) return 0
      try {
        await limiter.consume(clientAddress(c, config.trustedProxies), points)
        return 0
      } catch (refused) {
        return Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000)
      }
    },
  }
}

/** The address of the asking machine: the last hop of X-Forwarded-For that is not one of our own proxies. */
export function clientAddress(c: Context, trustedProxies: readonly string[]): string {
  const direct = remoteAddress(c)
  if (!trustedProxies.includes(direct)) return networkOf(direct)
  const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => hop.trim())
  return networkOf(hops.reverse().find((hop) => hop && !trustedProxies.includes(hop)) ?? direct)
}

/** An IPv6 address as its network of 64 bits: every customer has 2^64 addresses in it. Anything else as it is. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped || !isIPv6(address)) return mapped ?? address
  const [before = '', after] = address.replace(/%.*$/, '').split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const [head, tail] = [groups(before), groups(after)]
  const middle = Array(Math.max(0, 8 - head.length - tail.length)).fill('0')
  const all = after === undefined ? head : [...head, ...middle, ...tail]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** The machine at the other end of the connection, a proxy perhaps; `unknown` without a connection. */
export function remoteAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address?.replace(/^::ffff:/, '') ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
