import { type Matter, matters, otherMatters, stepSlugs } from '../../server/domain/case-form'
import { FaultAt } from '../components/feedback-faults'
import { type FeedbackPageProps, FeedbackShell } from '../components/feedback-shell'
import { paths } from '../paths'
import { doors, feedbackWords, kindStep, matterLabels, stepHeadings } from '../vi/feedback'

const usual = matters.filter((matter) => !otherMatters.some((other) => other === matter))

type KindPageProps = FeedbackPageProps & {
  /** Working days in which the office answers. */
  days: number
}

/** The first page: what is it? Emergency numbers stand above it. */
export function FeedbackKindPage(props: KindPageProps) {
  const { form, faults, days, rules, office } = props
  const isFaulty = faults.length > 0
  return (
    <FeedbackShell
      {...props}
      step="kind"
      heading={stepHeadings.kind}
      before={
        <>
          <p>{feedbackWords.about(days)}</p>
          {rules.office === 'given' && form.point && (
            <p class="sm">
              {kindStep.to(office)}
              <br />
              <a class="lnk" href={paths.feedback()}>
                {kindStep.elsewhere}
              </a>
            </p>
          )}
        </>
      }
    >
      <fieldset id="matter" class={isFaulty ? 'question er' : 'question'} aria-labelledby="heading">
        <FaultAt form={form} field="matter" faults={faults} />
        <div class="scale">
          {usual.map((matter) => (
            <MatterChoice key={matter} value={matter} label={matterLabels[matter]} chosen={form.matter} />
          ))}
          <MatterChoice value="other" label={kindStep.other} chosen={isOther(form.matter) ? 'other' : form.matter} />
        </div>
        <p class="sm after">
          {kindStep.mixed} {kindStep.question}
        </p>
      </fieldset>
    </FeedbackShell>
  )
}

const isOther = (matter: string) => matter === 'other' || otherMatters.some((other) => other === matter)

function MatterChoice({ value, label, chosen }: { value: Matter | 'other'; label: string; chosen: string }) {
  return (
    <label>
      <input type="radio" name="matter" value={value} checked={value === chosen} />
      <span>{label}</span>
    </label>
  )
}

type DoorsPageProps = FeedbackPageProps & {
  /** Where and when citizens are received in person, and the telephone; empty: not said. */
  reception: string
  phone: string
}

/** What is not a petition, and where it belongs; whoever has read it may still go on. */
export function FeedbackDoorsPage({ reception, phone, ...props }: DoorsPageProps) {
  return (
    <FeedbackShell
      {...props}
      step="doors"
      heading={stepHeadings.doors}
      next={null}
      before={
        <>
          <p>{doors.about}</p>
          {phone && <p>{doors.phone(phone)}</p>}
        </>
      }
    >
      {otherMatters.map((matter) => (
        <Door key={matter} matter={matter} reception={reception} />
      ))}
    </FeedbackShell>
  )
}

function Door({ matter, reception }: { matter: (typeof otherMatters)[number]; reception: string }) {
  const { ask, text, calls, goOn } = doors.items[matter]
  return (
    <section class="card door">
      <h2>{ask}</h2>
      <p>{text(reception)}</p>
      {calls.length > 0 && (
        <p class="call">
          {calls.map((number) => (
            <a key={number} class="btn" href={`tel:${number}`}>
              {doors.call(number)}
            </a>
          ))}
        </p>
      )}
      <button
        type="submit"
        class="btn alt"
        name="matter"
        value={matter}
        formaction={paths.feedbackStep(stepSlugs.doors)}
      >
        {goOn}
      </button>
    </section>
  )
}
