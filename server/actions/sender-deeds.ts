import { insertAudit } from '../../db/audit'
import { listEvents } from '../../db/case-events'
import { insertCaseFile } from '../../db/case-files'
import { listPartIds } from '../../db/case-parts'
import { type Consent, dropConsent, type FeedbackCase, getCaseById } from '../../db/cases'
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

const withdrawn = { nameConsent: 'case.consent-off', messageConsent: 'case.messages-off' } as const

/**
 * The sender no longer wants the own name to be shown, or no more messages: possible whatever the state, of the case and
 * of all that it was split from or into, and kept as evidence.
 */
export async function withdrawConsent(
  { db, now }: Pick<SenderDeps, 'db' | 'now'>,
  caseId: string,
  consent: Consent,
): Promise<void> {
  await inTransaction(db, async (db) => {
    const at = now().toISOString()
    for (const { id, code, officeCode, ...agreed } of await familyOf(db, caseId)) {
      if (!agreed[consent]) continue
      await dropConsent(db, id, consent)
      const row = { at, staffId: null, action: withdrawn[consent], subject: code, detail: '' }
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
