import { isShown } from '../../../server/domain/comparison'
import type { MonthRow, Results } from '../../../server/domain/results'
import { trendAxis } from '../../charts/axis'
import { Trend } from '../../charts/trend'
import { formatCount, formatPeriod, formatShortMonth } from '../../vi/format'
import { stateWords } from '../../vi/numbers'
import { trendSentence, resultsWords as words } from '../../vi/results'
import { Ends, Rate, targetPercent, targetText } from './rate'

const isDrawn = ({ hidden, figure }: MonthRow) => !hidden && isShown(figure)

/** The overall rate month by month: picture, note on axis and gaps, table. */
export function ByMonth({ results: { months, target } }: { results: Results }) {
  const points = months.map((row) => ({
    label: formatShortMonth(row.month),
    rate: isDrawn(row) ? row.figure.rate : null,
    low: isDrawn(row) ? row.figure.low : null,
    high: isDrawn(row) ? row.figure.high : null,
  }))
  const line = targetPercent(target)
  const hidden = months.filter((row) => row.n > 0 && !isDrawn(row)).map((row) => formatPeriod(row.month))
  const axis = trendAxis([...points.flatMap(({ rate, low }) => [rate, low]), line])
  return (
    <>
      <h2>{words.byMonth}</h2>
      {points.some(({ rate }) => rate !== null) ? (
        <Trend
          points={points}
          target={line}
          targetLabel={target ? words.targetKey(targetText(target)) : undefined}
          alt={trendSentence(points)}
        />
      ) : (
        <p>{words.noMonths}</p>
      )}
      <p class="sm">
        {axis.low > 0 && `${words.cutAxis(axis.low)} `}
        {words.trendNote} {hidden.length > 0 && words.hiddenMonths(hidden)}
      </p>
      <details>
        <summary>{words.showTable}</summary>
        <MonthTable months={months} target={target} />
      </details>
    </>
  )
}

function MonthTable({ months, target }: Pick<Results, 'months' | 'target'>) {
  return (
    <table class="tab fold">
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col" class="r">
            {words.count}
          </th>
          <th scope="col" class="r">
            {words.rate}
          </th>
          <th scope="col" class="r">
            {words.interval95}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map((row) => (
          <tr key={row.month}>
            <th scope="row">{formatShortMonth(row.month)}</th>
            <MonthCells row={row} target={target} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MonthCells({ row, target }: { row: MonthRow; target: Results['target'] }) {
  if (row.n === 0) return <td colSpan={3}>{stateWords['no-answers']}</td>
  if (!isDrawn(row))
    return (
      <td colSpan={3} class="nil">
        {words.hidden}
      </td>
    )
  return (
    <>
      <td class="r" data-label={words.count}>
        {formatCount(row.n)}
      </td>
      <td class="r" data-label={words.rate}>
        <Rate figure={row.figure} target={target} />
      </td>
      <td class="r" data-label={words.interval95}>
        <Ends figure={row.figure} />
      </td>
    </>
  )
}
