import { insertAudit } from '../../db/audit'
import { isUnique } from '../../db/connect'
import type { Db } from '../../db/schema'
import {
  deleteSurveyDraft,
  findSurveyDraft,
  insertSurveyDraft,
  type SurveyDraft,
  updateSurveyDraft,
} from '../../db/survey-drafts'
import { findSurveyVersion, hasAnswers, listVersionRecords } from '../../db/surveys'
import { inTransaction } from '../../db/transaction'
import type { FormValues } from '../domain/form-values'
import { may, type SignedInStaff } from '../domain/permissions'
import { type SurveyDefinition, surveyDefinition, versionId } from '../domain/survey'
import { diffSurveys, sameScale } from '../domain/survey-changes'
import { usedKeys } from '../domain/survey-language'
import { applyPart, findPart, type PartProblem } from '../domain/survey-parts'

export type SurveyDeps = { db: Db; now: () => Date; staff: SignedInStaff }

type Failure<E extends string> = { ok: false; error: E }
const fail = <E extends string>(error: E): Failure<E> => ({ ok: false, error })

/** Surveys belong to the whole installation: an administrator of a part of the tree reads them only. */
export function mayEditSurveys({ role, officeCode }: SignedInStaff): boolean {
  return may(role, 'surveys.manage') && officeCode === null
}

/** The published versions of a survey that were not taken back, newest first. */
export async function publishedDefinitions(db: Db, surveyKey: string): Promise<SurveyDefinition[]> {
  const records = (await listVersionRecords(db, surveyKey)).filter(({ withdrawnAt }) => !withdrawnAt)
  const found = await Promise.all(records.map(({ id }) => findSurveyVersion(db, id)))
  return found.flatMap((definition) => definition ?? [])
}

/**
 * Begins the next version of a survey from its newest one, or from `template` when nothing of it was published.
 * A survey that has a draft keeps it.
 */
export async function startDraft(
  deps: SurveyDeps,
  surveyKey: string,
  template?: SurveyDefinition,
): Promise<{ ok: true } | Failure<'forbidden' | 'unknown-survey'>> {
  if (!mayEditSurveys(deps.staff)) return fail('forbidden')
  const { db } = deps
  const base = (await publishedDefinitions(db, surveyKey))[0] ?? template
  if (!base) return fail('unknown-survey')
  // Numbers of versions that were taken back stay theirs.
  const version = ((await listVersionRecords(db, surveyKey))[0]?.version ?? 0) + 1
  await insertDraft(deps, { ...base, version }, { from: versionId(base) })
  return { ok: true }
}

/** Begins another survey with the same content: its own key, its own title, version 1. */
export async function copySurvey(
  deps: SurveyDeps,
  from: SurveyDefinition,
  typed: { key: string; title: string },
): Promise<{ ok: true; key: string } | Failure<'forbidden' | 'bad-key' | 'taken' | 'missing-title'>> {
  if (!mayEditSurveys(deps.staff)) return fail('forbidden')
  const { db } = deps
  const key = typed.key.trim()
  if (!surveyDefinition.shape.key.safeParse(key).success) return fail('bad-key')
  const title = surveyDefinition.shape.title.safeParse(typed.title)
  if (!title.success) return fail('missing-title')
  const taken = (await listVersionRecords(db, key)).length > 0 || (await findSurveyDraft(db, key)) !== undefined
  if (taken) return fail('taken')
  const made = await insertDraft(deps, { ...from, key, title: title.data, version: 1 }, { from: versionId(from) })
  return made ? { ok: true, key } : fail('taken')
}

/** False when the survey has a draft already. */
async function insertDraft({ db, now, staff }: SurveyDeps, definition: SurveyDefinition, detail: object) {
  const at = now().toISOString()
  const row = { at, staffId: staff.id, action: 'survey.draft', subject: versionId(definition) }
  try {
    await inTransaction(db, async (db) => {
      await insertSurveyDraft(db, { definition, at, by: staff.id })
      await insertAudit(db, { ...row, detail: JSON.stringify(detail) })
    })
    return true
  } catch (error) {
    if (!isUnique(error)) throw error
    return false
  }
}

