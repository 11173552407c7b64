import { listFiguredCases } from '../../db/case-figures'
import { listOffices, type Office } from '../../db/offices'
import { type Counted, countCases, type Deadlines, type FiguredCase, type Span, spanOf } from '../domain/case-figures'
import { cameAt, type ScopeOf } from '../domain/case-stints'
import { mergedInto } from '../domain/organisation'
import { dayOf, type Period } from '../domain/period'
import { earlierDay } from '../domain/round'
import { readDeadlines } from './case-deadlines'
import { daysOf, type ParameterError, placeOf, type ReportContext, reportParameters } from './parameters'

/** How a table may be cut. */
export const groupings = ['office', 'department', 'type', 'procedure', 'field', 'month'] as const
export type Grouping = (typeof groupings)[number]

/** What can be asked of reports about petitions; `by` of the one that is cut. */
export const caseParameters = ['from', 'to', 'period', 'office', 'by'] as const
export type CaseAsked = Partial<Record<(typeof caseParameters)[number], string>>

type Fault = { ok: false; error: ParameterError; parameter: string; value: string }
type Days = { from: string; to: string }

/** A question with everything read that answers it. */
export type CaseQuestion = {
  asked: Record<(typeof caseParameters)[number], string | null>
  period: Period | null
  days: Days
  span: Span
  by: Grouping
  office: Office
  /** Offices of the scope; null: every one. */
  offices: ReadonlySet<string> | null
  /** Whose work it goes on with; their figures are included. */
  merged: Office[]
  officeNames: ReadonlyMap<string, string>
  cases: readonly FiguredCase[]
  deadlines: Deadlines
}

/**
 * Reads what was asked, and every case that may count.
 * @param since an earlier day (YYYY-MM-DD) from which cases are read as well
 */
export async function askCases(
  context: ReportContext,
  parameters: CaseAsked,
  since?: string,
): Promise<{ ok: true; value: CaseQuestion } | Fault> {
  const asked = reportParameters.parse({ ...parameters })
  const when = daysOf(asked)
  if (!when.ok) return when
  const place = await placeOf(context, { office: asked.office, point: undefined })
  if (!place.ok) return place
  const by = groupings.find((one) => one === (parameters.by?.trim() || 'office'))
  if (!by) return { ok: false, error: 'unknown-grouping', parameter: 'by', value: parameters.by ?? '' }
  const { office, below } = place.value
  const { period, range } = when.value
  const codes = below?.map(({ code }) => code) ?? null
  const { connection, today } = context
  const span = spanOf(range, today)
  const first = since === undefined ? span.from : spanOf({ from: since, to: since }, today).from
  const [all, deadlines, cases] = await Promise.all([
    listOffices(connection.db),
    readDeadlines(connection.db),
    listFiguredCases(connection, { offices: codes, from: earlierDay(first, span.from) }),
  ])
  return {
    ok: true,
    value: {
      asked: {
        ...{ from: asked.from ?? null, to: asked.to ?? null, period: asked.period ?? null },
        ...{ office: asked.office ?? null, by: parameters.by?.trim() || null },
      },
      ...{ period, days: cut(range, cases, today), span, by, office, deadlines, cases },
      offices: codes && new Set(codes),
      merged: below ? mergedInto(below, office.code, range.from) : [],
      officeNames: new Map(all.map(({ code, name }) => [code, name])),
    },
  }
}

/** Days without bounds end today and begin with the first case. */
function cut({ from, to }: Days, cases: readonly FiguredCase[], today: string): Days {
  const came = cases.map((one) => dayOf(new Date(cameAt(one)))).sort()[0] ?? today
  return { from: from < '1901' ? came : from, to: to > '9998' ? (today > from ? today : from) : to }
}

/** Every stint of the scope in the period, or in other days; all offices of the scope are as one. */
export function countedIn({ cases, offices, span, deadlines }: CaseQuestion, other: Span = span): Counted[] {
  return countCases(cases, other, (code) => (isInside(offices, code) ? 'scope' : null), deadlines)
}

/**
 * The same for each month of the period. A case is looked at only in the months in which it was alive.
 * @param whole what `countedIn` has found in the period
 */
export function countedInMonths(
  question: CaseQuestion,
  whole: readonly Counted[],
  months: readonly Span[],
): Counted[][] {
  const last = new Map(whole.flatMap(({ caseId, isLast, stint }) => (isLast ? [[caseId, stint.to]] : [])))
  return months.map((month) => {
    const isAlive = (to: string | null | undefined) => to === null || (to !== undefined && to >= month.from)
    const cases = question.cases.filter(({ id }) => isAlive(last.get(id)))
    return countedIn({ ...question, cases }, month)
  })
}

/**
 * The same where each office of the scope is for itself, so that a transfer among them leaves one and comes to another;
 * `stint.officeCode` says which. Only cases that moved differ from what `countedIn` has found in the period.
 */
export function countedByOffice(
  { cases, offices, span, deadlines }: CaseQuestion,
  whole: readonly Counted[],
): Counted[] {
  const each: ScopeOf = (code) => (isInside(offices, code) ? code : null)
  const moved = cases.filter(({ events }) => events.some(({ kind }) => kind === 'forward' || kind === 'return'))
  const ids = new Set(moved.map(({ id }) => id))
  return [...whole.filter(({ caseId }) => !ids.has(caseId)), ...countCases(moved, span, each, deadlines)]
}

const isInside = (offices: ReadonlySet<string> | null, code: string) => offices?.has(code) ?? true

/** Petitions by Decree 20/2008; other kinds are counted apart. */
export const petitions = (counted: readonly Counted[]) => counted.filter(({ facts }) => facts.kind === 'pakn')

/** The parts of what was counted, in the order in which they first come. */
export function groupCounted(counted: readonly Counted[], keyOf: (one: Counted) => string): Map<string, Counted[]> {
  const groups = new Map<string, Counted[]>()
  for (const one of counted) {
    const known = groups.get(keyOf(one))
    if (known) known.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
