import { readCsv } from './csv'
import type { FileCode } from './faults'
import { foreignKindOf, isZip } from './file-kind'
import { readWorkbook } from './workbook-apart'

/** A cell as the file has it. A Date carries the clock on the wall in its UTC fields. */
export type Cell = string | number | boolean | Date | null
/** `line` as a spreadsheet numbers it: 1 is the heading. Empty lines are left out. */
export type Line = { line: number; cells: readonly Cell[] }

/** Why a file cannot be read; `line` and `value` where one place is to blame. */
export type FileFault = {
  code: FileCode
  line?: number
  value?: string
  /** What the file is instead of a table. */
  expected?: readonly string[]
}

/** Lines are read while they are asked for, so a fault further down comes among them and is the last element. */
export type Lines = AsyncIterable<Line | FileFault> | Iterable<Line | FileFault>
export type Sheet = { ok: true; lines: Lines } | { ok: false; faults: FileFault[] }

/** Opens a CSV or XLSX file by what is in it, whatever its name says. Of a workbook the first sheet is read. */
export async function openSheet(bytes: Uint8Array): Promise<Sheet> {
  const foreign = foreignKindOf(bytes)
  if (foreign) return { ok: false, faults: [{ code: 'not-a-table', expected: [foreign] }] }
  if (isZip(bytes)) return readWorkbook(bytes)
  // The container of Excel before 2007, and of workbooks with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, faults: [{ code: 'old-excel' }] }
  const text = decode(bytes)
  return text === null ? { ok: false, faults: [{ code: 'not-utf8' }] } : { ok: true, lines: readCsv(text) }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

/** Null for other encodings; a byte order mark is taken off. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
