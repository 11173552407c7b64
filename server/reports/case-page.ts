import { listOffices } from '../../db/offices'
import type { Target } from '../../db/targets'
import { type Counted, countedSince, spanOf } from '../domain/case-figures'
import { countColumns, isBalanced } from '../domain/case-identity'
import { indicatorsOf } from '../domain/case-indicators'
import { isFirst } from '../domain/case-stints'
import { type CaseView, handlingClasses, type OtherKind, vague } from '../domain/case-view'
import { caseKinds } from '../domain/case-words'
import { addDays, dayAt, monthOf, monthsBetween, type Period } from '../domain/period'
import { earlierDay } from '../domain/round'
import { readCaseTargets, readDossiers } from './case-indicators'
import {
  askCases,
  type CaseAsked,
  type CaseQuestion,
  countedByOffice,
  countedIn,
  groupCounted,
  petitions,
} from './case-question'
import type { ReportContext } from './parameters'

/** Everything that the page of figures shows of a period and an office; or which part of the question is wrong. */
export async function readCaseView(context: ReportContext, asked: CaseAsked & { since: string }) {
  const read = await askCases(context, asked, asked.since)
  if (!read.ok) return read
  return { ok: true as const, view: await viewOf(context, read.value) }
}

/** The first day (YYYY-MM-DD) of the twelve months that end with a day. */
export const yearBefore = (to: string, today: string) => `${addDays(earlierDay(to, today), -366).slice(0, 7)}-01`

async function viewOf(context: ReportContext, question: CaseQuestion): Promise<CaseView> {
  const { span, days, office, merged } = question
  const months = monthsOf(context, question)
  const wide = countedIn(question, {
    ...span,
    from: earlierDay(span.from, spanOf(months[0] ?? days, context.today).from),
  })
  const all = countedSince(wide, span.from)
  const counted = petitions(all)
  const counts = countColumns(counted)
  const targets = await readCaseTargets(context, question)
  const sees = context.restricted === true
  const hidden = all.filter((one) => one.isLast && one.facts.restricted && one.facts.kind !== 'pakn')
  const open = all.filter((one) => one.facts.kind !== 'pakn' && (sees || !one.facts.restricted))
  return {
    office: office.name,
    merged: merged.map(({ name }) => name),
    days: { ...days, goesOn: span.judgedOn <= days.to },
    balanced: isBalanced(counts),
    counts,
    found: indicatorsOf(counted, span.judgedOn),
    dossiers: await readDossiers(context, question),
    targets: {
      answered: bare(targets['cases-answered']),
      onTime: bare(targets['cases-on-time']),
      published: bare(targets['cases-published']),
    },
    offices: await officesOf(context, question, all),
    months: flowsOf(wide, months, question),
    handling: handlingClasses(counted.map(({ days }) => days.handling)),
    others: othersOf(open),
    restricted: sees ? { kind: 'none' } : vague(hidden.length),
  }
}

const bare = (target: Target | null) => target && { operator: target.operator, hundredths: target.hundredths }

async function officesOf(
  { connection }: ReportContext,
  question: CaseQuestion,
  all: readonly Counted[],
): Promise<CaseView['offices']> {
  if (question.offices?.size === 1) return []
  const groups = groupCounted(petitions(countedByOffice(question, all)), ({ stint }) => stint.officeCode)
  const offices = await listOffices(connection.db)
  return offices.flatMap(({ code, name }) => {
    const counted = groups.get(code)
    if (!counted) return []
    const { total, overdue } = countColumns(counted)
    const { onTime, handlingDays } = indicatorsOf(counted, question.span.judgedOn)
    return [{ code, name, total, onTime, overdue, median: handlingDays.median }]
  })
}

/** The twelve months that end with the period, or with today. */
function monthsOf({ today }: ReportContext, { days, period }: CaseQuestion): Period[] {
  const end = earlierDay(days.to, today)
  return monthsBetween(addDays(end, -366), end, period?.cutoff14 ?? false).slice(-12)
}

/** What came in and what was answered in each month. */
function flowsOf(wide: readonly Counted[], months: readonly Period[], { period }: CaseQuestion): CaseView['months'] {
  const monthAt = (instant: string | null) => instant && monthOf(dayAt(instant), period?.cutoff14 ?? false)
  const flows = new Map(months.map(({ text }) => [text, { month: text, new: 0, handled: 0 }]))
  for (const { stint, left } of petitions(wide)) {
    const [came, gone] = [flows.get(monthAt(stint.from) ?? ''), flows.get(monthAt(stint.to) ?? '')]
    if (came && isFirst(stint.entry)) came.new++
    if (gone && left === 'handled') gone.handled++
  }
  return [...flows.values()]
}

function othersOf(counted: readonly Counted[]): OtherKind[] {
  return caseKinds.flatMap((kind) => {
    const of = counted.filter(({ facts }) => facts.kind === kind)
    if (of.length === 0) return []
    const { new: fresh, handled, inProgress } = countColumns(of)
    return [{ kind, new: fresh, handled, inProgress }]
  })
}
