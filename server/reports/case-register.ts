import { type DescribedCase, describeCases } from '../../db/case-figures'
import { listProcedures } from '../../db/procedures'
import { staffNames } from '../../db/staff'
import { shortTypeNames, caseReportWords as words } from '../../web/vi/case-reports'
import { caseChannelNames, caseKindNames, ratingNames } from '../../web/vi/cases'
import { mergedNote } from '../../web/vi/numbers'
import { hasClock } from '../domain/case-due'
import type { Counted } from '../domain/case-figures'
import { publishedOn } from '../domain/case-stints'
import { dayOf } from '../domain/period'
import type { Report, Row } from '../domain/report'
import { askCases, type CaseAsked, type CaseQuestion, countedIn } from './case-question'
import type { ReportContext } from './parameters'

/**
 * The register of cases: every one that came in the period or was carried into it, once, by the day of receipt. Never the
 * sender. Restricted ones with code and days alone, and only for who may know that there are any.
 */
export async function buildCases(context: ReportContext, asked: CaseAsked) {
  const read = await askCases(context, asked)
  if (!read.ok) return read
  const { days, span, merged, asked: said } = read.value
  const sees = context.restricted === true
  const report: Report = {
    report: 'cases',
    title: words.registerTitle,
    parameters: { ...said, by: null },
    columns,
    rows: await rowsOf(context, read.value, sees),
    notes: [
      words.scopeNote(days.from, days.to, span.judgedOn <= days.to),
      words.registerNote,
      sees ? words.restrictedShown : words.restrictedLeftOut,
      ...(merged.length > 0 ? [mergedNote(merged.map(({ name }) => name))] : []),
    ],
  }
  return { ok: true as const, report }
}

const { register } = words
const columns: Report['columns'] = [
  { key: 'code', label: register.code },
  { key: 'received', label: register.received, unit: 'date' },
  { key: 'sent', label: register.sent, unit: 'date' },
  { key: 'channel', label: register.channel, words: caseChannelNames },
  { key: 'kind', label: register.kind, words: caseKindNames },
  { key: 'title', label: register.title },
  { key: 'type', label: register.type, words: shortTypeNames },
  { key: 'field', label: register.field },
  { key: 'procedure', label: register.procedure },
  { key: 'office', label: register.office },
  { key: 'assignee', label: register.assignee },
  { key: 'entered', label: register.entered, words: words.enteredNames },
  { key: 'due', label: register.due, unit: 'date' },
  { key: 'result', label: register.result, words: words.leftNames },
  { key: 'answered', label: register.answered, unit: 'date' },
  { key: 'onTime', label: register.onTime },
  { key: 'published', label: register.published, unit: 'date' },
  { key: 'rating', label: register.rating, words: ratingNames },
]

async function rowsOf({ connection }: ReportContext, question: CaseQuestion, sees: boolean): Promise<Row[]> {
  const { db } = connection
  const last = countedIn(question).filter(({ isLast }) => isLast)
  const [described, people, procedures] = await Promise.all([
    describeCases(db, new Set(last.map(({ caseId }) => caseId))),
    staffNames(db),
    listProcedures(db),
  ])
  const titles = new Map(procedures.map(({ code, name }) => [code, name]))
  return last
    .flatMap((one) => {
      const about = described.get(one.caseId)
      return about && (sees || !isRestricted(one, about)) ? [{ one, about }] : []
    })
    .sort((a, b) => (a.about.receivedAt < b.about.receivedAt ? -1 : 1))
    .map(({ one, about }) => ({
      ...headOf(one, about),
      ...(isRestricted(one, about) ? hidden : contentOf(one, about, titles)),
      office: question.officeNames.get(one.stint.officeCode) ?? one.stint.officeCode,
      assignee: people.get(one.facts.assigneeId ?? '') ?? null,
      ...resultOf(one),
    }))
}

const day = (instant: string | null) => instant && dayOf(new Date(instant))
const hidden = { title: words.restrictedTitle, type: null, field: null, procedure: null }

/** What was ever restricted shows nothing, whatever it was at the end of the period. */
const isRestricted = ({ facts }: Counted, { restricted }: DescribedCase) => facts.restricted || restricted

function headOf({ facts, entered }: Counted, { receivedAt, sentAt, channel }: DescribedCase) {
  const { code } = facts.fixed
  return { code, received: day(receivedAt), sent: day(sentAt), channel, kind: facts.kind, entered }
}

function contentOf({ facts }: Counted, { title }: DescribedCase, procedures: ReadonlyMap<string, string>) {
  const { contentType, field, procedureCode } = facts
  const procedure = procedureCode && (procedures.get(procedureCode) ?? procedureCode)
  return { title, type: contentType, field: field || null, procedure }
}

function resultOf({ facts, left, late, dueOn, stint }: Counted): Row {
  const { answer, to } = stint
  return {
    due: hasClock(facts.kind) ? dueOn : null,
    result: left,
    answered: answer ? day(to) : null,
    onTime: answer || (left === 'in-progress' && late) ? !late : null,
    published: answer ? publishedOn(answer) : null,
    rating: answer?.rating ?? null,
  }
}
