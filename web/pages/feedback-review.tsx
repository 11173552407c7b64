import type { ComponentChildren } from 'preact'
import {
  type FormStep,
  isAnonymous,
  isDuePromised,
  isKeptPrivate,
  kindOf,
  matterOf,
  publishChoiceOf,
  stepSlugs,
} from '../../server/domain/case-form'
import { findPersonalData } from '../../server/domain/personal-data'
import type { Problem } from '../components/feedback-faults'
import { type FeedbackPageProps, FeedbackShell } from '../components/feedback-shell'
import { fileSize } from '../vi/attachments'
import {
  contentStep,
  doors,
  feedbackWords,
  matterLabels,
  publicationStep,
  stepHeadings,
  reviewStep as words,
} from '../vi/feedback'
import type { DraftFile } from './feedback-files'

type ReviewPageProps = FeedbackPageProps & {
  files: readonly DraftFile[]
  /** Name of the procedure it is about, or the words that were typed. */
  procedure: string
  days: number
  reception: string
  problem?: Problem | null
}

/** Everything that was said, each part with a way to change it, and the button that sends it. */
export function FeedbackReviewPage(props: ReviewPageProps) {
  const { form, rules } = props
  const matter = matterOf(form)
  return (
    <FeedbackShell
      {...props}
      step="review"
      heading={stepHeadings.review}
      next={words.send}
      before={<p>{words.about}</p>}
    >
      <Part step="kind">
        <p>{matter && matterLabels[matter]}</p>
        {isKeptPrivate(form) && <Door {...props} />}
      </Part>
      <Part step="where" fixed={rules.office === 'given'}>
        <p>{props.office}</p>
        {props.point && (
          <p class="sm">
            {words.point}: {props.point}
          </p>
        )}
      </Part>
      <Content {...props} />
      <Part step="files">
        {props.files.length === 0 && <p>{words.none}</p>}
        {props.files.map(({ id, name, size }) => (
          <p key={id}>
            {name} <span class="sm">{fileSize(size)}</span>
          </p>
        ))}
      </Part>
      <Sender {...props} />
      <Publication {...props} />
      <p class="note">
        {isAnonymous(form, rules) && words.noDue}
        {isDuePromised(kindOf(form, rules)) && words.days(props.days)}
        {isKeptPrivate(form) && publicationStep.kept}
      </p>
      <div class="hid" aria-hidden="true">
        <label for="website">{feedbackWords.website}</label>
        <input id="website" name="website" tabIndex={-1} autocomplete="off" />
      </div>
    </FeedbackShell>
  )
}

function Door({ form, reception }: ReviewPageProps) {
  const matter = matterOf(form)
  if (matter === null || !(matter in doors.items)) return null
  return <p class="sm">{doors.items[matter as keyof typeof doors.items].text(reception)}</p>
}

function Content({ form, procedure }: ReviewPageProps) {
  const found = new Set(findPersonalData(form.content).map(({ kind }) => kind))
  const cautions = Object.entries(contentStep.found).filter(([kind]) => [...found].some((known) => known === kind))
  return (
    <Part step="content">
      {form.title && (
        <p>
          <b>{form.title}</b>
        </p>
      )}
      <p class="lines">{form.content}</p>
      <Said label={contentStep.place} text={form.place} />
      <Said label={contentStep.procedure} text={procedure} />
      <Said label={contentStep.wish} text={form.wish} />
      {cautions.length > 0 && (
        <div class="note wa">
          {cautions.map(([kind, text]) => (
            <p key={kind}>
              <b>{text}</b>
            </p>
          ))}
          <p>{contentStep.foundAfter}</p>
        </div>
      )}
    </Part>
  )
}

function Sender({ form, rules }: ReviewPageProps) {
  const lines = [form.name, form.organisation, form.address, form.phone, form.email].filter(Boolean)
  const post = form.phone === '' && form.byPost !== '' && words.post
  const anonymous = isAnonymous(form, rules) || lines.length === 0
  return (
    <Part step="sender">
      {anonymous ? <p>{words.noSender}</p> : lines.map((line) => <p key={line}>{line}</p>)}
      {!anonymous && post && <p class="sm">{post}</p>}
    </Part>
  )
}

function Publication({ form, rules }: ReviewPageProps) {
  const choice = form.publish === 'without-name' || form.publish === 'private' ? publicationStep[form.publish] : ''
  return (
    <Part step="publication">
      <p>{isKeptPrivate(form) ? publicationStep.kept : choice}</p>
      {!isAnonymous(form, rules) && (
        <>
          {form.nameConsent && publishChoiceOf(form) === 'without-name' && <p class="sm">{words.yesName}</p>}
          {form.messageConsent && <p class="sm">{words.yesMessage}</p>}
        </>
      )}
    </Part>
  )
}

function Said({ label, text }: { label: string; text: string }) {
  if (text === '') return null
  return (
    <p>
      <span class="sm">{label}</span>
      <br />
      <span class="lines">{text}</span>
    </p>
  )
}

type Reviewed = Exclude<FormStep, 'doors' | 'review'>

function Part({ step, fixed, children }: { step: Reviewed; fixed?: boolean; children: ComponentChildren }) {
  const name = words.parts[step]
  return (
    <section class="reviewed">
      <div class="head">
        <h2>{name}</h2>
        {!fixed && (
          <button type="submit" class="lnk" name="toi" value={stepSlugs[step]} aria-label={words.editOf(name)}>
            {words.edit}
          </button>
        )}
      </div>
      {children}
    </section>
  )
}
