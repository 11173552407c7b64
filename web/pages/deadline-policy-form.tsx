import { type DeadlineField, everywhere, ruleNumbers, type TypedDeadlines } from '../../server/domain/deadline-form'
import { Field, ProblemSummary } from '../components/field'
import { OfficeChoice, type OfficeOption } from '../components/office-choice'
import { paths } from '../paths'
import { deadlineFault, ruleWords, deadlineWords as words } from '../vi/deadline-policies'
import { problems as problemWords } from '../vi/staff'

export type DeadlineFormProps = {
  typed: TypedDeadlines
  faults: readonly DeadlineField[]
  offices: OfficeOption[] | null
  /** Whether the deadlines of everybody may be set. */
  all: boolean
  conflict: boolean
}

/** A new version of deadlines: for whom, from when, and each rule with where its default comes from. */
export function DeadlineFormPage({ typed, faults, offices, all, conflict }: DeadlineFormProps) {
  const problems = faults.map((field) => ({ field, text: deadlineFault(field) }))
  const error = (field: DeadlineField) => problems.find((problem) => problem.field === field)?.text
  return (
    <div class="stack">
      <h1>{words.formTitle}</h1>
      <form class="box narrow" method="post" action={paths.staff.deadlines('moi')}>
        <ProblemSummary title={words.refused} kept={problemWords.keptAll} problems={problems} />
        {conflict && (
          <p class="note wa" role="alert">
            {words.conflict}
          </p>
        )}
        <OfficeChoice
          name="office"
          label={words.office}
          hint={all && offices === null ? words.everybodyHint : undefined}
          options={all && offices ? [{ code: everywhere, name: words.everybody, depth: 0 }, ...offices] : offices}
          value={typed.office}
          error={error('office')}
        />
        {ruleNumbers.map((name) => (
          <Field
            key={name}
            name={name}
            label={ruleWords[name].name}
            hint={ruleWords[name].about}
            inputmode="numeric"
            value={typed[name]}
            error={error(name)}
            required
          />
        ))}
        <Restarts value={typed.supplementRestarts} />
        <Field
          name="afterHour"
          label={words.afterHour}
          hint={words.afterHourHint}
          inputmode="numeric"
          value={typed.afterHour}
          error={error('afterHour')}
        />
        <Field
          name="remindBefore"
          label={words.remindBefore}
          hint={words.remindHint}
          value={typed.remindBefore}
          error={error('remindBefore')}
        />
        <Field
          name="effectiveOn"
          type="date"
          label={words.effectiveOn}
          hint={words.effectiveHint}
          value={typed.effectiveOn}
          error={error('effectiveOn')}
          required
        />
        <Field
          name="source"
          label={words.source}
          hint={words.sourceHint}
          value={typed.source}
          error={error('source')}
          required
        />
        <p class="row">
          <button type="submit" class="btn">
            {words.save}
          </button>
          <a class="lnk" href={paths.staff.deadlines()}>
            {words.cancel}
          </a>
        </p>
      </form>
    </div>
  )
}

function Restarts({ value }: { value: string }) {
  return (
    <fieldset class="pick" id="supplementRestarts">
      <legend>{words.supplementRestarts}</legend>
      {(['restart', 'resume'] as const).map((way) => (
        <label key={way}>
          <input type="radio" name="supplementRestarts" value={way} checked={(value || 'restart') === way} />{' '}
          {words[way]}
        </label>
      ))}
    </fieldset>
  )
}
