import { findDenominator } from '../../db/denominators'
import { findNearestTarget, type Target } from '../../db/targets'
import { caseReportWords as words } from '../../web/vi/case-reports'
import { mergedNote } from '../../web/vi/numbers'
import {
  type CaseIndicators,
  dossierSatisfaction,
  indicatorsOf,
  share as ratio,
  type Share,
} from '../domain/case-indicators'
import type { Report, Row } from '../domain/report'
import { meets } from '../domain/sampling'
import { type ScoredMetric, type ScoringRule, score } from '../domain/scoring'
import type { TargetKind } from '../domain/target-kinds'
import { askCases, type CaseAsked, type CaseQuestion, countedIn, petitions } from './case-question'
import { readScoring } from './case-scoring'
import type { ReportContext } from './parameters'

const caseTargets = ['cases-answered', 'cases-on-time', 'cases-published'] as const satisfies readonly TargetKind[]
export type CaseTargets = Record<(typeof caseTargets)[number], Target | null>

/** The targets that hold for the office in the year in which the days end; null where nobody has set one. */
export async function readCaseTargets(
  { connection }: ReportContext,
  { office, days }: CaseQuestion,
): Promise<CaseTargets> {
  const year = Number(days.to.slice(0, 4))
  const found = await Promise.all(caseTargets.map((kind) => findNearestTarget(connection.db, office.code, year, kind)))
  const at = (index: number) => found[index] ?? null
  return { 'cases-answered': at(0), 'cases-on-time': at(1), 'cases-published': at(2) }
}

/**
 * Dossiers neither overdue nor disliked, of those in the period (766/QĐ-TTg, 5.4); null while nobody has entered all three
 * numbers for just this office and period.
 */
export async function readDossiers({ connection }: ReportContext, { office, period }: CaseQuestion) {
  const row = period && (await findDenominator(connection.db, office.code, period.text))
  if (!row || row.overdue === null || row.disliked === null) return null
  return dossierSatisfaction({ all: row.dossiers, overdue: row.overdue, disliked: row.disliked })
}

/** 766/QĐ-TTg 5.1–5.4, indicator 8, medians, publication, ratings, and points by the table of points. */
export async function buildCaseIndicators(context: ReportContext, asked: CaseAsked) {
  const read = await askCases(context, asked)
  if (!read.ok) return read
  const { span, days, merged, asked: said } = read.value
  const found = indicatorsOf(petitions(countedIn(read.value)), span.judgedOn)
  const [dossiers, targets, scoring] = await Promise.all([
    readDossiers(context, read.value),
    readCaseTargets(context, read.value),
    readScoring(context.connection.db),
  ])
  const { indicator: label } = words
  const report: Report = {
    report: 'case-indicators',
    title: words.indicatorsTitle,
    parameters: { ...said, by: null },
    columns: [
      { key: 'label', label: label.label },
      { key: 'part', label: label.part, unit: 'count' },
      { key: 'of', label: label.of, unit: 'count' },
      { key: 'rate', label: label.rate, unit: 'percent' },
      { key: 'value', label: label.value, unit: 'mean' },
      { key: 'target', label: label.target },
      { key: 'met', label: label.met, words: words.met },
      { key: 'source', label: label.source },
      { key: 'key', label: label.key },
    ],
    rows: [...rowsOf(found, dossiers, targets), ...scoring.map((rule) => scoredRow(rule, found, dossiers))],
    notes: [
      words.selfComputed,
      words.scopeNote(days.from, days.to, span.judgedOn <= days.to),
      words.onlyPetitions,
      words.noCaseNote,
      ...(merged.length > 0 ? [mergedNote(merged.map(({ name }) => name))] : []),
    ],
  }
  return { ok: true as const, report }
}

type Key = keyof typeof words.rows
const empty = { part: null, of: null, rate: null, value: null, target: null, met: null }
const named = (key: Key): Row => ({ ...empty, key, label: words.rows[key], source: words.sources[key] ?? null })
const shared = (key: Key, { part, of, rate }: Share, target: Target | null = null): Row => ({
  ...named(key),
  ...{ part, of, rate, ...againstTarget(rate, target) },
})
const valued = (key: Key, value: number | null): Row => ({ ...named(key), value })

function againstTarget(rate: number | null, target: Target | null): Row {
  if (!target) return {}
  const text = words.targetAtLeast(target.hundredths / 100, target.operator === '>')
  return { target: text, met: rate === null ? null : meets(rate, target) ? 'yes' : 'no' }
}

function rowsOf(found: CaseIndicators, dossiers: Share | null, targets: CaseTargets): Row[] {
  const { satisfied, acceptable, notSatisfied } = found.ratings
  const rated = satisfied + acceptable + notSatisfied
  return [
    shared('answered-due', found.answered, targets['cases-answered']),
    shared('on-time', found.onTime, targets['cases-on-time']),
    shared('published', found.published, targets['cases-published']),
    shared('published-on-time', found.publishedOnTime),
    shared('766-5.1', found.handled),
    shared('766-5.2', found.onTimeNationally),
    shared('766-5.3', found.satisfied),
    dossiers ? { ...shared('766-5.4', dossiers), source: words.dossiersSource } : named('766-5.4'),
    valued('tt01-8', found.indicator8),
    valued('handling-median', found.handlingDays.median),
    valued('handling-p90', found.handlingDays.p90),
    valued('response-median', found.responseDays.median),
    valued('publishing-median', found.publishingDays.median),
    ...(
      [
        ['rating-satisfied', satisfied],
        ['rating-acceptable', acceptable],
        ['rating-not-satisfied', notSatisfied],
      ] as const
    ).map(([key, count]) => shared(key, ratio(count, rated))),
  ]
}

function scoredRow(rule: ScoringRule, found: CaseIndicators, dossiers: Share | null): Row {
  const share = scoredShare(rule.metric, found, dossiers)
  const common = { ...empty, key: `score-${rule.metric}`, label: words.scored(rule.metric), source: rule.source }
  return share ? { ...common, part: share.part, of: share.of, rate: share.rate, value: score(rule, share) } : common
}

/** Null where the data for it are missing. */
function scoredShare(metric: ScoredMetric, found: CaseIndicators, dossiers: Share | null): Share | null {
  const shares: Record<ScoredMetric, Share | null> = {
    handled: found.handled,
    'on-time': found.onTimeNationally,
    satisfied: found.satisfied,
    published: found.published,
    dossiers,
  }
  return shares[metric]
}
