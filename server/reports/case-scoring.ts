import type { Db } from '../../db/schema'
import { defaultScoring } from '../../db/seed/scoring'
import { findSetting } from '../../db/settings'
import { type ScoringRule, scoringSchema } from '../domain/scoring'

/** Where the table of points is kept. */
export const scoringSetting = 'case-scoring'

/** The table of points as it was set, else the one that is shipped. */
export async function readScoring(db: Db): Promise<readonly ScoringRule[]> {
  const text = await findSetting(db, scoringSetting)
  const read = text === undefined ? null : scoringSchema.safeParse(JSON.parse(text))
  return read?.success ? read.data : defaultScoring
}
