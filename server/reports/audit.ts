import { type AuditRow, scanAudit } from '../../db/audit'
import { auditNames } from '../../db/audit-names'
import { auditKindNames, auditWords as words } from '../../web/vi/audit'
import { type AuditNames, actionText, fieldText, subjectText, valueText, whoText } from '../../web/vi/audit-text'
import { formatMoment } from '../../web/vi/format'
import { auditActions, isAuditAction } from '../domain/audit-actions'
import { readDetail } from '../domain/audit-detail'
import type { Report, Row } from '../domain/report'
import { type AuditAsked, auditParameters, auditQuestion } from './audit-question'
import type { ReportContext } from './parameters'

/** The audit, newest first, as far as the asking person may see it. */
export async function buildAudit({ connection, within }: ReportContext, asked: AuditAsked) {
  const read = await auditQuestion(connection, within ?? null, asked)
  if (!read.ok) return read
  const names = await auditNames(connection.db)
  const { reportColumns: labels } = words
  const report: Report = {
    report: 'audit',
    title: words.reportTitle,
    parameters: Object.fromEntries(auditParameters.map((name) => [name, asked[name] || null])),
    columns: [
      { key: 'at', label: labels.at },
      { key: 'who', label: labels.who },
      { key: 'kind', label: labels.kind, words: auditKindNames },
      { key: 'what', label: labels.what },
      { key: 'action', label: labels.action },
      { key: 'subject', label: labels.subject },
      { key: 'subjectName', label: labels.subjectName },
      { key: 'office', label: labels.office },
      { key: 'detail', label: labels.detail },
    ],
    rows: rowsOf(scanAudit(connection.db, read.question.filter), names),
    notes: [words.reportNote],
  }
  return { ok: true as const, report }
}

async function* rowsOf(batches: AsyncIterable<AuditRow[]>, names: AuditNames): AsyncGenerator<Row> {
  for await (const batch of batches)
    for (const row of batch) {
      const { at, staffId, action, subject, officeCode, detail } = row
      yield {
        at: formatMoment(at),
        who: whoText(staffId, action, names),
        kind: isAuditAction(action) ? auditActions[action] : null,
        what: actionText(action),
        action,
        subject,
        subjectName: subjectText(row, names) || null,
        office: officeCode && (names.offices.get(officeCode) ?? officeCode),
        detail: detailText(detail, names) || null,
      }
    }
}

/** One line: each field with its value before and after. */
function detailText(detail: string, names: AuditNames): string {
  return readDetail(detail)
    .map(({ key, before, after }) => {
      const now = valueText(key, after, names)
      return `${fieldText(key, names)}: ${before === undefined ? now : `${valueText(key, before, names)} → ${now}`}`
    })
    .join('; ')
}
