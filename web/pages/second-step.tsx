import { Field } from '../components/field'
import { GateShell } from '../components/gate-shell'
import { type Unsent, UnsentFields } from '../components/unsent-fields'
import { paths } from '../paths'
import { signIn } from '../vi/staff'

export type SecondStepProps = {
  /** Who has given the right password, sealed. */
  waiting: string
  next?: string
  unsent?: Unsent | null
  problem?: { code: 'wrong' } | { code: 'wait'; minutes: number }
}

/** The second page of signing in: the code of the app, or a recovery code. */
export function SecondStepPage({ waiting, next, unsent, problem }: SecondStepProps) {
  return (
    <GateShell>
      <h1>{signIn.codeTitle}</h1>
      {problem && (
        <p class="note er" role="alert">
          {problem.code === 'wait' ? signIn.codeWait(problem.minutes) : signIn.codeWrong}
        </p>
      )}
      <form method="post" action={paths.staff.signInCode()}>
        <input type="hidden" name="waiting" value={waiting} />
        {next && <input type="hidden" name="tiep" value={next} />}
        {unsent && <UnsentFields unsent={unsent} />}
        <Field name="code" label={signIn.code} hint={signIn.codeHint} autocomplete="one-time-code" required />
        <button type="submit" class="btn">
          {signIn.codeSubmit}
        </button>
      </form>
      <p class="sm">{signIn.phoneLost}</p>
      <p>
        <a href={paths.staff.signIn(next)}>{signIn.startOver}</a>
      </p>
    </GateShell>
  )
}
