import type { FormValues } from '../../server/domain/form-values'
import type { SurveyDefinition } from '../../server/domain/survey'
import { diffSurveys, isUnchanged } from '../../server/domain/survey-changes'
import { dimensionPage, type PartProblem, questionPage } from '../../server/domain/survey-parts'
import { DimensionFields } from '../components/editor-dimension'
import { GeneralFields, WordForm } from '../components/editor-general'
import { EditorParts } from '../components/editor-parts'
import { PhoneFrame } from '../components/editor-phone'
import { QuestionFields, QuestionList } from '../components/editor-questions'
import { FixedScale, ScaleFields } from '../components/editor-scale'
import { TranslationFields } from '../components/editor-translation'
import { ProblemSummary } from '../components/field'
import { paths } from '../paths'
import { changeWords, surveyProblem, editorWords as words } from '../vi/survey-editor'

export type EditorPageProps = {
  definition: SurveyDefinition
  revision: number
  savedAt: string
  savedBy: string | null
  /** The newest published version; null when there is none. */
  before: SurveyDefinition | null
  /** Page of the editor, as it stands in the address. */
  part: string
  values: FormValues
  /** Of the form for replacing a word, which stands beside the general part. */
  word: { values: FormValues; problems: PartProblem[] } | null
  problems: PartProblem[]
  /** The form holds changes that were not saved yet. */
  unsaved: boolean
  notice: string | null
  /** The scale may no longer change. */
  scaleFixed: boolean
}

/** One part of a draft as a form, with the way to the others and the phone beside it. */
export function SurveyEditorPage(props: EditorPageProps) {
  const { definition, part, problems, notice, unsaved } = props
  const fixed = part === 'thang-do' && props.scaleFixed
  return (
    <div class="stack">
      <h1>{words.title(definition.title, definition.version)}</h1>
      <Bar {...props} />
      {notice && (
        <p class="note" role="status">
          {notice}
        </p>
      )}
      {unsaved && problems.length === 0 && (
        <p class="note wa" role="status">
          {words.unsaved}
        </p>
      )}
      <EditorParts definition={definition} current={part} />
      <div class="cols phone-beside">
        <div class="stack">
          <section class="box">{fixed ? <Fixed {...props} /> : <PartFields {...props} />}</section>
          <PartExtras {...props} />
        </div>
        <PhoneFrame definition={definition} part={part} />
      </div>
    </div>
  )
}

const formId = 'part'

function Bar({ definition, before, savedAt, savedBy }: EditorPageProps) {
  const changes = before && diffSurveys(before, definition)
  const page = (form: string) => paths.staff.surveyDraft(definition.key, form)
  return (
    <div class="row">
      <span class="chip c-near">{words.draft}</span>
      <span>
        {!before || !changes
          ? words.nothingBefore
          : isUnchanged(changes)
            ? words.same(before.version)
            : words.differs(before.version, changeWords.summary(countChanges(changes)))}
      </span>
      <a href={page('khac-biet')}>{words.showChanges}</a>
      <span class="sm">{words.savedBy(savedAt, savedBy)}</span>
      <span class="push row">
        <a href={page('bo-nhap')}>{words.discard}</a>
        {/* First in the page, so that Enter in a field saves. */}
        <button type="submit" form={formId} class="btn alt" name="lam" value="save" data-key="s">
          {words.save}
        </button>
        <a class="btn" href={page('cong-bo')}>
          {words.publish(definition.version)}
        </a>
      </span>
    </div>
  )
}

export function countChanges({ added, removed, moved, reworded }: ReturnType<typeof diffSurveys>) {
  return { added: added.length, removed: removed.length, moved: moved.length, reworded: reworded.length }
}

function Fixed({ definition, problems }: EditorPageProps) {
  return (
    <div class="stack">
      <h2>{words.part['thang-do']}</h2>
      {problems.map(({ code, detail }) => (
        <p key={code} class="msg" role="alert">
          {surveyProblem(code, detail)}
        </p>
      ))}
      <FixedScale scale={definition.scale} />
    </div>
  )
}

function PartFields(props: EditorPageProps) {
  const { definition, revision, part, problems, unsaved } = props
  const page = paths.staff.surveyDraft(definition.key, part)
  const { title } = headingOf(definition, part)
  return (
    <form id={formId} method="post" action={page} data-unsaved={unsaved ? 'changed' : ''} data-keys class="stack">
      <h2>{title}</h2>
      <ProblemSummary
        title={words.problems.title}
        kept={words.problems.kept}
        problems={problems.map(({ code, detail, field }) => ({
          field: field ?? 'm',
          text: surveyProblem(code, detail),
        }))}
      />
      <input type="hidden" name="revision" value={revision} />
      <Fields {...props} page={page} />
      <p class="row">
        <button type="submit" class="btn" name="lam" value="save">
          {words.save}
        </button>
      </p>
    </form>
  )
}

function headingOf(definition: SurveyDefinition, part: string): { title: string } {
  const dimension = definition.dimensions.find(({ key }) => dimensionPage(key) === part)
  if (dimension)
    return {
      title: dimension.apart ? words.dimensionApart : `${words.dimension(dimension.key)}. ${dimension.official}`,
    }
  if (part.startsWith('cau-moi')) return { title: words.addQuestion }
  const asked = [...definition.gates, ...definition.items].find(({ key }) => questionPage(key) === part)
  if (asked) return { title: asked.label }
  return { title: Object.hasOwn(words.part, part) ? words.part[part as keyof typeof words.part] : '' }
}

function Fields({ page, ...props }: EditorPageProps & { page: string }) {
  const { definition, part, values, problems, before } = props
  const form = { values, problems }
  if (part === 'chung') return <GeneralFields {...form} />
  if (part === 'thang-do') return <ScaleFields {...form} page={page} />
  if (part === 'mo-dau') return <QuestionList {...form} page={page} definition={definition} place="gates" />
  if (part === 'hoi-them') return <QuestionList {...form} page={page} definition={definition} place="items" />
  if (part === 'dich') return <TranslationFields {...form} page={page} definition={definition} />
  if (part.startsWith('nhom-')) return <DimensionFields {...form} page={page} definition={definition} before={before} />
  const place = placeOf(definition, part)
  const key = part.startsWith('cau-moi-') ? null : part.slice('cau-'.length)
  return (
    <>
      <QuestionFields {...form} definition={definition} place={place} questionKey={key} />
      <p>
        <a href={paths.staff.surveyDraft(definition.key, place === 'gates' ? 'mo-dau' : 'hoi-them')}>{words.back}</a>
      </p>
    </>
  )
}

function placeOf({ gates }: SurveyDefinition, part: string): 'gates' | 'items' {
  return part === 'cau-moi-mo-dau' || gates.some(({ key }) => questionPage(key) === part) ? 'gates' : 'items'
}

/** What stands below the form: another form, or the way to a new question. */
function PartExtras({ definition, revision, part, word }: EditorPageProps) {
  const page = (form: string) => paths.staff.surveyDraft(definition.key, form)
  if (part === 'chung' && word) return <WordForm {...word} action={page('thay-tu')} revision={revision} />
  if (part !== 'mo-dau' && part !== 'hoi-them') return null
  return (
    <p>
      <a class="btn alt" href={page(`cau-moi-${part}`)}>
        {words.addQuestion}
      </a>
    </p>
  )
}
