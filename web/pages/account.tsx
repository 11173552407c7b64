import type { SignedInStaff } from '../../server/domain/permissions'
import { Field, type Problem, ProblemSummary } from '../components/field'
import { type OwnSession, OwnSessions } from '../components/own-sessions'
import { paths } from '../paths'
import { account, roleAbout, roleNames, problems as words } from '../vi/staff'
import { twoStepWords } from '../vi/two-steps'

export type AccountProps = {
  staff: SignedInStaff
  sessions: readonly OwnSession[]
  hasTwoSteps: boolean
  problems: Problem[]
  /** What was just done, as a sentence. */
  done: string | null
}

/** Who is signed in and where, the second step, and the change of the own password. */
export function AccountPage({ staff, sessions, hasTwoSteps, problems, done }: AccountProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text
  return (
    <div class="stack">
      <h1>{account.title}</h1>
      {done && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      <section class="box narrow">
        <h2>{staff.name}</h2>
        <dl class="kv">
          <dt>{account.login}</dt>
          <dd>{staff.login}</dd>
          <dt>{account.role}</dt>
          <dd>{roleNames[staff.role]}</dd>
          <dt>{account.office}</dt>
          <dd>{staff.officeCode ? staff.officeName : account.allOffices}</dd>
        </dl>
        <p class="sm">{roleAbout[staff.role]}</p>
      </section>
      <section class="box narrow">
        <h2>{twoStepWords.title}</h2>
        <p>{hasTwoSteps ? account.twoStepsOn : twoStepWords.off}</p>
        <p>
          <a href={paths.staff.secondStep()}>{hasTwoSteps ? twoStepWords.toChange : twoStepWords.toSetUp}</a>
        </p>
      </section>
      <section class="box narrow">
        <h2>{account.changeTitle}</h2>
        <ProblemSummary title={words.title} kept={words.kept} problems={problems} />
        <form method="post" action={paths.staff.account()}>
          <input type="text" name="login" value={staff.login} autocomplete="username" readonly hidden />
          <Field
            name="old"
            label={account.old}
            type="password"
            error={errorOf('old')}
            autocomplete="current-password"
            required
          />
          <Field
            name="new"
            label={account.new}
            type="password"
            error={errorOf('new')}
            autocomplete="new-password"
            required
          />
          <Field
            name="repeat"
            label={account.repeat}
            type="password"
            error={errorOf('repeat')}
            autocomplete="new-password"
            required
          />
          <button type="submit" class="btn">
            {account.change}
          </button>
        </form>
      </section>
      <OwnSessions sessions={sessions} />
    </div>
  )
}
