import { paths } from '../paths'
import { editorWords } from '../vi/survey-editor'
import { surveyListWords as words } from '../vi/surveys'

export type VersionLine = {
  id: string
  version: number
  state: 'inForce' | 'coming' | 'earlier' | 'withdrawn'
  effectiveOn: string | null
  questions: number
  publishedAt: string
  publishedBy: string | null
  answers: number
  english: boolean
}
export type SurveyLine = {
  key: string
  title: string
  versions: VersionLine[]
  draft: { version: number; savedAt: string; savedBy: string | null } | null
}

export type SurveyListProps = {
  surveys: SurveyLine[]
  templates: { key: string; title: string }[]
  mayEdit: boolean
  notice: string | null
}

/** Every survey with its versions and draft; copying and new versions begin here. */
export function SurveyListPage({ surveys, templates, mayEdit, notice }: SurveyListProps) {
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {notice && (
        <p class="note" role="status">
          {notice}
        </p>
      )}
      <p>{words.about}</p>
      {!mayEdit && <p class="sm">{editorWords.readOnly}</p>}
      {surveys.map((survey) => (
        <Survey key={survey.key} survey={survey} mayEdit={mayEdit} />
      ))}
      {templates.length > 0 && (
        <section class="box">
          <h2>{words.templates}</h2>
          {templates.map(({ key, title }) => (
            <form key={key} method="post" action={paths.staff.surveyDraft(key, 'soan')} class="row">
              <span>
                {title} <span class="sm">{key}</span>
              </span>
              {mayEdit && (
                <button type="submit" class="btn alt push">
                  {words.useTemplate}
                </button>
              )}
            </form>
          ))}
        </section>
      )}
    </div>
  )
}

function Survey({ survey, mayEdit }: { survey: SurveyLine; mayEdit: boolean }) {
  const { key, title, draft, versions } = survey
  return (
    <section class="box">
      <div class="row">
        <h2>{title}</h2>
        <span class="sm">{key}</span>
        <span class="push row">{mayEdit && <DraftOf survey={survey} />}</span>
      </div>
      {draft && (
        <p class="sm">
          <span class="chip c-near">{words.draft(draft.version)}</span>{' '}
          {editorWords.savedBy(draft.savedAt, draft.savedBy)}
        </p>
      )}
      {versions.length > 0 && <Versions surveyKey={key} versions={versions} mayEdit={mayEdit} />}
      {mayEdit && (
        <p>
          <a href={paths.staff.surveyDraft(key, 'sao-chep')} aria-label={words.copyOf(title)}>
            {words.copy}
          </a>
        </p>
      )}
    </section>
  )
}

function DraftOf({ survey: { key, title, draft } }: { survey: SurveyLine }) {
  if (draft)
    return (
      <a class="btn" href={paths.staff.surveyDraft(key)}>
        {words.open}
      </a>
    )
  return (
    <form method="post" action={paths.staff.surveyDraft(key, 'soan')}>
      <button type="submit" class="btn alt" aria-label={words.startOf(title)}>
        {words.start}
      </button>
    </form>
  )
}

type VersionsProps = { surveyKey: string; versions: VersionLine[]; mayEdit: boolean }

function Versions({ surveyKey, versions, mayEdit }: VersionsProps) {
  const { columns } = words
  return (
    <div class="wide">
      <table class="tab fold">
        <thead>
          <tr>
            <th scope="col">{columns.version}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.published}</th>
            <th scope="col" class="r">
              {columns.questions}
            </th>
            <th scope="col" class="r">
              {columns.answers}
            </th>
            <th />
          </tr>
        </thead>
        <tbody>
          {versions.map((line) => (
            <VersionRow key={line.id} surveyKey={surveyKey} line={line} mayEdit={mayEdit} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const chips = { inForce: 'chip c-ok', coming: 'chip c-run', earlier: 'chip c-idle', withdrawn: 'chip c-idle' }

function VersionRow({ surveyKey, line, mayEdit }: { surveyKey: string; line: VersionLine; mayEdit: boolean }) {
  const { id, version, state, effectiveOn, publishedAt, publishedBy, questions, answers } = line
  const { columns } = words
  return (
    <tr>
      <th scope="row">
        {words.version(version)} <span class="sm">{line.english && words.languages}</span>
      </th>
      <td>
        <span class={chips[state]}>
          {state === 'coming' ? words.state.coming(effectiveOn ?? '') : words.state[state]}
        </span>
      </td>
      <td data-label={columns.published}>{words.published(publishedAt, publishedBy)}</td>
      <td class="r" data-label={columns.questions}>
        {questions}
      </td>
      <td class="r" data-label={columns.answers}>
        {words.count(answers)}
      </td>
      <td class="nw">
        <span class="row">
          {version > 1 && (
            <a href={paths.staff.surveyDraft(surveyKey, `khac-biet-${version}`)} aria-label={`${words.view}: ${id}`}>
              {editorWords.showChanges}
            </a>
          )}
          {state === 'coming' && mayEdit && <Withdraw id={id} surveyKey={surveyKey} version={version} />}
        </span>
      </td>
    </tr>
  )
}

function Withdraw({ id, surveyKey, version }: { id: string; surveyKey: string; version: number }) {
  return (
    <form method="post" action={paths.staff.surveyDraft(surveyKey, 'rut-lai')} data-confirm={words.withdrawConfirm}>
      <input type="hidden" name="version" value={version} />
      <button type="submit" class="lnk" aria-label={words.withdrawOf(id)}>
        {words.withdraw}
      </button>
    </form>
  )
}
