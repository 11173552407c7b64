import type { Kept } from '../../server/domain/answers'
import type { Criterion, SurveyDefinition } from '../../server/domain/survey'
import { keepWords } from '../vi/compounds'
import { Choice } from './choice'
import { describedBy, FieldProblem, type ProblemField } from './error-summary'
import { Reasons } from './reasons'
import { SkipHints } from './skip-hint'

export type CriterionProps = {
  definition: SurveyDefinition
  criterion: Criterion
  /** The number is not shown where every dimension has a single question. */
  numbered: boolean
  kept: Kept
  problems: readonly ProblemField[]
  /** The rules whose hint the heading of the dimension already shows. */
  hintShown: boolean
}

/** One question of the scale: levels as a ruler or as rows, "no opinion" apart, reasons that open on a low level. */
export function CriterionQuestion({ definition, criterion, numbered, kept, problems, hintShown }: CriterionProps) {
  const chosen = kept[criterion.key] ?? []
  const fault = describedBy(criterion.key, problems)
  const low = chosen.some((value) => isLow(definition, Number(value)))
  return (
    <fieldset
      id={`q${criterion.key}`}
      class={classes('question', fault && 'er', low && 'low')}
      aria-describedby={fault}
    >
      <legend>{keepWords(numbered ? `${criterion.key} ${criterion.phone}` : criterion.phone)}</legend>
      <FieldProblem name={criterion.key} problems={problems} />
      {!hintShown && <SkipHints definition={definition} rules={criterion.skippedBy} />}
      <Scale definition={definition} name={criterion.key} chosen={chosen} />
      <Choice
        class="choice"
        name={criterion.key}
        value="na"
        label={definition.noOpinion.label}
        checked={chosen.includes('na')}
      />
      <Reasons criterion={criterion} chosen={kept[`r.${criterion.key}`] ?? []} />
    </fieldset>
  )
}

function Scale({
  definition,
  name,
  chosen,
}: {
  definition: SurveyDefinition
  name: string
  chosen: readonly string[]
}) {
  const levels = definition.scale.map((level, index) => ({ level, value: index + 1 }))
  const ordered = definition.order === 'low-first' ? levels : levels.toReversed()
  return (
    <div class={classes('scale', levels.length <= 5 && 'ruler')}>
      {ordered.map(({ level, value }) => (
        <Choice
          name={name}
          value={String(value)}
          label={keepWords(level.label)}
          checked={chosen.includes(String(value))}
          low={isLow(definition, value)}
        />
      ))}
    </div>
  )
}

/** The lower half of the scale asks for reasons; the middle of an odd scale does not: 1–2 of five, 1 of three. */
function isLow({ scale }: SurveyDefinition, value: number): boolean {
  return value >= 1 && value <= Math.floor(scale.length / 2) && scale[value - 1]?.satisfied === false
}

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')
