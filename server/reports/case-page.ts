import { listOffices } from '../../db/offices'
import type { Target } from '../../db/targets'
import type { Counted } from '../domain/case-figures'
import { spanOf } from '../domain/case-figures'
import { countColumns, isBalanced } from '../domain/case-identity'
import { indicatorsOf } from '../domain/case-indicators'
import { type CaseView, handlingClasses, type OtherKind, vague } from '../domain/case-view'
import { caseKinds } from '../domain/case-words'
import { addDays, dayOf, monthOf, monthsBetween } from '../domain/period'
import { earlierDay } from '../domain/round'
import { readCaseTargets } from './case-indicators'
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
  const all = countedIn(question)
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
    targets: {
      answered: bare(targets['cases-answered']),
      onTime: bare(targets['cases-on-time']),
      published: bare(targets['cases-published']),
    },
    offices: await officesOf(context, question),
    months: monthsOf(context, question),
    handling: handlingClasses(counted.map(({ days }) => days.handling)),
    others: othersOf(open),
    restricted: sees ? { kind: 'none' } : vague(hidden.length),
  }
}

const bare = (target: Target | null) => target && { operator: target.operator, hundredths: target.hundredths }

async function officesOf({ connection }: ReportContext, question: CaseQuestion): Promise<CaseView['offices']> {
  if (question.offices?.size === 1) return []
  const groups = groupCounted(petitions(countedByOffice(question)), ({ stint }) => stint.scope)
  const offices = await listOffices(connection.db)
  return offices.flatMap(({ code, name }) => {
    const counted = groups.get(code)
    if (!counted) return []
    const { total, overdue } = countColumns(counted)
    const { onTime, handlingDays } = indicatorsOf(counted, question.span.judgedOn)
    return [{ code, name, total, onTime, overdue, median: handlingDays.median }]
  })
}

/** What came in and what was answered in each month, from one look at everything up to the end of the period. */
function monthsOf({ today }: ReportContext, question: CaseQuestion): CaseView['months'] {
  const { days, period } = question
  const cutoff14 = period?.cutoff14 ?? false
  const end = earlierDay(days.to, today)
  const months = monthsBetween(addDays(end, -366), end, cutoff14).slice(-12)
  const from = months[0]?.from ?? end
  const counted = petitions(countedIn(question, spanOf({ from, to: end }, today)))
  const inMonth = (instants: readonly (string | null)[]) => {
    const found = new Map<string, number>()
    for (const instant of instants) {
      if (instant === null) continue
      const month = monthOf(dayOf(new Date(instant)), cutoff14)
      found.set(month, (found.get(month) ?? 0) + 1)
    }
    return found
  }
  const came = inMonth(counted.map(({ entered, stint }) => (entered === 'new' ? stint.from : null)))
  const left = inMonth(counted.map(({ left, stint }) => (left === 'handled' ? stint.to : null)))
  return months.map(({ text }) => ({ month: text, new: came.get(text) ?? 0, handled: left.get(text) ?? 0 }))
}

function othersOf(counted: readonly Counted[]): OtherKind[] {
  return caseKinds.flatMap((kind) => {
    const of = counted.filter(({ facts }) => facts.kind === kind)
    if (of.length === 0) return []
    const { new: fresh, handled, inProgress } = countColumns(of)
    return [{ kind, new: fresh, handled, inProgress }]
  })
}
