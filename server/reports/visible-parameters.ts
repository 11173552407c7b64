import { firstDay, isDay, lastDayOfAll, parsePeriod } from '../domain/period'
import { may, type Role } from '../domain/permissions'
import { visibleDays } from '../domain/visible'
import { type ReportParameters, reportParameters } from './parameters'

/**
 * The same question about what a role may see today; null when it may see none of the days. A period that is cut becomes
 * days, and who may not take single responses gets no figure of fewer than five. What cannot be read stays as it is, for
 * the report to refuse; it is trimmed here as there, so that both read the same.
 */
export function limitToVisible(role: Role, today: string, parameters: ReportParameters): ReportParameters | null {
  const trimmed = reportParameters.parse(parameters)
  const asked = may(role, 'responses.export') ? trimmed : { ...trimmed, public: true }
  const period = asked.period ? parsePeriod(asked.period) : null
  const from = period?.from ?? asked.from ?? firstDay
  const to = period?.to ?? asked.to ?? lastDayOfAll
  if ((asked.period && !period) || !isDay(from) || !isDay(to) || from > to) return asked
  const seen = visibleDays(role, today, { from, to })
  if (!seen) return null
  return seen.from === from && seen.to === to ? asked : { ...asked, period: undefined, ...seen }
}
