import type { CaseForm, FormField } from '../../server/domain/case-form'
import type { FormFault } from '../../server/domain/case-form-faults'
import { feedbackWords } from '../vi/feedback'
import { FaultAt } from './feedback-faults'

type FieldProps = {
  form: CaseForm
  faults: readonly FormFault[]
  name: FormField
  label: string
  hint?: string
  optional?: boolean
  autocomplete?: string
  inputMode?: 'tel' | 'email'
  /** Lines of a text; missing: one line. */
  rows?: number
  /** Ids of what else describes it. */
  described?: string
  counts?: number
}

/** A labelled line or text, with its hint and what is wrong with it. */
export function FeedbackField(props: FieldProps) {
  const { form, faults, name, label, hint, optional, rows } = props
  const isFaulty = faults.some(({ field }) => field === name)
  const ids = [hint && `${name}-hint`, isFaulty && `${name}-error`, props.described].filter(Boolean).join(' ')
  const shared = {
    id: name,
    name,
    // Nothing is switched off here: after Back a browser would leave such a field empty.
    autocomplete: props.autocomplete,
    'aria-describedby': ids || undefined,
    'aria-invalid': isFaulty ? true : undefined,
  } as const
  return (
    <div class={isFaulty ? 'question er' : 'question'}>
      <label class="ask" for={name}>
        {label} {optional && <span class="sm">{feedbackWords.optional}</span>}
      </label>
      {hint && (
        <p class="sm" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FaultAt form={form} field={name} faults={faults} />
      {rows ? (
        <textarea {...shared} rows={rows} value={form[name]} data-most={props.counts} />
      ) : (
        <input {...shared} class="t" inputMode={props.inputMode} value={form[name]} />
      )}
    </div>
  )
}

type SwitchProps = { form: CaseForm; name: FormField; label: string }

/** Something to agree to, never ticked beforehand. */
export function FeedbackSwitch({ form, name, label }: SwitchProps) {
  return (
    <label class="choice">
      <input type="checkbox" id={name} name={name} value="1" checked={form[name] !== ''} />
      <span>{label}</span>
    </label>
  )
}
