import { insertNotices } from '../../db/case-notices'
import { findSender } from '../../db/case-senders'
import type { FeedbackCase } from '../../db/cases'
import { insertMail } from '../../db/outbox'
import type { Db } from '../../db/schema'
import type { NoticeKind } from '../domain/case-reminders'
import type { NewCaseEvent } from '../domain/feedback-case'
import type { Permission } from '../domain/permissions'
import { type Post, type SenderNews, senderMail } from '../mail/case-mails'
import { readPeople } from './case-people'

/** Whom an event concerns: whoever works on it, or everybody who may do what comes next. */
type Told = { kind: NoticeKind; who: 'assignee' | Permission }

const told: Partial<Record<NewCaseEvent['kind'], Told>> = {
  open: { kind: 'arrived', who: 'cases.receive' },
  forward: { kind: 'arrived', who: 'cases.receive' },
  return: { kind: 'arrived', who: 'cases.receive' },
  assign: { kind: 'assigned', who: 'assignee' },
  supplement: { kind: 'supplemented', who: 'assignee' },
  reopen: { kind: 'reopened', who: 'assignee' },
  submit: { kind: 'approval', who: 'cases.approve' },
  'send-back': { kind: 'sent-back', who: 'assignee' },
  answer: { kind: 'to-publish', who: 'cases.publish' },
  'set-superior': { kind: 'superior', who: 'assignee' },
  'ask-extension': { kind: 'extension', who: 'cases.approve' },
  'approve-extension': { kind: 'extension-decided', who: 'assignee' },
  'refuse-extension': { kind: 'extension-decided', who: 'assignee' },
  rate: { kind: 'rated', who: 'assignee' },
}

const news: Partial<Record<NewCaseEvent['kind'], SenderNews>> = {
  open: 'received',
  'ask-sender': 'asked',
  answer: 'answered',
  refuse: 'refused',
  forward: 'moved',
  'forward-outside': 'moved',
  merge: 'merged',
  split: 'split',
  'approve-extension': 'extended',
}

type Happened = { events: readonly NewCaseEvent[]; at: string; by: string | null; post: Post }

/**
 * Tells whoever is concerned, in the transaction of the deed: the staff in the program (mail goes out in the morning),
 * the sender by mail where the sender agreed. Mails name the code alone, never what was written.
 * @param changed the case as it is afterwards
 */
export async function afterDeed(db: Db, changed: FeedbackCase, { events, at, by, post }: Happened): Promise<void> {
  for (const event of events) {
    await tellStaff(db, changed, event, at, by)
    const piece = news[event.kind]
    if (piece) await tellSender(db, changed, piece, at, post)
  }
}

async function tellStaff(db: Db, changed: FeedbackCase, event: NewCaseEvent, at: string, by: string | null) {
  const becameRestricted = changed.restricted && (event.kind === 'classify' || event.kind === 'restrict')
  const wanted = becameRestricted ? ({ kind: 'restricted', who: 'cases.restricted' } as const) : told[event.kind]
  if (!wanted || (wanted.kind === 'to-publish' && changed.state !== 'awaiting-publication')) return
  const ids = await receivers(db, changed, wanted.who)
  const notices = ids
    .filter((id) => id !== by)
    .map((staffId) => ({ staffId, caseId: changed.id, kind: wanted.kind, mark: at, createdAt: at }))
  await insertNotices(db, notices)
}

async function receivers(db: Db, found: FeedbackCase, who: Told['who']): Promise<string[]> {
  if (who === 'assignee' && found.assigneeId) return [found.assigneeId]
  const nearest = await readPeople(db)
  const permission = who === 'assignee' ? 'cases.receive' : who
  // What is restricted is seen by those alone who are entrusted with it.
  return nearest(found.officeCode, found.restricted && found.kind !== 'urgent' ? 'cases.restricted' : permission).map(
    ({ id }) => id,
  )
}

async function tellSender(db: Db, found: FeedbackCase, piece: SenderNews, at: string, post: Post): Promise<void> {
  if (!found.messageConsent) return
  const sender = await findSender(db, found.id)
  const mail = sender && senderMail(post, sender.email, found.code, piece)
  if (mail) await insertMail(db, mail, at)
}
