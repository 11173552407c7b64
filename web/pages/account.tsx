import type { SignedInStaff } from '../../server/domain/permissions'
import { Field, type Problem, ProblemSummary } from '../components/field'
import { paths } from '../paths'
import { account, roleAbout, roleNames, problems as words } from '../vi/staff'

export type AccountProps = { staff: SignedInStaff; problems: Problem[]; changed: boolean }

/** Who is signed in, and the change of the own password. */
export function AccountPage({ staff, problems, changed }: AccountProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text
  return (
    <>
      <h1>{account.title}</h1>
      {changed && (
        <p class="note" role="status">
          {account.changed}
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
    </>
  )
}
