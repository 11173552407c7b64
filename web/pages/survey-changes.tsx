import type { SurveyDefinition } from '../../server/domain/survey'
import { listCriteria } from '../../server/domain/survey'
import { diffSurveys, sameScale } from '../../server/domain/survey-changes'
import { Field } from '../components/field'
import { ChangeList } from '../components/survey-changes'
import { paths } from '../paths'
import { editorWords, changeWords as words } from '../vi/survey-editor'
import { publishWords } from '../vi/surveys'

type Compared = { definition: SurveyDefinition; before: SurveyDefinition | null }

/** What a version or draft has that the one before it has not. `draft`: it can still be changed. */
export function SurveyChangesPage({ definition, before, draft }: Compared & { draft: boolean }) {
  return (
    <div class="stack">
      <h1>{before ? words.title(definition.version, before.version) : words.titleFirst(definition.version)}</h1>
      <p>{definition.title}</p>
      <p class="row">
        {draft && <a href={paths.staff.surveyDraft(definition.key)}>{editorWords.preview.back}</a>}
        <a href={paths.staff.surveys()}>{editorWords.list}</a>
      </p>
      <Differences definition={definition} before={before} />
    </div>
  )
}

function Differences({ definition, before }: Compared) {
  if (!before) return <p>{words.first}</p>
  const changes = diffSurveys(before, definition)
  const all = listCriteria(definition).map(({ key }) => key)
  const without = all.filter((key) => !changes.comparable.includes(key))
  return (
    <>
      <p class="note">
        {sameScale(before, definition) ? words.comparable(changes.comparable.length) : words.otherScale}{' '}
        {without.length > 0 && sameScale(before, definition) && words.notComparable(without)}
      </p>
      <ChangeList changes={changes} />
    </>
  )
}

type PublishProps = Compared & { revision: number; day: string; problem: keyof typeof publishWords.problems | null }

/** Asks once more before a version is published, from which day on. */
export function SurveyPublishPage({ definition, before, revision, day, problem }: PublishProps) {
  const { key, version } = definition
  return (
    <div class="stack">
      <h1>{publishWords.title(version)}</h1>
      <p>{definition.title}</p>
      <section class="box narrow">
        <p>
          <b>{publishWords.noEdit(version)}</b> {publishWords.forms}
        </p>
        <form method="post" action={paths.staff.surveyDraft(key, 'cong-bo')}>
          <input type="hidden" name="revision" value={revision} />
          <Field
            name="ngay"
            type="date"
            label={publishWords.day}
            hint={publishWords.dayHint}
            value={day}
            error={problem ? publishWords.problems[problem] : undefined}
          />
          <p class="row">
            <button type="submit" class="btn">
              {publishWords.confirm}
            </button>
            <a class="lnk" href={paths.staff.surveyDraft(key)}>
              {publishWords.cancel}
            </a>
          </p>
        </form>
      </section>
      <Differences definition={definition} before={before} />
    </div>
  )
}

type ConflictProps = {
  part: string
  /** What is stored now, by whom and when. */
  definition: SurveyDefinition
  revision: number
  savedAt: string
  savedBy: string | null
  /** What it would be with the form that came too late, and that form. */
  mine: SurveyDefinition
  fields: readonly (readonly [string, string])[]
}

/** Somebody else saved first: both stand side by side, nothing was overwritten. */
export function SurveyConflictPage({ part, definition, revision, savedAt, savedBy, mine, fields }: ConflictProps) {
  const { conflict } = editorWords
  const page = paths.staff.surveyDraft(definition.key, part)
  return (
    <div class="stack">
      <h1>{conflict.title}</h1>
      <p class="note wa" role="alert">
        {conflict.about(savedBy, savedAt)}
      </p>
      <p>{conflict.changes}</p>
      <ChangeList changes={diffSurveys(definition, mine)} />
      <form method="post" action={page}>
        {fields
          .filter(([name]) => name !== 'revision' && name !== 'lam')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="revision" value={revision} />
        <p class="row">
          <button type="submit" class="btn" name="lam" value="save">
            {conflict.keepMine}
          </button>
          <a class="lnk" href={page}>
            {conflict.keepTheirs}
          </a>
        </p>
      </form>
    </div>
  )
}

/** Asks once more before a draft is lost. */
export function SurveyDiscardPage({ definition, before, revision }: Compared & { revision: number }) {
  const { discardPage } = editorWords
  return (
    <div class="stack">
      <h1>{discardPage.title(definition.title)}</h1>
      <section class="box narrow">
        <p>{discardPage.about}</p>
        <form method="post" action={paths.staff.surveyDraft(definition.key, 'bo-nhap')}>
          <input type="hidden" name="revision" value={revision} />
          <p class="row">
            <button type="submit" class="btn">
              {discardPage.confirm}
            </button>
            <a class="lnk" href={paths.staff.surveyDraft(definition.key)}>
              {discardPage.cancel}
            </a>
          </p>
        </form>
      </section>
      {before && (
        <>
          <p>{discardPage.changes}</p>
          <ChangeList changes={diffSurveys(before, definition)} />
        </>
      )}
    </div>
  )
}
