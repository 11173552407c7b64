import type { PointField } from '../../server/actions/points'
import { paths } from '../paths'
import { pointWords as words } from '../vi/points'
import { problems as problemWords } from '../vi/staff'
import { channelNames } from '../vi/terms'
import { Field, ProblemSummary } from './field'

type Option = { value: string; label: string }
type PointFormProps = {
  offices: Option[]
  surveys: Option[]
  typed?: Record<PointField, string>
  wrong: PointField[]
}

/** A new point; open when it was refused, with everything as it was typed. */
export function PointForm({ offices, surveys, typed, wrong }: PointFormProps) {
  const error = (field: PointField) => (wrong.includes(field) ? words.wrong[field] : undefined)
  const problems = wrong.map((field) => ({ field, text: words.wrong[field] }))
  const channels = (['phone', 'tablet'] as const).map((value) => ({ value, label: channelNames[value] }))
  return (
    <details class="box narrow" open={wrong.length > 0}>
      <summary>{words.addTitle}</summary>
      <form method="post" action={paths.staff.points()}>
        <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={problems} />
        <Field
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={typed?.name}
          error={error('name')}
          required
        />
        <Select name="office" label={words.office} options={offices} chosen={typed?.office} />
        <Select name="survey" label={words.survey} options={surveys} chosen={typed?.survey} />
        <Select name="channel" label={words.channel} options={channels} chosen={typed?.channel} />
        <Field name="field" label={words.field} hint={words.fieldHint} value={typed?.field} error={error('field')} />
        <div class="pick">
          <label>
            <input type="checkbox" name="quick" value="1" checked={typed?.quick === '1'} />
            {words.quick}
          </label>
        </div>
        <button type="submit" class="btn">
          {words.add}
        </button>
      </form>
    </details>
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
