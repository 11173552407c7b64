import type { AuditRow } from '../db/audit'
import type { AuditLine } from '../web/pages/audit'
import { type AuditNames, actionText, fieldText, subjectText, valueText, whoText } from '../web/vi/audit-text'
import { formatMoment } from '../web/vi/format'
import { readDetail } from './domain/audit-detail'

/** Entries of the audit as the page shows them. */
export function auditLines(rows: readonly AuditRow[], names: AuditNames): AuditLine[] {
  return rows.map((row) => {
    const { id, at, staffId, action, subject, detail } = row
    return {
      id,
      at: formatMoment(at),
      who: whoText(staffId, action, names),
      whoId: staffId,
      what: actionText(action),
      subject: subjectText(row, names),
      subjectId: subject,
      changes: readDetail(detail).map(({ key, before, after }) => ({
        label: fieldText(key, names),
        before: before === undefined ? null : valueText(key, before, names),
        after: valueText(key, after, names),
      })),
    }
  })
}
