import { useWords } from '../survey-words'
import { formatDay } from '../vi/format'

/** The perforated slip: the code as printed, where, and the day (`YYYY-MM-DD`). Never what was answered. */
export function ReceiptSlip({ code, point, submittedOn }: { code: string; point: string; submittedOn?: string }) {
  const { receipt } = useWords()
  return (
    <section class="slip" aria-labelledby="slip">
      <h2 id="slip">{receipt.slip}</h2>
      <p>
        <span class="sm">{receipt.code}</span>
        <br />
        <b class="code">{code}</b>
      </p>
      <dl class="kv">
        <dt>{receipt.point}</dt>
        <dd>{point}</dd>
        {submittedOn && (
          <>
            <dt>{receipt.day}</dt>
            <dd>{formatDay(submittedOn)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
