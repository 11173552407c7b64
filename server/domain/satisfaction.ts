import { type ByStanding, type Counts, countsIn, emptyCounts, type Pairs, pairsIn } from './counts'
import { asNumber, type Figure, figure, type Measured, measure, together } from './figure'
import { type Fraction, fraction, meanOf } from './fraction'
import { percent, percentOfBound } from './percent'
import { type Standing, validStandings } from './standing'
import { effectiveSize, finiteSize, type Interval, type Term, wilson } from './statistics'
import { hiddenBelow } from './suppression'
import { listCriteria, type OverallRule, type SurveyDefinition } from './survey'
import { type Validity, validityOf } from './validity'

export type DimensionFigure = Figure & { kind: 'dimension'; criteria: Figure[] }

/** Every number of a scope and one survey version. The only source of a rate for page, report, export and API. */
export type Satisfaction = {
  /** Valid responses (those of the standings asked for). */
  n: number
  rule: OverallRule
  overall: Figure
  /** In the definition's order, without items reported apart. */
  dimensions: DimensionFigure[]
  /** Criteria outside the dimensions ("đánh giá chung"): they enter no mean. */
  apart: Figure[]
  /** Responses whose every answered criterion is on a satisfied level, of all valid ones. */
  fullySatisfied: { count: number; of: number; rate: number | null; low: number | null; high: number | null }
  validity: Validity
  /** Finite population correction: an open survey has none; `exceeded`: more answers than dossiers, so none either. */
  finite: 'open' | 'corrected' | 'exceeded'
}

export type SummariseOptions = {
  /** Answers from which a criterion enters a mean and is shown in public; 5 unless the office set another. */
  minimum?: number
  /** Standings that count; counted and doubtful unless told. */
  standings?: readonly Standing[]
  /** Criteria hidden by `hiddenCells`: they leave the means as well. */
  withoutCriteria?: ReadonlySet<string>
  /** Dossiers of the list a round was drawn from; null or missing in an open survey. */
  listed?: number | null
  issued?: number | null
}

type Setting = {
  definition: SurveyDefinition
  pairs: Pairs | null
  n: number
  minimum: number
  without: ReadonlySet<string>
  listed: number | null
}

/**
 * Turns counts into figures. Without `pairs` (a scope that keeps none) the interval of a mean is Wilson with the
 * smallest number of answers among its criteria, which is the wider one.
 * @param by counts of one survey version by standing; missing standings have no responses
 */
export function summarise(
  definition: SurveyDefinition,
  by: ByStanding<Counts>,
  pairs: ByStanding<Pairs> | null,
  options: SummariseOptions = {},
): Satisfaction {
  const standings = options.standings ?? validStandings
  const criteria = listCriteria(definition).length
  const counts = countsIn(by, standings) ?? emptyCounts(criteria, definition.scale.length)
  const setting: Setting = {
    definition,
    pairs: pairs && pairsIn(pairs, standings),
    n: counts.n,
    minimum: options.minimum ?? hiddenBelow,
    without: options.withoutCriteria ?? new Set(),
    listed: options.listed ?? null,
  }
  const measured = measureAll(definition, counts)
  return {
    n: counts.n,
    rule: definition.overall,
    overall: overallFigure(setting, measured),
    dimensions: definition.dimensions.filter((d) => !d.apart).map((d) => dimensionFigure(setting, d.key, measured)),
    apart: measured.filter((m) => isApart(definition, m)).map((m) => criterionFigure(setting, m)),
    fullySatisfied: fullySatisfied(setting, counts),
    validity: validityOf(by, options.issued),
    finite: setting.listed === null ? 'open' : counts.n < setting.listed ? 'corrected' : 'exceeded',
  }
}

function measureAll(definition: SurveyDefinition, counts: Counts): Measured[] {
  const satisfied = definition.scale.map((level) => level.satisfied)
  const dimensions = definition.dimensions.flatMap((d) => d.criteria.map((c) => ({ key: c.key, dimension: d.key })))
  return dimensions.map((at, index) => measure({ ...at, index }, counts.items[index] ?? [], satisfied))
}

function isApart(definition: SurveyDefinition, criterion: Measured): boolean {
  return definition.dimensions.some((d) => d.apart && d.key === criterion.dimension)
}

function isUsed(setting: Setting, m: Measured): boolean {
  return m.tallied.answered >= Math.max(1, setting.minimum) && !setting.without.has(m.key)
}

