import { CitizenFoot, Frame } from '../components/frame'
import { Petals } from '../components/petals'
import { ReceiptSlip, type SlipProps } from '../components/receipt-slip'
import { paths } from '../paths'
import { thanks } from '../vi/receipt'

export type ThanksPageProps = {
  office: string
  point: { code: string; name: string } | null
  /** Null on a device that many people use: no code is shown there. */
  slip: SlipProps | null
  /** The quick form was sent: offers the full one. */
  offerFull?: boolean
  feedback?: boolean
}

/** After sending: the whole flower, the receipt, the ways on. The same words whatever was chosen. */
export function ThanksPage({ office, point, slip, offerFull, feedback }: ThanksPageProps) {
  return (
    <Frame office={office} place={point?.name} sent foot={<CitizenFoot feedback={feedback} />}>
      <Petals size={120} on={[true, true, true, true, true]} />
      <h1>{thanks.title}</h1>
      <p>{thanks.use(office)}</p>
      {offerFull && point && <FullOffer code={point.code} />}
      {slip && (
        <>
          <ReceiptSlip {...slip} />
          <p>{thanks.keep}</p>
          <p>
            <a class="lnk" href={paths.receipt(slip.code)}>
              {thanks.check}
            </a>
          </p>
        </>
      )}
      {feedback && <FeedbackOffer />}
    </Frame>
  )
}

function FullOffer({ code }: { code: string }) {
  return (
    <section class="card">
      <p>{thanks.afterQuick}</p>
      <a class="btn" href={paths.survey(code)}>
        {thanks.answerFull}
      </a>
      <p class="sm">{thanks.endHere}</p>
    </section>
  )
}

function FeedbackOffer() {
  return (
    <section class="card">
      <h2>{thanks.feedbackTitle}</h2>
      <a class="btn alt" href={paths.feedback()}>
        {thanks.feedback}
      </a>
      <p class="sm">{thanks.feedbackApart}</p>
    </section>
  )
}
