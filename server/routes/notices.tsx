import { Hono } from 'hono'
import { listNotices, markSeen, type Notice } from '../../db/case-notices'
import { StaffShell } from '../../web/components/staff-shell'
import { NoticesPage } from '../../web/pages/notices'
import { paths } from '../../web/paths'
import { noticeWords as words } from '../../web/vi/notices'
import type { Deps } from '../deps'
import type { NoticeKind } from '../domain/case-reminders'
import { readForm } from '../form'
import { staffPage } from '../render'
import { type Env, needs, noticeScope, shellProps } from '../session'

const most = 200

/** What the own person was told about cases. */
export function noticeRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(paths.staff.notices(), needs('cases.view'), async (c) => {
    const staff = c.get('staff')
    // A case that was restricted or left the own part of the tree since is no longer named.
    const lines = (await listNotices(deps.db, staff.id, most, await noticeScope(deps, staff))).map(lineOf)
    const page = (
      <StaffShell {...shellProps(c, deps)} current="notices">
        <NoticesPage lines={lines} sendsMail={deps.config.mail !== null} />
      </StaffShell>
    )
    return staffPage(c, deps, page, { title: words.title })
  })

  app.post(paths.staff.notices(), needs('cases.view'), async (c) => {
    const upTo = Number((await readForm(c)).den)
    const at = deps.now().toISOString()
    if (Number.isSafeInteger(upTo)) await markSeen(deps.db, c.get('staff').id, at, { upTo })
    return c.redirect(paths.staff.notices(), 303)
  })
  return app
}

const lineOf = ({ id, code, kind, mark, createdAt, seenAt }: Notice) => ({
  ...{ id, code, mark, createdAt },
  kind: kind as NoticeKind,
  isSeen: seenAt !== null,
})
