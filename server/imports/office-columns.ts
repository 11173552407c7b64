import { headingsOf } from '../../web/vi/import-columns'
import { officeKindNames } from '../../web/vi/kinds'
import { isAgencyId, isOfficeCode, nearestOfficeCode } from '../domain/office-codes'
import type { OfficeKind } from '../domain/organisation'
import type { Faults } from './faults'
import { choice, day, phone, type Read, text } from './readers'
import { readTable, type Table } from './table'

/** A code of an office where another thing refers to it. */
export const officeRef: Read<string> = (typed) => {
  if (isOfficeCode(typed)) return { value: typed }
  const nearest = nearestOfficeCode(typed)
  return { code: 'malformed-office', expected: nearest ? [nearest] : [] }
}

/** The code of the line itself; the corrected one stands in its place for the lines that refer to it. */
const ownCode: Read<string> = (typed, cell) => {
  const seen = officeRef(typed, cell)
  const [value] = seen.code ? (seen.expected ?? []) : []
  return value ? { ...seen, value } : seen
}

const agencyId: Read<string> = (typed) => (isAgencyId(typed) ? { value: typed } : { code: 'malformed-agency' })

const otherKinds: Partial<Record<string, OfficeKind>> = {
  ubnd: 'province-committee',
  'so ban nganh': 'department',
  phong: 'division',
  truong: 'school',
  'don vi': 'unit',
  'don vi su nghiep': 'unit',
  'ttphcc tinh': 'provincial-centre',
  'ubnd xa': 'commune-committee',
  'ubnd phuong': 'commune-committee',
  'phong van hoa xa hoi': 'commune-division',
  'ttphcc xa': 'communal-centre',
  'trung tam phuc vu hanh chinh cong phuong': 'communal-centre',
}

const columns = {
  code: { aliases: ['ma', 'ma co quan', 'office'], required: true, read: ownCode },
  name: { aliases: ['ten', 'ten co quan', 'don vi', 'co quan'], required: true, read: text(160) },
  parentCode: { aliases: ['ma cap tren', 'cap tren', 'don vi cap tren', 'truc thuoc', 'parent'], read: officeRef },
  kind: { aliases: ['loai', 'loai hinh'], read: choice(officeKindNames, otherKinds) },
  address: { aliases: [], read: text(200) },
  phone: { aliases: ['so dien thoai', 'sdt', 'dt'], read: phone },
  agencyId: { aliases: ['ma dinh danh dien tu', 'agency'], read: agencyId },
  validFrom: { aliases: ['hieu luc tu', 'ngay thanh lap'], read: day },
  validTo: { aliases: ['hieu luc den', 'ngay ket thuc', 'ngay giai the'], read: day },
  successorCode: { aliases: ['ma ke thua', 'don vi ke thua', 'sap nhap vao', 'successor'], read: officeRef },
  guidedByCode: { aliases: ['huong dan chuyen mon', 'don vi huong dan chuyen mon', 'guidedby'], read: officeRef },
} as const

export type OfficeTable = Table<typeof columns>

/** Reads a tree of offices; null when it cannot be read at all. */
export function readOffices(bytes: Uint8Array, faults: Faults): Promise<OfficeTable | null> {
  return readTable(bytes, columns, headingsOf('offices'), faults)
}
