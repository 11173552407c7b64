import { caseReportWords as words } from '../../web/vi/case-reports'
import { mergedNote } from '../../web/vi/numbers'
import type { Counted } from '../domain/case-figures'
import { countColumns, isBalanced } from '../domain/case-identity'
import { indicatorsOf } from '../domain/case-indicators'
import type { Column, Report, Row } from '../domain/report'
import { askCases, type CaseAsked, countedIn, groupCounted, petitions } from './case-question'
import type { ReportContext } from './parameters'

/** Petitions by field in the columns of form II.05, whose identity is checked. */
export async function buildCaseSummary(context: ReportContext, asked: CaseAsked) {
  const read = await askCases(context, asked)
  if (!read.ok) return read
  const { span, days, merged, asked: said } = read.value
  const whole = petitions(countedIn(read.value))
  const fields = groupCounted(whole, ({ facts }) => facts.field)
  const sorted = [...fields].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
  const rows = sorted.map(([field, counted], i) => rowOf(String(i + 1), field || words.noField, counted, span.judgedOn))
  const all = countColumns(whole)
  const balanced = [...fields.values(), whole].every((counted) => isBalanced(countColumns(counted)))
  const report: Report = {
    report: 'case-summary',
    title: words.summaryTitle,
    parameters: { ...said, by: null },
    columns,
    rows: [...rows, rowOf('', words.total, whole, span.judgedOn)],
    strong: ({ no }) => no === '',
    notes: [
      words.summarySource,
      words.scopeNote(days.from, days.to, span.judgedOn <= days.to),
      words.balance(all),
      words.summaryNote,
      words.onlyPetitions,
      ...(merged.length > 0 ? [mergedNote(merged.map(({ name }) => name))] : []),
      ...(balanced ? [] : [words.unbalanced]),
    ],
  }
  return { ok: true as const, report }
}

const { summary, columns: names } = words
const count = (key: string, label: string): Column => ({ key, label, unit: 'count' })
const columns: Column[] = [
  { key: 'no', label: summary.no },
  { key: 'field', label: summary.field },
  count('total', summary.total),
  ...(['conduct', 'rule', 'both', 'unclassified'] as const).map((key) => count(key, names[key])),
  ...(['handled', 'handledNew', 'handledCarried'] as const).map((key) => count(key, summary[key])),
  ...(['inProgress', 'inProgressNew', 'inProgressCarried'] as const).map((key) => count(key, summary[key])),
  count('moved', summary.moved),
  count('others', summary.others),
  count('published', summary.published),
  count('senders', names.senders),
  { key: 'note', label: summary.note },
]

function rowOf(no: string, field: string, counted: readonly Counted[], judgedOn: string): Row {
  const counts = countColumns(counted)
  const { refused, withdrawn, merged, split, forwarded, returned, overdue } = counts
  return {
    ...{ no, field, total: counts.total },
    ...{ conduct: counts.conduct, rule: counts.rule, both: counts.both, unclassified: counts.unclassified },
    ...{ handled: counts.handled, handledNew: counts.handledNew, handledCarried: counts.handledCarried },
    ...{ inProgress: counts.inProgress, inProgressNew: counts.inProgressNew },
    ...{ inProgressCarried: counts.inProgressCarried, moved: forwarded + returned },
    others: refused + withdrawn + merged + split,
    published: indicatorsOf(counted, judgedOn).published.part,
    senders: counts.senders,
    note: words.overdueInRow(overdue),
  }
}
