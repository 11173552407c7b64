import type { PointFault, PointField } from '../../server/actions/point-form'
import { pointKinds } from '../../server/domain/point-kinds'
import { pointWords, pointForm as words } from '../vi/points'
import { problems as problemWords } from '../vi/staff'
import { Field, ProblemSummary } from './field'
import { type Option, Select } from './select'

export type PointFormProps = {
  action: string
  submit: string
  /** Where a new point may belong; a point that exists stays where it is. */
  offices?: Option[]
  /** In whose rooms it may stand. */
  hosts: Option[]
  surveys: Option[]
  typed: Partial<Record<PointField, string>>
  faults: readonly PointFault[]
}

/** The fields of a point, new or not. */
export function PointForm({ action, submit, offices, hosts, surveys, typed, faults }: PointFormProps) {
  const problems = faults.map((fault) => ({ field: fault.field, text: sentence(fault) }))
  const error = (field: PointField) => problems.find((problem) => problem.field === field)?.text
  return (
    <form method="post" action={action} data-unsaved>
      <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={problems} />
      <Field name="name" label={words.name} hint={words.nameHint} value={typed.name} error={error('name')} required />
      {offices && (
        <Select name="office" label={words.office} options={offices} chosen={typed.office} error={error('office')} />
      )}
      <Kinds chosen={typed.kind} error={error('kind')} />
      <Select
        name="host"
        label={words.host}
        hint={words.hostHint}
        options={[{ value: '', label: words.hostSame }, ...hosts]}
        chosen={typed.host}
        error={error('host')}
      />
      <Select name="survey" label={words.survey} options={surveys} chosen={typed.survey} error={error('survey')} />
      <Check name="quick" label={words.quick} checked={typed.quick === '1'} />
      <Field name="hours" label={words.hours} hint={words.hoursHint} value={typed.hours} error={error('hours')} />
      <Field name="field" label={words.field} hint={words.fieldHint} value={typed.field} error={error('field')} />
      <Procedures typed={typed} error={error('procedures')} />
      <p class="row">
        <button type="submit" class="btn">
          {submit}
        </button>
      </p>
    </form>
  )
}

function Kinds({ chosen, error }: { chosen?: string; error?: string }) {
  return (
    <fieldset class="pick kinds" id="kind">
      <legend>{words.kind}</legend>
      {error && <p class="msg">{error}</p>}
      {pointKinds.map((kind) => (
        <label key={kind}>
          <input type="radio" name="kind" value={kind} checked={kind === chosen} />
          <span>
            {pointWords.kinds[kind]}
            <span class="sm">{pointWords.kindHints[kind]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Procedures({ typed, error }: { typed: PointFormProps['typed']; error?: string }) {
  return (
    <fieldset class="pick">
      <legend>{words.procedures}</legend>
      <Check name="asks" label={words.asks} checked={typed.asks !== ''} />
      <div class={error ? 'field bad' : 'field'}>
        <label for="procedures">{words.list}</label>
        <p class="sm" id="procedures-hint">
          {words.listHint}
        </p>
        {error && (
          <p class="msg" id="procedures-error">
            {error}
          </p>
        )}
        <textarea
          id="procedures"
          name="procedures"
          rows={4}
          aria-describedby={error ? 'procedures-hint procedures-error' : 'procedures-hint'}
        >
          {typed.procedures}
        </textarea>
      </div>
    </fieldset>
  )
}

function Check({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <div class="pick">
      <label>
        <input type="checkbox" name={name} value="1" checked={checked} />
        {label}
      </label>
    </div>
  )
}

function sentence(fault: PointFault): string {
  if (fault.field === 'hours') return words.wrongHours[fault.error](fault.part)
  if (fault.field === 'procedures') return words.wrongProcedure(fault.part)
  return words.wrong[fault.field]
}
