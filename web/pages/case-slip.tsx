import type { CaseChannel } from '../../server/domain/case-words'
import { paths } from '../paths'
import { slipWords as words } from '../vi/case-entry'
import { sentWords } from '../vi/feedback-sent'
import { formatDay, formatDayLong } from '../vi/format'
import { formatInstant } from '../vi/receipt'

export type CaseSlipPageProps = {
  office: string
  officeCode: string
  channel: CaseChannel
  code: string
  /** Null: it was shown before and is not shown again. */
  secret: string | null
  title: string
  /** ISO, UTC. */
  receivedAt: string
  dueOn: string | null
  superiorDueOn: string | null
  isChoiceKnown: boolean
  /** The person who typed it in may not open it. */
  isHidden: boolean
  /** Where the sender looks it up, and whom to call; empty where nobody said. */
  followAt: string
  phone: string
  qr: { path: string; side: number } | null
}

/** After typing in: the slip for the sender, printed or read out; the look-up code stands here once. */
export function CaseSlipPage(props: CaseSlipPageProps) {
  const { code, secret, isChoiceKnown, isHidden, superiorDueOn, channel, officeCode } = props
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      <p class="note wa unprinted" role="status">
        {secret ? words.once : words.gone}
      </p>
      <Slip {...props} />
      {superiorDueOn && <p class="unprinted">{words.superiorDue(formatDay(superiorDueOn))}</p>}
      {!isChoiceKnown && <p class="note unprinted">{words.choiceUnknown}</p>}
      {isHidden && <p class="note unprinted">{words.restricted}</p>}
      <p class="row unprinted">
        <a class="btn" href={paths.staff.caseEntry({ kenh: channel, 'co-quan': officeCode })}>
          {words.next}
        </a>
        <button type="button" class="btn alt" data-print hidden>
          {words.print}
        </button>
        {!isHidden && <a href={paths.staff.case(code)}>{words.open}</a>}
        <a href={paths.staff.cases()}>{words.inbox}</a>
      </p>
    </div>
  )
}

function Slip({ office, code, secret, title, receivedAt, dueOn, followAt, phone, qr }: CaseSlipPageProps) {
  return (
    <section class="slip given" aria-labelledby="slip">
      <h2 id="slip">{words.slip}</h2>
      <div class="two-codes">
        <div>
          <p>
            <span class="sm">{sentWords.code}</span>
            <br />
            <b class="code">{code}</b>
          </p>
          {secret && (
            <p>
              <span class="sm">{sentWords.secret}</span>
              <br />
              <b class="code">{secret}</b>
            </p>
          )}
          {dueOn && (
            <p>
              <span class="sm">{sentWords.due}</span>
              <br />
              <b class="due">{formatDayLong(dueOn)}</b>
            </p>
          )}
        </div>
        {qr && (
          <svg class="scan" viewBox={`0 0 ${qr.side} ${qr.side}`} role="img" aria-label={sentWords.qrLabel}>
            <path d={qr.path} />
          </svg>
        )}
      </div>
      <dl class="kv">
        <dt>{sentWords.office}</dt>
        <dd>{office}</dd>
        <dt>{words.receivedAt}</dt>
        <dd>{formatInstant(receivedAt)}</dd>
        <dt>{sentWords.about}</dt>
        <dd>{title}</dd>
      </dl>
      <p class="sm">
        {[words.follow(followAt), phone && words.phone(phone)].filter(Boolean).join(' ')}. {sentWords.keep}
      </p>
    </section>
  )
}
