import { readCalendar } from '../../db/calendar'
import { insertNotices, listUnmailed, markMailed, type NewNotice, type Notice } from '../../db/case-notices'
import { listCases, listOpenClocks, type OpenClock } from '../../db/cases'
import { getPolicy } from '../../db/deadline-policies'
import { insertMail } from '../../db/outbox'
import type { Db } from '../../db/schema'
import { listStaff, type Staff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { isWorkingDay } from '../domain/calendar'
import { maySee } from '../domain/case-actions'
import { type NoticeKind, reminderOf } from '../domain/case-reminders'
import { answerDueOn, dueState, publishDueOn } from '../domain/deadlines'
import { dayOf } from '../domain/period'
import { isRole, may, type Permission } from '../domain/permissions'
import { digestMail, type Post } from '../mail/case-mails'
import { type NearestPeople, readPeople } from './case-people'

type DigestDeps = { db: Db; now: () => Date } & Post

/**
 * The morning's work, safe to do again on the same day: reminders in the program for what is due soon, today or late
 * (whoever approves is told of the last two), and one mail to each person with what no mail has told yet. Offices that
 * do not work today are left alone.
 * @returns how many notices were given and mails queued
 */
export async function remindStaff(deps: DigestDeps): Promise<{ notices: number; mails: number }> {
  const at = deps.now().toISOString()
  const today = dayOf(deps.now())
  return inTransaction(deps.db, async (db) => {
    const nearest = await readPeople(db)
    const notices = [...(await answerReminders(db, nearest, today)), ...(await publishReminders(db, nearest, today))]
    await insertNotices(
      db,
      notices.map((notice) => ({ ...notice, createdAt: at })),
    )
    const mails = deps.config.mail ? await queueMails({ ...deps, db }, today, at) : 0
    return { notices: notices.length, mails }
  })
}

type Draft = Omit<NewNotice, 'createdAt'>

async function answerReminders(db: Db, nearest: NearestPeople, today: string): Promise<Draft[]> {
  const found: Draft[] = []
  for (const clock of await listOpenClocks(db)) {
    const calendar = await readCalendar(db, clock.officeCode)
    if (!isWorkingDay(calendar, today)) continue
    const { rules } = await getPolicy(db, clock.policyId)
    const dueOn = answerDueOn(calendar, rules, clock.clock)
    const reminder = reminderOf(dueState(calendar, dueOn, today), rules.remindBefore)
    if (!reminder || dueOn === null) continue
    const { kind, step, escalates } = reminder
    for (const staffId of receivers(nearest, clock, escalates))
      found.push({ staffId, caseId: clock.id, kind, mark: `${dueOn} ${step}` })
  }
  return found
}

/** Whoever works on it, or everybody who could take it; on the last day also those who approve. */
function receivers(nearest: NearestPeople, { assigneeId, officeCode, restricted }: OpenClock, escalates: boolean) {
  const able = (permission: Permission) => nearest(officeCode, permission).map(({ id }) => id)
  const own = assigneeId ? [assigneeId] : able(restricted ? 'cases.restricted' : 'cases.receive')
  return new Set([...own, ...(escalates ? able(restricted ? 'cases.restricted' : 'cases.approve') : [])])
}

async function publishReminders(db: Db, nearest: NearestPeople, today: string): Promise<Draft[]> {
  const found: Draft[] = []
  for (const one of await listCases(db, { offices: null, states: ['awaiting-publication'], restricted: 'none' })) {
    const calendar = await readCalendar(db, one.officeCode)
    if (!one.answeredAt || !isWorkingDay(calendar, today)) continue
    const dueOn = publishDueOn(calendar, (await getPolicy(db, one.policyId)).rules, one.answeredAt)
    if (today < dueOn) continue
    for (const { id } of nearest(one.officeCode, 'cases.publish'))
      found.push({ staffId: id, caseId: one.id, kind: 'publish-due', mark: dueOn })
  }
  return found
}

async function queueMails({ db, config, publicUrl }: DigestDeps, today: string, at: string): Promise<number> {
  const people = new Map((await listStaff(db, null)).map((person) => [person.id, person]))
  let queued = 0
  for (const [staffId, notices] of await listUnmailed(db)) {
    const person = people.get(staffId)
    const calendar = await readCalendar(db, person?.officeCode ?? undefined)
    if (!isWorkingDay(calendar, today)) continue
    const lines = person ? notices.filter((notice) => isFor(person, notice)).map(lineOf) : []
    const mail = person && digestMail({ config, publicUrl }, person, lines, today)
    if (mail) await insertMail(db, mail, at)
    if (mail) queued++
    await markMailed(
      db,
      notices.map(({ id }) => id),
      at,
    )
  }
  return queued
}

const lineOf = ({ code, kind, mark }: Notice) => ({ code, mark, kind: kind as NoticeKind })

/** What somebody may no longer see (locked, another role, restricted since) is not mailed. */
function isFor({ id, role, disabledAt }: Staff, { restricted, assigneeId }: Notice): boolean {
  if (disabledAt !== null || !isRole(role)) return false
  const actor = { by: 'staff', id, may: (permission: Permission) => may(role, permission) } as const
  return maySee({ restricted: restricted === 1, assigneeId }, actor)
}
