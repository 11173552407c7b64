import type { Criterion, SurveyDefinition } from '../../server/domain/survey'
import { type SurveyWords, useWords } from '../survey-words'

/**
 * For whom a question is not meant, in words that hold without a script. The script shows the line only when the gate
 * was answered so, and then does not count the question as missing.
 */
export function SkipHints({ definition, rules }: { definition: SurveyDefinition; rules: Criterion['skippedBy'] }) {
  const { survey } = useWords()
  return (
    <>
      {rules.map((rule) => (
        <p class="hint sm" data-if={`x.${rule.gate}`} data-is={rule.options.join(' ')}>
          {sentence(survey, definition, rule)}
        </p>
      ))}
    </>
  )
}

function sentence(
  survey: SurveyWords['survey'],
  definition: SurveyDefinition,
  rule: Criterion['skippedBy'][number],
): string {
  const gate = definition.gates.find((candidate) => candidate.key === rule.gate)
  const labels = gate?.options.filter((option) => rule.options.includes(option.key)).map((option) => option.label) ?? []
  const noOpinion = definition.noOpinion.short
  return survey.skipHints[rule.gate]?.(noOpinion) ?? survey.skipHint(gate?.label ?? '', labels, noOpinion)
}