export type SavedPart =
  | { ok: true }
  | Failure<'forbidden' | 'gone' | 'unknown-part'>
  | { ok: false; error: 'invalid'; problems: PartProblem[] }
  /** Somebody else saved meanwhile: what stands there now, and what it would be with this form. */
  | { ok: false; error: 'conflict'; draft: SurveyDraft; mine: SurveyDefinition }

/**
 * Saves one page of the editor. Nothing is stored of a form with a problem, and nothing of a form made from an earlier
 * revision.
 */
export async function savePart(
  deps: SurveyDeps,
  at: { surveyKey: string; part: string; revision: number },
  values: FormValues,
): Promise<SavedPart> {
  if (!mayEditSurveys(deps.staff)) return fail('forbidden')
  const { db } = deps
  const draft = await findSurveyDraft(db, at.surveyKey)
  if (!draft) return fail('gone')
  const part = findPart(draft.definition, at.part)
  if (!part) return fail('unknown-part')
  const published = await publishedDefinitions(db, at.surveyKey)
  const applied = applyPart(part, draft.definition, values, usedKeys(published))
  if (!applied.ok) return { ok: false, error: 'invalid', problems: applied.problems }
  const { definition } = applied
  if (await changesScale(db, published[0], definition))
    return { ok: false, error: 'invalid', problems: [{ code: 'scale-fixed', detail: '', field: 's.0.label' }] }
  if (draft.revision !== at.revision) return { ok: false, error: 'conflict', draft, mine: definition }
  if (await store(deps, draft, definition)) return { ok: true }
  const now = await findSurveyDraft(db, at.surveyKey)
  return now ? { ok: false, error: 'conflict', draft: now, mine: definition } : fail('gone')
}

/** Answers given on one scale are never added to answers on another: that would be another survey. */
export async function changesScale(db: Db, published: SurveyDefinition | undefined, draft: SurveyDefinition) {
  return published !== undefined && !sameScale(published, draft) && (await hasAnswers(db, draft.key))
}

async function store({ db, now, staff }: SurveyDeps, draft: SurveyDraft, definition: SurveyDefinition) {
  const at = now().toISOString()
  const row = { at, staffId: staff.id, action: 'survey.edit', subject: versionId(definition) }
  const detail = auditChanges(draft.definition, definition)
  return inTransaction(db, async (db) => {
    if (!(await updateSurveyDraft(db, draft.revision, { definition, at, by: staff.id }))) return false
    await insertAudit(db, { ...row, detail: JSON.stringify(detail) })
    return true
  })
}

/** What the audit keeps of a change: texts by their place, before and after. */
export function auditChanges(before: SurveyDefinition | undefined, after: SurveyDefinition) {
  if (!before) return { before: null, after: { title: after.title, version: after.version } }
  const { added, removed, moved, reworded } = diffSurveys(before, after)
  const place = ({ kind, within, key }: { kind: string; within: string; key: string }) =>
    [kind, within, key].filter((word) => word !== '').join(' ')
  const old = [
    ...removed.map((part) => [place(part), part.name] as const),
    ...reworded.map((change) => [`${place(change.part)} ${change.field}`, change.before] as const),
  ]
  const now = [
    ...added.map((part) => [place(part), part.name] as const),
    ...reworded.map((change) => [`${place(change.part)} ${change.field}`, change.after] as const),
    ...(moved.length > 0 ? [['moved', moved.map(place).join(', ')] as const] : []),
  ]
  return { before: Object.fromEntries(old), after: Object.fromEntries(now) }
}

/** Removes a draft for good; what is published stays as it is. */
export async function discardDraft(
  { db, now, staff }: SurveyDeps,
  { surveyKey, revision }: { surveyKey: string; revision: number },
): Promise<{ ok: true } | Failure<'forbidden' | 'gone' | 'conflict'>> {
  if (!mayEditSurveys(staff)) return fail('forbidden')
  const draft = await findSurveyDraft(db, surveyKey)
  if (!draft) return fail('gone')
  const row = {
    at: now().toISOString(),
    staffId: staff.id,
    action: 'survey.discard',
    subject: versionId(draft.definition),
  }
  const removed = await inTransaction(db, async (db) => {
    if (!(await deleteSurveyDraft(db, surveyKey, revision))) return false
    await insertAudit(db, { ...row, detail: JSON.stringify({ title: draft.definition.title }) })
    return true
  })
  return removed ? { ok: true } : fail('conflict')
}
