import type { FileFault, Line, Sheet } from './sheet'

/** Loaded with the first workbook: a server that starts needs none. */
const reader = () => import('hucre/xlsx')

/**
 * The first sheet of a workbook. Its cells are streamed, so a large file does not fill the memory; merged cells are
 * refused, because all but the first of them are empty in the file although a person sees them filled.
 */
export async function readXlsxSheet(bytes: Uint8Array): Promise<Sheet> {
  const { readXlsx } = await reader()
  try {
    const workbook = await readXlsx(bytes, { sheets: [0], maxRows: 1 })
    const [sheet] = workbook.sheets
    if (!sheet) return broken
    const faults = (sheet.merges ?? []).map(mergeFault)
    return faults.length > 0 ? { ok: false, faults } : { ok: true, lines: readLines(bytes) }
  } catch {
    return broken
  }
}

const broken: Sheet = { ok: false, faults: [{ code: 'broken-xlsx' }] }

async function* readLines(bytes: Uint8Array): AsyncGenerator<Line | FileFault> {
  const { streamXlsxRows } = await reader()
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) {
      if (values.some((value) => value !== null && value !== '')) yield { line: index + 1, cells: values }
    }
  } catch {
    yield { code: 'broken-xlsx' }
  }
}

type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }

function mergeFault({ startRow, startCol, endRow, endCol }: Merge): FileFault {
  const value = `${columnLetters(startCol)}${startRow + 1}:${columnLetters(endCol)}${endRow + 1}`
  return { code: 'merged-cells', line: startRow + 1, value }
}

/** 0 → A, 25 → Z, 26 → AA: the name of a column in a spreadsheet. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26)
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (index % 26))
}
