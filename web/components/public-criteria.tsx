import type { Figure } from '../../server/domain/figure'
import type { Satisfaction } from '../../server/domain/satisfaction'
import { listCriteria, type SurveyDefinition } from '../../server/domain/survey'
import { formatCount, formatPercent } from '../vi/format'
import { stateWords } from '../vi/numbers'
import { publicResults as words } from '../vi/public-results'

type Props = { definition: SurveyDefinition; satisfaction: Satisfaction }

/** Every criterion with its rate; nothing of a criterion with fewer than five answers but that it is hidden. */
export function PublicCriteria({ definition, satisfaction }: Props) {
  const figures = [...satisfaction.apart, ...satisfaction.dimensions.flatMap((dimension) => dimension.criteria)]
  const texts = new Map(listCriteria(definition).map((criterion) => [criterion.key, criterion.official]))
  return (
    <details>
      <summary>{words.criteria(figures.length)}</summary>
      <table class="tab">
        <thead>
          <tr>
            <th scope="col">{words.criterion}</th>
            <th scope="col" class="r">
              {words.answered}
            </th>
            <th scope="col" class="r">
              {words.rate}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">
                {figure.key} {texts.get(figure.key)}
              </th>
              <Cells figure={figure} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Cells({ figure }: { figure: Figure }) {
  const { rate, reliability, state, answered } = figure
  if (rate === null || reliability === 'hidden')
    return (
      <td class="r" colSpan={2}>
        {stateWords[state]}
      </td>
    )
  return (
    <>
      <td class="r">{formatCount(answered)}</td>
      <td class="r">{formatPercent(rate)}</td>
    </>
  )
}
