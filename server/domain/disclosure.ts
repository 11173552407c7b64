import { halfOf } from './period'
import { hiddenBelow } from './suppression'

/** What a closed period is made of: people who gave a level to each criterion, by office and half-month. */
export type Grain = {
  /** Codes of the offices that belong to it, those without answers too. */
  offices: string[]
  /** Survey version → `OFFICE HALF` → people for each criterion in the definition's order. */
  answered: Record<string, Record<string, number[]>>
}

/** A closed period with its size of the log: what was entered later is in later ones alone. */
export type Closed = { from: string; to: string; logSize: number; grain: Grain }

/** A published period that another one may not stand beside. */
export type Collision = { period: string; officeCode: string; officeName: string }

/** Grain of a snapshot that has none. */
export const noGrain: Grain = { offices: [], answered: {} }

/**
 * The published periods that together with `candidate` would show what fewer than `minimum` people answered, by adding
 * and subtracting whatever is public; as few as are needed, none when `candidate` may be published.
 * @param published everything that ever was public: who kept a page still has it
 */
export function collisions<T extends Closed>(candidate: Closed, published: readonly T[], minimum = hiddenBelow): T[] {
  const near = together(candidate, published)
  const shows = findShown([...near, candidate], minimum)
  if (!shows) return []
  return fewest(near, (others) => shows([...others, candidate]))
}

/** As few of `all` as still hold together: large pieces are left out first, then smaller ones. */
function fewest<T>(all: readonly T[], holds: (some: readonly T[]) => boolean): T[] {
  let needed = [...all]
  for (let size = Math.ceil(all.length / 2); size > 0; size = size > 1 ? Math.ceil(size / 2) : 0)
    for (let at = 0; at < needed.length; ) {
      const others = needed.toSpliced(at, size)
      if (holds(others)) needed = others
      else at += size
    }
  return needed
}

/** Those whose days touch the days of `first`, or of another that does; the rest shares nobody with it. */
export function together<T extends { from: string; to: string }>(
  first: { from: string; to: string },
  others: readonly T[],
): T[] {
  const touches = others.filter((one) => one.from <= first.to && one.to >= first.from)
  const from = [first, ...touches].map((one) => one.from).sort()[0] ?? first.from
  const to =
    [first, ...touches]
      .map((one) => one.to)
      .sort()
      .at(-1) ?? first.to
  return from === first.from && to === first.to ? touches : together({ from, to }, others)
}

/**
 * The first criterion of which some sum or difference of these publications rests on parts of fewer than `minimum`
 * people alone, as the question whether other publications show something of it too; null when there is none.
 */
function findShown(publications: readonly Closed[], minimum: number) {
  for (const version of new Set(publications.flatMap(({ grain }) => Object.keys(grain.answered)))) {
    const cells = publications.flatMap(({ grain }) => Object.values(grain.answered[version] ?? {}))
    const criteria = Math.max(0, ...cells.map(({ length }) => length))
    for (let criterion = 0; criterion < criteria; criterion++) {
      const shows = (some: readonly Closed[]) => isShown(some, version, criterion, minimum)
      if (shows(publications)) return shows
    }
  }
  return null
}

/**
 * A part is made of the people that the same publications count. A combination of publications rests on small parts
 * alone exactly when the table of publications by parts loses rank without the columns of the small parts.
 */
function isShown(publications: readonly Closed[], version: string, criterion: number, minimum: number): boolean {
  const parts = partsOf(publications, version, criterion, minimum)
  const large = parts.filter(({ people }) => people >= minimum)
  return large.length < parts.length && rank(parts) > rank(large)
}

/** `members`: positions of the publications that count these people. */
type Part = { members: number[]; people: number }

/** People of one criterion by the publications that show it and count them. One with few answers shows nothing. */
function partsOf(publications: readonly Closed[], version: string, criterion: number, minimum: number): Part[] {
  const peopleIn = ({ grain }: Closed, key: string) => grain.answered[version]?.[key]?.[criterion] ?? 0
  const keysOf = ({ grain }: Closed) => Object.keys(grain.answered[version] ?? {})
  const shown = publications
    .filter((one) => sum(keysOf(one).map((key) => peopleIn(one, key))) >= minimum)
    .sort((a, b) => a.logSize - b.logSize)
  const halves = shown.map(({ from, to, grain }) => {
    return { first: halfOf(from), last: halfOf(to), offices: new Set(grain.offices) }
  })
  const parts = new Map<string, Part>()
  for (const key of new Set(shown.flatMap(keysOf))) {
    const [office = '', half = ''] = key.split(' ')
    const counting = halves.flatMap(({ first, last, offices }, i) =>
      half >= first && half <= last && offices.has(office) ? [i] : [],
    )
    const counts = counting.map((i) => (shown[i] ? peopleIn(shown[i], key) : 0))
    for (const { members, people } of entered(counting, counts)) {
      const known = parts.get(members.join())
      if (known) known.people += people
      else parts.set(members.join(), { members, people })
    }
  }
  return [...parts.values()]
}

/**
 * The people of one office and half-month by when they were entered or withdrawn, told by how their number changed from
 * one closing to the next. Who came last is taken to have left first.
 */
function entered(counting: readonly number[], counts: readonly number[]): Part[] {
  const gone: Part[] = []
  const here: Part[] = []
  counts.forEach((count, at) => {
    let change = count - (counts[at - 1] ?? 0)
    if (change > 0) here.push({ members: counting.slice(at), people: change })
    for (let last = here.at(-1); change < 0 && last; last = here.at(-1)) {
      const leaving = Math.min(last.people, -change)
      const stayed = last.members.filter((member) => counting.indexOf(member) < at)
      gone.push({ members: stayed, people: leaving })
      last.people -= leaving
      change += leaving
      if (last.people === 0) here.pop()
    }
  })
  return [...gone, ...here]
}

/** Rank of the table whose columns are these parts, by elimination of the columns, fewest entries first. */
function rank(parts: readonly Part[]): number {
  const pivots = new Map<number, Map<number, number>>()
  const columns = parts.map(({ members }) => new Map(members.map((member) => [member, 1])))
  for (const column of columns.sort((a, b) => a.size - b.size)) {
    for (let lead = first(column); lead !== undefined; lead = first(column)) {
      const pivot = pivots.get(lead)
      if (!pivot) {
        pivots.set(lead, column)
        break
      }
      subtract(column, pivot, (column.get(lead) ?? 0) / (pivot.get(lead) ?? 1))
    }
  }
  return pivots.size
}

const first = (column: ReadonlyMap<number, number>) => (column.size > 0 ? Math.min(...column.keys()) : undefined)

function subtract(from: Map<number, number>, other: ReadonlyMap<number, number>, times: number): void {
  for (const [row, value] of other) {
    const left = (from.get(row) ?? 0) - times * value
    // What is left of a true zero by rounding; entries are small whole numbers and their quotients.
    if (Math.abs(left) < 1e-9) from.delete(row)
    else from.set(row, left)
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
