import { isShown } from '../../../server/domain/comparison'
import type { Figure } from '../../../server/domain/figure'
import { countCriteria, type Results } from '../../../server/domain/results'
import type { Dimension } from '../../../server/domain/survey'
import { LikertBar, LikertLegend, LikertPatterns } from '../../charts/likert'
import { keepWords } from '../../vi/compounds'
import { formatCount } from '../../vi/format'
import { stateWords } from '../../vi/numbers'
import { resultsWords as words } from '../../vi/results'
import { LevelCounts } from './level-counts'
import { Part } from './part'
import { Ends, Rate, targetPercent, targetText } from './rate'
import { RateHeadings } from './rate-headings'

/** Every criterion with the answers on each level; the edge of the satisfied part is the rate. */
export function Criteria({ results }: { results: Results }) {
  const { definition, target } = results
  return (
    <Part title={words.criteria(countCriteria(definition))}>
      <LikertPatterns scale={definition.scale} />
      <LikertLegend scale={definition.scale} target={target && words.targetKey(targetText(target))} />
      <table class="tab lik fold rated">
        <colgroup>
          <col />
          <col />
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.criterion}</th>
            <th scope="col">{words.levels(definition.scale.length)}</th>
            <RateHeadings />
          </tr>
        </thead>
        {definition.dimensions.map((dimension) => (
          <DimensionRows key={dimension.key} dimension={dimension} results={results} />
        ))}
      </table>
      <details>
        <summary>{words.counts}</summary>
        <LevelCounts results={results} />
      </details>
    </Part>
  )
}

/** Figures of a dimension's criteria, also of those that are reported apart. */
export function figuresOf({ figures }: Results, dimension: Dimension): Figure[] {
  const keys = dimension.criteria.map(({ key }) => key)
  const all = [...figures.dimensions.flatMap(({ criteria }) => criteria), ...figures.apart]
  return keys.flatMap((key) => all.find((figure) => figure.key === key) ?? [])
}

function DimensionRows({ dimension, results }: { dimension: Dimension; results: Results }) {
  return (
    <tbody>
      <tr class="dimr">
        <th colSpan={5} scope="colgroup">
          {dimension.official}
        </th>
      </tr>
      {figuresOf(results, dimension).map((figure, i) => (
        <tr key={figure.key}>
          <th scope="row">
            {figure.key} {keepWords(dimension.criteria[i]?.phone ?? '')}
          </th>
          <CriterionCells figure={figure} results={results} />
        </tr>
      ))}
    </tbody>
  )
}

function CriterionCells({ figure, results }: { figure: Figure; results: Results }) {
  if (!isShown(figure))
    return (
      <td colSpan={4} class={figure.state === 'hidden' ? 'nil' : 'none'}>
        {stateWords[figure.state]}
      </td>
    )
  return (
    <>
      <td class="whole">
        <LikertBar scale={results.definition.scale} counts={figure.counts} target={targetPercent(results.target)} />
      </td>
      <td class="r rate">
        <b>
          <Rate figure={figure} target={results.target} />
        </b>
      </td>
      <td class="r" data-label={words.interval95}>
        <Ends figure={figure} />
      </td>
      <td class="r" data-label={words.answered}>
        {formatCount(figure.answered)}
        {figure.state === 'low' && <div class="sm">{words.few}</div>}
      </td>
    </>
  )
}
