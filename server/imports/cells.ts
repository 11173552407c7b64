import { cleanText, fold } from '../domain/vietnamese'
import type { Cell } from './sheet'

/** A cell as text: composed, without space around; numbers as JavaScript writes them, so that 4.0 is `4`. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  return typeof cell === 'string' ? cleanText(cell) : String(cell)
}

/** What a spreadsheet shows in place of a result it cannot compute, such as `#DIV/0!`. */
export function isFormulaError(text: string): boolean {
  return /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/.test(text)
}

/** Words for comparing: no marks, case or punctuation but the dot of keys; `1,1` is the key `1.1`. */
export function comparable(text: string): string {
  return fold(text.replace(/^(\d{1,2}),(\d{1,2})$/, '$1.$2'))
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}
