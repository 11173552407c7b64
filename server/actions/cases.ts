import { createHmac } from 'node:crypto'
import { insertAudit } from '../../db/audit'
import { readCalendar } from '../../db/calendar'
import { insertEvents } from '../../db/case-events'
import { adoptDraftFiles } from '../../db/case-files'
import { insertSender } from '../../db/case-senders'
import {
  findCaseByClientId,
  findCaseByOrigin,
  getCaseById,
  insertCase,
  type NewCaseRow,
  takeCaseNumber,
} from '../../db/cases'
import { findPolicyFor, getPolicy } from '../../db/deadline-policies'
import { isUnique } from '../../db/failures'
import { findOffice } from '../../db/offices'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { formatCaseCode } from '../domain/case-code'
import { hasClock } from '../domain/case-due'
import { restrictedBy } from '../domain/case-public'
import type { CaseChannel, CaseKind, ContentGroup, ContentType, PublishChoice } from '../domain/case-words'
import { answerDueOn, type ClockFacts } from '../domain/deadlines'
import { isInForce } from '../domain/organisation'
import { dayOf } from '../domain/period'
import { fold } from '../domain/vietnamese'
import type { Post } from '../mail/case-mails'
import type { Keys } from '../store/keys'
import { hashClientId, hashSecret, secretOf } from './case-access'
import { afterDeed } from './case-effects'

export type CaseDeps = { db: Db; keys: Pick<Keys, 'secret' | 'content'>; now: () => Date; newId: () => string } & Post

export type NewCase = {
  /** 128 random bits that the sender's form made, so that nothing is kept twice; null: a new one each time. */
  clientId: string | null
  officeCode: string
  pointCode: string | null
  procedureCode: string | null
  field: string
  channel: CaseChannel
  originCode: string | null
  kind: CaseKind
  contentType: ContentType | null
  contentGroup: ContentGroup
  title: string
  content: string
  place: string
  wish: string
  sender: { name: string; address: string; phone: string; email: string; organisation: string } | null
  publishChoice: PublishChoice
  nameConsent: boolean
  messageConsent: boolean
  /** ISO UTC; the true times, also when it is typed in later. */
  sentAt: string
  receivedAt: string
  enteredBy: string | null
  /** Files that were kept under this id become the case's. */
  draftId: string | null
}

export type Opened =
  | { ok: true; id: string; code: string; secret: string; dueOn: string | null; isNew: boolean }
  | { ok: false; error: 'conflict' | 'unknown-office' | 'office-closed' | 'origin-known' }

/**
 * Opens a case: number, clock, sender, files, first event and audit in one transaction. The same client id with the same
 * content gives the same reply again, with other content `conflict`.
 * @returns `dueOn`: the last day for the answer (YYYY-MM-DD); null where none is promised (suggestions)
 */
export async function openCase(deps: CaseDeps, input: NewCase): Promise<Opened> {
  try {
    return await openOnce(deps, input)
  } catch (error) {
    // Somebody took the id or the code of origin at the same moment; now that stands there and says what to answer.
    if (!isUnique(error) || deps.db.isTransaction) throw error
    return openOnce(deps, input)
  }
}

