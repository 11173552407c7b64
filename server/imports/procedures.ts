import { headingsOf } from '../../web/vi/import-columns'
import { addFault, type Faults } from './faults'
import { type Change, type Plan, planOf, settle } from './plan'
import { procedureCode, text, yesOrNo } from './readers'
import { firstRows } from './repeated'
import { readTable, type Table } from './table'

const columns = {
  code: { aliases: ['ma', 'ma tthc', 'ma so', 'ma thu tuc hanh chinh'], required: true, read: procedureCode },
  name: { aliases: ['ten', 'ten tthc', 'thu tuc', 'ten thu tuc hanh chinh'], required: true, read: text(500) },
  field: { aliases: ['linh vuc giai quyet', 'ten linh vuc'], read: text(120) },
  closed: { aliases: ['da bai bo', 'het hieu luc'], read: yesOrNo },
} as const

/** A procedure as a file describes it; `closed` 0 or 1. */
export type ProcedureRecord = { code: string; name: string; field: string; closed: number }
type ProcedureTable = Table<typeof columns>

/** Reads a catalogue of procedures; null when it cannot be read at all. */
export function readProcedures(bytes: Uint8Array, faults: Faults): Promise<ProcedureTable | null> {
  return readTable(bytes, columns, headingsOf('procedures'), faults)
}

/** What the file makes of the catalogue, by code. */
export function planProcedures(
  table: ProcedureTable,
  known: ReadonlyMap<string, ProcedureRecord>,
  faults: Faults,
): Plan<ProcedureRecord> {
  const codeColumn = { column: table.headingOf('code') }
  const rows = firstRows(
    table.rows,
    ({ code }) => code,
    codeColumn,
    (fault) => addFault(faults, fault),
  )
  return planOf(
    rows.map((row): Change<ProcedureRecord> => {
      const code = row.code ?? ''
      const before = known.get(code) ?? null
      const name = settle(row.name, before?.name, '')
      const field = settle(row.field, before?.field, '')
      const closed = settle(row.closed, before?.closed, 0)
      return { line: row.line, before, after: { code, name, field, closed } }
    }),
  )
}
