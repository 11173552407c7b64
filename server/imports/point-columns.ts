import { headingsOf } from '../../web/vi/import-columns'
import { pointKindNames } from '../../web/vi/kinds'
import { parseHours, printHours } from '../domain/hours'
import type { PointKind } from '../domain/point-kinds'
import type { Faults } from './faults'
import { officeRef } from './office-columns'
import { choice, procedureCode, type Read, text, yesOrNo } from './readers'
import { readTable, type Table } from './table'

const hours: Read<string> = (typed) => {
  const read = parseHours(typed)
  return read.ok ? { value: printHours(read.hours) } : { code: 'malformed-hours', piece: read.part }
}

/** Codes apart by commas, semicolons, spaces or lines; in order, so that another order is no change. */
const procedures: Read<string> = (typed, cell) => {
  const isNumber = /^\d,\d{1,6}$/.test(typed)
  const read = (isNumber ? [typed] : typed.split(/[,;\s]+/).filter(Boolean)).map((piece) => ({
    piece,
    seen: procedureCode(piece, cell),
  }))
  const wrong = read.find(({ seen }) => seen.code)
  if (wrong) return { code: 'malformed-procedure', piece: wrong.piece }
  return { value: [...new Set(read.map(({ seen }) => seen.value ?? ''))].sort().join(', ') }
}

const otherKinds: Partial<Record<string, PointKind>> = {
  ban: 'desk',
  quay: 'desk',
  'may tinh bang tai quay': 'tablet',
  lien: 'link',
  link: 'link',
  'lien ket': 'link',
  'giay hen tra ket qua': 'slip',
  'ap phich': 'poster',
}

const columns = {
  code: { aliases: ['ma', 'diem', 'ma diem khao sat', 'point'], read: text(20) },
  officeCode: { aliases: ['don vi', 'ma co quan', 'office'], required: true, read: officeRef },
  name: { aliases: ['ten', 'ten quay', 'quay'], required: true, read: text(120) },
  kind: { aliases: ['loai'], read: choice(pointKindNames, otherKinds) },
  surveyKey: { aliases: ['phieu', 'mau phieu', 'ma phieu', 'survey'], read: text(200) },
  quickFirst: { aliases: ['phieu nhanh', 'nhanh truoc', 'mo phieu nhanh truoc', 'quick'], read: yesOrNo },
  field: { aliases: [], read: text(120) },
  hours: { aliases: ['gio lam viec', 'gio', 'thoi gian lam viec'], read: hours },
  hostCode: { aliases: ['ma don vi dat diem', 'noi dat', 'dat tai', 'host'], read: officeRef },
  asksProcedure: { aliases: ['hoi ve thu tuc', 'hoi thu tuc hanh chinh'], read: yesOrNo },
  procedures: { aliases: ['ma thu tuc', 'thu tuc hanh chinh', 'tthc'], read: procedures },
} as const

export type PointTable = Table<typeof columns>

/** Reads a list of points; null when it cannot be read at all. */
export function readPoints(bytes: Uint8Array, faults: Faults): Promise<PointTable | null> {
  return readTable(bytes, columns, headingsOf('points'), faults)
}
