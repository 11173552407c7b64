import { judge } from '../../server/domain/comparison'
import type { Target } from '../../server/domain/sampling'
import type { DimensionFigure, Satisfaction } from '../../server/domain/satisfaction'
import type { SurveyDefinition } from '../../server/domain/survey'
import { RateBar } from '../charts/interval'
import { keepWords } from '../vi/compounds'
import { formatPercent } from '../vi/format'
import { stateWords } from '../vi/numbers'
import { publicResults as words } from '../vi/public-results'

type Props = { definition: SurveyDefinition; satisfaction: Satisfaction; target: Target | null }

/** One bar for each dimension with the target on it; a hidden one says so and has no bar. */
export function PublicBars({ definition, satisfaction, target }: Props) {
  const satisfied = definition.scale.filter((level) => level.satisfied).map((level) => level.label)
  const percent = target && target.hundredths / 100
  return (
    <>
      <ul class="bars">
        {satisfaction.dimensions.map((figure) => (
          <Bar key={figure.key} figure={figure} name={nameOf(definition, figure.key)} target={target} />
        ))}
      </ul>
      <p class="sm">{words.barsNote(percent, satisfied.join(', '))}</p>
    </>
  )
}

function Bar({ figure, name, target }: { figure: DimensionFigure; name: string; target: Target | null }) {
  const { rate, reliability, state } = figure
  if (rate === null || reliability === 'hidden')
    return (
      <li>
        <span>{name}</span>
        <b class="state">{stateWords[state]}</b>
      </li>
    )
  const below = target !== null && !judge(rate, target).met
  return (
    <li>
      <span>{name}</span>
      <b class="num">
        {below && (
          <>
            <span aria-hidden="true">▼ </span>
            <span class="hid">{words.below} </span>
          </>
        )}
        {formatPercent(rate)}
      </b>
      <RateBar rate={rate} target={target && target.hundredths / 100} />
    </li>
  )
}

function nameOf(definition: SurveyDefinition, key: string): string {
  return keepWords(definition.dimensions.find((d) => d.key === key)?.official ?? key)
}
