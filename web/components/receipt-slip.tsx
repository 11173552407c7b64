import { formatDay } from '../vi/format'
import { receipt } from '../vi/receipt'

export type SlipProps = {
  /** As printed: `XXXX-XXXX-XXXX-XXXX-XXXX`. */
  code: string
  /** Name of the point. */
  point: string
  /** `YYYY-MM-DD` in UTC+7. */
  submittedOn: string
  /** Title of the questionnaire and its number of questions. */
  form: { title: string; questions: number }
}

/** The perforated slip: where, when, which form. Never what was answered. */
export function ReceiptSlip({ code, point, submittedOn, form }: SlipProps) {
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
        <dt>{receipt.day}</dt>
        <dd>{formatDay(submittedOn)}</dd>
        <dt>{receipt.form}</dt>
        <dd>{receipt.formOf(form.title, form.questions)}</dd>
      </dl>
    </section>
  )
}
