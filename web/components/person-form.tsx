import type { PersonField, TypedPerson } from '../../server/actions/people'
import { type Role, roles } from '../../server/domain/permissions'
import { peopleWords as words } from '../vi/people'
import { problems as problemWords, roleAbout, roleNames } from '../vi/staff'
import { Field, ProblemSummary } from './field'
import { type Option, Select } from './select'

export type PersonProblems = { fields: readonly PersonField[]; taken?: boolean; sentence?: string }
export type PersonFormProps = {
  action: string
  submit: string
  offices: readonly Option[]
  typed: Partial<TypedPerson>
  problems: PersonProblems | null
  /** A person that exists keeps the login. */
  isNew: boolean
  /** Of oneself neither role nor office is changed. */
  isOneself?: boolean
}

export const roleOptions = roles.map((value): Option => ({ value, label: roleNames[value] }))

/** Who a person is and what the person may do where. */
export function PersonForm(props: PersonFormProps) {
  const { action, submit, offices, typed, problems, isNew, isOneself } = props
  const error = (field: PersonField) => {
    if (field === 'login' && problems?.taken) return words.taken
    return problems?.fields.includes(field) ? words.wrong[field] : undefined
  }
  const fields: PersonField[] = ['login', 'name', 'email', 'role', 'office']
  const listed = fields.flatMap((field) => ({ field, text: error(field) ?? '' })).filter(({ text }) => text !== '')
  return (
    <form method="post" action={action}>
      <ProblemSummary title={problemWords.title} kept={problemWords.keptAll} problems={listed} />
      <Field name="name" label={words.name} value={typed.name} error={error('name')} autocomplete="off" required />
      {isNew && (
        <Field
          name="login"
          label={words.login}
          hint={words.loginHint}
          value={typed.login}
          error={error('login')}
          autocomplete="off"
          required
        />
      )}
      <Field
        name="email"
        label={words.email}
        hint={words.emailHint}
        value={typed.email}
        error={error('email')}
        autocomplete="off"
      />
      {isOneself ? (
        <>
          <input type="hidden" name="role" value={typed.role} />
          <input type="hidden" name="office" value={typed.office} />
          <p class="sm">{words.ofOneself}</p>
        </>
      ) : (
        <>
          <Select name="role" label={words.role} options={roleOptions} chosen={typed.role} error={error('role')} />
          <RoleAbout />
          <Select name="office" label={words.reach} options={offices} chosen={typed.office} error={error('office')} />
        </>
      )}
      <button type="submit" class="btn">
        {submit}
      </button>
    </form>
  )
}

function RoleAbout() {
  return (
    <details class="sm">
      <summary>{words.about}</summary>
      <dl class="kv">
        {roles.map((role: Role) => (
          <>
            <dt>{roleNames[role]}</dt>
            <dd>{roleAbout[role]}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}
