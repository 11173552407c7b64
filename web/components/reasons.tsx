import type { Criterion } from '../../server/domain/survey'
import { useWords } from '../survey-words'
import { Choice } from './choice'

/** What was wrong, as chips; values are positions from 0. The style sheet shows them once a low level is chosen. */
export function Reasons({ criterion, chosen }: { criterion: Criterion; chosen: readonly string[] }) {
  const { survey } = useWords()
  if (criterion.reasons.length === 0) return null
  return (
    <fieldset class="reasons chips">
      <legend>
        {survey.reasons} <span class="sm">{survey.optional}</span>
      </legend>
      {criterion.reasons.map((label, position) => (
        <Choice
          class="choice"
          many
          name={`r.${criterion.key}`}
          value={String(position)}
          label={label}
          checked={chosen.includes(String(position))}
        />
      ))}
    </fieldset>
  )
}
