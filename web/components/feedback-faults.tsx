import type { CaseForm, FormField } from '../../server/domain/case-form'
import { type FormFault, longest } from '../../server/domain/case-form-faults'
import { faultKept, faultTitle, formFault, sendProblems } from '../vi/feedback-faults'

export type Problem = keyof typeof sendProblems

/** Above a page that was sent back: what is wrong, with links to the fields, and that the rest is kept. */
export function FaultSummary({ form, faults }: { form: CaseForm; faults: readonly FormFault[] }) {
  if (faults.length === 0) return null
  return (
    <div class="note er" role="alert" tabIndex={-1} data-focus>
      <h2>{faultTitle(faults.length)}</h2>
      {faults.map((fault) => (
        <a key={fault.field + fault.code} href={`#${fault.field}`}>
          {firstSentence(sentence(form, fault))}
        </a>
      ))}
      <p>{faultKept}</p>
    </div>
  )
}

/** Above a form that is right and was not taken. */
export function ProblemNote({ problem }: { problem: Problem }) {
  return (
    <div class="note er" role="alert" tabIndex={-1} data-focus>
      <h2>{sendProblems[problem].title}</h2>
      <p>{sendProblems[problem].text}</p>
    </div>
  )
}

/** The sentence at a field; its id is for `aria-describedby`. */
export function FaultAt({ form, field, faults }: { form: CaseForm; field: FormField; faults: readonly FormFault[] }) {
  const own = faults.filter((fault) => fault.field === field)
  if (own.length === 0) return null
  return (
    <p class="msg" id={`${field}-error`}>
      {own.map((fault) => sentence(form, fault)).join(' ')}
    </p>
  )
}

function sentence(form: CaseForm, { field, code }: FormFault): string {
  const most = field in longest ? longest[field as keyof typeof longest] : 0
  return formFault(field, code, { length: form[field].length, most })
}

/** The rest stands at the field. */
const firstSentence = (text: string) => text.replace(/(?<=\.)\s.*$/s, '')
