import { readCalendar } from '../db/calendar'
import { forgetUnfinishedFiles } from '../db/case-files'
import { forgetNotices } from '../db/case-notices'
import { findJob } from '../db/jobs'
import { remindStaff } from './actions/case-digest'
import type { Deps } from './deps'
import { isWorkingDay } from './domain/calendar'
import { isMorning } from './domain/case-reminders'
import { dayOf } from './domain/period'
import type { Job } from './jobs'
import { withLease } from './store/lease'

const minute = 60_000
const day = 24 * 60 * minute
/** How long what was told stays readable, and the files of a form that nobody finished. */
const noticesFor = 180 * day
const unfinishedFor = day
const name = 'case-digest'

type CaseJobDeps = Pick<Deps, 'db' | 'config' | 'publicUrl' | 'now' | 'newId' | 'log'>

/** Reminders in the morning of a working day; once an hour what is no longer needed is forgotten. */
export function caseJobs(deps: CaseJobDeps): Job[] {
  return [
    { name, every: 5 * minute, run: () => remindWhenDue(deps) },
    { name: 'case-forgetting', every: 60 * minute, run: () => forget(deps) },
  ]
}

/** One look of the job: reminds once a day, from REMIND_AT on, never on a day off and never in the evening. */
export async function remindWhenDue(deps: CaseJobDeps): Promise<void> {
  const { db, config, now } = deps
  const today = dayOf(now())
  if (!config.remindAt || !isMorning(config.remindAt, isWorkingDay(await readCalendar(db), today), now())) return
  const last = await findJob(db, name)
  if (last?.ok === 1 && dayOf(new Date(last.startedAt)) === today) return
  const done = await withLease(deps, name, async () => {
    const told = await remindStaff(deps)
    return { ...told, ok: true, detail: JSON.stringify(told) }
  })
  if (done) deps.log.info({ notices: done.notices, mails: done.mails }, 'staff reminded')
}

async function forget({ db, now }: CaseJobDeps): Promise<void> {
  const before = (age: number) => new Date(now().getTime() - age).toISOString()
  await forgetNotices(db, before(noticesFor))
  await forgetUnfinishedFiles(db, before(unfinishedFor))
}
