import type { Selectable } from 'kysely'
import type { Db } from './schema'
import type { CaseAnswerTable } from './schema-cases'

export type CaseAnswer = Selectable<CaseAnswerTable>

/** Every answer of a case, oldest first; the last one may be a draft (`sentAt` null). */
export function listAnswers(db: Db, caseId: string): Promise<CaseAnswer[]> {
  return db.selectFrom('caseAnswer').selectAll().where('caseId', '=', caseId).orderBy('no').execute()
}

/** The answer that is being written, or undefined. */
export function findDraft(db: Db, caseId: string): Promise<CaseAnswer | undefined> {
  return db
    .selectFrom('caseAnswer')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('sentAt', 'is', null)
    .orderBy('no', 'desc')
    .executeTakeFirst()
}

type Draft = {
  caseId: string
  text: string
  by: string
  at: string /** Of the draft as it was read; 0: none. */
  revision: number
}

/** Keeps a draft that nobody else has changed since it was read; `conflict` with the draft as it is now. */
export async function saveDraft(
  db: Db,
  { caseId, text, by, at, revision }: Draft,
): Promise<{ ok: true; draft: CaseAnswer } | { ok: false; error: 'conflict'; draft: CaseAnswer }> {
  const known = await findDraft(db, caseId)
  if (known && known.revision !== revision) return { ok: false, error: 'conflict', draft: known }
  const no = known?.no ?? (await listAnswers(db, caseId)).length + 1
  const draft = {
    caseId,
    no,
    text,
    draftedBy: by,
    updatedAt: at,
    revision: revision + 1,
    sentAt: null,
    approvedBy: null,
  }
  await db
    .insertInto('caseAnswer')
    .values(draft)
    .onConflict((conflict) => conflict.columns(['caseId', 'no']).doUpdateSet(draft))
    .execute()
  return { ok: true, draft }
}

/** The draft becomes what was sent. */
export async function sealAnswer(
  db: Db,
  { caseId, no }: Pick<CaseAnswer, 'caseId' | 'no'>,
  sent: { sentAt: string; approvedBy: string },
): Promise<void> {
  await db.updateTable('caseAnswer').set(sent).where('caseId', '=', caseId).where('no', '=', no).execute()
}
