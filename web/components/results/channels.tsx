import { isShown } from '../../../server/domain/comparison'
import type { ChannelRow, Results } from '../../../server/domain/results'
import { formatCount, formatPercent } from '../../vi/format'
import { resultsWords as words } from '../../vi/results'
import { channelNames } from '../../vi/terms'
import { Part } from './part'
import { Rate } from './rate'

/** Each channel apart, with its distance to the own phone: whoever stands in front of an officer answers differently. */
export function Channels({ results: { channels, target } }: { results: Results }) {
  return (
    <Part title={words.channels}>
      <table class="tab fold rated shares">
        <thead>
          <tr>
            <th scope="col">{words.channel}</th>
            <th scope="col" class="r">
              {words.count}
            </th>
            <th scope="col" class="r">
              {words.rate}
            </th>
            <th scope="col">{words.toPhone}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map((row) => (
            <tr key={row.channel}>
              <th scope="row">{channelNames[row.channel]}</th>
              <ChannelCells row={row} target={target} />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sm">{words.channelsNote}</p>
    </Part>
  )
}

function ChannelCells({ row, target }: { row: ChannelRow; target: Results['target'] }) {
  if (row.hidden || !isShown(row.figure))
    return (
      <>
        <td class="r" data-label={words.count}>
          {row.n < 5 ? words.underFive : formatCount(row.n)}
        </td>
        <td colSpan={2} class="nil">
          {words.hidden}
        </td>
      </>
    )
  return (
    <>
      <td class="r" data-label={words.count}>
        {formatCount(row.n)} {row.share !== null && <div class="sm">{formatPercent(row.share, 1)}</div>}
      </td>
      <td class="r rate">
        <Rate figure={row.figure} target={target} />
      </td>
      <td class="whole">{comparedToPhone(row)}</td>
    </>
  )
}

function comparedToPhone({ channel, toPhone, figure }: ChannelRow): string {
  const few = figure.state === 'low' ? [words.few] : []
  if (channel === 'phone') return [words.reference, ...few].join(', ')
  return [...(toPhone ? [words.gap(toPhone.points, toPhone.distinct)] : []), ...few].join(', ')
}
