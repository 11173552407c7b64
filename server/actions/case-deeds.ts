import { insertAudit } from '../../db/audit'
import { findDraft, sealAnswer } from '../../db/case-answers'
import { insertEvents, listEvents } from '../../db/case-events'
import { type CaseSender, findSender } from '../../db/case-senders'
import { type FeedbackCase, findCase, getCaseById, updateCase } from '../../db/cases'
import { findPolicyFor } from '../../db/deadline-policies'
import { findContacts } from '../../db/feedback-offices'
import { findOffice, listOfficesBelow } from '../../db/offices'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { type CaseActor, decide, maySee } from '../domain/case-actions'
import { previousOffice } from '../domain/case-history'
import type { CaseAction, CaseFault } from '../domain/case-moves'
import type { NewCaseEvent } from '../domain/feedback-case'
import { isInForce } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import type { Post } from '../mail/case-mails'
import { afterDeed } from './case-effects'
import { momentOf } from './case-moment'

/** `config`, `publicUrl`: for mail to the sender. */
export type DeedDeps = { db: Db; now: () => Date } & Post
export type DeedFault = CaseFault | 'conflict' | 'unknown'
export type DeedResult = { ok: true; case: FeedbackCase } | { ok: false; error: DeedFault }

const refuse = (error: DeedFault) => ({ ok: false, error }) as const

/** A person of the staff as `decide` knows them. */
export function actorOf(staff: SignedInStaff): Extract<CaseActor, { by: 'staff' }> {
  return { by: 'staff', id: staff.id, may: (permission) => may(staff.role, permission) }
}

/** The case of a code that a person may open: of the own part of the tree, and not hidden from them; else null. */
export async function findCaseFor(db: Db, staff: SignedInStaff, code: string): Promise<FeedbackCase | null> {
  const found = await findCase(db, code)
  if (!found || !maySee(found, actorOf(staff))) return null
  if (staff.officeCode === null) return found
  const own = await listOfficesBelow(db, staff.officeCode)
  return own.some((office) => office.code === found.officeCode) ? found : null
}

/**
 * One deed of the staff. `version`: of the case as the person saw it; `conflict` when somebody acted meanwhile.
 * `unknown`: no such case, or not for this person's eyes.
 */
export async function actOnCase(
  deps: DeedDeps,
  staff: SignedInStaff,
  { code, version }: { code: string; version: number },
  action: CaseAction,
): Promise<DeedResult> {
  return inTransaction(deps.db, async (db) => {
    const found = await findCaseFor(db, staff, code)
    if (!found) return refuse('unknown')
    if (found.version !== version) return refuse('conflict')
    return storeDeed({ ...deps, db }, found, action, actorOf(staff))
  })
}

/** One deed of the sender, who has proved the look-up code. */
export async function actAsSender(deps: DeedDeps, caseId: string, action: CaseAction): Promise<DeedResult> {
  return inTransaction(deps.db, async (db) =>
    storeDeed({ ...deps, db }, await getCaseById(db, caseId), action, { by: 'sender' }),
  )
}

/** Decides and stores, inside the caller's transaction: state, events, audit and whoever is to be told. */
export async function storeDeed(
  { db, now, ...post }: DeedDeps,
  found: FeedbackCase,
  asked: CaseAction,
  actor: CaseActor,
): Promise<DeedResult> {
  const action = await completed(db, found, asked, dayOf(now()))
  const moment = await momentOf(db, found, now())
  const decided = decide(found, action, actor, moment)
  if (!decided.ok) return refuse(decided.error)
  const { change } = decided
  const to = change.officeCode
  const policy = to === undefined ? null : { policyId: (await findPolicyFor(db, to, moment.today)).id }
  const events = policy ? decided.events.map((event) => underPolicy(event, policy)) : decided.events
  if (!(await updateCase(db, found, { ...change, ...policy }))) return refuse('conflict')
  const by = actor.by === 'staff' ? actor.id : null
  const happening = { caseId: found.id, at: moment.now, by, state: change.state ?? found.state }
  await insertEvents(db, { ...happening, officeCode: found.officeCode }, events)
  if (action.deed === 'answer')
    await sealAnswer(db, { caseId: found.id, no: action.answerNo }, { sentAt: moment.now, approvedBy: by ?? '' })
  if (by) await audit(db, found, action.deed, by, moment.now)
  const changed = await getCaseById(db, found.id)
  await afterDeed(db, changed, { events, at: moment.now, by, post })
  return { ok: true, case: changed }
}

/** A move says under which rules its new owner began, so that figures of the past stay as they were. */
function underPolicy(event: NewCaseEvent, policy: { policyId: string }): NewCaseEvent {
  if (event.kind === 'forward') return { ...event, data: { ...event.data, ...policy } }
  return event.kind === 'return' ? { ...event, data: { ...event.data, ...policy } } : event
}

/** What an action says about the rest of the database is looked up here, so that no caller can be wrong about it. */
async function completed(db: Db, found: FeedbackCase, action: CaseAction, today: string): Promise<CaseAction> {
  switch (action.deed) {
    case 'forward': {
      const office = await findOffice(db, action.to)
      return { ...action, isOpen: office !== undefined && isInForce(office, today) }
    }
    case 'return':
      return { ...action, to: previousOffice(await listEvents(db, found.id)) }
    case 'submit': {
      const draft = await findDraft(db, found.id)
      return { ...action, answerNo: draft?.no ?? 0, text: draft?.text ?? '' }
    }
    case 'send-back':
    case 'answer':
      return { ...action, answerNo: (await findDraft(db, found.id))?.no ?? 0 }
    default:
      return action
  }
}

/** The audit says that it happened; what was written stays with the case, for fewer eyes. */
function audit(db: Db, { code, officeCode }: FeedbackCase, deed: string, staffId: string, at: string): Promise<void> {
  return insertAudit(db, { at, staffId, action: `case.${deed}`, subject: code, detail: '', officeCode })
}

/**
 * Whether a person may see who sent a case: whoever receives, and its handler where the office does not hide it. Who sent
 * a denunciation or another restricted case is nobody's business who only handles it (Law on denunciations).
 */
export async function mayReveal(db: Db, staff: SignedInStaff, found: FeedbackCase): Promise<boolean> {
  if (may(staff.role, 'cases.sender')) return true
  if (found.restricted || !may(staff.role, 'cases.handle') || found.assigneeId !== staff.id) return false
  return !(await findContacts(db, found.officeCode)).hidesSender
}

/** Who sent a case, for whoever may know; each time is written down with its reason. Null without a sender. */
export async function revealSender(
  { db, now }: Pick<DeedDeps, 'db' | 'now'>,
  staff: SignedInStaff,
  code: string,
  reason: string,
): Promise<{ ok: true; sender: CaseSender | null } | { ok: false; error: 'unknown' | 'forbidden' }> {
  return inTransaction(db, async (db) => {
    const found = await findCaseFor(db, staff, code)
    if (!found) return { ok: false, error: 'unknown' }
    if (!(await mayReveal(db, staff, found))) return { ok: false, error: 'forbidden' }
    const detail = JSON.stringify({ reason })
    const row = { at: now().toISOString(), staffId: staff.id, action: 'case.reveal', subject: code, detail }
    await insertAudit(db, { ...row, officeCode: found.officeCode })
    return { ok: true, sender: (await findSender(db, found.id)) ?? null }
  })
}
