import type { PointField } from '../../server/actions/points'
import { type Channel, channels } from '../../server/domain/channels'
import { pointWords as words } from '../vi/points'
import { problems as problemWords } from '../vi/staff'
import { channelNames } from '../vi/terms'
import { Field, ProblemSummary } from './field'

type Option = { value: string; label: string }
export type PointFormProps = {
  action: string
  submit: string
  /** Where a new point may belong; a point that exists stays where it is. */
  offices?: Option[]
  surveys: Option[]
  typed: Partial<Record<PointField, string>>
  wrong: PointField[]
}

/** People answer on their own telephone or on a tablet; other ways only where a point already has them. */
const usual: readonly Channel[] = ['phone', 'tablet']

/** The fields of a point, new or not. */
export function PointForm({ action, submit, offices, surveys, typed, wrong }: PointFormProps) {
  const error = (field: PointField) => (wrong.includes(field) ? words.wrong[field] : undefined)
  const problems = wrong.map((field) => ({ field, text: words.wrong[field] }))
  const ways = channels.filter((channel) => usual.includes(channel) || channel === typed.channel)
  return (
    <form method="post" action={action}>
      <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={problems} />
      <Field name="name" label={words.name} hint={words.nameHint} value={typed.name} error={error('name')} required />
      {offices && <Select name="office" label={words.office} options={offices} chosen={typed.office} />}
      <Select name="survey" label={words.survey} options={surveys} chosen={typed.survey} />
      <Select
        name="channel"
        label={words.channel}
        options={ways.map((value) => ({ value, label: channelNames[value] }))}
        chosen={typed.channel}
      />
      <Field name="field" label={words.field} hint={words.fieldHint} value={typed.field} error={error('field')} />
      <div class="pick">
        <label>
          <input type="checkbox" name="quick" value="1" checked={typed.quick === '1'} />
          {words.quick}
        </label>
      </div>
      <button type="submit" class="btn">
        {submit}
      </button>
    </form>
  )
}

function Select({ name, label, options, chosen }: { name: string; label: string; options: Option[]; chosen?: string }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
