import { caseReportWords } from '../../web/vi/case-reports'
import { formatDay, formatPeriod } from '../../web/vi/format'
import { reportWords } from '../../web/vi/reports'
import { channelNames } from '../../web/vi/terms'
import { parsePeriod } from '../domain/period'
import type { Report } from '../domain/report'

/** What was asked of a report, for people: the name of each parameter that was given, and its value. */
export function askedOf({ parameters }: Pick<Report, 'parameters'>): [name: string, value: string][] {
  return Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => [reportWords.parameters[key] ?? key, shown(key, value)])
}

function shown(key: string, value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? reportWords.yes : reportWords.no
  const text = String(value)
  if (key === 'channel') return text.split(',').map(channelName).join(', ')
  if (key === 'by') return groupings[text] ?? text
  if (key === 'period' && parsePeriod(text)) return formatPeriod(text)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text
}

const groupings: Record<string, string> = caseReportWords.by
const channelName = (code: string) => channelNames[code.trim() as keyof typeof channelNames] ?? code
