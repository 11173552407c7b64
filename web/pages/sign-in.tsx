import { Field } from '../components/field'
import { GateShell } from '../components/gate-shell'
import { type Unsent, UnsentFields } from '../components/unsent-fields'
import { paths } from '../paths'
import { signIn } from '../vi/staff'

export type SignInProps = {
  /** The page to show afterwards. */
  next?: string
  login?: string
  problem?: { code: 'wrong' | 'too-late' } | { code: 'wait'; minutes: number }
  /** Whether a forgotten password can be set anew by mail. */
  offersMail: boolean
  /** What was done before: signed out, or a password chosen. */
  done?: 'signed-out' | 'password-set'
  /** A form that arrived without a session, kept until somebody is signed in. */
  unsent?: Unsent | null
}

/** The sign-in form; after a refusal the login is kept and the password is asked again. */
export function SignInPage({ next, login, problem, done, unsent, offersMail }: SignInProps) {
  return (
    <GateShell>
      <h1>{signIn.title}</h1>
      {done && (
        <p class="note" role="status">
          {done === 'signed-out' ? signIn.signedOut : signIn.passwordSet}
        </p>
      )}
      {unsent && !problem && (
        <p class="note" role="status">
          {signIn.expired}
        </p>
      )}
      {problem && (
        <p class="note er" role="alert">
          {problem.code === 'wait' ? signIn.wait(problem.minutes) : signIn.problems[problem.code]}
        </p>
      )}
      <form method="post" action={paths.staff.signIn()}>
        {next && <input type="hidden" name="tiep" value={next} />}
        {unsent && <UnsentFields unsent={unsent} />}
        <Field name="login" label={signIn.login} value={login} autocomplete="username" required />
        <Field name="password" label={signIn.password} type="password" autocomplete="current-password" required />
        <button type="submit" class="btn">
          {signIn.submit}
        </button>
      </form>
      {offersMail ? (
        <p>
          <a href={paths.staff.forgotten()}>{signIn.forgottenLink}</a>
        </p>
      ) : (
        <p class="sm">{signIn.forgotten}</p>
      )}
      <p>
        <a href={paths.results()}>{signIn.public}</a>
      </p>
    </GateShell>
  )
}
