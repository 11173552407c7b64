import type { Kept } from '../../server/domain/answers'
import type { Dimension, SurveyDefinition } from '../../server/domain/survey'
import { useWords } from '../survey-words'
import { keepWords } from '../vi/compounds'
import { CriterionQuestion } from './criterion'
import type { ProblemField } from './error-summary'
import { Petals } from './petals'
import { SkipHints } from './skip-hint'

type DimensionProps = {
  definition: SurveyDefinition
  dimension: Dimension
  kept: Kept
  problems: readonly ProblemField[]
}

/**
 * One group of questions under its petal. Where every dimension has a single question (the quick form), the question
 * speaks for itself and the heading is left out.
 */
export function DimensionGroup({ definition, dimension, kept, problems }: DimensionProps) {
  const headed = definition.dimensions.some((d) => d.criteria.length > 1)
  const shared = sharedRules(dimension)
  return (
    <div class={dimension.apart ? 'group apart' : 'group'}>
      {headed && <Heading definition={definition} dimension={dimension} />}
      {shared && <SkipHints definition={definition} rules={shared} />}
      {dimension.criteria.map((criterion) => (
        <CriterionQuestion
          definition={definition}
          criterion={criterion}
          numbered={headed}
          kept={kept}
          problems={problems}
          hintShown={shared !== null}
        />
      ))}
    </div>
  )
}

function Heading({ definition, dimension }: { definition: SurveyDefinition; dimension: Dimension }) {
  const { survey } = useWords()
  const grouped = definition.dimensions.filter((d) => !d.apart)
  const position = grouped.indexOf(dimension)
  return (
    <>
      <div class="dimension">
        {position >= 0 && <Petals size={52} on={grouped.map((_, index) => index === position)} />}
        <h2>
          {position >= 0 && (
            <span class="sm">{survey.group(position + 1, grouped.length, dimension.criteria.length)}</span>
          )}
          {keepWords(dimension.phone)}
        </h2>
      </div>
      <p class="lead sm">{survey.howSatisfied}</p>
    </>
  )
}

/** The rules that hold for every question of a dimension are said once, under its heading. */
function sharedRules({ criteria }: Dimension) {
  const [first, ...rest] = criteria.map((criterion) => JSON.stringify(criterion.skippedBy))
  const same = criteria.length > 1 && rest.every((rules) => rules === first)
  return same ? (criteria[0]?.skippedBy ?? null) : null
}
