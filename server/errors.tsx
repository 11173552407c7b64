import type { Context } from 'hono'
import { ErrorPage, type ErrorStatus, wordsFor } from '../web/pages/error'
import type { Deps } from './deps'
import { citizenPage } from './render'

/** What went wrong, as a page for people and as a code for machines (paths under /api/). */
export function errorResponse(c: Context, deps: Pick<Deps, 'assets'>, status: ErrorStatus, retryAfter?: number) {
  if (retryAfter) c.header('Retry-After', String(retryAfter))
  const requestId: string = c.get('requestId') ?? ''
  if (c.req.path.startsWith('/api/')) return c.json({ error: errorCodes[status], requestId }, status)
  const page = <ErrorPage status={status} requestId={requestId} />
  return citizenPage(c, deps, page, { title: wordsFor(status).title, status })
}

const errorCodes: Record<ErrorStatus, string> = {
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
  422: 'invalid',
  429: 'too-many',
  500: 'failed',
  503: 'busy',
}

/** Whether a status has an error page of its own. */
export function isErrorStatus(status: number): status is ErrorStatus {
  return status in errorCodes
}
