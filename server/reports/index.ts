import type { Permission } from '../domain/permissions'
import type { Report } from '../domain/report'
import { buildAudit } from './audit'
import { type AuditAsked, auditParameters } from './audit-question'
import { buildCaseIndicators } from './case-indicators'
import { buildCasePerformance } from './case-performance'
import { type CaseAsked, caseParameters } from './case-question'
import { buildCases } from './case-register'
import { buildCaseSummary } from './case-summary'
import {
  type ParameterError,
  type ReportContext,
  type ReportParameters,
  type ReportScope,
  resolveParameters,
} from './parameters'
import { buildPoints } from './points'
import { buildResponses } from './responses'
import { buildRounds } from './rounds'
import { buildSatisfaction } from './satisfaction'

type ReportKind = {
  name: string
  /** What a signed-in person needs to take it away. */
  permission: Permission
} & (
  | { build(context: ReportContext, question: ReportScope): Promise<Report> }
  /** For a report that is about no answers: the names of its own parameters, and how it reads them. */
  | { asks: readonly string[]; answer(context: ReportContext, asked: Asked): Promise<Made> }
)
type Made = { ok: true; report: Report } | ReportFault

/** What any report may be asked. */
export type Asked = ReportParameters & AuditAsked & CaseAsked

const caseDays = caseParameters.filter((name) => name !== 'by')

/** The register: a report is one file and one line here; it then has every format, the command, the page and the API. */
const reports: readonly ReportKind[] = [
  { name: 'satisfaction', permission: 'results.export', build: buildSatisfaction },
  { name: 'responses', permission: 'responses.export', build: buildResponses },
  { name: 'points', permission: 'results.export', build: buildPoints },
  { name: 'rounds', permission: 'results.export', build: buildRounds },
  { name: 'audit', permission: 'audit.view', asks: auditParameters, answer: buildAudit },
  { name: 'cases', permission: 'cases.register', asks: caseDays, answer: buildCases },
  { name: 'case-performance', permission: 'cases.figures', asks: caseParameters, answer: buildCasePerformance },
  { name: 'case-summary', permission: 'cases.figures', asks: caseDays, answer: buildCaseSummary },
  { name: 'case-indicators', permission: 'cases.figures', asks: caseDays, answer: buildCaseIndicators },
]

export const reportNames: readonly string[] = reports.map(({ name }) => name)

/** The report of that name, or null. */
export function findReport(name: string): ReportKind | null {
  return reports.find((report) => report.name === name) ?? null
}

export type ReportFault = { ok: false; error: 'unknown-report' | ParameterError; parameter: string; value: string }

/** Asks one report. The rows may still be read from the database while they are printed. */
export async function makeReport(context: ReportContext, name: string, parameters: Asked): Promise<Made> {
  const kind = findReport(name)
  if (!kind) return { ok: false, error: 'unknown-report', parameter: 'name', value: name }
  if ('answer' in kind) return kind.answer(context, parameters)
  const question = await resolveParameters(context, parameters)
  return question.ok ? { ok: true, report: await kind.build(context, question.value) } : question
}
