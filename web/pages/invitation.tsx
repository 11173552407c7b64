import { Field, type Problem, ProblemSummary } from '../components/field'
import { GateShell } from '../components/gate-shell'
import { paths } from '../paths'
import { invitation, setup, problems as words } from '../vi/staff'

export type InvitationProps = { token: string; name: string; login: string; problems: Problem[] }

/** Behind a one-time link: the person it was made for chooses a password. */
export function InvitationPage({ token, name, login, problems }: InvitationProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text
  return (
    <GateShell>
      <h1>{invitation.title}</h1>
      <p>
        {invitation.hello(name)} {invitation.about}
      </p>
      <ProblemSummary title={words.title} kept={words.passwordAgain} problems={problems} />
      <form method="post" action={paths.staff.invitation(token)}>
        <dl class="kv">
          <dt>{invitation.login}</dt>
          <dd>{login}</dd>
        </dl>
        <input type="text" name="login" value={login} autocomplete="username" readonly hidden />
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
          {invitation.submit}
        </button>
      </form>
    </GateShell>
  )
}

/** A link that was used, replaced or has run out. */
export function InvitationClosedPage() {
  return (
    <GateShell>
      <h1>{invitation.closedTitle}</h1>
      <p>{invitation.closed}</p>
      <p>
        <a class="btn" href={paths.staff.signIn()}>
          {setup.toSignIn}
        </a>
      </p>
    </GateShell>
  )
}
