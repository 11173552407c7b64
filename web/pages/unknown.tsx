import { CitizenFoot, Frame } from '../components/frame'
import { unknownPoint, unknownReceipt } from '../vi/errors'

/** 404 of /k/:code: says which code was asked for and what to do. */
export function UnknownPointPage({ code }: { code: string }) {
  return (
    <Frame foot={<CitizenFoot />}>
      <h1>{unknownPoint.title}</h1>
      <p>{unknownPoint.text(code.slice(0, 40))}</p>
    </Frame>
  )
}

/** 404 of /phieu/:receipt: a code copied from paper is easily misread. */
export function UnknownReceiptPage() {
  return (
    <Frame foot={<CitizenFoot />}>
      <h1>{unknownReceipt.title}</h1>
      <p>{unknownReceipt.text}</p>
    </Frame>
  )
}
