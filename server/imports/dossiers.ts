import { headingsOf } from '../../web/vi/import-columns'
import { periods } from '../../web/vi/periods'
import { addFault, type Faults } from './faults'
import { officeRef } from './office-columns'
import { type Change, type Plan, planOf, settle } from './plan'
import { choice, count, period } from './readers'
import { firstRows } from './repeated'
import { readTable, type Table } from './table'
import { nearlyCalled, unknownOffice } from './unknown-office'

type Basis = 'received-and-returned' | 'returned'
const otherBases: Partial<Record<string, Basis>> = {
  'tiep nhan va tra': 'received-and-returned',
  'da tra': 'returned',
  'da tra ket qua': 'returned',
}

const columns = {
  officeCode: { aliases: ['don vi', 'ma co quan', 'office'], required: true, read: officeRef },
  period: { aliases: ['ky bao cao', 'thoi ky', 'thang'], required: true, read: period },
  dossiers: { aliases: ['so luong ho so', 'ho so', 'tong so ho so'], required: true, read: count },
  issued: { aliases: ['phat ra', 'so phieu da phat', 'phieu phat ra'], read: count },
  basis: { aliases: ['ho so duoc dem', 'co so'], read: choice<Basis>(periods.dossiers.bases, otherBases) },
} as const

export type DossierTable = Table<typeof columns>

/** The dossiers of an office (offices below included) in a period. */
export type DossierRecord = {
  officeCode: string
  period: string
  dossiers: number
  issued: number | null
  basis: Basis
}
export type DossierContext = {
  /** By `dossierKey`. */
  known: ReadonlyMap<string, DossierRecord>
  offices: ReadonlySet<string>
  /** Codes of offices that may be named; null for every one. */
  part: ReadonlySet<string> | null
}

export const dossierKey = (officeCode: string, period: string) => `${officeCode} ${period}`

/** Reads counts of dossiers; null when they cannot be read at all. */
export function readDossiers(bytes: Uint8Array, faults: Faults): Promise<DossierTable | null> {
  return readTable(bytes, columns, headingsOf('dossiers'), faults)
}

type Row = DossierTable['rows'][number]

/** What the file makes of the counts, by office and period. */
export function planDossiers(table: DossierTable, context: DossierContext, faults: Faults): Plan<DossierRecord> {
  const report = addFault.bind(null, faults)
  const keyOf = ({ officeCode, period }: Row) => (officeCode && period ? dossierKey(officeCode, period) : null)
  const rows = firstRows(table.rows, keyOf, { column: table.headingOf('period') }, report)
  reportOffices(table, context, report)
  return planOf(
    rows.map((row): Change<DossierRecord> => {
      const before = context.known.get(keyOf(row) ?? '') ?? null
      return { line: row.line, before, after: settled(row, before) }
    }),
  )
}

/** Rows whose period was refused are looked at as well. */
function reportOffices({ rows, headingOf }: DossierTable, { offices, part }: DossierContext, report: Report): void {
  const nearly = nearlyCalled([...offices])
  for (const { line, officeCode } of rows) {
    const at = { line, column: headingOf('officeCode') }
    if (!officeCode) continue
    if (!offices.has(officeCode)) report(unknownOffice(officeCode, nearly, at))
    else if (part && !part.has(officeCode)) report({ code: 'outside-part', ...at, value: officeCode })
  }
}

type Report = (fault: Parameters<typeof addFault>[1]) => void

function settled(row: Row, before: DossierRecord | null): DossierRecord {
  const old = before ?? undefined
  return {
    officeCode: row.officeCode ?? '',
    period: row.period ?? '',
    dossiers: settle(row.dossiers, old?.dossiers, 0),
    issued: settle(row.issued, old?.issued, null),
    basis: settle(row.basis, old?.basis, 'received-and-returned'),
  }
}
