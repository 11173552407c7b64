import { Field, type Problem, ProblemSummary } from '../components/field'
import { GateShell } from '../components/gate-shell'
import { paths } from '../paths'
import { setup, problems as words } from '../vi/staff'

export type SetupProps = { token: string; typed: { name: string; login: string }; problems: Problem[] }

/** The form behind the one-time link: the first administrator's account. */
export function SetupPage({ token, typed, problems }: SetupProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text
  return (
    <GateShell>
      <h1>{setup.title}</h1>
      <p>{setup.about}</p>
      <ProblemSummary title={words.title} kept={words.kept} problems={problems} />
      <form method="post" action={paths.staff.setup(token)}>
        <Field name="name" label={setup.name} value={typed.name} error={errorOf('name')} autocomplete="name" required />
        <Field
          name="login"
          label={setup.login}
          hint={setup.loginHint}
          value={typed.login}
          error={errorOf('login')}
          autocomplete="username"
          required
        />
        <Field
          name="password"
          label={setup.password}
          hint={setup.passwordHint}
          type="password"
          error={errorOf('password')}
          autocomplete="new-password"
          required
        />
        <Field
          name="repeat"
          label={setup.repeat}
          type="password"
          error={errorOf('repeat')}
          autocomplete="new-password"
          required
        />
        <button type="submit" class="btn">
          {setup.submit}
        </button>
      </form>
    </GateShell>
  )
}

/** A set-up link that was used or has run out. */
export function SetupClosedPage() {
  return (
    <GateShell>
      <h1>{setup.closedTitle}</h1>
      <p>{setup.closed}</p>
      <p>
        <a class="btn" href={paths.staff.signIn()}>
          {setup.toSignIn}
        </a>
      </p>
    </GateShell>
  )
}
