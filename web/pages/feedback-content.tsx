import { matterOf } from '../../server/domain/case-form'
import { longest } from '../../server/domain/case-form-faults'
import type { ProcedureOffer } from '../../server/domain/procedure-choice'
import { FeedbackField } from '../components/feedback-field'
import { type FeedbackPageProps, FeedbackShell } from '../components/feedback-shell'
import { paths } from '../paths'
import { contentHeadings, feedbackWords, stepHeadings, contentStep as words } from '../vi/feedback'

type ContentPageProps = FeedbackPageProps & { procedures: ProcedureOffer }

/** What happened, in the sender's own words. */
export function FeedbackContentPage(props: ContentPageProps) {
  const { form, faults, procedures } = props
  const matter = matterOf(form)
  const field = { form, faults }
  const heading = (matter && contentHeadings[matter]) ?? stepHeadings.content
  return (
    <FeedbackShell {...props} step="content" heading={heading} before={<p class="sm">{words.about}</p>}>
      <FeedbackField
        {...field}
        name="content"
        label={words.content}
        hint={words.care}
        rows={8}
        counts={longest.content}
        described="content-count"
      />
      <p class="sm count" id="content-count" data-text={words.liveCount(longest.content)}>
        {form.content ? words.count(form.content.length, longest.content) : words.most(longest.content)}
      </p>
      <Caution />
      <FeedbackField {...field} name="place" label={words.place} hint={words.placeHint} optional />
      <Procedure chosen={form.procedure} offer={procedures} point={form.point} />
      {matter !== 'question' && <FeedbackField {...field} name="wish" label={words.wish} rows={3} optional />}
      <FeedbackField {...field} name="title" label={words.titleLabel} hint={words.titleHint} optional />
    </FeedbackShell>
  )
}

/** Shown by the script when there seems to be personal data in the text. */
function Caution() {
  return (
    <div class="note wa" role="status" data-caution hidden>
      {Object.entries(words.found).map(([kind, text]) => (
        <p key={kind} data-found={kind} hidden>
          <b>{text}</b>
        </p>
      ))}
      <p>{words.foundAbout}</p>
      <button type="button" class="lnk" data-take-out>
        {words.takeOut}
      </button>
    </div>
  )
}

function Procedure({ chosen, offer, point }: { chosen: string; offer: ProcedureOffer; point: string }) {
  if (offer.kind === 'none' || offer.kind === 'fixed') return null
  return (
    <div class="question">
      <label class="ask" id="procedure-label" for="procedure">
        {words.procedure} <span class="sm">{feedbackWords.optional}</span>
      </label>
      {offer.kind === 'list' ? (
        <select id="procedure" name="procedure">
          <option value="">{words.procedureNone}</option>
          {offer.procedures.map(({ code, name }) => (
            <option key={code} value={code} selected={code === chosen}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <Search chosen={chosen} point={point} />
      )}
    </div>
  )
}

function Search({ chosen, point }: { chosen: string; point: string }) {
  return (
    <>
      <p class="sm" id="procedure-hint">
        {words.procedureHint}
      </p>
      <input
        id="procedure"
        class="t"
        name="procedure"
        value={chosen}
        autocomplete="off"
        autocapitalize="none"
        aria-describedby="procedure-hint"
        data-suggest={paths.feedbackProcedures(point || undefined)}
        data-script={paths.suggestScript()}
      />
      <p class="sm" role="status" data-text={words.procedureFound} data-none={words.procedureUnknown} />
    </>
  )
}