async function openOnce(deps: CaseDeps, input: NewCase): Promise<Opened> {
  const clientId = input.clientId ?? deps.newId()
  const id = deps.newId()
  const secret = secretOf(deps, clientId)
  const contentMac = macOf(deps, input)
  const open = async (db: Db): Promise<Opened> => {
    const known = await findCaseByClientId(db, hashClientId(deps, clientId))
    if (known) {
      if (!known.contentMac || !contentMac.equals(known.contentMac)) return { ok: false, error: 'conflict' }
      const dueOn = await dueOf(db, known)
      return { ok: true, id: known.id, code: known.code, secret, dueOn, isNew: false }
    }
    const today = dayOf(deps.now())
    const office = await findOffice(db, input.officeCode)
    if (!office) return { ok: false, error: 'unknown-office' }
    if (!isInForce(office, today)) return { ok: false, error: 'office-closed' }
    if (input.originCode && (await findCaseByOrigin(db, input.originCode))) return { ok: false, error: 'origin-known' }
    const year = Number(dayOf(new Date(input.sentAt)).slice(0, 4))
    const code = formatCaseCode(office.code, year, await takeCaseNumber(db, office.code, year))
    const policy = await findPolicyFor(db, office.code, dayOf(new Date(input.receivedAt)))
    const secretHash = hashSecret(deps, secret)
    const hashes = { clientId: hashClientId(deps, clientId), contentMac, secretHash }
    const row = { ...rowOf(input, deps.now()), ...hashes, id, code, policyId: policy.id }
    await insertCase(db, row)
    if (input.sender) await insertSender(db, { caseId: id, ...input.sender, erasedAt: null })
    await recordOpening({ ...deps, db }, { ...input, id, code, policyId: policy.id })
    if (input.draftId) await adoptDraftFiles(db, input.draftId, { caseId: id })
    return { ok: true, id, code, secret, dueOn: await dueOf(db, { ...row, clock: clockOf(input) }), isNew: true }
  }
  // Many at one office wait for its next number; unique columns stand for the rest.
  return inTransaction(deps.db, open, 'read committed')
}

async function recordOpening(
  { db, now, ...post }: CaseDeps,
  input: NewCase & { id: string; code: string; policyId: string },
) {
  const { policyId } = input
  const { id, code, officeCode, channel, kind, enteredBy, contentType, contentGroup, field, procedureCode } = input
  const at = now().toISOString()
  const began = { officeCode, channel, kind, contentType, contentGroup, field, procedureCode, policyId }
  const events = [{ kind: 'open', data: began }] as const
  await insertEvents(db, { caseId: id, at, by: enteredBy, state: 'new', officeCode }, events)
  const detail = JSON.stringify({ channel, receivedAt: input.receivedAt })
  if (enteredBy)
    await insertAudit(db, { at, staffId: enteredBy, action: 'case.enter', subject: code, detail, officeCode })
  await afterDeed(db, await getCaseById(db, id), { events, at, by: enteredBy, post })
}

const clockOf = ({ sentAt, receivedAt }: Pick<NewCase, 'sentAt' | 'receivedAt'>): ClockFacts => ({
  ...{ startedAt: sentAt, receivedAt, pauses: [], extraDays: 0, superiorDueOn: null },
})

async function dueOf(
  db: Db,
  { officeCode, policyId, clock, kind }: { officeCode: string; policyId: string; clock: ClockFacts; kind: CaseKind },
): Promise<string | null> {
  if (!hasClock(kind)) return null
  const policy = await getPolicy(db, policyId)
  return answerDueOn(await readCalendar(db, officeCode), policy.rules, clock)
}

function rowOf({ sender: _, draftId: __, clientId: ___, ...input }: NewCase, now: Date) {
  return {
    ...input,
    restricted: Number(restrictedBy(input.kind, false)),
    nameConsent: Number(input.nameConsent),
    messageConsent: Number(input.messageConsent),
    consentAt: input.nameConsent || input.messageConsent ? now.toISOString() : null,
    clock: JSON.stringify(clockOf(input)),
    search: fold(`${input.title}\n${input.content}`),
    createdAt: now.toISOString(),
    ...fresh,
  } satisfies Partial<NewCaseRow>
}

const fresh = {
  state: 'new',
  version: 1,
  assigneeId: null,
  department: '',
  answeredAt: null,
  submittedBy: null,
  reopenedAt: null,
  askedDays: 0,
  askedBy: null,
  rating: null,
  splitFrom: null,
  mergedInto: null,
} as const

/** Everything the sender wrote; times and ids aside, so that sending again is recognised. */
function macOf({ keys }: CaseDeps, { clientId: _, sentAt: __, receivedAt: ___, ...content }: NewCase): Buffer {
  return createHmac('sha256', keys.content).update('case\n').update(JSON.stringify(content)).digest()
}
