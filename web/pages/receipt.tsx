import { CitizenFoot, Frame } from '../components/frame'
import { ReceiptSlip, type SlipProps } from '../components/receipt-slip'
import { paths } from '../paths'
import { receipt as words } from '../vi/receipt'

export type ReceiptPageProps = {
  office: string
  slip: SlipProps
  state: keyof typeof words.state
  /** Until when it can be withdrawn (ISO, UTC); null when that time is over or unknown. */
  withdrawUntil: string | null
  feedback?: boolean
}

/** What the holder of a receipt may know: that the form is counted, or withdrawn. Never what it says. */
export function ReceiptPage({ office, slip, state, withdrawUntil, feedback }: ReceiptPageProps) {
  return (
    <Frame office={office} place={slip.point} foot={<CitizenFoot feedback={feedback} />}>
      <h1>{words.state[state].title}</h1>
      <p>{words.state[state].text}</p>
      <ReceiptSlip {...slip} />
      <p class="sm">{words.never}</p>
      {state !== 'withdrawn' && <Withdraw code={slip.code} until={withdrawUntil} />}
    </Frame>
  )
}

function Withdraw({ code, until }: { code: string; until: string | null }) {
  if (!until) return <p class="sm">{words.tooLate}</p>
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

/** 404: the code is not a receipt of this installation. */
export function UnknownReceiptPage({ code }: { code: string }) {
  return (
    <Frame foot={<CitizenFoot />}>
      <h1>{words.unknownTitle}</h1>
      <p>{words.unknown(code.slice(0, 40))}</p>
    </Frame>
  )
}
