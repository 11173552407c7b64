import { countsOf, pairsOf } from '../../db/statistics'
import * as vi from '../../web/vi/numbers'
import type { ByStanding, Counts } from '../domain/counts'
import type { Figure } from '../domain/figure'
import type { Column, Report, Row } from '../domain/report'
import { type Satisfaction, summarise } from '../domain/satisfaction'
import { hiddenBelow } from '../domain/suppression'
import type { SurveyDefinition } from '../domain/survey'
import type { ReportContext, ReportScope } from './parameters'

/** The rates of one survey version: criteria in order, then dimensions, overall, and items reported apart last. */
export async function buildSatisfaction({ connection }: ReportContext, question: ReportScope): Promise<Report> {
  const { definition, scope, withoutCriteria } = question
  const [counts, pairs] = await Promise.all([countsOf(connection, scope), pairsOf(connection, definition, scope)])
  const result = summarise(definition, counts, pairs, { withoutCriteria })
  return {
    report: 'satisfaction',
    title: vi.rateWords.title(definition.title),
    parameters: question.asked,
    columns: columnsOf(definition),
    rows: rowsOf(definition, result, question.public || question.weeks !== null),
    strong: ({ kind }) => kind !== 'criterion',
    notes: notesOf(question, result, counts),
  }
}

/** Columns of the table; `counts` has one element per level, lowest first. */
export function columnsOf(definition: SurveyDefinition): Column[] {
  const { columns, kinds } = vi.rateWords
  const each = definition.scale.map((level) => level.label)
  return [
    { key: 'kind', label: columns.kind, words: kinds },
    { key: 'key', label: columns.key },
    { key: 'label', label: columns.label },
    { key: 'answered', label: columns.answered, unit: 'count' },
    { key: 'used', label: columns.used },
    { key: 'counts', label: columns.counts, unit: 'count', each },
    { key: 'na', label: columns.na, unit: 'count' },
    { key: 'blank', label: columns.blank, unit: 'count' },
    { key: 'rate', label: columns.rate, unit: 'percent' },
    { key: 'low', label: columns.low, unit: 'percent' },
    { key: 'high', label: columns.high, unit: 'percent' },
    { key: 'mean', label: columns.mean, unit: 'percent' },
    { key: 'reliability', label: columns.reliability, words: vi.reliabilityWords },
  ]
}

/** One row per figure; in public, and at a desk, every figure of a hidden row is null. */
export function rowsOf(definition: SurveyDefinition, result: Satisfaction, isPublic: boolean): Row[] {
  const labels = labelsOf(definition)
  const figures = [
    ...result.dimensions.flatMap((d) => d.criteria),
    ...result.dimensions,
    result.overall,
    ...result.apart,
  ]
  return figures.map((f) => rowOf(f, labels.get(f.key) ?? '', isPublic && f.reliability === 'hidden'))
}

function labelsOf({ dimensions }: SurveyDefinition): Map<string, string> {
  const named = dimensions.flatMap((d) => [d, ...d.criteria])
  return new Map([...named.map((d) => [d.key, d.official] as const), ['overall', vi.rateWords.overall]])
}

function rowOf(f: Figure, label: string, hide: boolean): Row {
  const { kind, key, answered, counts, na, blank, rate, low, high, mean, reliability } = f
  const used = kind === 'criterion' ? null : `${f.used}/${f.of}`
  const figures = { answered, used, counts, na, blank, rate, low, high, mean }
  const shown = hide ? Object.fromEntries(Object.keys(figures).map((name) => [name, null])) : figures
  return { kind, key, label, ...shown, reliability }
}

function notesOf(question: ReportScope, result: Satisfaction, counts: ByStanding<Counts>): string[] {
  const { definition, office, merged, leftOut } = question
  const { overall, validity } = result
  return [
    vi.selfSurveyed(office.name),
    ...(merged.length > 0 ? [vi.mergedNote(merged.map(({ name }) => name))] : []),
    vi.validityText(validity),
    ...(result.n === 0 ? [vi.noAnswersNote] : []),
    vi.ruleNote(result.rule, overall.used, overall.of),
    vi.satisfiedNote(definition.scale.filter((level) => level.satisfied).map((level) => level.label)),
    vi.minimumNote(hiddenBelow),
    ...doubtNotes(question, counts, validity.doubtful),
    ...(result.n >= hiddenBelow || !question.public ? [vi.fullySatisfiedText(result.fullySatisfied)] : []),
    ...limitedNotes(result),
    ...(result.apart.length > 0 ? [vi.apartNote(result.apart.map((f) => f.key))] : []),
    vi.intervalRemark,
    vi.meanRemark,
    ...(leftOut.length > 0 ? [vi.leftOutNote(leftOut)] : []),
    ...(definition.status === 'draft' ? [vi.draftNote] : []),
    ...(question.public ? [vi.hiddenNote] : []),
  ]
}

/** In public not for a few doubtful responses: the difference of the two rates would show what they say. */
function doubtNotes({ definition, ...question }: ReportScope, counts: ByStanding<Counts>, doubtful: number): string[] {
  if (doubtful === 0 || (question.public && doubtful < hiddenBelow)) return []
  const trusted = summarise(definition, counts, null, { standings: ['counted'] })
  const { rate, reliability } = trusted.overall
  if (rate === null || (question.public && reliability === 'hidden')) return []
  return [vi.withoutDoubtful(doubtful, rate, trusted.n)]
}

/** Criteria that a gate kept from some, grouped by how many they were asked of. */
function limitedNotes({ dimensions, n }: Satisfaction): string[] {
  const groups = new Map<number, string[]>()
  for (const { key, asked } of dimensions.flatMap((d) => d.criteria))
    if (asked > 0 && asked < n) groups.set(asked, [...(groups.get(asked) ?? []), key])
  return [...groups].map(([asked, keys]) => vi.limitedNote(keys, asked, n))
}
