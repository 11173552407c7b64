import { isAgencyId, isOfficeCode, nearestOfficeCode } from './office-codes'
import { findCycle, type Validity } from './organisation'
import { isDay } from './period'

/** What the rules of the tree look at. */
export type OfficeFacts = Validity & {
  code: string
  name: string
  parentCode: string | null
  agencyId: string | null
  successorCode: string | null
  guidedByCode: string | null
}

/** What is wrong with the office `code`; `value` is what was given. */
export type OfficeFault = { code: string } & (
  | { fault: 'bad-code'; suggestion: string | null }
  | { fault: 'duplicate-code' }
  | { fault: 'bad-agency-id' | 'bad-valid-from' | 'bad-valid-to'; value: string }
  | { fault: 'ends-before-start' }
  | { fault: 'unknown-parent' | 'unknown-successor' | 'unknown-guide'; value: string }
  | { fault: 'own-successor' | 'own-guide' | 'successor-without-end' }
  /** The parent's last day comes before this office's. */
  | { fault: 'open-under-closed'; value: string }
  /** Codes, each below the next, the first again at the end. */
  | { fault: 'cycle'; path: string[] }
  | { fault: 'successor-cycle'; path: string[] }
)

/**
 * Everything that is wrong with a whole proposed set of offices, in its order; circles last, named once. Nothing wrong:
 * empty. The set is the tree as it would be, so a change is checked together with all that stays.
 */
export function findOfficeFaults(offices: readonly OfficeFacts[]): OfficeFault[] {
  const byCode = new Map(offices.map((office) => [office.code, office]))
  const seen = new Set<string>()
  const faults = offices.flatMap((office) => {
    const duplicate: OfficeFault[] = seen.has(office.code) ? [{ code: office.code, fault: 'duplicate-code' }] : []
    seen.add(office.code)
    return [...duplicate, ...ownFaults(office), ...relationFaults(office, byCode)]
  })
  const parents = findCycle(new Map(offices.map(({ code, parentCode }) => [code, parentCode])))
  if (parents) faults.push({ code: parents[0] ?? '', fault: 'cycle', path: parents })
  const successors = findCycle(new Map(offices.map(({ code, successorCode }) => [code, ofOther(code, successorCode)])))
  if (successors) faults.push({ code: successors[0] ?? '', fault: 'successor-cycle', path: successors })
  return faults
}

const ofOther = (code: string, other: string | null) => (other === code ? null : other)

function ownFaults({ code, agencyId, validFrom, validTo }: OfficeFacts): OfficeFault[] {
  const faults: OfficeFault[] = []
  if (!isOfficeCode(code)) faults.push({ code, fault: 'bad-code', suggestion: nearestOfficeCode(code) })
  if (agencyId !== null && !isAgencyId(agencyId)) faults.push({ code, fault: 'bad-agency-id', value: agencyId })
  if (validFrom !== null && !isDay(validFrom)) faults.push({ code, fault: 'bad-valid-from', value: validFrom })
  if (validTo !== null && !isDay(validTo)) faults.push({ code, fault: 'bad-valid-to', value: validTo })
  if (validFrom !== null && validTo !== null && faults.length === 0 && validTo < validFrom)
    faults.push({ code, fault: 'ends-before-start' })
  return faults
}

function relationFaults(office: OfficeFacts, byCode: ReadonlyMap<string, OfficeFacts>): OfficeFault[] {
  const { code, parentCode, successorCode, guidedByCode, validTo } = office
  const unknown = (value: string | null): value is string => value !== null && !byCode.has(value)
  const faults: OfficeFault[] = []
  if (unknown(parentCode)) faults.push({ code, fault: 'unknown-parent', value: parentCode })
  if (unknown(successorCode)) faults.push({ code, fault: 'unknown-successor', value: successorCode })
  if (unknown(guidedByCode)) faults.push({ code, fault: 'unknown-guide', value: guidedByCode })
  if (successorCode === code) faults.push({ code, fault: 'own-successor' })
  if (guidedByCode === code) faults.push({ code, fault: 'own-guide' })
  if (successorCode !== null && validTo === null) faults.push({ code, fault: 'successor-without-end' })
  const parentEnds = parentCode === null ? null : (byCode.get(parentCode)?.validTo ?? null)
  if (parentCode !== null && parentEnds !== null && (validTo === null || validTo > parentEnds))
    faults.push({ code, fault: 'open-under-closed', value: parentCode })
  return faults
}
