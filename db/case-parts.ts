import type { Db } from './schema'

/** Ids of the cases that one was split into, those that were split again left out in favour of theirs; by code. */
export async function listPartIds(db: Db, caseId: string): Promise<string[]> {
  const parts = await db
    .selectFrom('feedbackCase')
    .select(['id', 'state'])
    .where('splitFrom', '=', caseId)
    .orderBy('code')
    .execute()
  const ids: string[] = []
  for (const { id, state } of parts) ids.push(...(state === 'split' ? await listPartIds(db, id) : [id]))
  return ids
}
