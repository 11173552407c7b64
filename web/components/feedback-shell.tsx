import type { ComponentChildren } from 'preact'
import {
  type CaseForm,
  type FormRules,
  type FormStep,
  formFields,
  isKeptPrivate,
  stepBefore,
  stepFields,
  stepSlugs,
  stepsAsked,
} from '../../server/domain/case-form'
import type { FormFault } from '../../server/domain/case-form-faults'
import { paths } from '../paths'
import { feedbackWords as words } from '../vi/feedback'
import { Emergency, EmergencyStrip } from './feedback-emergency'
import { FaultSummary, type Problem, ProblemNote } from './feedback-faults'
import { CitizenFoot, Frame } from './frame'

/** What every page of the form is given. */
export type FeedbackPageProps = {
  form: CaseForm
  rules: FormRules
  faults: readonly FormFault[]
  /** Name of the office that gets it, or of the whole installation while none is chosen. */
  office: string
  /** Name of the desk it is about. */
  point: string | null
  /** On a device that many people use nothing is kept. */
  shared: boolean
}

type ShellProps = FeedbackPageProps & {
  step: FormStep
  heading: string
  problem?: Problem | null
  /** The main button; null: the page has its own. */
  next?: string | null
  withFiles?: boolean
  before?: ComponentChildren
  children?: ComponentChildren
}

/** One page of the form: progress, what is wrong, the question, what was said on the other pages, and the way on and back. */
export function FeedbackShell(props: ShellProps) {
  const { step, form, rules, faults, heading, problem, withFiles } = props
  // Who reports a danger may share the telephone with whom he fears.
  const shared = props.shared || isKeptPrivate(form)
  const asked = stepsAsked(rules)
  const number = asked.indexOf(step === 'doors' ? 'kind' : step) + 1
  return (
    <Frame office={props.office} place={props.point ?? words.title} foot={step === 'kind' && <CitizenFoot />}>
      {step === 'kind' && <EmergencyStrip />}
      {step === 'kind' && <DraftOffer shared={shared} />}
      <p class="sm step">{words.progress(number, asked.length)}</p>
      {problem && <ProblemNote problem={problem} />}
      <FaultSummary form={form} faults={faults} />
      <h1 id="heading">{heading}</h1>
      {props.before}
      <form
        method="post"
        action={paths.feedbackStep(stepSlugs[step])}
        enctype={withFiles ? 'multipart/form-data' : undefined}
        noValidate
        autocomplete={shared ? 'off' : undefined}
        data-feedback={shared ? '' : form.point || '-'}
      >
        <Travelling form={form} step={step} />
        {props.children}
        {props.next !== null && (
          <p class="send">
            <button type="submit" class="btn" data-send data-busy={words.sending}>
              {props.next ?? (form.edit ? words.toReview : words.next)}
            </button>
          </p>
        )}
        <Back {...props} />
        <p class="note wa" role="alert" data-offline hidden>
          {words.offline}
        </p>
      </form>
      {!shared && (
        <p class="sm" data-kept hidden>
          {words.draft.kept}
        </p>
      )}
      {step !== 'kind' && step !== 'doors' && <Emergency />}
    </Frame>
  )
}

/** What was said on the other pages. */
export function Travelling({ form, step }: { form: CaseForm; step: FormStep | null }) {
  const own: readonly string[] = step === null ? [] : stepFields[step]
  const names = [...new Set(formFields)].filter((name) => form[name] !== '' && !own.includes(name))
  return (
    <>
      {names.map((name) => (
        <input key={name} type="hidden" name={name} value={form[name]} />
      ))}
    </>
  )
}

/** After the main button, so that Enter in a line goes on and not back. */
function Back({ step, form, rules }: ShellProps) {
  const before = form.edit ? 'review' : stepBefore(step, rules)
  if (before === null) return null
  return (
    <button type="submit" class="lnk" name="toi" value={stepSlugs[before]}>
      {words.back}
    </button>
  )
}

function DraftOffer({ shared }: { shared: boolean }) {
  if (shared) return null
  return (
    <section class="card" data-draft hidden>
      <p>{words.draft.offer}</p>
      <button type="button" class="btn" data-take>
        {words.draft.take}
      </button>
      <button type="button" class="lnk" data-drop>
        {words.draft.drop}
      </button>
    </section>
  )
}
