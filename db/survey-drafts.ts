import { type SurveyDefinition, surveyDefinition } from '../server/domain/survey'
import type { Db } from './schema'

/** The next version of a survey while it is being written. */
export type SurveyDraft = {
  surveyKey: string
  definition: SurveyDefinition
  /** Grows with each saving: who saves an older one is told. */
  revision: number
  createdAt: string
  updatedAt: string
  /** Name of who saved it last; null when that is not known. */
  updatedBy: string | null
}

export async function findSurveyDraft(db: Db, surveyKey: string): Promise<SurveyDraft | undefined> {
  return (await read(db, surveyKey))[0]
}

/** Every draft, by key. */
export function listSurveyDrafts(db: Db): Promise<SurveyDraft[]> {
  return read(db)
}

async function read(db: Db, surveyKey?: string): Promise<SurveyDraft[]> {
  const rows = await db
    .selectFrom('surveyDraft')
    .leftJoin('staff', 'staff.id', 'surveyDraft.updatedBy')
    .selectAll('surveyDraft')
    .select('staff.name as by')
    .$if(surveyKey !== undefined, (query) => query.where('surveyKey', '=', surveyKey ?? ''))
    .orderBy('surveyKey')
    .execute()
  return rows.map(({ by, definition, ...row }) => ({
    ...row,
    definition: surveyDefinition.parse(JSON.parse(definition)),
    updatedBy: by,
  }))
}

type Saved = { definition: SurveyDefinition; at: string; by: string }

/** Throws when the survey has a draft already (`isUnique`). */
export async function insertSurveyDraft(db: Db, { definition, at, by }: Saved): Promise<void> {
  const row = { surveyKey: definition.key, definition: JSON.stringify(definition), revision: 1 }
  await db
    .insertInto('surveyDraft')
    .values({ ...row, createdAt: at, updatedAt: at, updatedBy: by })
    .execute()
}

/** Saves over the given revision; false when somebody else saved or removed the draft meanwhile. */
export async function updateSurveyDraft(db: Db, revision: number, { definition, at, by }: Saved): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('surveyDraft')
    .set({ definition: JSON.stringify(definition), revision: revision + 1, updatedAt: at, updatedBy: by })
    .where('surveyKey', '=', definition.key)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes the given revision of a draft; false when it is another one by now. */
export async function deleteSurveyDraft(db: Db, surveyKey: string, revision: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('surveyDraft')
    .where('surveyKey', '=', surveyKey)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
