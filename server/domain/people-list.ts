import { codesBelow } from './organisation'
import { type Role, roles } from './permissions'
import { compareNames, wordFinder } from './vietnamese'

/** Signs in; has not chosen a password yet; locked out. */
export const personStates = ['active', 'invited', 'locked'] as const
export type PersonState = (typeof personStates)[number]

type Listed = {
  name: string
  login: string
  email: string | null
  role: string
  officeCode: string | null
  passwordHash: string
  disabledAt: string | null
}

export function personState({ passwordHash, disabledAt }: Pick<Listed, 'passwordHash' | 'disabledAt'>): PersonState {
  if (disabledAt !== null) return 'locked'
  return passwordHash === '' ? 'invited' : 'active'
}

/** What the address of the list asks for; empty text is everything. `office` counts with all below it. */
export type PeopleFilter = { words: string; role: Role | ''; office: string; state: PersonState | '' }

export function readPeopleFilter(query: { [name: string]: string | undefined }): PeopleFilter {
  const { q = '', 'vai-tro': role, 'co-quan': office = '', 'tinh-trang': state } = query
  return {
    words: q.trim().slice(0, 200),
    role: roles.find((one) => one === role) ?? '',
    office,
    state: personStates.find((one) => one === state) ?? '',
  }
}

type PlacedOffice = { code: string; parentCode: string | null; successorCode: string | null }

/** The people that a filter leaves, by given name as Vietnamese lists are; words are found without marks. */
export function choosePeople<T extends Listed>(
  people: readonly T[],
  offices: readonly PlacedOffice[],
  { words, role, office, state }: PeopleFilter,
): T[] {
  const within = office === '' ? null : codesBelow(offices, office)
  const hasWords = wordFinder(words)
  return people
    .filter((person) => role === '' || person.role === role)
    .filter((person) => state === '' || personState(person) === state)
    .filter(({ officeCode }) => within === null || (officeCode !== null && within.has(officeCode)))
    .filter(({ name, login, email }) => hasWords([name, login, email ?? ''].join(' ')))
    .sort((a, b) => compareNames(givenFirst(a.name), givenFirst(b.name)) || (a.login < b.login ? -1 : 1))
}

/** The given name stands last and is what people are called by. */
function givenFirst(name: string): string {
  const parts = name.split(' ')
  return [parts.pop() ?? '', ...parts].join(' ')
}
