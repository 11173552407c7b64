import { isAnonymous, isKeptPrivate, isSenderOptional, mayBeAnonymous } from '../../server/domain/case-form'
import { FeedbackField, FeedbackSwitch } from '../components/feedback-field'
import { type FeedbackPageProps, FeedbackShell } from '../components/feedback-shell'
import { stepHeadings, senderStep as words } from '../vi/feedback'

/** Who sends it: by name, or as a suggestion without one where the office allows it. */
export function FeedbackSenderPage(props: FeedbackPageProps) {
  const { form, rules } = props
  return (
    <FeedbackShell {...props} step="sender" heading={stepHeadings.sender}>
      {isAnonymous(form, rules) ? <Anonymous /> : <Named {...props} />}
    </FeedbackShell>
  )
}

function Named({ form, faults, rules, shared }: FeedbackPageProps) {
  const own = (token: string) => (shared ? 'off' : token)
  const field = { form, faults }
  const optional = isSenderOptional(form)
  const why = optional ? words.whyOptional : isKeptPrivate(form) ? words.whyKept : words.why
  return (
    <>
      <p class="note">{why}</p>
      <FeedbackField {...field} name="name" label={words.name} autocomplete={own('name')} optional={optional} />
      <FeedbackField
        {...field}
        name="address"
        label={words.address}
        hint={words.addressHint}
        autocomplete={own('street-address')}
        optional={optional}
      />
      <FeedbackField
        {...field}
        name="phone"
        label={words.phone}
        autocomplete={own('tel')}
        inputMode="tel"
        optional={optional}
      />
      {!optional && <FeedbackSwitch form={form} name="byPost" label={words.byPost} />}
      <FeedbackField
        {...field}
        name="email"
        label={words.email}
        autocomplete={own('email')}
        inputMode="email"
        optional
      />
      <FeedbackField
        {...field}
        name="organisation"
        label={words.organisation}
        hint={words.organisationHint}
        autocomplete={own('organization')}
        optional
      />
      {mayBeAnonymous(form, rules) && (
        <section class="card apart" data-anonymous>
          <p>{words.anonymousAbout}</p>
          <button type="submit" class="btn alt" name="an-danh" value="1">
            {words.anonymous}
          </button>
        </section>
      )}
    </>
  )
}

function Anonymous() {
  return (
    <>
      <p class="note">
        <b>{words.isAnonymous}</b> {words.anonymousAbout}
      </p>
      <p class="after">
        <button type="submit" class="btn alt" name="an-danh" value="0">
          {words.named}
        </button>
      </p>
    </>
  )
}
