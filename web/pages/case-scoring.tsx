import { type ScoredMetric, scoredMetrics } from '../../server/domain/scoring'
import type { ScoringField, ScoringProblem, TypedRule, TypedScoring } from '../../server/domain/scoring-form'
import { Field, ProblemSummary } from '../components/field'
import { Select } from '../components/select'
import { paths } from '../paths'
import { scoringWords as words } from '../vi/case-scoring'

export type CaseScoringProps = { typed: TypedScoring; problems: readonly ScoringProblem[]; saved: boolean }

/** The table of points: one fieldset for each share. */
export function CaseScoringPage({ typed, problems, saved }: CaseScoringProps) {
  return (
    <>
      <h1>{words.title}</h1>
      <p>
        {words.about} <a href={paths.staff.caseFigures()}>{words.back}</a>
      </p>
      {saved && (
        <p class="note" role="status">
          {words.saved}
        </p>
      )}
      <ProblemSummary
        title={words.problems}
        kept={words.kept}
        problems={problems.map(({ metric, field }) => ({
          field: `${metric}.${field}`,
          text: `${words.metrics[metric]}: ${words.wrong[field]}`,
        }))}
      />
      <form method="post" action={paths.staff.caseScoring()} class="stack" data-unsaved>
        {scoredMetrics.map((metric) => (
          <Rule key={metric} metric={metric} typed={typed[metric]} problems={problems} />
        ))}
        <button type="submit" class="btn">
          {words.save}
        </button>
      </form>
    </>
  )
}

type RuleProps = { metric: ScoredMetric; typed: TypedRule; problems: readonly ScoringProblem[] }

function Rule({ metric, typed, problems }: RuleProps) {
  const about = (field: ScoringField) => {
    const isWrong = problems.some((problem) => problem.metric === metric && problem.field === field)
    return {
      name: `${metric}.${field}`,
      label: words.fields[field],
      value: typed[field],
      error: isWrong ? words.wrong[field] : undefined,
    }
  }
  const options = Object.entries(words.forms).map(([value, label]) => ({ value, label }))
  return (
    <fieldset class="box narrow">
      <legend>
        <b>{words.metrics[metric]}</b>
      </legend>
      <Select {...about('form')} options={options} chosen={typed.form} />
      <Field {...about('steps')} hint={words.stepsHint} verbatim />
      <Field {...about('whenNone')} inputmode="decimal" />
      <Field {...about('source')} />
    </fieldset>
  )
}
