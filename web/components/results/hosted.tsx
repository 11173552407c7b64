import { isShown } from '../../../server/domain/comparison'
import type { Hosted as HostedFigure } from '../../../server/domain/results'
import { formatCount, formatPercent } from '../../vi/format'
import { stateWords } from '../../vi/numbers'
import { resultsWords } from '../../vi/results'

const words = resultsWords.hosted

/** What people say of these rooms at the desks of others. */
export function Hosted({ hosted: { points, name, figure } }: { hosted: HostedFigure }) {
  const { rate, answered } = figure
  return (
    <section class="box">
      <h2>{words.title}</h2>
      <p>
        <b>
          {isShown(figure) && rate !== null
            ? words.rate(name, formatPercent(rate), formatCount(answered))
            : `${name}: ${stateWords[figure.state]}`}
        </b>
      </p>
      <p class="sm">{words.about(points)}</p>
    </section>
  )
}
