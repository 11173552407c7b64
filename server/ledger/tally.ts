import { packPairs } from '../../db/packed-pairs'
import type { TallyName } from '../../db/tallies'
import { addAnswers, addPairs, type Counts, emptyCounts, emptyPairs, type Pairs } from '../domain/counts'
import { halfOf } from '../domain/period'
import { type Standing, validStandings } from '../domain/standing'
import { listCriteria, type SurveyDefinition } from '../domain/survey'

/** What of a response decides where it is counted, and its answers. */
export type Countable = {
  office: string
  point: string
  version: string
  channel: string
  field: string
  submittedOn: string
  answers: string | null
}

/** What counting needs to know of a survey version. */
export type Scale = { criteria: number; satisfied: boolean[] }

export function scaleOf(definition: SurveyDefinition): Scale {
  return { criteria: listCriteria(definition).length, satisfied: definition.scale.map((level) => level.satisfied) }
}

export type Group<T> = { key: readonly string[]; counts: T }
/** Counts by table and key; `keyText` of a row is the index. */
export type Tallies = Record<Exclude<TallyName, 'tallyPair'>, Map<string, Group<Counts>>> & {
  tallyPair: Map<string, Group<Pairs>>
}

/** Counts as a tally stores them. */
export function countsText(counts: Counts | Pairs): string {
  return 'both' in counts ? packPairs(counts) : JSON.stringify(counts)
}

export function emptyTallies(): Tallies {
  return { tallyDay: new Map(), tallyHalf: new Map(), tallyPair: new Map() }
}

/** One text for a key; U+0000 cannot be part of a stored text. */
export function keyText(key: readonly string[]): string {
  return key.join('\0')
}

/**
 * Counts a response under a standing, in all three tables; `by` −1 takes it away again. Of withdrawn responses only
 * the number is kept, and what belongs together is asked of valid ones only.
 */
export function countResponse(tallies: Tallies, scale: Scale, row: Countable, standing: Standing, by: 1 | -1): void {
  const { office, point, version, channel, field, submittedOn } = row
  const answers = standing !== 'withdrawn' && row.answers?.length === scale.criteria ? row.answers : ''
  const newCounts = () => emptyCounts(scale.criteria, scale.satisfied.length)
  const day = groupAt(tallies.tallyDay, [point, version, submittedOn, channel, field, standing], newCounts)
  const key = [office, version, halfOf(submittedOn), channel, standing]
  const half = groupAt(tallies.tallyHalf, key, newCounts)
  addAnswers(day.counts, answers, scale.satisfied, by)
  addAnswers(half.counts, answers, scale.satisfied, by)
  if (!validStandings.includes(standing)) return
  const pair = groupAt(tallies.tallyPair, key, () => emptyPairs(scale.criteria))
  addPairs(pair.counts, answers, scale.satisfied, by)
}

function groupAt<T>(groups: Map<string, Group<T>>, key: string[], empty: () => T): Group<T> {
  const text = keyText(key)
  let group = groups.get(text)
  if (!group) {
    group = { key, counts: empty() }
    groups.set(text, group)
  }
  return group
}
