import type { ExpressionBuilder } from 'kysely'
import { type SurveyDefinition, surveyDefinition, versionId } from '../server/domain/survey'
import type { Db, Schema } from './schema'

/** A published version without its questions, for lists. `effectiveOn` null: in force as soon as it was published. */
export type VersionHead = {
  id: string
  surveyKey: string
  version: number
  publishedAt: string
  effectiveOn: string | null
}

/** The same with who did what; those taken back before their day included. */
export type VersionRecord = VersionHead & { publishedBy: string | null; withdrawnAt: string | null }

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

/**
 * The newest published version of a survey; with a day (YYYY-MM-DD in UTC+7) the newest that is in force on it.
 */
export function findNewestVersion(db: Db, surveyKey: string, today?: string): Promise<VersionHead | undefined> {
  return heads(db)
    .where('surveyKey', '=', surveyKey)
    .$if(today !== undefined, (query) => query.where(inForce(today ?? '')))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** All published versions by survey, newest first; with a day only those in force on it. */
export function listSurveyVersions(db: Db, today?: string): Promise<VersionHead[]> {
  return heads(db)
    .$if(today !== undefined, (query) => query.where(inForce(today ?? '')))
    .orderBy('surveyKey')
    .orderBy('version', 'desc')
    .execute()
}

/** The definition of the newest version of every survey, by key; with a day only those in force on it. */
export async function listNewestSurveys(db: Db, today?: string): Promise<SurveyDefinition[]> {
  const newest = new Map<string, string>()
  for (const { surveyKey, id } of await listSurveyVersions(db, today))
    if (!newest.has(surveyKey)) newest.set(surveyKey, id)
  return Promise.all([...newest.values()].map((id) => getSurveyVersion(db, id)))
}

/** The definition of a version that may be answered on a day: published, and its first day has come. */
export async function findAnswerable(db: Db, id: string, today: string): Promise<SurveyDefinition | undefined> {
  const known = cacheOf(db).get(id)
  if (known && answerableOf(db).has(id)) return known
  const head = await heads(db).where('id', '=', id).where(inForce(today)).executeTakeFirst()
  if (!head) return undefined
  // From its first day on a version is in force for good.
  answerableOf(db).add(id)
  return findSurveyVersion(db, id)
}

/** Everything that was ever published of a survey, or of all, newest first. */
export function listVersionRecords(db: Db, surveyKey?: string): Promise<VersionRecord[]> {
  return db
    .selectFrom('surveyVersion')
    .select(['id', 'surveyKey', 'version', 'publishedAt', 'effectiveOn', 'publishedBy', 'withdrawnAt'])
    .$if(surveyKey !== undefined, (query) => query.where('surveyKey', '=', surveyKey ?? ''))
    .orderBy('surveyKey')
    .orderBy('version', 'desc')
    .execute()
}

/** Takes back a version that is not yet in force on `today`; false when there is no such version. */
export async function withdrawSurveyVersion(
  db: Db,
  { id, today, at }: { id: string; today: string; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('surveyVersion')
    .set({ withdrawnAt: at })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .where('effectiveOn', '>', today)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** True when somebody has answered a version of this survey. */
export async function hasAnswers(db: Db, surveyKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('response')
    .select('id')
    .where('version', 'in', db.selectFrom('surveyVersion').select('id').where('surveyKey', '=', surveyKey))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Publishes a version. Publishing the same definition again changes nothing; another definition under a published id is
 * refused, because answers refer to it.
 * @param by who publishes it, and its first day when that is later
 */
export async function insertSurveyVersion(
  db: Db,
  definition: SurveyDefinition,
  publishedAt: string,
  by: { effectiveOn: string | null; publishedBy: string | null } = { effectiveOn: null, publishedBy: null },
): Promise<{ ok: true; id: string } | { ok: false; error: 'published-differently' }> {
  const id = versionId(definition)
  const row = { id, surveyKey: definition.key, version: definition.version, publishedAt }
  const text = JSON.stringify(definition)
  await db
    .insertInto('surveyVersion')
    .values({ ...row, ...by, definition: text })
    .onConflict((on) => on.doNothing())
    .execute()
  const kept = await db.selectFrom('surveyVersion').select('definition').where('id', '=', id).executeTakeFirst()
  return kept?.definition === text ? { ok: true, id } : { ok: false, error: 'published-differently' }
}

const heads = (db: Db) =>
  db
    .selectFrom('surveyVersion')
    .select(['id', 'surveyKey', 'version', 'publishedAt', 'effectiveOn'])
    .where('withdrawnAt', 'is', null)

const inForce = (today: string) => (eb: ExpressionBuilder<Schema, 'surveyVersion'>) =>
  eb.or([eb('effectiveOn', 'is', null), eb('effectiveOn', '<=', today)])

const answerable = new WeakMap<object, Set<string>>()

function answerableOf(db: Db): Set<string> {
  const { adapter } = db.getExecutor()
  const known = answerable.get(adapter) ?? new Set<string>()
  answerable.set(adapter, known)
  return known
}

function cacheOf(db: Db): Map<string, SurveyDefinition> {
  // The adapter is the one object that a database shares with its transactions.
  const { adapter } = db.getExecutor()
  const cache = parsed.get(adapter) ?? new Map<string, SurveyDefinition>()
  parsed.set(adapter, cache)
  return cache
}
