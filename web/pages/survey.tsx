import { commentLimit, type Kept } from '../../server/domain/answers'
import type { ProcedureOffer } from '../../server/domain/procedure-choice'
import { listCriteria, type SurveyDefinition, versionId } from '../../server/domain/survey'
import { addressOf, inLanguage, type Lang, languagesOf } from '../../server/domain/survey-language'
import { DimensionGroup } from '../components/dimension'
import { describedBy, ErrorSummary, FieldProblem, type SurveyProblem } from '../components/error-summary'
import { CitizenFoot, Frame } from '../components/frame'
import { GateQuestion, ItemQuestion } from '../components/option-question'
import { ProcedureQuestion } from '../components/procedure-question'
import { ProgressBar } from '../components/progress-bar'
import { DraftOffer, SendSection } from '../components/survey-notes'
import { paths } from '../paths'
import { useWords, WordsOfPage, wordsOf } from '../survey-words'
import { keepWords } from '../vi/compounds'
import { languageNames } from '../vi/survey'

export type SurveyPageProps = {
  office: string
  point: { code: string; name: string }
  definition: SurveyDefinition
  /** 128 random bits, base64url; stands once in the page, so that a cached page can be given another one. */
  clientId: string
  lang: Lang
  /** What was typed, for a form that came back. */
  kept?: Kept
  problem?: SurveyProblem
  /** A device that many people use: nothing is kept on it. */
  shared?: boolean
  /** What is asked about the procedure; nothing when left out. */
  procedures?: ProcedureOffer
  /** Feedback can be sent on this installation. */
  /** Only to be looked at: nothing can be sent. */
  preview?: boolean
}

const wordsFor = ({ definition, lang }: SurveyPageProps) => wordsOf(lang, addressOf(definition))

/** Title of the document; a refused form says so first. */
export function surveyTitle(props: SurveyPageProps): string {
  const { office, definition, problem, lang } = props
  const { survey, surveyProblems } = wordsFor(props)
  const title = survey.title(inLanguage(definition, lang).title, office)
  return problem ? survey.problemTitle(surveyProblems[problem.code].title, title) : title
}

/** The questionnaire: gates, dimensions, optional questions, comment. Works without a script; nothing is preselected. */
export function SurveyPage(given: SurveyPageProps) {
  const definition = inLanguage(given.definition, given.lang)
  const props = { ...given, definition }
  const { office, point, problem } = props
  return (
    <WordsOfPage.Provider value={wordsFor(given)}>
      <Frame office={office} place={point.name} foot={<CitizenFoot point={point.code} />}>
        {problem && <ErrorSummary definition={definition} problem={problem} />}
        <Opening {...props} />
        <SurveyForm {...props} />
        <ProgressBar
          dimensions={definition.dimensions.filter((dimension) => !dimension.apart).length}
          questions={listCriteria(definition).length}
        />
      </Frame>
    </WordsOfPage.Provider>
  )
}

function Opening({ definition, shared, lang, problem, preview }: SurveyPageProps) {
  const { survey } = useWords()
  const others = problem ? [] : languagesOf(definition).filter((other) => other !== lang)
  return (
    <>
      <h1>{keepWords(definition.title)}</h1>
      {others.map((other) => (
        <a class="lnk" href={`?lang=${other}`} lang={other} hreflang={other}>
          {languageNames[other]}
        </a>
      ))}
      {!shared && !preview && <DraftOffer />}
      <p>
        {survey.intro} {survey.length(listCriteria(definition).length, definition.minutes)}
      </p>
      <p class="sm">{survey.privacy}</p>
      <button type="button" class="lnk" data-letters aria-pressed="false" hidden>
        {survey.letters}
      </button>
    </>
  )
}

function SurveyForm(props: SurveyPageProps) {
  const { point, definition, clientId, kept = {}, problem, shared, lang, preview } = props
  const { survey } = useWords()
  const answered = { kept, problems: problem?.fields ?? [] }
  const headed = definition.dimensions.some((dimension) => dimension.criteria.length > 1)
  return (
    <form
      method="post"
      action={paths.surveySubmit(point.code)}
      autocomplete={shared ? 'off' : undefined}
      data-survey={preview ? undefined : shared ? '' : point.code}
    >
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="version" value={versionId(definition)} />
      {lang !== 'vi' && <input type="hidden" name="lang" value={lang} />}
      {kept.replaces?.[0] && <input type="hidden" name="replaces" value={kept.replaces[0]} />}
      {definition.gates.map((gate) => (
        <GateQuestion gate={gate} {...answered} />
      ))}
      {!headed && <h2 class="part">{survey.howSatisfied}</h2>}
      {definition.dimensions.map((dimension) => (
        <DimensionGroup definition={definition} dimension={dimension} {...answered} />
      ))}
      <OptionalPart {...props} {...answered} />
      <p class="hid" aria-hidden="true">
        <label>
          {survey.website} <input name="website" tabIndex={-1} autocomplete="off" />
        </label>
      </p>
      <SendSection />
    </form>
  )
}

type Answered = { kept: Kept; problems: SurveyProblem['fields'] }

type OptionalProps = Pick<SurveyPageProps, 'point' | 'definition' | 'procedures'> & Answered

function OptionalPart({ point, definition, procedures = { kind: 'none' }, kept, problems }: OptionalProps) {
  const { survey } = useWords()
  const items = definition.items.filter((item) => item.enabled)
  const { comment } = definition
  return (
    <>
      {(items.length > 0 || procedures.kind === 'list' || procedures.kind === 'search') && (
        <h2 class="part">
          {survey.items} <span class="sm">{survey.optional}</span>
        </h2>
      )}
      <ProcedureQuestion point={point.code} offer={procedures} kept={kept} />
      {items.map((item) => (
        <ItemQuestion definition={definition} item={item} kept={kept} problems={problems} />
      ))}
      {comment && (
        <div class="question" id="qcomment">
          <label class="ask" for="comment">
            {comment.label}
          </label>
          <FieldProblem name="comment" problems={problems} />
          <textarea
            id="comment"
            name="comment"
            rows={4}
            maxLength={commentLimit}
            aria-describedby={[describedBy('comment', problems), 'comment-hint'].filter(Boolean).join(' ')}
          >
            {kept.comment?.[0] ?? ''}
          </textarea>
          <p class="sm" id="comment-hint">
            {comment.hint} {survey.feedbackHint}
          </p>
        </div>
      )}
    </>
  )
}
