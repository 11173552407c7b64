import type { OfficeKind } from '../domain/organisation'
import { addFault, type Faults } from './faults'
import type { OfficeTable } from './office-columns'
import { findTreeFaults } from './office-faults'
import { type Change, type Plan, planOf, settle } from './plan'
import { firstRows } from './repeated'

/** An office as a file describes it; days YYYY-MM-DD. */
export type OfficeRecord = {
  code: string
  name: string
  parentCode: string | null
  kind: OfficeKind
  address: string | null
  phone: string | null
  agencyId: string | null
  validFrom: string | null
  validTo: string | null
  successorCode: string | null
  guidedByCode: string | null
}

/** What the rows of a file of offices are judged by. */
export type OfficeContext = {
  known: ReadonlyMap<string, OfficeRecord>
  /** Codes that may be changed, null for every one, and the office at the top of them. */
  part: ReadonlySet<string> | null
  top: string | null
  /** Open points of each office. */
  openPoints: ReadonlyMap<string, number>
  /** YYYY-MM-DD in UTC+7. */
  today: string
}

export type OfficeLine = Change<OfficeRecord>

/** What the file makes of the tree, by code; the lines may stand in any order. */
export function planOffices(table: OfficeTable, context: OfficeContext, faults: Faults): Plan<OfficeRecord> {
  const rows = firstRows(
    table.rows,
    ({ code }) => code,
    { column: table.headingOf('code') },
    (fault) => addFault(faults, fault),
  )
  const lines = rows.map((row): OfficeLine => {
    const before = context.known.get(row.code ?? '') ?? null
    return { line: row.line, before, after: settled(row, before) }
  })
  const tree = findTreeFaults(lines, context, table.headingOf)
  for (const fault of tree) addFault(faults, fault)
  return planOf(lines)
}

function settled(row: OfficeTable['rows'][number], before: OfficeRecord | null): OfficeRecord {
  const old = before ?? undefined
  return {
    code: row.code ?? '',
    name: settle(row.name, old?.name, ''),
    parentCode: settle(row.parentCode, old?.parentCode, null),
    kind: settle(row.kind, old?.kind, 'other'),
    address: settle(row.address, old?.address, null),
    phone: settle(row.phone, old?.phone, null),
    agencyId: settle(row.agencyId, old?.agencyId, null),
    validFrom: settle(row.validFrom, old?.validFrom, null),
    validTo: settle(row.validTo, old?.validTo, null),
    successorCode: settle(row.successorCode, old?.successorCode, null),
    guidedByCode: settle(row.guidedByCode, old?.guidedByCode, null),
  }
}
