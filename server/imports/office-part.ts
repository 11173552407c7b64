import type { Fault } from './faults'
import type { HeadingOf } from './office-faults'
import type { OfficeContext, OfficeLine, OfficeRecord } from './offices'

/**
 * What somebody who has one part of the tree may not do: touch offices outside it, put offices at the top or under others'
 * offices, move or end the top of the part itself, or have offices guided from outside.
 */
export function outsideFaults(
  { line, before, after }: OfficeLine,
  { part, top, known }: OfficeContext,
  headingOf: HeadingOf,
): Fault[] {
  if (part === null) return []
  const fault = (code: 'outside-part' | 'own-top' | 'missing-value', key: keyof OfficeRecord, value: string) => [
    { code, line, column: headingOf(key), value },
  ]
  if (before && !part.has(after.code)) return fault('outside-part', 'code', after.code)
  /** Offices of the file that are new are in reach as well; unknown ones are another fault. */
  const isOutside = (code: string) => known.has(code) && !part.has(code)
  const { parentCode, successorCode, guidedByCode } = after
  if (!before || before.parentCode !== parentCode) {
    if (after.code === top) return fault('own-top', 'parentCode', after.code)
    if (parentCode === null) return fault('missing-value', 'parentCode', '')
    if (isOutside(parentCode)) return fault('outside-part', 'parentCode', parentCode)
  }
  if (after.code === top && before?.validTo !== after.validTo) return fault('own-top', 'validTo', after.code)
  const hasNewGuide = guidedByCode !== null && guidedByCode !== before?.guidedByCode
  if (hasNewGuide && isOutside(guidedByCode)) return fault('outside-part', 'guidedByCode', guidedByCode)
  const hasNewSuccessor = successorCode !== null && successorCode !== before?.successorCode
  return hasNewSuccessor && isOutside(successorCode) ? fault('outside-part', 'successorCode', successorCode) : []
}
