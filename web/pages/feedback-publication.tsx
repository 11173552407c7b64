import { isAnonymous, isKeptPrivate } from '../../server/domain/case-form'
import type { PublishChoice } from '../../server/domain/case-words'
import { FaultAt } from '../components/feedback-faults'
import { FeedbackSwitch } from '../components/feedback-field'
import { type FeedbackPageProps, FeedbackShell } from '../components/feedback-shell'
import { stepHeadings, publicationStep as words } from '../vi/feedback'

type PublicationPageProps = FeedbackPageProps & {
  /** How long personal data is kept and who answers about it; empty: not said. */
  retention: string
  dataContact: string
}

/** The forced choice of publication, consents of their own, and what happens with personal data. Nothing is preselected. */
export function FeedbackPublicationPage({ retention, dataContact, ...props }: PublicationPageProps) {
  const { form, rules, office } = props
  const anonymous = isAnonymous(form, rules)
  const kept = isKeptPrivate(form)
  return (
    <FeedbackShell {...props} step="publication" heading={kept ? words.keptHeading : stepHeadings.publication}>
      {kept ? <p class="note">{words.kept}</p> : <Choice {...props} />}
      {!anonymous && (
        <fieldset class="question">
          <legend>{words.consents}</legend>
          {!kept && <FeedbackSwitch form={form} name="nameConsent" label={words.nameConsent} />}
          <FeedbackSwitch form={form} name="messageConsent" label={words.messageConsent} />
        </fieldset>
      )}
      <section class="card apart">
        <h2>{words.privacyTitle}</h2>
        <p class="sm">{anonymous ? words.privacyAnonymous : words.privacy(office, retention, dataContact)}</p>
      </section>
    </FeedbackShell>
  )
}

function Choice({ form, faults }: FeedbackPageProps) {
  const isFaulty = faults.some(({ field }) => field === 'publish')
  const row = (value: PublishChoice, label: string, about?: string) => (
    <label>
      <input type="radio" name="publish" value={value} checked={form.publish === value} />
      <span>
        <i>
          {label}
          {about && <small>{about}</small>}
        </i>
      </span>
    </label>
  )
  return (
    <fieldset id="publish" class={isFaulty ? 'question er' : 'question'}>
      <legend>{words.choose}</legend>
      <FaultAt form={form} field="publish" faults={faults} />
      <div class="scale">
        {row('without-name', words['without-name'])}
        {row('private', words.private, words.privateAbout)}
      </div>
    </fieldset>
  )
}
