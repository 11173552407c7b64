import type { TypedPerson } from '../../server/actions/people'
import { PersonForm, type PersonProblems } from '../components/person-form'
import type { Option } from '../components/select'
import { paths } from '../paths'
import { formatMoment } from '../vi/format'
import { type PersonDeed, peopleWords as words } from '../vi/people'
import { type PersonLine, StateChip } from './people'

/** The last part of the address of what is done to a person. */
export const personForms = {
  lock: 'khoa',
  unlock: 'mo-khoa',
  invite: 'moi',
  reset: 'mat-khau',
  'two-steps': 'hai-buoc',
  sessions: 'phien',
} satisfies Record<PersonDeed, string>

export type PersonPageProps = {
  person: PersonLine & { createdAt: string }
  offices: readonly Option[]
  typed: TypedPerson
  problems: PersonProblems | null
  /** What was just done, or why it was not. */
  notice: { text: string; isProblem: boolean } | null
}

/** One person: who, and everything that can be done. */
export function PersonPage({ person, offices, typed, problems, notice }: PersonPageProps) {
  const { id, name, login, state, hasTwoSteps, lastSignIn, createdAt, isOneself } = person
  return (
    <div class="stack">
      <p>
        <a href={paths.staff.people()}>{words.back}</a>
      </p>
      <h1>{name}</h1>
      {notice && (
        <p class={notice.isProblem ? 'note er' : 'note'} role={notice.isProblem ? 'alert' : 'status'}>
          {notice.text}
        </p>
      )}
      <p>
        <b>{login}</b> <StateChip state={state} />
      </p>
      <p class="sm">
        {words.last(lastSignIn)} · {hasTwoSteps ? words.twoStepsOn : words.twoStepsOff} ·{' '}
        {words.added(formatMoment(createdAt))} · <a href={paths.staff.audit({ nguoi: id })}>{words.history}</a>
      </p>
      <section class="box narrow">
        <PersonForm
          action={paths.staff.person(id)}
          submit={words.save}
          offices={offices}
          typed={typed}
          problems={problems}
          isNew={false}
          isOneself={isOneself}
        />
      </section>
      {!isOneself && deedsOf(person).map((deed) => <Deed key={deed} id={id} name={name} deed={deed} />)}
    </div>
  )
}

function deedsOf({ state, hasTwoSteps }: PersonLine): PersonDeed[] {
  if (state === 'locked') return ['unlock']
  if (state === 'invited') return ['invite', ...(hasTwoSteps ? ['two-steps' as const] : []), 'lock']
  return ['sessions', 'reset', ...(hasTwoSteps ? ['two-steps' as const] : []), 'lock']
}

function Deed({ id, name, deed }: { id: string; name: string; deed: PersonDeed }) {
  const { title, about, submit } = words.deeds[deed]
  return (
    <details class="box narrow">
      <summary>{title}</summary>
      <p>{about}</p>
      <form method="post" action={paths.staff.person(id, personForms[deed])}>
        <button type="submit" class="btn alt" aria-label={`${submit}: ${name}`}>
          {submit}
        </button>
      </form>
    </details>
  )
}
