import type { Context } from 'hono'
import pino, { type DestinationStream, type Logger } from 'pino'
import type { Config } from './config'

/**
 * Lines of JSON on stderr. They name requests by the pattern of the route and a random id, never by the address asked,
 * who asked, or what was sent.
 */
export function openLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, serializers: { err: describeError } }, destination)
}

/** An error without the values of rows that engines and libraries attach to theirs. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack, code, syscall } = error as NodeJS.ErrnoException
  return { type: name, message, code, syscall, stack }
}

/**
 * One line a reply of the staff area. Those of citizens only with LOG_LEVEL=debug: there are a hundred times as many, and
 * writing a line costs a sixth of an answer. So do replies that nothing has changed, by which pages keep up to date.
 */
export function logReply(log: Logger, c: Context, milliseconds: number): void {
  const route = c.req.routePath
  const level = c.req.path.startsWith('/can-bo') && c.res.status !== 304 ? 'info' : 'debug'
  if (!log.isLevelEnabled(level)) return
  const ms = Math.round(milliseconds * 10) / 10
  log[level]({ requestId: c.get('requestId'), method: c.req.method, route, status: c.res.status, ms }, 'replied')
}
