import type { Hono } from 'hono'
import type { Env } from '../../server/session'
import { Visitor } from './visitor'

/** A person without scripts who talks to a running server. */
export function visitorOf(origin: string): Visitor {
  const request = (address: string, init: RequestInit) => fetch(address, { ...init, redirect: 'manual' })
  return new Visitor({ request } as unknown as Hono<Env>, origin)
}
