import { Hono } from 'hono'
import { StaffShell } from '../../web/components/staff-shell'
import { TrainingAccountsPage, TrainingPage } from '../../web/pages/training'
import { paths } from '../../web/paths'
import { trainingWords as words } from '../../web/vi/training'
import { changeTraining, type TrainingDeed } from '../actions/training'
import { demoAccount, demoLogin } from '../demo/account'
import type { Deps } from '../deps'
import type { SignedInStaff } from '../domain/permissions'
import { errorResponse } from '../errors'
import type { Outcome } from '../progress'
import { staffPage } from '../render'
import { type Env, needs, shellProps, wholeInstallation } from '../session'
import type { Room, RoomFault } from '../training-room'

const accounts = { loginOf: demoLogin, password: demoAccount.password }
const next = { address: paths.staff.training(), label: words.back }

/** The page of the training room, for who may open it. */
export function trainingRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  const base = '/can-bo/tap-huan'
  app.use(base, needs('training.manage'), wholeInstallation)
  app.use(`${base}/*`, needs('training.manage'), wholeInstallation)

  app.get(base, (c) => {
    const page = (
      <StaffShell {...shellProps(c, deps)} current="training">
        <TrainingPage room={deps.room?.state() ?? null} {...accounts} />
      </StaffShell>
    )
    return staffPage(c, deps, page, { title: words.title })
  })

  const deeds: [path: string, deed: TrainingDeed, title: string][] = [
    ['mo', 'open', words.opening],
    ['dong', 'close', words.closing],
    ['lam-lai', 'reset', words.resetting],
  ]
  for (const [path, deed, title] of deeds)
    app.post(`${base}/${path}`, async (c) => {
      const { room } = deps
      if (!room) return errorResponse(c, deps, 404)
      const staff = c.get('staff')
      const id = deps.progress.start(title, staff.id, () => change(deps, staff, room, deed))
      return c.redirect(paths.staff.job(id), 303)
    })
  return app
}

/** In the training room: who one may sign in as, for everybody. */
export function trainingAccountRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  if (deps.training)
    app.get(paths.trainingAccounts(), (c) =>
      staffPage(c, deps, <TrainingAccountsPage {...accounts} />, { title: words.peopleTitle }),
    )
  return app
}

async function change(deps: Deps, staff: SignedInStaff, room: Room, deed: TrainingDeed): Promise<Outcome> {
  const done = await changeTraining<{ ok: true; url?: string } | RoomFault>({ ...deps, staff }, deed, room[deed])
  if (done.ok) return { ok: true, text: done.url ? words.opened(done.url) : words.closed, next }
  if (done.error === 'forbidden') throw new Error('forbidden')
  return { ok: false, text: words.faults[done.error](done.port), next }
}
