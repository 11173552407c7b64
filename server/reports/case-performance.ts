import { listOffices } from '../../db/offices'
import { listProcedures } from '../../db/procedures'
import { shortTypeNames, caseReportWords as words } from '../../web/vi/case-reports'
import { formatShortMonth } from '../../web/vi/format'
import { mergedNote } from '../../web/vi/numbers'
import { type Counted, spanOf } from '../domain/case-figures'
import { countColumns, isBalanced } from '../domain/case-identity'
import { indicatorsOf } from '../domain/case-indicators'
import { monthsBetween } from '../domain/period'
import type { Column, Report, Row } from '../domain/report'
import { earlierDay, laterDay } from '../domain/round'
import {
  askCases,
  type CaseAsked,
  type CaseQuestion,
  countedByOffice,
  countedIn,
  countedInMonths,
  type Grouping,
  groupCounted,
  petitions,
} from './case-question'
import type { ReportContext } from './parameters'

type Group = { key: string; label: string; counted: Counted[]; judgedOn: string }

/** Petitions by office, department, type, procedure, field or month, and all together. */
export async function buildCasePerformance(context: ReportContext, asked: CaseAsked) {
  const read = await askCases(context, asked)
  if (!read.ok) return read
  const question = read.value
  const all = countedIn(question)
  const whole = petitions(all)
  const total = { key: 'total', label: words.total, counted: whole, judgedOn: question.span.judgedOn }
  const groups = await groupsOf(context, question, all)
  const rows = [...groups, total].map(rowOf)
  const report: Report = {
    report: 'case-performance',
    title: words.performanceTitle(words.by[question.by]),
    parameters: { ...question.asked, by: question.by },
    columns: columnsFor(question.by),
    rows,
    strong: ({ key }) => key === 'total',
    notes: [
      words.scopeNote(question.days.from, question.days.to, question.span.judgedOn <= question.days.to),
      words.onlyPetitions,
      words.adds[question.by],
      words.performanceNote,
      ...(question.merged.length > 0 ? [mergedNote(question.merged.map(({ name }) => name))] : []),
      ...([...groups, total].every(({ counted }) => isBalanced(countColumns(counted))) ? [] : [words.unbalanced]),
    ],
  }
  return { ok: true as const, report }
}

async function groupsOf(context: ReportContext, question: CaseQuestion, all: Counted[]): Promise<Group[]> {
  const { by, span, officeNames } = question
  if (by === 'month') return monthsOf(question, all, context.today)
  const counted = petitions(by === 'office' ? countedByOffice(question, all) : all)
  const label = await labelsOf(context, by, officeNames)
  const groups = groupCounted(counted, (one) => keyOf(by, one))
  const order = by === 'office' ? (await listOffices(context.connection.db)).map(({ code }) => code) : null
  return [...groups]
    .map(([key, counted]) => ({ key, label: label(key), counted, judgedOn: span.judgedOn }))
    .sort((a, b) =>
      order
        ? order.indexOf(a.key) - order.indexOf(b.key)
        : b.counted.length - a.counted.length || (a.key < b.key ? -1 : 1),
    )
}

function monthsOf(question: CaseQuestion, all: readonly Counted[], today: string): Group[] {
  const { days, period } = question
  const months = monthsBetween(days.from, days.to, period?.cutoff14 ?? false)
  const spans = months.map(({ from, to }) =>
    spanOf({ from: laterDay(from, days.from), to: earlierDay(to, days.to) }, today),
  )
  return countedInMonths(question, all, spans).map((counted, i) => ({
    ...{ key: months[i]?.text ?? '', label: formatShortMonth(months[i]?.text ?? '') },
    ...{ counted: petitions(counted), judgedOn: spans[i]?.judgedOn ?? '' },
  }))
}

function keyOf(by: Grouping, { stint, facts }: Counted): string {
  if (by === 'office') return stint.officeCode
  if (by === 'department') return `${stint.officeCode}/${stint.department}`
  if (by === 'type') return facts.contentType ?? ''
  return (by === 'procedure' ? facts.procedureCode : facts.field) ?? ''
}

async function labelsOf(
  { connection }: ReportContext,
  by: Grouping,
  officeNames: ReadonlyMap<string, string>,
): Promise<(key: string) => string> {
  const officeName = (code: string) => officeNames.get(code) ?? code
  if (by === 'office') return officeName
  if (by === 'department')
    return (key) => {
      const [office = '', ...rest] = key.split('/')
      return words.department(officeName(office), rest.join('/'))
    }
  const types: Record<string, string> = shortTypeNames
  if (by === 'type') return (key) => types[key] ?? words.unclassified
  if (by === 'field') return (key) => key || words.noField
  const names = new Map((await listProcedures(connection.db)).map(({ code, name }) => [code, `${code} ${name}`]))
  return (key) => names.get(key) ?? (key || words.noProcedure)
}

const countKeys = [
  ...(['total', 'carried', 'new', 'again', 'handled'] as const),
  ...(['refused', 'forwarded', 'returned', 'withdrawn', 'merged', 'split', 'inProgress', 'overdue'] as const),
  ...(['conduct', 'rule', 'both', 'unclassified', 'cases', 'senders'] as const),
]

function columnsFor(by: Grouping): Column[] {
  const { columns } = words
  return [
    { key: 'label', label: words.by[by] },
    ...countKeys.map((key): Column => ({ key, label: columns[key], unit: 'count' })),
    { key: 'handledOnTime', label: columns.handledOnTime, unit: 'count' },
    { key: 'onTime', label: columns.onTime, unit: 'percent' },
    { key: 'onTimeNationally', label: columns.onTimeNationally, unit: 'percent' },
    { key: 'handlingMedian', label: columns.handlingMedian, unit: 'mean' },
    { key: 'handlingP90', label: columns.handlingP90, unit: 'mean' },
    { key: 'responseMedian', label: columns.responseMedian, unit: 'mean' },
    { key: 'published', label: columns.published, unit: 'count' },
    { key: 'publishedRate', label: columns.publishedRate, unit: 'percent' },
    { key: 'notSatisfied', label: columns.notSatisfied, unit: 'count' },
    { key: 'key', label: words.code },
  ]
}

function rowOf({ key, label, counted, judgedOn }: Group): Row {
  const counts = countColumns(counted)
  const found = indicatorsOf(counted, judgedOn)
  return {
    ...{ key, label },
    ...Object.fromEntries(countKeys.map((name) => [name, counts[name]])),
    handledOnTime: counts.handled - counts.handledLate,
    onTime: found.onTime.rate,
    onTimeNationally: found.onTimeNationally.rate,
    handlingMedian: found.handlingDays.median,
    handlingP90: found.handlingDays.p90,
    responseMedian: found.responseDays.median,
    published: found.published.part,
    publishedRate: found.published.rate,
    notSatisfied: found.ratings.notSatisfied,
  }
}
