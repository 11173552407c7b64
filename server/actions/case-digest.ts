import { type Calendars, readCalendars } from '../../db/calendar'
import { listCaseClocks } from '../../db/case-lines'
import { insertNotices, listUnmailed, markMailed, type NewNotice, type Notice } from '../../db/case-notices'
import { listOpenClocks, type OpenClock } from '../../db/cases'
import { listPolicies } from '../../db/deadline-policies'
import { listOffices, type Office } from '../../db/offices'
import { insertMail } from '../../db/outbox'
import type { Db } from '../../db/schema'
import { listStaff, type Staff } from '../../db/staff'
import { inTransaction } from '../../db/transaction'
import { isWorkingDay } from '../domain/calendar'
import { maySee } from '../domain/case-actions'
import { isStillTrue, type NoticeKind, reminderOf } from '../domain/case-reminders'
import type { DeadlineRules } from '../domain/deadline-policy'
import { answerDueOn, dueState, publishDueOn } from '../domain/deadlines'
import { codesBelow } from '../domain/organisation'
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
    const morning = await morningOf(db, today)
    const notices = [...(await answerReminders(db, morning)), ...(await publishReminders(db, morning))]
    await insertNotices(
      db,
      notices.map((notice) => ({ ...notice, createdAt: at })),
    )
    const mails = deps.config.mail ? await queueMails({ ...deps, db }, morning, at) : 0
    return { notices: notices.length, mails }
  })
}

type Draft = Omit<NewNotice, 'createdAt'>
/** What every reminder asks for; read once, there may be thousands of cases. */
type Morning = {
  today: string
  calendarOf: Calendars
  rulesOf: (policyId: string) => DeadlineRules
  nearest: NearestPeople
}

async function morningOf(db: Db, today: string): Promise<Morning> {
  const rules = new Map((await listPolicies(db)).map((policy) => [policy.id, policy.rules]))
  const rulesOf = (policyId: string) => {
    const found = rules.get(policyId)
    if (!found) throw new Error(`no deadlines ${policyId}`)
    return found
  }
  return { today, calendarOf: await readCalendars(db), rulesOf, nearest: await readPeople(db) }
}

async function answerReminders(db: Db, { today, calendarOf, rulesOf, nearest }: Morning): Promise<Draft[]> {
  const found: Draft[] = []
  for (const clock of await listOpenClocks(db)) {
    const calendar = calendarOf(clock.officeCode)
    if (!isWorkingDay(calendar, today)) continue
    const rules = rulesOf(clock.policyId)
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
function receivers(
  nearest: NearestPeople,
  { assigneeId, officeCode, restricted, kind }: OpenClock,
  escalates: boolean,
) {
  const able = (permission: Permission) => nearest(officeCode, permission).map(({ id }) => id)
  const own = assigneeId ? [assigneeId] : able(restricted && kind !== 'urgent' ? 'cases.restricted' : 'cases.receive')
  return new Set([...own, ...(escalates ? able(restricted ? 'cases.restricted' : 'cases.approve') : [])])
}

async function publishReminders(db: Db, { today, calendarOf, rulesOf, nearest }: Morning): Promise<Draft[]> {
  const found: Draft[] = []
  const filter = { offices: null, states: ['awaiting-publication'], restricted: 'none' } as const
  for (const one of await listCaseClocks(db, filter)) {
    const calendar = calendarOf(one.officeCode)
    if (!one.answeredAt || !isWorkingDay(calendar, today)) continue
    const dueOn = publishDueOn(calendar, rulesOf(one.policyId), one.answeredAt)
    if (today < dueOn) continue
    for (const { id } of nearest(one.officeCode, 'cases.publish'))
      found.push({ staffId: id, caseId: one.id, kind: 'publish-due', mark: dueOn })
  }
  return found
}

async function queueMails(
  { db, config, publicUrl }: DigestDeps,
  { today, calendarOf }: Morning,
  at: string,
): Promise<number> {
  const people = new Map((await listStaff(db, null)).map((person) => [person.id, person]))
  const offices = await listOffices(db)
  let queued = 0
  for (const [staffId, notices] of await listUnmailed(db)) {
    const person = people.get(staffId)
    if (!isWorkingDay(calendarOf(person?.officeCode ?? undefined), today)) continue
    const lines = person
      ? withoutTwins(
          notices
            .filter(isFor(person, offices))
            .map(lineOf)
            .filter(({ kind, state }) => isStillTrue(kind, state)),
        )
      : []
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

const lineOf = ({ code, kind, mark, state }: Notice) => ({ code, mark, state, kind: kind as NoticeKind })

/** A case that came twice since the last mail, handed to and fro, is told once. */
function withoutTwins(lines: ReturnType<typeof lineOf>[]) {
  return [...new Map(lines.map((line) => [`${line.code} ${line.kind} ${line.mark}`, line])).values()]
}

/** What somebody may no longer see (locked, another role, restricted or given to another office since) is not mailed. */
function isFor({ id, role, disabledAt, officeCode }: Staff, offices: readonly Office[]): (notice: Notice) => boolean {
  if (disabledAt !== null || !isRole(role)) return () => false
  const actor = { by: 'staff', id, may: (permission: Permission) => may(role, permission) } as const
  const own = officeCode === null ? null : codesBelow(offices, officeCode)
  return ({ restricted, assigneeId, caseKind: kind, officeCode }) =>
    (own === null || own.has(officeCode)) && maySee({ restricted: restricted === 1, assigneeId, kind }, actor)
}
