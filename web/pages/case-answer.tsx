import type { CaseAnswer } from '../../db/case-answers'
import type { CaseEvent } from '../../server/domain/feedback-case'
import { AnswerForm, type Composer } from '../components/case-answer'
import { EventLine } from '../components/case-history'
import { Paragraphs } from '../components/case-text'
import { paths } from '../paths'
import { answerWords as words } from '../vi/case-answer'
import { caseForm } from '../vi/case-forms'
import type { EventNames } from '../vi/case-history'
import { conflictWords } from '../vi/case-page'
import { CaseFrame, type CaseTitle, type Meanwhile, MeanwhileNote, TextArea } from './case-form'

type WriteProps = {
  case: CaseTitle & { wish: string }
  composer: Composer
  seen: number
  /** Why it was not given for approval. */
  refusal: string | null
  meanwhile: Meanwhile | null
}

/** The field by itself: after a template was inserted, or when something is still to be done. */
export function AnswerPage({ case: head, composer, seen, refusal, meanwhile }: WriteProps) {
  return (
    <CaseFrame case={head} title={words.title}>
      {meanwhile && <MeanwhileNote {...meanwhile} about={conflictWords.kept} />}
      {refusal && (
        <div class="note er" role="alert">
          <h2>{words.refused}</h2>
          <p>{refusal}</p>
          <p>{caseForm.kept}</p>
        </div>
      )}
      <section class="box">
        <AnswerForm code={head.code} seen={seen} composer={composer} />
      </section>
    </CaseFrame>
  )
}

type EditedProps = { case: CaseTitle; mine: string; theirs: CaseAnswer; by: string; version: number; seen: number }

/** 409: two people wrote the same answer. Both texts are there, and nothing was written over. */
export function EditedPage({ case: head, mine, theirs, by, version, seen }: EditedProps) {
  return (
    <CaseFrame case={head} title={words.editedTitle}>
      <p class="note er" role="alert">
        {words.editedAbout(by, theirs.updatedAt)}
      </p>
      <div class="pair">
        <section class="box">
          <h2>{words.theirs}</h2>
          <Paragraphs text={theirs.text} />
          <p>
            <a href={paths.staff.case(head.code)}>{words.keepTheirs}</a>
          </p>
        </section>
        <form method="post" action={paths.staff.case(head.code, 'tra-loi')} class="box" data-unsaved="changed">
          <h2>
            <label for="text">{words.mine}</label>
          </h2>
          <p class="sm">{words.mineAbout}</p>
          <input type="hidden" name="version" value={String(version)} />
          <input type="hidden" name="seen" value={String(seen)} />
          <input type="hidden" name="revision" value={String(theirs.revision)} />
          <textarea class="t" id="text" name="text" rows={10}>
            {mine}
          </textarea>
          <button type="submit" class="btn" name="lam" value="save">
            {words.saveMine}
          </button>
        </form>
      </div>
    </CaseFrame>
  )
}

type ApproveProps = {
  case: CaseTitle & { wish: string; place: string }
  draft: CaseAnswer
  by: string
  version: number
  seen: number
  reason: string
  error: string | null
  refusal: string | null
  /** Given by this person, who therefore does not approve it. */
  isOwn: boolean
  /** What the sender has said since: information that was asked for, why the first answer was not enough. */
  said: readonly CaseEvent[]
  names: EventNames
}

/** Question and answer side by side for whoever approves. */
export function ApprovePage(props: ApproveProps) {
  const { case: head, draft, by, version, seen, reason, error, refusal, isOwn, said, names } = props
  const hidden = (
    <>
      <input type="hidden" name="version" value={String(version)} />
      <input type="hidden" name="seen" value={String(seen)} />
    </>
  )
  return (
    <CaseFrame case={head} title={words.approveTitle} bare>
      {refusal && (
        <p class="note er" role="alert">
          {refusal}
        </p>
      )}
      <div class="pair">
        <section class="box">
          <h2>{words.question}</h2>
          <p>
            <b>{head.title}</b>
          </p>
          <Paragraphs text={head.content} />
          {head.place && <p>{head.place}</p>}
          {head.wish && <p>{head.wish}</p>}
          {said.map((event) => (
            <EventLine key={event.no} event={event} names={names} />
          ))}
        </section>
        <section class="box">
          <h2>{words.answer}</h2>
          <Paragraphs text={draft.text} />
          <p class="sm">{words.waiting(by)}</p>
        </section>
      </div>
      {!isOwn && (
        <form method="post" action={paths.staff.case(head.code, 'duyet')} class="row">
          {hidden}
          <button type="submit" class="btn">
            {words.approve}
          </button>
          <span class="sm">{words.approveAbout}</span>
        </form>
      )}
      <form method="post" action={paths.staff.case(head.code, 'sua-lai')} class="box">
        <h2>{words.sendBackTitle}</h2>
        {hidden}
        <TextArea name="reason" label={words.sendBackReason} value={reason} error={error ?? undefined} />
        <button type="submit" class="btn alt">
          {words.sendBack}
        </button>
      </form>
    </CaseFrame>
  )
}
