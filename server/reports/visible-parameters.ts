import { firstDay, isDay, lastDayOfAll, parsePeriod } from '../domain/period'
import type { Role } from '../domain/permissions'
import { visibleDays } from '../domain/visible'
import type { ReportParameters } from './parameters'

/**
 * The same question about the days that a role may see today; null when it may see none of them. A period that is cut
 * becomes days. What cannot be read stays as it is, for the report to refuse.
 */
export function limitToVisible(role: Role, today: string, parameters: ReportParameters): ReportParameters | null {
  const period = parameters.period ? parsePeriod(parameters.period) : null
  const from = period?.from ?? (parameters.from || firstDay)
  const to = period?.to ?? (parameters.to || lastDayOfAll)
  if ((parameters.period && !period) || !isDay(from) || !isDay(to) || from > to) return parameters
  const seen = visibleDays(role, today, { from, to })
  if (!seen) return null
  return seen.from === from && seen.to === to ? parameters : { ...parameters, period: undefined, ...seen }
}
