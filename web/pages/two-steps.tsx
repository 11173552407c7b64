import { Field, type Problem, ProblemSummary } from '../components/field'
import { type Unsent, UnsentFields } from '../components/unsent-fields'
import { paths } from '../paths'
import { problems as problemWords } from '../vi/staff'
import { twoStepWords as words } from '../vi/two-steps'

export type SetUpProps = {
  /** In base32. */
  secret: string
  /** The QR code as a path in a square of `side` units. */
  qr: { path: string; side: number }
  required: boolean
  next?: string
  unsent: Unsent | null
  problem: Problem | null
}

/** Setting up the second step: code to scan, secret to type, and the proof that the app has it. */
export function TwoStepSetUp({ secret, qr, required, next, unsent, problem }: SetUpProps) {
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>{required ? words.required : words.about}</p>
      {unsent && (
        <p class="note" role="status">
          {words.unsent}
        </p>
      )}
      <section class="box narrow">
        <ol class="stack">
          <li>{words.steps[0]}</li>
          <li>
            {words.steps[1]}
            <Qr {...qr} label={words.qr} />
            <p class="sm">{words.byHand}</p>
            <p class="seal">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          </li>
          <li>
            {words.steps[2]}
            <ProblemSummary
              title={problemWords.title}
              kept={problemWords.keptAll}
              problems={problem ? [problem] : []}
            />
            <form method="post" action={paths.staff.secondStep()}>
              {next && <input type="hidden" name="tiep" value={next} />}
              {unsent && <UnsentFields unsent={unsent} />}
              <Field
                name="code"
                label={words.code}
                inputmode="numeric"
                autocomplete="one-time-code"
                error={problem?.text}
                required
              />
              <button type="submit" class="btn">
                {words.confirm}
              </button>
            </form>
          </li>
        </ol>
      </section>
    </div>
  )
}

/** A QR code for another device to scan: always black on white. */
export function Qr({ path, side, label }: { path: string; side: number; label: string }) {
  return (
    <svg class="scan" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

export type CodesProps = {
  login: string
  codes: readonly string[]
  /** Put in the place of older ones; else the second step has just been put in force. */
  renewed: boolean
  next: string
  unsent: Unsent | null
}

/** The recovery codes, shown this once. */
export function RecoveryCodesPage({ login, codes, renewed, next, unsent }: CodesProps) {
  const text = encodeURIComponent(words.file(login, codes))
  return (
    <div class="stack">
      <h1>{words.codesTitle}</h1>
      <p class="note" role="status">
        {renewed ? words.codesRenewed : words.enabled}
      </p>
      <section class="box narrow">
        <p>{words.codesAbout}</p>
        <ul class="codes seal">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p class="row">
          <a class="btn alt" href={`data:text/plain;charset=utf-8,${text}`} download={words.fileName}>
            {words.download}
          </a>
          <button type="button" class="btn alt" data-print hidden>
            {words.print}
          </button>
        </p>
      </section>
      {unsent ? (
        <form method="post" action={unsent.address}>
          {unsent.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="btn">
            {words.sendAgain}
          </button>
        </form>
      ) : (
        <p>
          <a class="btn" href={next}>
            {words.kept}
          </a>
        </p>
      )}
    </div>
  )
}
