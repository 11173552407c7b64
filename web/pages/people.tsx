import type { TypedPerson } from '../../server/actions/people'
import { type PeopleFilter, type PersonState, personStates } from '../../server/domain/people-list'
import type { Role } from '../../server/domain/permissions'
import { Pager } from '../components/pager'
import { PersonForm, type PersonProblems, roleOptions } from '../components/person-form'
import { type Option, Options } from '../components/select'
import { paths } from '../paths'
import { formatMoment } from '../vi/format'
import { peopleWords as words } from '../vi/people'
import { roleNames } from '../vi/staff'

export type PersonLine = {
  id: string
  name: string
  login: string
  email: string | null
  role: Role
  /** Null: the whole installation. */
  office: string | null
  state: PersonState
  hasTwoSteps: boolean
  /** ISO instant. */
  lastSignIn: string | null
  isOneself: boolean
}

export type PeoplePageProps = {
  lines: readonly PersonLine[]
  /** How many the filter leaves, and how many there are. */
  found: number
  all: number
  page: number
  pages: number
  filter: PeopleFilter
  /** The filter as it stands in the address. */
  query: Record<string, string>
  offices: readonly Option[]
  /** Offices that a new person may be limited to. */
  grantable: readonly Option[]
  sendsMail: boolean
  /** People of the filter who have no password yet; at most so many get links at once. */
  waiting: number
  mostInvited: number
  typed: Partial<TypedPerson>
  problems: PersonProblems | null
}

/** Everybody who may sign in, a new person, and links for those who have not come yet. */
export function PeoplePage(props: PeoplePageProps) {
  const { found, all, lines, grantable, sendsMail, typed, problems } = props
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <details class="box narrow" open={problems !== null}>
        <summary>{words.addTitle}</summary>
        <p class="sm">{words.addAbout(sendsMail)}</p>
        <PersonForm
          action={paths.staff.people()}
          submit={words.add}
          offices={grantable}
          typed={typed}
          problems={problems}
          isNew
        />
      </details>
      <InviteAll {...props} />
      <Filter {...props} />
      <section class="box">
        <p class="sm">{words.count(found, all)}</p>
        {lines.length === 0 ? <p>{words.nobody}</p> : <Table lines={lines} />}
        <Pages {...props} />
      </section>
    </div>
  )
}

function Filter({ filter, query, offices }: PeoplePageProps) {
  const isFiltered = Object.keys(query).length > 0
  const states = personStates.map((value): Option => ({ value, label: words.states[value] }))
  return (
    <form class="asks" method="get" action={paths.staff.people()} aria-label={words.label} data-auto-submit>
      <label>
        {words.search} <input class="t" type="search" name="q" value={filter.words} title={words.searchHint} />
      </label>
      <label>
        {words.role}
        <select name="vai-tro">
          <Options options={[{ value: '', label: words.anyRole }, ...roleOptions]} chosen={filter.role} />
        </select>
      </label>
      <label>
        {words.office}
        <select name="co-quan">
          <Options options={[{ value: '', label: words.anyOffice }, ...offices]} chosen={filter.office} />
        </select>
      </label>
      <label>
        {words.state}
        <select name="tinh-trang">
          <Options options={[{ value: '', label: words.anyState }, ...states]} chosen={filter.state} />
        </select>
      </label>
      <button type="submit" class="btn alt">
        {words.show}
      </button>
      {isFiltered && <a href={paths.staff.people()}>{words.clear}</a>}
    </form>
  )
}

function Table({ lines }: { lines: readonly PersonLine[] }) {
  const { columns } = words
  return (
    <div class="wide">
      <table class="tab fold people">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.role}</th>
            <th scope="col">{columns.office}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.last}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} {...line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ id, name, login, email, role, office, state, hasTwoSteps, lastSignIn, isOneself }: PersonLine) {
  return (
    <tr>
      <th scope="row">
        <a href={paths.staff.person(id)}>{name}</a> {isOneself && <span class="chip">{words.oneself}</span>}
        <div class="sm">{email ? `${login} · ${email}` : login}</div>
      </th>
      <td data-label={words.columns.role}>{roleNames[role]}</td>
      <td data-label={words.columns.office}>{office ?? words.everything}</td>
      <td>
        <StateChip state={state} />
        {hasTwoSteps && <div class="sm">{words.twoSteps}</div>}
      </td>
      <td class="num" data-label={words.columns.last}>
        {lastSignIn ? formatMoment(lastSignIn) : words.never}
      </td>
    </tr>
  )
}

const chips = { active: 'c-ok', invited: 'c-run', locked: 'c-idle' } satisfies Record<PersonState, string>

/** In which state an account is. */
export function StateChip({ state }: { state: PersonState }) {
  return <span class={`chip ${chips[state]}`}>{words.states[state]}</span>
}

function Pages({ page, pages, query }: PeoplePageProps) {
  return <Pager page={page} pages={pages} to={(number) => paths.staff.people({ ...query, trang: String(number) })} />
}

function InviteAll({ waiting, mostInvited, query }: PeoplePageProps) {
  if (waiting === 0) return null
  return (
    <details class="box narrow">
      <summary>{words.inviteAll(Math.min(waiting, mostInvited))}</summary>
      <p>{words.inviteAllAbout}</p>
      {waiting > mostInvited && <p>{words.inviteAllMost(mostInvited)}</p>}
      <form method="post" action={paths.staff.invitations(query)}>
        <button type="submit" class="btn">
          {words.inviteAll(Math.min(waiting, mostInvited))}
        </button>
      </form>
    </details>
  )
}
