import { insertAudit } from '../../db/audit'
import { insertEvents } from '../../db/case-events'
import { findSender, insertSender } from '../../db/case-senders'
import { type FeedbackCase, getCaseById, insertCase, type NewCaseRow, takeCaseNumber, updateCase } from '../../db/cases'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { formatCaseCode } from '../domain/case-code'
import { closePauses } from '../domain/case-moves'
import { restrictedBy } from '../domain/case-public'
import type { CaseKind } from '../domain/case-words'
import { dayOf } from '../domain/period'
import { may, type SignedInStaff } from '../domain/permissions'
import { fold } from '../domain/vietnamese'
import { actorOf, type DeedDeps, type DeedFault, findCaseFor, storeDeed } from './case-deeds'

type FamilyDeps = DeedDeps & { newId: () => string }
type Asked = { code: string; version: number }
export type FamilyResult = { ok: true; codes: string[] } | { ok: false; error: DeedFault | 'unknown-target' }

/** One part of a case; `restricted`: only whoever is entrusted with it may see it. */
export type CasePart = { title: string; content: string; kind: CaseKind; restricted: boolean }

/** Undoes what was written when a later step is refused. */
class Refused extends Error {
  constructor(readonly error: DeedFault) {
    super(error)
  }
}

/**
 * Splits a case into 2–6 parts: each is a case of its own that was sent when the whole was, with its clock, its sender and
 * its look-up code. A restricted part makes the whole restricted, whose text says the same. `told`: what the sender reads,
 * made of the codes of the parts.
 */
export async function splitCase(
  deps: FamilyDeps,
  staff: SignedInStaff,
  asked: Asked,
  parts: readonly CasePart[],
  told: (codes: readonly string[]) => string,
): Promise<FamilyResult> {
  return undone(() =>
    inTransaction(deps.db, async (db) => {
      const whole = await findCaseFor(db, staff, asked.code)
      if (!whole) return refuse('unknown')
      if (whole.version !== asked.version) return refuse('conflict')
      const at = deps.now().toISOString()
      const codes: string[] = []
      for (const part of parts) codes.push(await openPart({ ...deps, db }, staff, whole, part, at))
      const hides = parts.some(({ kind, restricted }) => restrictedBy(kind, restricted))
      const action = { deed: 'split', into: codes, told: told(codes), hides } as const
      const split = await storeDeed({ ...deps, db }, whole, action, actorOf(staff))
      if (!split.ok) throw new Refused(split.error)
      return { ok: true, codes }
    }),
  )
}

async function openPart(
  { db, newId }: FamilyDeps,
  staff: SignedInStaff,
  whole: FeedbackCase,
  part: CasePart,
  at: string,
): Promise<string> {
  const id = newId()
  const year = Number(dayOf(new Date(whole.sentAt)).slice(0, 4))
  const code = formatCaseCode(whole.officeCode, year, await takeCaseNumber(db, whole.officeCode, year))
  const row = { ...partOf(whole, part, staff, at), id, code, createdAt: at }
  await insertCase(db, row)
  const sender = await findSender(db, whole.id)
  if (sender) await insertSender(db, { ...sender, caseId: id })
  const { officeCode, channel, kind, contentType, contentGroup, field, procedureCode } = row
  const { policyId, department } = row
  const from = { clock: closePauses(whole.clock, at), policyId, department, restricted: row.restricted === 1 }
  const begun = { officeCode, channel, kind, contentType, contentGroup, field, procedureCode }
  const data = { ...begun, splitFrom: whole.code, part: from }
  await insertEvents(db, { caseId: id, at, by: staff.id, state: 'new', officeCode }, [{ kind: 'open', data }])
  return code
}

/** A part is not classified yet, and nobody has taken it; all else is as in the whole. */
function partOf(whole: FeedbackCase, { title, content, kind, restricted }: CasePart, staff: SignedInStaff, at: string) {
  const { clock, nameConsent, messageConsent, ...same } = whole
  const opened = whole.restricted && !(may(staff.role, 'cases.restricted') && !restricted)
  return {
    ...same,
    ...{ title, content, kind, wish: '', clientId: null, contentMac: null, originCode: null },
    ...{ contentType: null, contentGroup: 'unclassified', state: 'new', version: 1, splitFrom: whole.id },
    ...{ answeredAt: null, submittedBy: null, askedDays: 0, askedBy: null, rating: null, assigneeId: null },
    restricted: Number(restrictedBy(kind, restricted || opened)),
    nameConsent: Number(nameConsent),
    messageConsent: Number(messageConsent),
    clock: JSON.stringify(closePauses(clock, at)),
    enteredBy: staff.id,
    search: fold(`${title}\n${content}`),
  } satisfies Partial<NewCaseRow>
}

/** Merges a case into another one of the same part of the tree; its sender follows the other one from now on. */
export async function mergeCases(
  deps: DeedDeps,
  staff: SignedInStaff,
  asked: Asked,
  { code, version }: Asked,
  told: string,
): Promise<FamilyResult> {
  return inTransaction(deps.db, async (db) => {
    const [found, into] = [await findCaseFor(db, staff, asked.code), await findCaseFor(db, staff, code)]
    if (!found) return refuse('unknown')
    if (!into) return { ok: false, error: 'unknown-target' }
    if (found.id === into.id) return refuse('same-case')
    if (found.version !== asked.version || into.version !== version) return refuse('conflict')
    const merged = await storeDeed({ ...deps, db }, found, { deed: 'merge', into, told }, actorOf(staff))
    if (!merged.ok) return merged
    await takeIn(db, into, found, staff, deps.now().toISOString())
    return { ok: true, codes: [into.code] }
  })
}

/** The other case says so too, so that whoever works on it knows. */
async function takeIn(db: Db, into: FeedbackCase, from: FeedbackCase, staff: SignedInStaff, at: string): Promise<void> {
  const { id, state, officeCode, code } = into
  await updateCase(db, await getCaseById(db, id), {})
  const data = { from: from.id, fromCode: from.code }
  await insertEvents(db, { caseId: id, at, by: staff.id, state, officeCode }, [{ kind: 'merge-in', data }])
  const detail = JSON.stringify({ from: from.code })
  await insertAudit(db, { at, staffId: staff.id, action: 'case.merge-in', subject: code, detail, officeCode })
}

const refuse = (error: DeedFault) => ({ ok: false, error }) as const

async function undone(work: () => Promise<FamilyResult>): Promise<FamilyResult> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return refuse(error.error)
    throw error
  }
}
