import { Hono } from 'hono'
import { listNotices, markSeen, type Notice } from '../../db/case-notices'
import { StaffShell } from '../../web/components/staff-shell'
import { NoticesPage } from '../../web/pages/notices'
import { paths } from '../../web/paths'
import { noticeWords as words } from '../../web/vi/notices'
import { actorOf } from '../actions/case-deeds'
import type { Deps } from '../deps'
import { maySee } from '../domain/case-actions'
import type { NoticeKind } from '../domain/case-reminders'
import type { SignedInStaff } from '../domain/permissions'
import { readForm } from '../form'
import { staffPage } from '../render'
import { type Env, needs, shellProps } from '../session'

const most = 200

/** What the own person was told about cases. */
export function noticeRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(paths.staff.notices(), needs('cases.view'), async (c) => {
    const staff = c.get('staff')
    const notices = await listNotices(deps.db, staff.id, most)
    const lines = notices.filter((notice) => isFor(staff, notice)).map(lineOf)
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

/** A case that was restricted since is no longer named. */
const isFor = (staff: SignedInStaff, { restricted, assigneeId }: Notice) =>
  maySee({ restricted: restricted === 1, assigneeId }, actorOf(staff))

const lineOf = ({ id, code, kind, mark, createdAt, seenAt }: Notice) => ({
  ...{ id, code, mark, createdAt },
  kind: kind as NoticeKind,
  isSeen: seenAt !== null,
})
