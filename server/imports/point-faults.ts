import { formatDay } from '../../web/vi/format'
import type { Fault } from './faults'
import type { PointContext, PointLine, PointRecord } from './points'
import { nearlyCalled, unknownOffice } from './unknown-office'

type HeadingOf = (key: keyof PointRecord) => string

/** What is wrong with the rows of points, each judged beside what is there. */
export function findPointFaults(lines: readonly PointLine[], context: PointContext, headingOf: HeadingOf): Fault[] {
  const nearly = nearlyCalled([...context.offices.keys()])
  const surveys = context.surveys.map(({ key }) => key)
  return lines.flatMap((line): Fault[] => {
    const at = (key: keyof PointRecord) => ({ line: line.line, column: headingOf(key) })
    const office = officeFault(line, context, nearly, at)
    if (office) return [office]
    const identity = identityFault(line, at)
    if (identity) return [identity]
    const { before, after } = line
    const faults: Fault[] = []
    if (!surveys.includes(after.surveyKey) && after.surveyKey !== before?.surveyKey)
      faults.push({ code: 'unknown-survey', ...at('surveyKey'), value: after.surveyKey, expected: surveys })
    const { hostCode } = after
    if (hostCode !== null && !context.offices.has(hostCode))
      faults.push(unknownOffice(hostCode, nearly, at('hostCode')))
    return [...faults, ...procedureFaults(line, context, at)]
  })
}

type At = (key: keyof PointRecord) => { line: number; column: string }

/** The office must be there, belong to the person's part, and still work when the point is new. */
function officeFault(
  { row, before }: PointLine,
  { offices, part, today }: PointContext,
  nearly: ReturnType<typeof nearlyCalled>,
  at: At,
): Fault | null {
  const { officeCode } = row
  if (!officeCode) return null
  const office = offices.get(officeCode)
  if (!office) return unknownOffice(officeCode, nearly, at('officeCode'))
  if (part && !part.has(officeCode)) return { code: 'outside-part', ...at('officeCode'), value: officeCode }
  if (before || office.validTo === null || office.validTo >= today) return null
  return { code: 'ended-office', ...at('officeCode'), value: officeCode, expected: [formatDay(office.validTo)] }
}

/** A code must be that of one point of this office that was not replaced; a name must not fit several. */
function identityFault({ row, meant }: PointLine, at: At): Fault | null {
  const [point, ...others] = meant
  if (!point) return row.code ? { code: 'malformed-point', ...at('code'), value: row.code } : null
  const name = row.name ?? ''
  if (others.length > 0)
    return { code: 'same-name', ...at('name'), value: name, expected: meant.map(({ code }) => code) }
  const { code, officeCode, replacedBy } = point
  if (replacedBy) return { code: 'replaced-point', ...at('code'), value: code, expected: [replacedBy] }
  if (!row.officeCode || row.officeCode === officeCode) return null
  return { code: 'other-office', ...at('officeCode'), value: code, expected: [officeCode] }
}

/** Procedures that the point has already may be closed. */
function procedureFaults({ before, after }: PointLine, { procedures }: PointContext, at: At): Fault[] {
  const had = new Set(before?.procedures.split(', '))
  const asked = after.procedures.split(', ').filter((code) => code !== '' && !had.has(code))
  return asked.flatMap((value): Fault[] => {
    const open = procedures.get(value)
    if (open) return []
    return [{ code: open === false ? 'closed-procedure' : 'unknown-procedure', ...at('procedures'), value }]
  })
}
