import { insertAudit } from '../../db/audit'
import { deleteSurveyDraft, findSurveyDraft, insertSurveyDraft } from '../../db/survey-drafts'
import {
  findNewestVersion,
  findSurveyVersion,
  insertSurveyVersion,
  listVersionRecords,
  withdrawSurveyVersion,
} from '../../db/surveys'
import { inTransaction } from '../../db/transaction'
import { dayOf, isDay } from '../domain/period'
import type { SurveyDefinition } from '../domain/survey'
import { diffSurveys, isUnchanged } from '../domain/survey-changes'
import { auditChanges, changesScale, mayEditSurveys, publishedDefinitions, type SurveyDeps } from './survey-drafts'

export type PublishFailure =
  | 'forbidden'
  | 'gone'
  | 'conflict'
  | 'bad-day'
  | 'past-day'
  | 'before-coming'
  | 'unchanged'
  | 'scale-fixed'
const fail = <E extends string>(error: E) => ({ ok: false, error }) as const

/**
 * Publishes a draft as the next version, in force from a day on (today at the earliest, and not before a version that is
 * published for a later day). The draft is gone afterwards.
 */
export async function publishDraft(
  { db, now, staff }: SurveyDeps,
  { surveyKey, revision, effectiveOn }: { surveyKey: string; revision: number; effectiveOn: string },
): Promise<{ ok: true; id: string } | { ok: false; error: PublishFailure }> {
  if (!mayEditSurveys(staff)) return fail('forbidden')
  const draft = await findSurveyDraft(db, surveyKey)
  if (!draft) return fail('gone')
  if (draft.revision !== revision) return fail('conflict')
  const refused = await refusal({ db, now, staff }, draft.definition, effectiveOn)
  if (refused) return fail(refused)
  const [before] = await publishedDefinitions(db, surveyKey)
  const definition: SurveyDefinition = { ...draft.definition, status: 'official' }
  const at = now().toISOString()
  return inTransaction(db, async (db) => {
    if (!(await deleteSurveyDraft(db, surveyKey, revision))) return fail('conflict')
    const done = await insertSurveyVersion(db, definition, at, { effectiveOn, publishedBy: staff.id })
    if (!done.ok) throw new Error(`version ${definition.version} of ${surveyKey} was published before`)
    const changes = auditChanges(before, definition)
    const detail = JSON.stringify({ before: changes.before, after: { ...changes.after, effectiveOn } })
    await insertAudit(db, { at, staffId: staff.id, action: 'survey.publish', subject: done.id, detail })
    return done
  })
}

async function refusal(
  { db, now }: SurveyDeps,
  definition: SurveyDefinition,
  day: string,
): Promise<PublishFailure | null> {
  if (!isDay(day)) return 'bad-day'
  if (day < dayOf(now())) return 'past-day'
  const newest = await findNewestVersion(db, definition.key)
  if (newest?.effectiveOn && day < newest.effectiveOn) return 'before-coming'
  const [before] = await publishedDefinitions(db, definition.key)
  if (before && isUnchanged(diffSurveys(before, definition))) return 'unchanged'
  return (await changesScale(db, before, definition)) ? 'scale-fixed' : null
}

/**
 * Takes back a version before its first day. Its content becomes the draft again, under the next number, unless the
 * survey has another draft.
 */
export async function withdrawVersion(
  { db, now, staff }: SurveyDeps,
  id: string,
): Promise<{ ok: true; surveyKey: string } | { ok: false; error: 'forbidden' | 'gone' | 'in-force' }> {
  if (!mayEditSurveys(staff)) return fail('forbidden')
  const definition = await findSurveyVersion(db, id)
  if (!definition) return fail('gone')
  const at = now().toISOString()
  const surveyKey = definition.key
  return inTransaction(db, async (db) => {
    if (!(await withdrawSurveyVersion(db, { id, today: dayOf(now()), at }))) return fail('in-force')
    const version = ((await listVersionRecords(db, surveyKey))[0]?.version ?? definition.version) + 1
    if (!(await findSurveyDraft(db, surveyKey)))
      await insertSurveyDraft(db, { definition: { ...definition, version }, at, by: staff.id })
    const detail = JSON.stringify({ title: definition.title })
    await insertAudit(db, { at, staffId: staff.id, action: 'survey.withdraw', subject: id, detail })
    return { ok: true, surveyKey } as const
  })
}
