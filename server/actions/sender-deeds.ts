import { insertAudit } from '../../db/audit'
import { listEvents } from '../../db/case-events'
import { insertCaseFile } from '../../db/case-files'
import { listPartIds } from '../../db/case-parts'
import { dropNameConsent, type FeedbackCase, getCaseById } from '../../db/cases'
import { inTransaction } from '../../db/transaction'
import type { TakenFile } from '../store/attachments'
import { actAsSender, type DeedResult } from './case-deeds'

type SenderDeps = Parameters<typeof actAsSender>[0] & { newId: () => string }

/** What the office asked its sender for: a text and files, kept together with the event or not at all. */
export async function supplementCase(
  deps: SenderDeps,
  caseId: string,
  { text, files }: { text: string; files: readonly TakenFile[] },
): Promise<DeedResult> {
  return inTransaction(deps.db, async (db) => {
    const done = await actAsSender({ ...deps, db }, caseId, { deed: 'supplement', text, files: files.length })
    if (!done.ok) return done
    const eventNo = (await listEvents(db, caseId)).at(-1)?.no ?? null
    const createdAt = deps.now().toISOString()
    for (const file of files)
      await insertCaseFile(db, { id: deps.newId(), caseId, draftId: null, eventNo, createdAt, createdBy: null, file })
    return done
  })
}

/**
 * The sender no longer wants the own name to be shown: possible whatever the state, of the case and of all that it was
 * split from or into, and kept as evidence.
 */
export async function withdrawNameConsent({ db, now }: Pick<SenderDeps, 'db' | 'now'>, caseId: string): Promise<void> {
  await inTransaction(db, async (db) => {
    const at = now().toISOString()
    for (const { id, nameConsent, code, officeCode } of await familyOf(db, caseId)) {
      if (!nameConsent) continue
      await dropNameConsent(db, id)
      const row = { at, staffId: null, action: 'case.consent-off', subject: code, detail: '' }
      await insertAudit(db, { ...row, officeCode })
    }
  })
}

async function familyOf(db: SenderDeps['db'], caseId: string): Promise<FeedbackCase[]> {
  let top = await getCaseById(db, caseId)
  while (top.splitFrom !== null) top = await getCaseById(db, top.splitFrom)
  const parts = await listPartIds(db, top.id)
  return [top, ...(await Promise.all(parts.map((id) => getCaseById(db, id))))]
}
