import type { Report } from '../domain/report'
import { printRows, toBytes } from './chunks'
import { type FlatCell, flatColumns } from './flat'
import type { Format } from './index'

const byteOrderMark = '\u{feff}'

const sign = '[=+\\-@\uff1d\uff0b\uff0d\uff20]'
/** Where a spreadsheet would begin a formula: at the start of the text with = + - @, as they are or wide, tab or CR … */
const atStart = new RegExp(`^(?=[\\t\\r]|${sign})`)
/** … and after whatever begins a cell where the semicolon separates and quotes inside a line mean nothing (Excel in Viet Nam). */
const inside = new RegExp(`([;\\t\\r\\n])(?=${sign})`, 'g')

/** Most texts have nothing that either rule looks at. */
const suspicious = new RegExp(`[",;\\t\\r\\n]|${sign}|^\\s|\\s$`)

/** A cell as RFC 4180 has it. What would begin a formula gets an apostrophe in front; numbers stay numbers, negative ones too. */
export function csvCell(cell: FlatCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  if (!suspicious.test(cell)) return cell
  const safe = cell.replace(inside, "$1'").replace(atStart, "'")
  return /[",\r\n;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

async function* pieces(report: Report): AsyncGenerator<string> {
  const columns = flatColumns(report.columns)
  yield `${byteOrderMark}${columns.map((column) => csvCell(column.key)).join(',')}\r\n`
  yield* printRows(report.rows, (row) => {
    let line = ''
    for (const { read } of columns) line += `,${csvCell(read(row))}`
    return `${line.slice(1)}\r\n`
  })
}

/**
 * UTF-8 with a byte order mark (spreadsheets need it), comma, keys as headings, codes and figures as in JSON, nothing
 * before or after the table: what reads it must not meet a remark in a place of data.
 */
export const csv: Format = {
  format: 'csv',
  contentType: 'text/csv; charset=utf-8',
  extension: 'csv',
  write: (report) => toBytes(pieces(report)),
}
