import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from './session'

export type Listening = { port: number; server: Server }

/** Serves an app; resolves once it listens. @throws what listening throws, such as EADDRINUSE */
export function listen(app: Hono<Env>, { port, host }: { port: number; host: string }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (info) => {
      server.off('error', reject)
      resolve({ port: info.port, server })
    }) as Server
    server.once('error', reject)
  })
}

/** Lets running requests finish, each connection being closed as soon as it is idle; the rest after `patience`. */
export function closeServer(server: Server, patience = 10_000): Promise<void> {
  return new Promise((resolve) => {
    const tidy = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(tidy)
      resolve()
    })
    setTimeout(() => server.closeAllConnections(), patience).unref()
  })
}
