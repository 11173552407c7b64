import { type CaseAnswer, saveDraft } from '../../db/case-answers'
import type { FeedbackCase } from '../../db/cases'
import type { Db } from '../../db/schema'
import { inTransaction } from '../../db/transaction'
import { possibleDeeds } from '../domain/case-actions'
import type { SignedInStaff } from '../domain/permissions'
import { actorOf, type DeedDeps, type DeedFault, findCaseFor, storeDeed } from './case-deeds'

/** What was written and the draft it was written upon; 0: there was none. */
export type Written = { text: string; revision: number }
/** `edited`: somebody else has saved another text meanwhile; both are there. */
export type SaveResult =
  | { ok: true; draft: CaseAnswer }
  | { ok: false; error: 'edited'; draft: CaseAnswer }
  | { ok: false; error: DeedFault }

/** Keeps the draft of an answer, as long as nobody else has changed it since it was read. */
export async function saveAnswer(
  deps: Pick<DeedDeps, 'db' | 'now'>,
  staff: SignedInStaff,
  code: string,
  written: Written,
): Promise<SaveResult> {
  return inTransaction(deps.db, async (db) => {
    const found = await findCaseFor(db, staff, code)
    if (!found) return { ok: false, error: 'unknown' }
    return keep({ ...deps, db }, staff, found, written)
  })
}

/** Keeps the draft and gives it for approval, both or neither. */
export async function submitAnswer(
  deps: DeedDeps,
  staff: SignedInStaff,
  { code, version }: { code: string; version: number },
  written: Written,
): Promise<SaveResult> {
  return inTransaction(deps.db, async (db) => {
    const found = await findCaseFor(db, staff, code)
    if (!found) return { ok: false, error: 'unknown' }
    if (found.version !== version) return { ok: false, error: 'conflict' }
    const kept = await keep({ ...deps, db }, staff, found, written)
    if (!kept.ok) return kept
    const action = { deed: 'submit', answerNo: kept.draft.no, text: written.text } as const
    const submitted = await storeDeed({ ...deps, db }, found, action, actorOf(staff))
    return submitted.ok ? kept : submitted
  })
}

/** Whoever may give an answer for approval may write it, and only while it does not lie with the approver. */
async function keep(
  { db, now }: { db: Db; now: () => Date },
  staff: SignedInStaff,
  found: FeedbackCase,
  { text, revision }: Written,
): Promise<SaveResult> {
  if (possibleDeeds(found, actorOf(staff), ['submit']).length === 0) return { ok: false, error: 'wrong-state' }
  const draft = { caseId: found.id, text, by: staff.id, at: now().toISOString(), revision }
  const saved = await saveDraft(db, draft)
  return saved.ok ? saved : { ...saved, error: 'edited' }
}
