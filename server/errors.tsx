import type { Context } from 'hono'
import { StaffShell } from '../web/components/staff-shell'
import { ErrorPage, type ErrorStatus, ErrorWords, wordsFor } from '../web/pages/error'
import { paths } from '../web/paths'
import { error as errorWords, foreignForm, staffStatusWords } from '../web/vi/errors'
import type { Deps } from './deps'
import { citizenPage, staffPage } from './render'
import { type Env, ForeignForm, shellProps } from './session'

type ErrorDeps = Pick<Deps, 'assets' | 'now' | 'config' | 'notices'>

/** What went wrong, as a page for people and as a code for machines (paths under /api/). `cause`: what was thrown. */
export async function errorResponse(
  c: Context<Env>,
  deps: ErrorDeps,
  status: ErrorStatus,
  cause?: unknown,
): Promise<Response> {
  const requestId = c.get('requestId') ?? ''
  if (c.req.path.startsWith('/api/')) return c.json({ error: errorCodes[status], requestId }, status)
  const staff = c.get('staff')
  const usual = (staff && staffStatusWords[status]) ?? wordsFor(status)
  const words = cause instanceof ForeignForm ? foreignForm(deps.config.publicUrl) : usual
  const props = { status, requestId, words }
  if (!staff) return citizenPage(c, deps, <ErrorPage {...props} />, { title: words.title, status })
  const home = { address: paths.staff.home(), label: errorWords.staffHome }
  const page = (
    // The account stands outside the navigation, so nothing there is marked as the current page.
    <StaffShell {...shellProps(c, deps)} current="account">
      <ErrorWords {...props} home={home} />
    </StaffShell>
  )
  return staffPage(c, deps, page, { title: words.title, status })
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
