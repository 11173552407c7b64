import { isShown } from '../../../server/domain/comparison'
import type { Figure } from '../../../server/domain/figure'
import type { Results } from '../../../server/domain/results'
import { formatCount } from '../../vi/format'
import { stateWords } from '../../vi/numbers'
import { resultsWords as words } from '../../vi/results'
import { noLevelNames } from '../../vi/terms'
import { Scrollable } from './scrollable'

/** The numbers behind the bars: answers on each level, best first as in the bars, then no opinion and blank. */
export function LevelCounts({ results }: { results: Results }) {
  const { definition, figures } = results
  const best = [...definition.scale].reverse()
  const all = [...figures.apart, ...figures.dimensions.flatMap(({ criteria }) => criteria)]
  return (
    <Scrollable label={words.counts}>
      <table class="tab">
        <thead>
          <tr>
            <th scope="col">{words.criterion}</th>
            {best.map((level) => (
              <th key={level.label} scope="col" class="n">
                {level.label}
              </th>
            ))}
            <th scope="col" class="n">
              {noLevelNames.na}
            </th>
            <th scope="col" class="n">
              {noLevelNames.blank}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">{figure.key}</th>
              <CountCells figure={figure} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  )
}

function CountCells({ figure }: { figure: Figure }) {
  if (!isShown(figure)) return <td colSpan={figure.counts.length + 2}>{stateWords[figure.state]}</td>
  const best = figure.counts.map((count, level) => ({ level, count })).reverse()
  return (
    <>
      {best.map(({ level, count }) => (
        <td key={level} class="r">
          {formatCount(count)}
        </td>
      ))}
      <td class="r">{formatCount(figure.na)}</td>
      <td class="r">{formatCount(figure.blank)}</td>
    </>
  )
}
