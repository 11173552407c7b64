import type { Priority } from '../../../server/domain/priorities'
import type { Results } from '../../../server/domain/results'
import { listCriteria } from '../../../server/domain/survey'
import { keepWords } from '../../vi/compounds'
import { resultsWords as words } from '../../vi/results'
import { targetText } from './rate'

/** The three criteria whose mending would bring most, and how sure that is. */
export function Priorities({ results }: { results: Results }) {
  const { priorities, target, definition } = results
  const names = new Map(listCriteria(definition).map((criterion) => [criterion.key, criterion.phone]))
  return (
    <>
      <h2>{words.priorities}</h2>
      {priorities.length === 0 && <p>{isAnyReliable(results) ? words.allReach : words.noReliable}</p>}
      {priorities.length > 0 && !target && <p class="sm">{words.lowestOnly}</p>}
      {priorities.length > 0 && (
        <ol class="fix">
          {priorities.map((priority) => (
            <PriorityLine
              key={priority.figure.key}
              priority={priority}
              name={names.get(priority.figure.key) ?? ''}
              target={target && targetText(target)}
            />
          ))}
        </ol>
      )}
    </>
  )
}

const isAnyReliable = ({ figures }: Results) =>
  figures.dimensions.some(({ criteria }) => criteria.some(({ state }) => state === 'ok'))

function PriorityLine({ priority, name, target }: { priority: Priority; name: string; target: string | null }) {
  const { figure, gain, certain } = priority
  return (
    <li>
      <b>
        {figure.key} {keepWords(name)}
      </b>
      <p>
        {words.priority(figure.rate ?? 0, figure.answered)}{' '}
        {gain !== null && target && <span class="gain">{words.gain(target, gain)}</span>}
      </p>
      <p class="sm">{sureness(figure.low ?? 0, figure.high ?? 0, target ? certain : null)}</p>
    </li>
  )
}

function sureness(low: number, high: number, certain: boolean | null): string {
  if (certain === null) return words.intervalIs(low, high)
  return certain ? words.certain(low, high) : words.uncertain(low, high)
}
