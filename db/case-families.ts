import { type FeedbackCase, getCaseById } from './cases'
import type { Db } from './schema'

/** How another case belongs to one: the text it was split from, a part of it, what it went into, what came into it. */
export type Kinship = 'whole' | 'part' | 'merged-into' | 'merged-in'
export type Relative = { kinship: Kinship; case: FeedbackCase }

/** Cases that belong to one by a split or a merger, in the order in which they were numbered. */
export async function listRelatives(db: Db, found: FeedbackCase): Promise<Relative[]> {
  const rows = await db
    .selectFrom('feedbackCase')
    .select(['id', 'splitFrom', 'mergedInto'])
    .where((e) =>
      e.or([
        e('splitFrom', '=', found.id),
        e('mergedInto', '=', found.id),
        e('id', 'in', [found.splitFrom ?? '', found.mergedInto ?? '']),
      ]),
    )
    .orderBy('code')
    .execute()
  const kinshipOf = (row: (typeof rows)[number]): Kinship => {
    if (row.splitFrom === found.id) return 'part'
    if (row.mergedInto === found.id) return 'merged-in'
    return row.id === found.splitFrom ? 'whole' : 'merged-into'
  }
  return Promise.all(rows.map(async (row) => ({ kinship: kinshipOf(row), case: await getCaseById(db, row.id) })))
}

/** How many cases were merged into one, those that had come into these before included. */
export async function countMerged(db: Db, caseId: string): Promise<number> {
  let [count, next] = [0, [caseId]]
  while (next.length > 0) {
    const rows = await db.selectFrom('feedbackCase').select('id').where('mergedInto', 'in', next).execute()
    next = rows.map(({ id }) => id)
    count += next.length
  }
  return count
}
