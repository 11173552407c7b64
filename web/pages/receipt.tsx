import { CitizenFoot, FeedbackOffer, Frame } from '../components/frame'
import { FullOffer } from '../components/full-offer'
import { Petals } from '../components/petals'
import { ReceiptSlip } from '../components/receipt-slip'
import { paths } from '../paths'
import { useWords } from '../survey-words'

export type ReceiptPageProps = {
  office: string
  point: { code: string; name: string }
  /** The code as printed. */
  receipt: string
  state: 'kept' | 'withdrawn'
  /** Day of sending, `YYYY-MM-DD` in UTC+7. */
  submittedOn?: string
  /** Until when it can be withdrawn (ISO, UTC); null when that time is over. */
  withdrawUntil: string | null
  /** Address of the full survey, to be offered after the quick one. */
  fullSurvey?: string | null
  /** A withdrawal was asked for after its time. */
  tooLate?: boolean
}

/**
 * Where a sent form leads, and what the holder of its code may see later: that it is counted, or withdrawn. Never what it
 * says; the same words whatever was chosen.
 */
export function ReceiptPage(props: ReceiptPageProps) {
  const { receipt: words } = useWords()
  const { office, point, receipt, state, submittedOn } = props
  return (
    <Frame office={office} place={point.name} sent foot={<CitizenFoot point={point.code} />}>
      {props.tooLate && (
        <p class="note wa" role="alert">
          {words.tooLate}
        </p>
      )}
      {state === 'kept' && <Petals size={120} on={[true, true, true, true, true]} />}
      <h1>{words.title[state]}</h1>
      <p>{words.text[state](office)}</p>
      {state === 'kept' && props.fullSurvey && <FullOffer address={props.fullSurvey} />}
      <ReceiptSlip code={receipt} point={point.name} submittedOn={submittedOn} />
      {state === 'kept' && (
        <>
          <p>{words.keep}</p>
          <Withdraw code={receipt} until={props.withdrawUntil} />
          <FeedbackOffer point={point.code} />
        </>
      )}
    </Frame>
  )
}

function Withdraw({ code, until }: { code: string; until: string | null }) {
  const { receipt: words } = useWords()
  if (!until) return null
  return (
    <details>
      <summary>{words.withdraw}</summary>
      <form method="post" action={paths.withdraw(code)}>
        <p>
          {words.withdrawMeaning} {words.withdrawUntil(until)}
        </p>
        <p class="send">
          <button type="submit" class="btn alt">
            {words.withdraw}
          </button>
        </p>
      </form>
    </details>
  )
}
