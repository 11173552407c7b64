import { formatDay } from '../../web/vi/format'
import { findOfficeFaults, type OfficeFault } from '../domain/office-faults'
import { findCycles } from './cycles'
import type { Fault } from './faults'
import { outsideFaults } from './office-part'
import type { OfficeContext, OfficeLine, OfficeRecord } from './offices'
import { differences } from './plan'
import { type Nearly, nearlyCalled, unknownOffice } from './unknown-office'

export type HeadingOf = (key: keyof OfficeRecord) => string

/**
 * What is wrong with a file of offices when it is put together with the offices that are there. Lines that change nothing
 * are not blamed for what was there before.
 */
export function findTreeFaults(lines: readonly OfficeLine[], context: OfficeContext, headingOf: HeadingOf): Fault[] {
  const changed = lines.filter(({ before, after }) => !before || differences(before, after).length > 0)
  const tree = new Map([...context.known, ...lines.map(({ after }) => [after.code, after] as const)])
  const byCode = new Map(changed.map((line) => [line.after.code, line]))
  const nearly = nearlyCalled([...tree.keys()])
  const relations = findOfficeFaults([...tree.values()]).flatMap((found) => {
    const line = byCode.get(found.code)
    if (line) return faultsOf(found, line, tree, nearly, headingOf)
    return found.fault === 'open-under-closed' ? closedAbove(found, byCode, tree, headingOf) : []
  })
  return [
    ...relations,
    ...cycleFaults('parentCode', byCode, tree, headingOf),
    ...cycleFaults('successorCode', byCode, tree, headingOf),
    ...changed.flatMap((line) => [
      ...closedFaults(line, context, headingOf),
      ...outsideFaults(line, context, headingOf),
    ]),
  ]
}

type Tree = ReadonlyMap<string, OfficeRecord>
type ByCode = ReadonlyMap<string, OfficeLine>

/** Codes, identifiers, days and doubles were judged when the cells were read; circles are found one by one. */
function faultsOf(
  found: OfficeFault,
  { line, after }: OfficeLine,
  tree: Tree,
  nearly: Nearly,
  headingOf: HeadingOf,
): Fault[] {
  const at = (key: keyof OfficeRecord) => ({ line, column: headingOf(key) })
  switch (found.fault) {
    case 'ends-before-start':
      return [{ code: 'dates-reversed', ...at('validTo'), value: formatDay(after.validTo ?? '') }]
    case 'unknown-parent':
      return [unknownOffice(found.value, nearly, at('parentCode'))]
    case 'unknown-successor':
      return [unknownOffice(found.value, nearly, at('successorCode'))]
    case 'unknown-guide':
      return [unknownOffice(found.value, nearly, at('guidedByCode'))]
    case 'own-successor':
      return [{ code: 'own-relation', ...at('successorCode'), value: after.code }]
    case 'own-guide':
      return [{ code: 'own-relation', ...at('guidedByCode'), value: after.code }]
    case 'successor-without-end':
      return [{ code: 'successor-without-end', ...at('validTo') }]
    case 'open-under-closed': {
      const end = formatDay(tree.get(found.value)?.validTo ?? '')
      return [{ code: 'closed-parent', ...at('parentCode'), value: found.value, expected: [end] }]
    }
    default:
      return []
  }
}

/** A file ends an office while one below it, which the file does not name, goes on. */
function closedAbove(found: OfficeFault, byCode: ByCode, tree: Tree, headingOf: HeadingOf): Fault[] {
  const line = found.fault === 'open-under-closed' ? byCode.get(found.value) : undefined
  if (!line) return []
  const column = headingOf('validTo')
  const expected = [tree.get(found.code)?.name ?? found.code]
  return [{ code: 'still-above', line: line.line, column, value: line.after.code, expected }]
}

/** Every circle once, at its first line in the file. An office that goes on as itself is another fault. */
function cycleFaults(key: 'parentCode' | 'successorCode', byCode: ByCode, tree: Tree, headingOf: HeadingOf): Fault[] {
  const isOwn = (office: OfficeRecord) => key === 'successorCode' && office.successorCode === office.code
  const next = [...tree.values()].map((office) => [office.code, isOwn(office) ? null : office[key]] as const)
  return findCycles(new Map(next)).flatMap((cycle): Fault[] => {
    const lines = cycle.slice(1).flatMap((office) => byCode.get(office)?.line ?? [])
    if (lines.length === 0) return []
    const sorted = lines.sort((a, b) => a - b)
    const code = key === 'parentCode' ? 'parent-cycle' : 'successor-cycle'
    const expected = [sorted.join(', ')]
    return [{ code, line: sorted[0], column: headingOf(key), value: cycle.join(' → '), expected }]
  })
}

const fixed = ['name', 'kind', 'parentCode', 'agencyId'] as const

/** An office that has ended keeps what it was; one that is used is ended where its points are taken care of. */
function closedFaults({ line, before, after }: OfficeLine, context: OfficeContext, headingOf: HeadingOf): Fault[] {
  if (!before) return []
  const { today, openPoints } = context
  const hasEnded = ({ validTo }: OfficeRecord) => validTo !== null && validTo < today
  if (!hasEnded(after)) return []
  if (hasEnded(before))
    return fixed
      .filter((key) => before[key] !== after[key])
      .map((key) => ({ code: 'closed-office', line, column: headingOf(key), value: after.code }))
  const points = openPoints.get(after.code) ?? 0
  if (points === 0) return []
  return [{ code: 'still-in-use', line, column: headingOf('validTo'), value: after.code, expected: [String(points)] }]
}
