import type { ProcedureFault, ProcedureField } from '../../server/actions/procedures'
import { procedureWords as words } from '../vi/procedures'
import { problems as problemWords } from '../vi/staff'
import { Field, ProblemSummary } from './field'

export type ProcedureFormProps = {
  action: string
  submit: string
  typed: Partial<Record<ProcedureField, string>>
  faults: readonly ProcedureFault[]
  /** Fields (lĩnh vực) that other procedures have, to choose the same writing. */
  fields: readonly string[]
  /** A new one is given its code; the code of one that exists stays. */
  isNew?: boolean
}

/** The fields of a procedure. */
export function ProcedureForm({ action, submit, typed, faults, fields, isNew }: ProcedureFormProps) {
  const problems = faults.map(({ field, fault }) => ({
    field,
    text: fault === 'taken' ? words.taken : words.wrong[field],
  }))
  const error = (field: ProcedureField) => problems.find((problem) => problem.field === field)?.text
  return (
    <form method="post" action={action}>
      <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={problems} />
      {isNew && (
        <Field name="code" label={words.code} hint={words.codeHint} value={typed.code} error={error('code')} required />
      )}
      <Field name="name" label={words.name} value={typed.name} error={error('name')} required />
      <Field
        name="field"
        label={words.field}
        hint={words.fieldHint}
        value={typed.field}
        error={error('field')}
        list="fields"
      />
      <datalist id="fields">
        {fields.map((field) => (
          <option key={field} value={field} />
        ))}
      </datalist>
      <p class="row">
        <button type="submit" class="btn">
          {submit}
        </button>
      </p>
    </form>
  )
}
