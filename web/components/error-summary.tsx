import { listCriteria, type SurveyDefinition } from '../../server/domain/survey'
import { useWords } from '../survey-words'
import type { fieldProblems, surveyProblems } from '../vi/errors'

export type ProblemField = { name: string; code: keyof typeof fieldProblems }
export type SurveyProblem = { code: keyof typeof surveyProblems; fields: readonly ProblemField[] }

/** On top of a refused form: what happened, that everything typed is still there, and links to the fields concerned. */
export function ErrorSummary({ definition, problem }: { definition: SurveyDefinition; problem: SurveyProblem }) {
  const { survey, surveyProblems } = useWords()
  const words = surveyProblems[problem.code]
  const names = problem.fields.length > 0 || problem.code !== 'no-level' ? problem.fields : firstQuestion(definition)
  return (
    <div class="note er" role="alert" tabIndex={-1} data-focus>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      {[...new Set(names.map((field) => field.name))].map((name) => (
        <a href={`#q${name.replace(/^r\./, '')}`}>{labelOf(definition, name) ?? survey.comment}</a>
      ))}
    </div>
  )
}

/** The sentence at a field that was refused. */
export function FieldProblem({ name, problems }: { name: string; problems: readonly ProblemField[] }) {
  const { fieldProblems } = useWords()
  const found = problems.find((problem) => problem.name === name)
  return found ? (
    <p class="msg" id={problemId(name)}>
      {fieldProblems[found.code]}
    </p>
  ) : null
}

/** Id of the sentence at a refused field, for `aria-describedby`; undefined where nothing is wrong. */
export function describedBy(name: string, problems: readonly ProblemField[]): string | undefined {
  return problems.some((problem) => problem.name === name) ? problemId(name) : undefined
}

const problemId = (name: string) => `e${name}`

const firstQuestion = (definition: SurveyDefinition) =>
  listCriteria(definition)
    .slice(0, 1)
    .map(({ key }) => ({ name: key }))

function labelOf(definition: SurveyDefinition, name: string): string | undefined {
  const key = name.replace(/^[xr]\./, '')
  const criterion = listCriteria(definition).find((c) => c.key === key)
  if (criterion) return `${criterion.key} ${criterion.phone}`
  const asked = [...definition.gates, ...definition.items].find((question) => question.key === key)
  return asked?.label ?? definition.comment?.label
}
