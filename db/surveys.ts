import { type SurveyDefinition, surveyDefinition, versionId } from '../server/domain/survey'
import type { Db } from './schema'

/** A published version without its questions, for lists. */
export type VersionHead = { id: string; surveyKey: string; version: number; publishedAt: string }

/**
 * Parsed definitions of each database. A published version never changes, so nothing here grows old; what a transaction
 * reads is not remembered, because it may be undone.
 */
const parsed = new WeakMap<object, Map<string, SurveyDefinition>>()

/** The definition of a published version such as `sipas-24@1`. */
export async function findSurveyVersion(db: Db, id: string): Promise<SurveyDefinition | undefined> {
  const cache = cacheOf(db)
  const known = cache.get(id)
  if (known) return known
  const row = await db.selectFrom('surveyVersion').select('definition').where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const definition = surveyDefinition.parse(JSON.parse(row.definition))
  if (!db.isTransaction) cache.set(id, definition)
  return definition
}

/** The same for an id that another row refers to. Throws when there is no such version. */
export async function getSurveyVersion(db: Db, id: string): Promise<SurveyDefinition> {
  const definition = await findSurveyVersion(db, id)
  if (!definition) throw new Error(`no survey version ${id}`)
  return definition
}

/** The newest published version of a survey. */
export function findNewestVersion(db: Db, surveyKey: string): Promise<VersionHead | undefined> {
  return heads(db).where('surveyKey', '=', surveyKey).orderBy('version', 'desc').limit(1).executeTakeFirst()
}

/** All published versions by survey, newest first. */
export function listSurveyVersions(db: Db): Promise<VersionHead[]> {
  return heads(db).orderBy('surveyKey').orderBy('version', 'desc').execute()
}

/**
 * Publishes a version. Publishing the same definition again changes nothing; another definition under a published id is
 * refused, because answers refer to it.
 */
export async function insertSurveyVersion(
  db: Db,
  definition: SurveyDefinition,
  publishedAt: string,
): Promise<{ ok: true; id: string } | { ok: false; error: 'published-differently' }> {
  const id = versionId(definition)
  const row = { id, surveyKey: definition.key, version: definition.version, publishedAt }
  const text = JSON.stringify(definition)
  await db
    .insertInto('surveyVersion')
    .values({ ...row, definition: text })
    .onConflict((on) => on.doNothing())
    .execute()
  const kept = await db.selectFrom('surveyVersion').select('definition').where('id', '=', id).executeTakeFirst()
  return kept?.definition === text ? { ok: true, id } : { ok: false, error: 'published-differently' }
}

const heads = (db: Db) => db.selectFrom('surveyVersion').select(['id', 'surveyKey', 'version', 'publishedAt'])

function cacheOf(db: Db): Map<string, SurveyDefinition> {
  // The adapter is the one object that a database shares with its transactions.
  const { adapter } = db.getExecutor()
  const cache = parsed.get(adapter) ?? new Map<string, SurveyDefinition>()
  parsed.set(adapter, cache)
  return cache
}