function criterionFigure(setting: Setting, m: Measured): Figure {
  const interval = m.rate && intervalOf(setting, m.rate, m.tallied.answered)
  const hidden = setting.without.has(m.key)
  const state = { ...reached(setting, [m]), hidden }
  return figure({ kind: 'criterion', key: m.key }, m.tallied, { rate: m.rate, level: m.level, interval }, state)
}

function dimensionFigure(setting: Setting, key: string, measured: readonly Measured[]): DimensionFigure {
  const members = measured.filter((m) => m.dimension === key)
  const rule = 'mean-of-criteria'
  const combined = combinedFigure(setting, { kind: 'dimension', key }, members, rule)
  return { ...combined, kind: 'dimension', criteria: members.map((m) => criterionFigure(setting, m)) }
}

function overallFigure(setting: Setting, measured: readonly Measured[]): Figure {
  const members = measured.filter((m) => !isApart(setting.definition, m))
  return combinedFigure(setting, { kind: 'overall', key: 'overall' }, members, setting.definition.overall)
}

function combinedFigure(
  setting: Setting,
  name: Pick<Figure, 'kind' | 'key'>,
  members: readonly Measured[],
  rule: OverallRule,
): Figure {
  const used = members.filter((m) => isUsed(setting, m))
  const tallied = together(used, members.length, setting.definition.scale.length)
  const rate = combine(used, rule, (m) => [m.tallied.satisfied, m.tallied.answered])
  const level = combine(used, rule, (m) => [levelSum(m), m.tallied.answered])
  const interval = rate && meanInterval(setting, used, rule, rate)
  return figure(name, tallied, { rate, level, interval }, reached(setting, members))
}

function reached({ minimum }: Setting, members: readonly Measured[]) {
  const some = (pick: (t: Measured['tallied']) => number) => members.some((m) => pick(m.tallied) > 0)
  return { minimum, asked: some((t) => t.asked), answered: some((t) => t.answered) }
}

function levelSum(m: Measured): number {
  return m.tallied.counts.reduce((total, count, level) => total + count * (level + 1), 0)
}

/** One of the three overall rules over `[numerator, denominator]` of each criterion, exactly; null of no criteria. */
function combine(used: readonly Measured[], rule: OverallRule, pick: (m: Measured) => [number, number]) {
  const parts = used.map(pick)
  const total = (i: 0 | 1) => parts.reduce((sum, part) => sum + part[i], 0)
  if (rule === 'pooled') return fraction(total(0), total(1))
  const shares = (members: readonly Measured[]) => members.map((m) => fraction(...pick(m))).filter((f) => f !== null)
  if (rule === 'mean-of-criteria') return meanOf(shares(used))
  return meanOf(byDimension(used).flatMap((members) => meanOf(shares(members)) ?? []))
}

function byDimension(used: readonly Measured[]): Measured[][] {
  const keys = [...new Set(used.map((m) => m.dimension))]
  return keys.map((key) => used.filter((m) => m.dimension === key))
}

function meanInterval(setting: Setting, used: readonly Measured[], rule: OverallRule, rate: Fraction): Interval {
  const smallest = Math.min(...used.map((m) => m.tallied.answered))
  const [only] = used
  if (used.length === 1 && only) return intervalOf(setting, rate, only.tallied.answered)
  const all = listCriteria(setting.definition).length
  const terms = termsOf(used, rule, asNumber(rate))
  const size = setting.pairs && effectiveSize(asNumber(rate), setting.n, terms, setting.pairs, all)
  return intervalOf(setting, rate, size ?? smallest)
}

/** How each criterion weighs in the combined rate; pooled answers vary around the common rate. */
function termsOf(used: readonly Measured[], rule: OverallRule, rate: number): Term[] {
  const answers = used.reduce((sum, m) => sum + m.tallied.answered, 0)
  if (rule === 'pooled') return used.map((m) => ({ index: m.index, centre: rate, weight: 1 / answers }))
  const groups = rule === 'mean-of-dimensions' ? byDimension(used) : [used]
  return groups.flatMap((group) =>
    group.map((m) => ({
      index: m.index,
      centre: asNumber(m.rate),
      weight: 1 / (groups.length * group.length * m.tallied.answered),
    })),
  )
}

function intervalOf(setting: Setting, rate: Fraction, size: number): Interval {
  return wilson(asNumber(rate), finiteSize(size, setting.n, setting.listed))
}

function fullySatisfied(setting: Setting, { full, n }: Counts): Satisfaction['fullySatisfied'] {
  const share = fraction(full, n)
  const interval = share && intervalOf(setting, share, n)
  return {
    count: full,
    of: n,
    rate: percent(share),
    low: interval && percentOfBound(interval.low),
    high: interval && percentOfBound(interval.high),
  }
}
