import { type Standing, validStandings } from './standing'

/**
 * Counts of a set of responses of one survey version: all that rates need, and all that a tally keeps.
 * `items[i]` belongs to criterion i of the definition: [level 1 … level k, no opinion, blank]; who was not asked
 * (not applicable) is `n` less their sum. `full`: responses whose every answered criterion is on a satisfied level.
 */
export type Counts = { n: number; full: number; items: number[][] }

/**
 * Co-occurrence counts for the interval of a mean (SIPAS: quadratic form in A, B, C), K × K row by row:
 * `both[k][l]` answered both, `satisfied[k][l]` satisfied with both, `mixed[k][l]` satisfied with k and answered l.
 */
export type Pairs = { both: Int32Array; satisfied: Int32Array; mixed: Int32Array }

export function emptyCounts(criteria: number, levels: number): Counts {
  return { n: 0, full: 0, items: Array.from({ length: criteria }, () => new Array(levels + 2).fill(0)) }
}

export function emptyPairs(criteria: number): Pairs {
  const square = () => new Int32Array(criteria * criteria)
  return { both: square(), satisfied: square(), mixed: square() }
}

/** Adds one stored answer string to counts, in place. `by` is 1, or −1 when a mark takes it away. */
export function addAnswers(counts: Counts, answers: string, satisfied: readonly boolean[], by: 1 | -1 = 1): void {
  const levels = satisfied.length
  let answered = 0
  let pleased = 0
  counts.n += by
  for (let i = 0; i < answers.length; i++) {
    const item = counts.items[i]
    const code = answers.charCodeAt(i)
    if (!item || code === 46) continue
    if (code === 110) item[levels] = (item[levels] ?? 0) + by
    else if (code === 45) item[levels + 1] = (item[levels + 1] ?? 0) + by
    else {
      const level = code - 49
      item[level] = (item[level] ?? 0) + by
      answered++
      if (satisfied[level]) pleased++
    }
  }
  if (answered > 0 && pleased === answered) counts.full += by
}

/** Adds one stored answer string to co-occurrence counts, in place. */
export function addPairs(pairs: Pairs, answers: string, satisfied: readonly boolean[], by: 1 | -1 = 1): void {
  const size = answers.length
  const { both, satisfied: pleased, mixed } = pairs
  for (let k = 0; k < size; k++) {
    const levelK = answers.charCodeAt(k) - 49
    if (levelK < 0 || levelK > 8) continue
    const yes = satisfied[levelK]
    for (let l = 0, at = k * size; l < size; l++, at++) {
      const levelL = answers.charCodeAt(l) - 49
      if (levelL < 0 || levelL > 8) continue
      both[at] = (both[at] ?? 0) + by
      if (!yes) continue
      mixed[at] = (mixed[at] ?? 0) + by
      if (satisfied[levelL]) pleased[at] = (pleased[at] ?? 0) + by
    }
  }
}

/** Sum of two counts of the same version; combining offices or periods is always this, never a mean of percentages. */
export function sumCounts(into: Counts, other: Counts): Counts {
  into.n += other.n
  into.full += other.full
  other.items.forEach((item, i) => {
    const mine = into.items[i]
    if (mine) addTo(mine, item)
  })
  return into
}

export function sumPairs(into: Pairs, other: Pairs): Pairs {
  for (const name of ['both', 'satisfied', 'mixed'] as const) addTo(into[name], other[name])
  return into
}

function addTo(sums: number[] | Int32Array, parts: ArrayLike<number>): void {
  for (let i = 0; i < parts.length; i++) sums[i] = (sums[i] ?? 0) + (parts[i] ?? 0)
}

/** Something for each standing that occurs; what is missing has no response. */
export type ByStanding<T> = Partial<Record<Standing, T>>

/** The counts of the given standings together (counted and doubtful unless told), or null when there are none. */
export function countsIn(by: ByStanding<Counts>, standings: readonly Standing[] = validStandings): Counts | null {
  return standings.reduce<Counts | null>((sum, standing) => {
    const part = by[standing]
    return part ? (sum ? sumCounts(sum, part) : structuredClone(part)) : sum
  }, null)
}

/** The co-occurrence counts of the given standings together, or null when there are none. */
export function pairsIn(by: ByStanding<Pairs>, standings: readonly Standing[] = validStandings): Pairs | null {
  return standings.reduce<Pairs | null>((sum, standing) => {
    const part = by[standing]
    return part ? (sum ? sumPairs(sum, part) : structuredClone(part)) : sum
  }, null)
}
