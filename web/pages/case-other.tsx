import type { CaseSender } from '../../db/case-senders'
import type { RefusalGround } from '../../server/domain/case-words'
import { refusalGrounds } from '../../server/domain/case-words'
import { paths } from '../paths'
import { caseForm, refusalTexts } from '../vi/case-forms'
import { casePage, conflictWords, senderWords } from '../vi/case-page'
import { refusalGroundNames } from '../vi/cases'
import { CaseFrame, type CaseTitle, type Meanwhile, MeanwhileNote, TextArea } from './case-form'

/** First step of a refusal: why. Each reason has its text and its door. */
export function GroundsPage({ case: head }: { case: CaseTitle }) {
  const address = (ground: RefusalGround) =>
    `${paths.staff.case(head.code, 'khong-tiep-nhan')}?${new URLSearchParams({ 'ly-do': ground })}`
  return (
    <CaseFrame case={head} title={caseForm.chooseGround}>
      <p>{caseForm.chooseGroundAbout}</p>
      <ul class="box lines">
        {refusalGrounds.map((ground) => (
          <li key={ground}>
            <a href={address(ground)}>
              <b>{refusalGroundNames[ground]}</b>
            </a>
            <p class="sm">{refusalTexts[ground].text.replace(/\{\{.*?\}\}/g, `⟨${caseForm.receive}⟩`)}</p>
          </li>
        ))}
      </ul>
    </CaseFrame>
  )
}

export type SenderPageProps = {
  case: CaseTitle
  reason: string
  error: string | null
  /** Undefined: not asked for yet; null: there is none. */
  sender: CaseSender | null | undefined
}

/** Asks why, then shows who sent it, once. */
export function SenderPage({ case: head, reason, error, sender }: SenderPageProps) {
  if (sender !== undefined) return <ShownSender case={head} sender={sender} />
  return (
    <CaseFrame case={head} title={senderWords.title}>
      <p>{senderWords.about}</p>
      <form method="post" action={paths.staff.case(head.code, 'nguoi-gui')} class="box">
        <TextArea name="reason" label={senderWords.reason} value={reason} error={error ?? undefined} rows={2} />
        <p class="row">
          <button type="submit" class="btn">
            {senderWords.show}
          </button>
          <a href={paths.staff.case(head.code)}>{caseForm.cancel}</a>
        </p>
      </form>
    </CaseFrame>
  )
}

function ShownSender({ case: head, sender }: { case: CaseTitle; sender: CaseSender | null }) {
  return (
    <CaseFrame case={head} title={senderWords.shownTitle(head.code)}>
      <div class="box">
        {sender === null && <p>{senderWords.nobody}</p>}
        {sender?.erasedAt && <p>{senderWords.erased}</p>}
        {sender && !sender.erasedAt && (
          <dl class="kv">
            {(['name', 'organisation', 'address', 'phone', 'email'] as const).map((field) => (
              <div key={field}>
                <dt>{senderWords[field]}</dt>
                <dd>{sender[field] || (field === 'phone' ? senderWords.byPost : senderWords.empty)}</dd>
              </div>
            ))}
          </dl>
        )}
        <p class="sm">{senderWords.once}</p>
      </div>
    </CaseFrame>
  )
}

export type CannotProps = {
  case: CaseTitle
  why: string
  meanwhile: Meanwhile | null
  /** What was typed, to be copied. */
  typed: readonly string[]
}

/** A deed that is not possible (any more), with what happened and what was typed. */
export function CannotPage({ case: head, why, meanwhile, typed }: CannotProps) {
  const kept = typed.filter((text) => text.trim() !== '')
  return (
    <CaseFrame case={head} title={casePage.cannotTitle}>
      <p class="note er" role="alert">
        {why}
      </p>
      {meanwhile && <MeanwhileNote {...meanwhile} about={kept.length > 0 ? conflictWords.keptOnly : ''} />}
      {kept.map((text, i) => (
        <textarea key={i} class="t" rows={6} readOnly aria-label={conflictWords.keptOnly}>
          {text}
        </textarea>
      ))}
      <p>
        <a class="btn" href={paths.staff.case(head.code)}>
          {casePage.back(head.code)}
        </a>
      </p>
    </CaseFrame>
  )
}

/** The deed was done and took the case out of the person's sight. */
export function GonePage({ code }: { code: string }) {
  return (
    <div class="stack narrow">
      <h1>{casePage.gone(code)}</h1>
      <p class="note ok" role="status">
        {casePage.goneAbout}
      </p>
      <p>
        <a class="btn" href={paths.staff.cases()}>
          {casePage.inbox}
        </a>
      </p>
    </div>
  )
}
