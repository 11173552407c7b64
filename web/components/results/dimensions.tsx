import { isShown } from '../../../server/domain/comparison'
import type { Figure } from '../../../server/domain/figure'
import type { Results } from '../../../server/domain/results'
import { type Axis, intervalAxis } from '../../charts/axis'
import { Interval } from '../../charts/interval'
import { formatCount } from '../../vi/format'
import { stateWords } from '../../vi/numbers'
import { resultsWords as words } from '../../vi/results'
import { Petals } from '../petals'
import { Ends, Rate, targetPercent } from './rate'
import { RateHeadings } from './rate-headings'

/** The dimensions as one table: petal, whisker on a shared axis, rate, interval, number of people. */
export function Dimensions({ results }: { results: Results }) {
  const { figures, target, definition } = results
  const { dimensions } = figures
  const shown = dimensions.filter(isShown)
  const axis = intervalAxis([...shown.map(({ low }) => low), targetPercent(target)])
  const names = definition.dimensions.filter((d) => !d.apart)
  return (
    <>
      <table class="tab five fold rated">
        <thead>
          <tr>
            <th scope="col">{words.dimensions(dimensions.length)}</th>
            <th scope="col">{words.axis(axis.low)}</th>
            <RateHeadings />
          </tr>
        </thead>
        <tbody>
          {dimensions.map((figure, i) => (
            <tr key={figure.key}>
              <th scope="row" class="nw">
                <Petals on={dimensions.map((_, petal) => petal === i)} size={34} />
                {names[i]?.short}
              </th>
              <DimensionCells figure={figure} axis={axis} target={target} />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sm">
        {axis.low > 0 && words.cutAxis(axis.low)} {target && words.targetLine}
      </p>
    </>
  )
}

function DimensionCells({ figure, axis, target }: { figure: Figure; axis: Axis; target: Results['target'] }) {
  const { rate, low, high } = figure
  if (!isShown(figure) || rate === null || low === null || high === null)
    return (
      <td colSpan={4} class={figure.state === 'hidden' ? 'nil' : undefined}>
        {stateWords[figure.state]}
      </td>
    )
  const remarks = [
    ...(figure.used < figure.of ? [words.used(figure.used, figure.of)] : []),
    ...(figure.state === 'low' ? [words.few] : []),
  ]
  return (
    <>
      <td class="whole">
        <Interval axis={axis} rate={rate} low={low} high={high} target={targetPercent(target)} />
      </td>
      <td class="r num rate">
        <Rate figure={figure} target={target} />
      </td>
      <td class="r" data-label={words.interval95}>
        <Ends figure={figure} />
      </td>
      <td class="r" data-label={words.answered}>
        {formatCount(figure.answered)}
        {remarks.length > 0 && <div class="sm">{remarks.join(', ')}</div>}
      </td>
    </>
  )
}
