import type { ComponentChildren } from 'preact'
import type { CaseAnswer } from '../../db/case-answers'
import type { CasePageProps } from '../pages/case'
import { paths } from '../paths'
import { answerWords as words } from '../vi/case-answer'
import type { EventNames } from '../vi/case-history'
import { casePage } from '../vi/case-page'
import { ratingNames } from '../vi/cases'
import { Paragraphs } from './case-text'
import { Select } from './select'

/** What an answer is written upon. `note`: something to say about what stands in the field. */
export type Composer = {
  version: number
  revision: number
  text: string
  templates: { id: string; title: string }[]
  note?: string
}

type AnswerProps = Pick<
  CasePageProps,
  'head' | 'answers' | 'draft' | 'composer' | 'deeds' | 'names' | 'isOwnAnswer' | 'events'
>

/** Answers that were sent, and the one that is being written or waits for approval. */
export function AnswerBox(props: AnswerProps) {
  const { head, answers, draft, composer, names } = props
  return (
    <>
      {answers.map((answer) => (
        <SentAnswer
          key={answer.no}
          answer={answer}
          names={names}
          rating={head.rating}
          isLast={answer === answers.at(-1)}
        />
      ))}
      {composer ? (
        <section class="box" id="tra-loi">
          <Unfolded open={head.state !== 'new' || draft !== null}>
            {draft && <p class="sm">{words.savedAt(draft.updatedAt, names.staff.get(draft.draftedBy) ?? '')}</p>}
            <AnswerForm code={head.code} seen={props.events.length} composer={composer} />
          </Unfolded>
        </section>
      ) : (
        draft && <WaitingAnswer {...props} draft={draft} />
      )}
    </>
  )
}

/** What has only come in is classified first; the field for the answer is there for whoever wants it. */
function Unfolded({ open, children }: { open: boolean; children: ComponentChildren }) {
  if (!open)
    return (
      <details>
        <summary>{words.begin}</summary>
        {children}
      </details>
    )
  return (
    <>
      <h2>
        <label for="text">{words.title}</label>
      </h2>
      {children}
    </>
  )
}

type SentProps = { answer: CaseAnswer; names: EventNames; rating: CasePageProps['head']['rating']; isLast: boolean }

function SentAnswer({ answer, names, rating, isLast }: SentProps) {
  return (
    <section class="box">
      <h2>{isLast ? words.sentTitle : words.first}</h2>
      <Paragraphs text={answer.text} />
      <p class="sm">{words.sent(answer.sentAt ?? '', names.staff.get(answer.approvedBy ?? '') ?? '')}</p>
      {isLast && rating && <p>{casePage.rating(ratingNames[rating])}</p>}
    </section>
  )
}

function WaitingAnswer({ head, draft, deeds, names, isOwnAnswer }: AnswerProps & { draft: CaseAnswer }) {
  const isSubmitted = head.state === 'awaiting-approval'
  return (
    <section class="box" id="tra-loi">
      <h2>{words.draftOf}</h2>
      <Paragraphs text={draft.text} />
      <p class="sm">
        {isSubmitted
          ? words.waiting(names.staff.get(head.submittedBy ?? '') ?? '')
          : words.savedAt(draft.updatedAt, names.staff.get(draft.draftedBy) ?? '')}
      </p>
      {deeds.includes('answer') && isOwnAnswer && <p class="note">{words.own}</p>}
    </section>
  )
}

/** The field with its buttons; a script saves it by itself now and then. */
export function AnswerForm({ code, seen, composer }: { code: string; seen: number; composer: Composer }) {
  const { version, revision, text, templates, note } = composer
  return (
    <form
      method="post"
      action={paths.staff.case(code, 'tra-loi')}
      class="answer"
      data-unsaved={note ? 'changed' : ''}
      data-draft={words.autosaved}
      data-draft-failed={words.autosaveFailed}
      data-draft-conflict={words.autosaveConflict}
    >
      <input type="hidden" name="version" value={String(version)} />
      <input type="hidden" name="seen" value={String(seen)} />
      <input type="hidden" name="revision" value={String(revision)} />
      {note && (
        <p class="note" role="status">
          {note}
        </p>
      )}
      <textarea class="t" id="text" name="text" rows={8} aria-label={words.label}>
        {text}
      </textarea>
      <p class="row">
        <button type="submit" class="btn" name="lam" value="submit">
          {words.submit}
        </button>
        <button type="submit" class="btn alt" name="lam" value="save">
          {words.save}
        </button>
        <span class="sm" role="status" data-draft-said>
          {words.second}
        </span>
      </p>
      {templates.length > 0 && (
        <div class="row insert">
          <Select
            name="mau"
            label={words.template}
            options={templates.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <button type="submit" class="btn alt" name="lam" value="insert">
            {words.insert}
          </button>
        </div>
      )}
    </form>
  )
}
