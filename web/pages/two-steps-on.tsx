import { Field } from '../components/field'
import { paths } from '../paths'
import { type TwoStepProblem, twoStepWords as words } from '../vi/two-steps'

/** The last part of the address of each form. */
export const twoStepForms = { renew: 'ma-du-phong', replace: 'doi', off: 'tat' } as const
export type TwoStepForm = keyof typeof twoStepForms

export type TwoStepsOnProps = {
  since: string
  codesLeft: number
  required: boolean
  /** Just signed in with a recovery code; the page to go on to. */
  recovered: { next: string } | null
  problem: { form: TwoStepForm; code: TwoStepProblem } | null
}

/** A second step that is in force: new recovery codes, another telephone, off. */
export function TwoStepsOnPage({ since, codesLeft, required, recovered, problem }: TwoStepsOnProps) {
  const of = (form: TwoStepForm) => (problem?.form === form ? problem.code : null)
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {recovered && (
        <div class="note" role="status">
          <p>{words.used(codesLeft)}</p>
          <p>
            <a href={recovered.next}>{words.goOn}</a>
          </p>
        </div>
      )}
      <p>
        {words.on(since)} {required && words.isRequired} {!recovered && words.left(codesLeft)}
      </p>
      <Form
        form="replace"
        title={words.replaceTitle}
        about={words.replaceAbout}
        submit={words.replace}
        problem={of('replace')}
      />
      <Form
        form="renew"
        title={words.renewTitle}
        about={words.codesRenewed}
        submit={words.renew}
        problem={of('renew')}
      />
      {!required && (
        <Form form="off" title={words.offTitle} about={words.offAbout} submit={words.turnOff} problem={of('off')} />
      )}
    </div>
  )
}

type FormProps = { form: TwoStepForm; title: string; about: string; submit: string; problem: TwoStepProblem | null }

function Form({ form, title, about, submit, problem }: FormProps) {
  const text = problem ? words.problems[problem] : undefined
  const wrongCode = problem === 'wrong-code'
  return (
    <details class="box narrow" open={problem !== null}>
      <summary>{title}</summary>
      <p>{about}</p>
      <form method="post" action={paths.staff.secondStepForm(twoStepForms[form])}>
        <Field
          name={`${form}-password`}
          label={words.password}
          type="password"
          autocomplete="current-password"
          error={wrongCode ? undefined : text}
          required
        />
        {form !== 'off' && (
          <Field
            name={`${form}-code`}
            label={words.oldCode}
            autocomplete="one-time-code"
            error={wrongCode ? text : undefined}
            required
          />
        )}
        <button type="submit" class="btn">
          {submit}
        </button>
      </form>
    </details>
  )
}
