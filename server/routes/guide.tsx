import { Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { GuidePage } from '../../web/pages/guide'
import { paths } from '../../web/paths'
import { guideWords } from '../../web/vi/guides'
import { roleNames } from '../../web/vi/staff'
import type { Deps } from '../deps'
import { isRole } from '../domain/permissions'
import { staffPage } from '../render'
import { type Env, shellProps } from '../session'

/** The guide of the own role, or of another one; for everybody who is signed in. */
export function guideRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(paths.staff.guide(), (c) => {
    const own = c.get('staff').role
    const asked = c.req.query('vai-tro') ?? ''
    const role = isRole(asked) ? asked : own
    const page = (
      <StaffShell {...shellProps(c, deps)} current="guide">
        <GuidePage role={role} own={own} />
      </StaffShell>
    )
    return staffPage(c, deps, page, { title: `${guideWords.title}: ${roleNames[role]}` })
  })
  return app
}
