import { Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { JobPage } from '../../web/pages/job'
import { paths } from '../../web/paths'
import type { Deps } from '../deps'
import { errorResponse } from '../errors'
import type { Running } from '../progress'
import { staffPage } from '../render'
import { type Env, shellProps } from '../session'

/** How often the page asks by itself where scripts are off (seconds). */
const refresh = 3

/** The page of long work, for the person who began it. */
export function jobRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/can-bo/viec/:id', (c) => {
    const job = deps.progress.find(c.req.param('id'), c.get('staff').id)
    if (!job) return errorResponse(c, deps, 404)
    const seconds = secondsOf(job, deps.now())
    const tag = `"${job.outcome ? 'end' : `${seconds}-${job.done}`}"`
    c.header('ETag', tag)
    if (c.req.header('If-None-Match') === tag) return c.body(null, 304)
    const page = (
      <StaffShell {...shellProps(c, deps)} current="account">
        <JobPage {...job} address={paths.staff.job(job.id)} tag={tag} seconds={seconds} />
      </StaffShell>
    )
    return staffPage(c, deps, page, { title: job.title, refresh: job.outcome ? undefined : refresh })
  })
  return app
}

function secondsOf({ startedAt, endedAt }: Running, now: Date): number {
  return Math.max(0, Math.round(((endedAt ?? now).getTime() - startedAt.getTime()) / 1000))
}
