import { isDuePromised } from '../../server/domain/case-form'
import type { CaseKind } from '../../server/domain/case-words'
import type { DueExplanation } from '../../server/domain/deadlines'
import { DueCalendar } from '../components/due-calendar'
import { Frame } from '../components/frame'
import { paths } from '../paths'
import { doors, feedbackWords } from '../vi/feedback'
import { expiredWords } from '../vi/feedback-faults'
import { sentWords as words } from '../vi/feedback-sent'
import { formatDayLong } from '../vi/format'
import { formatInstant } from '../vi/receipt'

export type SentPageProps = {
  office: string
  code: string
  secret: string
  kind: CaseKind
  title: string
  files: number
  /** ISO, UTC. */
  sentAt: string
  /** Why the answer is due when it is; null: no day is promised. */
  due: DueExplanation | null
  basis: string | null
  today: string
  phone: string
  reception: string
  /** The dark modules of the code that leads to the case, and the side of its square. */
  qr: { path: string; side: number }
}

/** Where a sent form leads: the two codes, the due date, and what their holder can do. Fits on one printed page. */
export function FeedbackSentPage(props: SentPageProps) {
  const { office, kind, due, phone } = props
  return (
    <Frame office={office} place={feedbackWords.title} sent>
      <h1>{titleOf(kind)}</h1>
      <Slip {...props} />
      <p class="note wa paper">{words.keep}</p>
      <div class="screen">
        <Follow {...props} />
        <button type="button" class="btn alt" data-print hidden>
          {words.print}
        </button>
      </div>
      {due && (
        <details id="vi-sao">
          <summary>{words.why}</summary>
          <DueCalendar explanation={due} today={props.today} basis={props.basis} heading={false} />
        </details>
      )}
      <Door {...props} />
      <h2>{words.can}</h2>
      <ul class="ul">
        {deedsOf(kind).map((deed) => (
          <li key={deed}>{deed}</li>
        ))}
      </ul>
      {phone && <p>{words.call(phone)}</p>}
      <div class="screen">
        <a class="lnk" href={paths.feedback()}>
          {words.another}
        </a>
        <p class="sm">{words.tail}</p>
      </div>
    </Frame>
  )
}

function deedsOf(kind: CaseKind): readonly string[] {
  if (kind === 'suggestion') return words.deedsSuggestion
  return isDuePromised(kind) ? words.deeds : words.deedsKept
}

function titleOf(kind: CaseKind): string {
  if (kind === 'pakn') return words.title
  if (kind === 'suggestion' || kind === 'question') return words.titles[kind]
  return words.titles.other
}

function Slip({ office, code, secret, kind, title, files, sentAt, due, qr }: SentPageProps) {
  return (
    <section class="slip" aria-labelledby="slip">
      <h2 id="slip">{words.slip}</h2>
      <div class="codes">
        <div>
          <p>
            <span class="sm">{words.code}</span>
            <br />
            <b class="code">{code}</b>
          </p>
          <p>
            <span class="sm">{words.secret}</span>
            <br />
            <b class="code">{secret}</b>
          </p>
          <Due kind={kind} due={due} />
        </div>
        <div>
          <svg class="qr" viewBox={`0 0 ${qr.side} ${qr.side}`} role="img" aria-label={words.qrLabel}>
            <path d={qr.path} />
          </svg>
          <p class="sm">{words.qr}</p>
        </div>
      </div>
      <dl class="kv">
        <dt>{words.office}</dt>
        <dd>{office}</dd>
        <dt>{words.sentAt}</dt>
        <dd>{formatInstant(sentAt)}</dd>
        <dt>{words.about}</dt>
        <dd>{title}</dd>
        {files > 0 && (
          <>
            <dt>{words.files}</dt>
            <dd>{files}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Due({ kind, due }: Pick<SentPageProps, 'kind' | 'due'>) {
  if (due === null || due.dueOn === null) return <p>{kind === 'suggestion' ? words.noDue : words.noDueKept}</p>
  return (
    <p>
      <span class="sm">{words.due}</span>
      <br />
      <b class="due">{formatDayLong(due.dueOn)}</b>
      <br />
      <a class="lnk" href="#vi-sao">
        {words.why}
      </a>
    </p>
  )
}

/** Posted, so that the look-up code stands in no address. */
function Follow({ code, secret }: SentPageProps) {
  return (
    <form method="post" action={paths.follow()}>
      <input type="hidden" name="ma" value={code} />
      <input type="hidden" name="bi-mat" value={secret} />
      <button type="submit" class="btn">
        {words.follow}
      </button>
    </form>
  )
}

/** What is not a petition is kept, and its right door said once more. */
function Door({ kind, reception }: SentPageProps) {
  if (!(kind in doors.items)) return null
  return <p class="note paper">{doors.items[kind as keyof typeof doors.items].text(reception)}</p>
}

/** The receipt is shown for two hours; then the codes lead to the case. */
export function FeedbackExpiredPage({ office }: { office: string }) {
  return (
    <Frame office={office} place={feedbackWords.title}>
      <h1>{expiredWords.title}</h1>
      <p>{expiredWords.text}</p>
      <a class="btn" href={paths.follow()}>
        {expiredWords.follow}
      </a>
    </Frame>
  )
}
