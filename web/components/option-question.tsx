import { itemTextLimit, type Kept } from '../../server/domain/answers'
import type { Gate, Item, SurveyDefinition } from '../../server/domain/survey'
import { type SurveyWords, useWords } from '../survey-words'
import { Choice } from './choice'
import { describedBy, FieldProblem, type ProblemField } from './error-summary'

type Answered = { kept: Kept; problems: readonly ProblemField[] }

/** A question that decides which parts count: one option of a short list. */
export function GateQuestion({ gate, kept, problems }: { gate: Gate } & Answered) {
  return <Options name={`x.${gate.key}`} label={gate.label} options={gate.options} kept={kept} problems={problems} />
}

/** An optional item: options as chips, or a line to write on. A follow-up says after which answer it is meant. */
export function ItemQuestion({
  definition,
  item,
  ...answered
}: { definition: SurveyDefinition; item: Item } & Answered) {
  const { survey } = useWords()
  const name = `x.${item.key}`
  const shown = { name, label: item.label, hint: hintOf(survey, definition, item), after: item.after, ...answered }
  return item.kind === 'one' || item.kind === 'many' ? (
    <Options {...shown} options={item.options} many={item.kind === 'many'} />
  ) : (
    <Line {...shown} percent={item.kind === 'percent'} />
  )
}

type QuestionProps = { name: string; label: string; hint?: string; after?: Item['after'] } & Answered

function Options({
  options,
  many,
  ...question
}: QuestionProps & { options: readonly { key: string; label: string }[]; many?: boolean }) {
  const { name, kept, problems } = question
  const fault = describedBy(name, problems)
  return (
    <fieldset
      id={`q${name}`}
      class={`question chips${fault ? ' er' : ''}`}
      aria-describedby={fault}
      {...condition(question)}
    >
      <legend>{question.label}</legend>
      {question.hint && <p class="sm">{question.hint}</p>}
      <FieldProblem name={name} problems={problems} />
      {options.map((option) => (
        <Choice
          class="choice"
          many={many}
          name={name}
          value={option.key}
          label={option.label}
          checked={(kept[name] ?? []).includes(option.key)}
        />
      ))}
    </fieldset>
  )
}

function Line({ percent, ...question }: QuestionProps & { percent: boolean }) {
  const { name, kept, problems } = question
  const fault = describedBy(name, problems)
  return (
    <div id={`q${name}`} class={`question${fault ? ' er' : ''}`} {...condition(question)}>
      <label class="ask" for={`f${name}`}>
        {question.label}
      </label>
      {question.hint && <p class="sm">{question.hint}</p>}
      <FieldProblem name={name} problems={problems} />
      <input
        id={`f${name}`}
        class="t"
        name={name}
        value={kept[name]?.[0] ?? ''}
        inputMode={percent ? 'decimal' : undefined}
        maxLength={percent ? 6 : itemTextLimit}
        autocomplete="off"
        aria-describedby={fault}
      />
    </div>
  )
}

/** What the script needs to show a follow-up only when it applies. */
const condition = ({ after }: QuestionProps) =>
  after ? { 'data-if': `x.${after.item}`, 'data-is': after.options.join(' ') } : {}

function hintOf(
  survey: SurveyWords['survey'],
  definition: SurveyDefinition,
  { after, hint }: Item,
): string | undefined {
  const before = after && definition.items.find((item) => item.key === after.item)
  const labels = before?.options.filter((option) => after?.options.includes(option.key)).map((option) => option.label)
  return [labels && survey.followUp(labels), hint].filter(Boolean).join(' ') || undefined
}
