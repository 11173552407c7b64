import { isShown } from '../../../server/domain/comparison'
import type { Figure } from '../../../server/domain/figure'
import type { PlaceRow, Results } from '../../../server/domain/results'
import { formatCount, formatNumber } from '../../vi/format'
import { stateWords } from '../../vi/numbers'
import { resultsWords as words } from '../../vi/results'
import { Petals } from '../petals'
import { Part } from './part'
import { Below, isBelow, targetText } from './rate'
import { Scrollable } from './scrollable'

/** Points by dimensions: tinted by the rate, always with the number and the sign of a missed target. */
export function Heat({ results: { places, definition, target } }: { results: Results }) {
  const dimensions = definition.dimensions.filter((d) => !d.apart)
  return (
    <Part title={words.heat}>
      <Scrollable label={words.heat}>
        <table class="tab heat">
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col" class="r">
                {words.count}
              </th>
              {dimensions.map((dimension, i) => (
                <th key={dimension.key} scope="col" class="r">
                  <Petals on={dimensions.map((_, petal) => petal === i)} size={30} />
                  <br />
                  {dimension.short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <HeatRow key={place.code} place={place} target={target} />
            ))}
          </tbody>
        </table>
      </Scrollable>
      <p class="sm">{words.heatNote(target && targetText(target))}</p>
    </Part>
  )
}

function HeatRow({ place, target }: { place: PlaceRow; target: Results['target'] }) {
  const low =
    place.dimensions.some(({ state }) => state === 'low') && place.dimensions.every(({ state }) => state !== 'ok')
  return (
    <tr>
      <th scope="row">
        {place.name}
        {place.office && <div class="sm">{place.office}</div>}
        {low && <div class="sm">{words.lowRow}</div>}
      </th>
      <td data-label={words.count}>{place.hidden ? words.underFive : formatCount(place.n)}</td>
      {place.n === 0 ? (
        <td class="none" colSpan={place.dimensions.length}>
          {words.noResponses}
        </td>
      ) : (
        place.dimensions.map((figure) => <HeatCell key={figure.key} figure={figure} target={target} />)
      )}
    </tr>
  )
}

function HeatCell({ figure, target }: { figure: Figure; target: Results['target'] }) {
  if (figure.state === 'hidden') return <td class="nil">{words.hidden}</td>
  if (!isShown(figure) || figure.rate === null) return <td class="none">{stateWords[figure.state]}</td>
  return (
    <td class={tint(figure.rate)}>
      {isBelow(figure, target) && <Below />}
      {formatNumber(figure.rate)}
    </td>
  )
}

/** Four tints: below 85, 90, 95 and from 95. */
function tint(rate: number): string {
  if (rate < 85) return 'lo2'
  if (rate < 90) return 'lo'
  return rate < 95 ? 'hi' : 'hi2'
}
