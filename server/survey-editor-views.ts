import { draftSurveys } from '../db/seed'
import { staffNames } from '../db/staff'
import { versionsIn } from '../db/statistics'
import { listSurveyDrafts, type SurveyDraft } from '../db/survey-drafts'
import { getSurveyVersion, hasAnswers, listVersionRecords, type VersionRecord } from '../db/surveys'
import type { EditorPageProps } from '../web/pages/survey-editor'
import type { SurveyLine, VersionLine } from '../web/pages/survey-list'
import { publishedDefinitions } from './actions/survey-drafts'
import type { Deps } from './deps'
import type { FormValues } from './domain/form-values'
import { dayOf, firstDay, lastDayOfAll } from './domain/period'
import { listCriteria, type SurveyDefinition } from './domain/survey'
import { isComplete } from './domain/survey-language'
import { findPart, type PartProblem } from './domain/survey-parts'

type ListDeps = Pick<Deps, 'connection' | 'db' | 'now'>

/** Every survey that was published or is being written, with its versions and how many valid answers each has. */
export async function surveyLines(deps: ListDeps): Promise<SurveyLine[]> {
  const { db } = deps
  const today = dayOf(deps.now())
  const [records, drafts, names] = await Promise.all([listVersionRecords(db), listSurveyDrafts(db), staffNames(db)])
  const all = { offices: null, points: null, channels: null, from: firstDay, to: lastDayOfAll }
  const answers = new Map((await versionsIn(deps.connection, all)).map(({ version, n }) => [version, n]))
  const keys = [...new Set([...records.map(({ surveyKey }) => surveyKey), ...drafts.map(({ surveyKey }) => surveyKey)])]
  const lines = keys.map(async (key) => {
    const own = records.filter(({ surveyKey }) => surveyKey === key)
    const inForce = own.find((record) => isInForce(record, today))
    const versions = await Promise.all(
      own.map(async (record): Promise<VersionLine> => {
        const definition = await getSurveyVersion(db, record.id)
        return {
          ...record,
          state: stateOf(record, inForce, today),
          questions: listCriteria(definition).length,
          publishedBy: record.publishedBy ? (names.get(record.publishedBy) ?? null) : null,
          answers: answers.get(record.id) ?? 0,
          english: isComplete(definition, 'en'),
        }
      }),
    )
    const draft = drafts.find(({ surveyKey }) => surveyKey === key)
    const shown = inForce ?? own[0]
    const title = shown ? (await getSurveyVersion(db, shown.id)).title : (draft?.definition.title ?? key)
    return { key, title, versions, draft: draft ? headOf(draft) : null }
  })
  return Promise.all(lines)
}

const headOf = ({ definition, updatedAt, updatedBy }: SurveyDraft) => ({
  version: definition.version,
  savedAt: updatedAt,
  savedBy: updatedBy,
})

function isInForce({ effectiveOn, withdrawnAt }: VersionRecord, today: string): boolean {
  return withdrawnAt === null && (effectiveOn === null || effectiveOn <= today)
}

function stateOf(record: VersionRecord, inForce: VersionRecord | undefined, today: string): VersionLine['state'] {
  if (record.withdrawnAt !== null) return 'withdrawn'
  if (!isInForce(record, today)) return 'coming'
  return record === inForce ? 'inForce' : 'earlier'
}

/** The shipped drafts that nobody has begun to write or publish. */
export function unusedTemplates(lines: readonly SurveyLine[]): { key: string; title: string }[] {
  return draftSurveys.filter(({ key }) => !lines.some((line) => line.key === key))
}

/** A shipped draft, for beginning a survey of which nothing was published. */
export function findTemplate(surveyKey: string): SurveyDefinition | undefined {
  return draftSurveys.find(({ key }) => key === surveyKey)
}

type Shown = {
  part: string
  /** As typed; missing: as the draft stands. */
  values?: FormValues
  problems?: PartProblem[]
  unsaved?: boolean
  notice?: string | null
  word?: EditorPageProps['word']
}

/** What a page of the editor shows; null when the draft has no such part. */
export async function editorProps(
  deps: Pick<Deps, 'db'>,
  draft: SurveyDraft,
  shown: Shown,
): Promise<EditorPageProps | null> {
  const { definition, revision, updatedAt, updatedBy } = draft
  const form = findPart(definition, shown.part)
  if (!form) return null
  const [before] = await publishedDefinitions(deps.db, definition.key)
  const emptyWord = { values: findPart(definition, 'thay-tu')?.values(definition) ?? {}, problems: [] }
  return {
    definition,
    revision,
    savedAt: updatedAt,
    savedBy: updatedBy,
    before: before ?? null,
    part: shown.part,
    values: shown.values ?? form.values(definition),
    word: shown.word ?? emptyWord,
    problems: shown.problems ?? [],
    unsaved: shown.unsaved ?? false,
    notice: shown.notice ?? null,
    scaleFixed: shown.part === 'thang-do' && before !== undefined && (await hasAnswers(deps.db, definition.key)),
  }
}
