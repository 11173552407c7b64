import { type CaseForm, stepSlugs } from '../../server/domain/case-form'
import { Travelling } from '../components/feedback-shell'
import { Frame } from '../components/frame'
import { paths } from '../paths'
import { feedbackWords } from '../vi/feedback'
import { conflictWords as words } from '../vi/feedback-faults'

/** `form`: what was sent now, under a new id. `kept`: address of the receipt of what was sent before. */
export function FeedbackConflictPage({ office, form, kept }: { office: string; form: CaseForm; kept: string }) {
  return (
    <Frame office={office} place={feedbackWords.title}>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <a class="btn" href={kept}>
          {words.keep}
        </a>
      </p>
      <p class="sm">{words.keepAbout}</p>
      <form method="post" action={paths.feedbackStep(stepSlugs.review)} data-feedback="">
        <Travelling form={form} step={null} />
        <p class="send">
          <button type="submit" class="btn alt" data-send data-busy={feedbackWords.sending}>
            {words.again}
          </button>
        </p>
        <p class="sm">{words.againAbout}</p>
      </form>
    </Frame>
  )
}
