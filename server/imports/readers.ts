import { parsePeriod } from '../domain/period'
import { isProcedureCode } from '../domain/procedure-choice'
import { cellText, comparable } from './cells'
import { parseWhen } from './dates'
import type { FaultCode } from './faults'
import type { Cell } from './sheet'

/**
 * What a cell that is not empty says, or why it cannot be read. A refused cell may still have a `value`: what was
 * probably meant, so that other rows which refer to it are not refused as well.
 */
export type Seen<T> =
  | { code?: undefined; value: T }
  | {
      code: FaultCode
      expected?: readonly string[]
      value?: T /** The part of the cell that is wrong. */
      piece?: string
    }
export type Read<T> = (text: string, cell: Cell) => Seen<T>

/** One line of text: single spaces, at most `max` characters. */
export function text(max: number): Read<string> {
  return (typed) => {
    const value = typed.replace(/\s+/g, ' ').trim()
    return value.length > max ? { code: 'too-long' } : { value }
  }
}

/** One of some words: by code, by its Vietnamese name in any case and without marks, or by another name. */
export function choice<T extends string>(
  names: Readonly<Record<T, string>>,
  others: Partial<Record<string, T>> = {},
): Read<T> {
  const codes = Object.keys(names) as T[]
  const words = new Map([
    ...codes.flatMap((code) => [code, names[code]].map((word) => [comparable(word), code] as const)),
    ...Object.entries(others).flatMap(([word, code]) => (code ? [[comparable(word), code] as const] : [])),
  ])
  const expected = codes.map((code) => names[code])
  return (typed) => {
    const value = words.get(comparable(typed))
    return value === undefined ? { code: 'unknown-option', expected } : { value }
  }
}

const affirmed = ['co', 'x', 'yes', 'true', '1', 'dung']
const denied = ['khong', 'no', 'false', '0', 'sai']

/** Có or không, as 1 and 0. */
export const yesOrNo: Read<number> = (typed) => {
  const word = comparable(typed)
  if (affirmed.includes(word)) return { value: 1 }
  return denied.includes(word) ? { value: 0 } : { code: 'not-yes-or-no' }
}

/** A day, YYYY-MM-DD. */
export const day: Read<string> = (_, cell) => {
  const when = parseWhen(cell, '1900-01-01')
  return when ? { value: when.on } : { code: 'not-a-date' }
}

/** A count as people write it: digits, with or without dots or spaces between the thousands. */
export const count: Read<number> = (typed) => {
  const plain = /^\d{1,3}([.\s]\d{3}){1,2}$/.test(typed) ? typed.replace(/[.\s]/g, '') : typed
  return /^\d{1,9}$/.test(plain) ? { value: Number(plain) } : { code: 'not-a-number' }
}

/** A telephone number; the zero that a spreadsheet takes from the front of a number is put back. */
export const phone: Read<string> = (typed) => {
  const number = /^[1-9]\d{8,9}$/.test(typed) && !/^1[89]00/.test(typed) ? `0${typed}` : typed
  return /^[\d\s()+.,/;-]{3,40}$/.test(number) ? { value: number } : { code: 'malformed-phone' }
}

const quarters: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' }

/** A period by its name; a month that a spreadsheet took for a date, and spoken names (`Quy II/2026`), are understood. */
export const period: Read<string> = (typed, cell) => {
  const named = cell instanceof Date ? monthOfDate(cell) : (spokenPeriod(typed) ?? typed)
  const found = parsePeriod(named.toUpperCase().replace(/\s/g, ''))
  return found ? { value: found.text } : { code: 'malformed-period' }
}

function spokenPeriod(typed: string): string | null {
  const [, words = '', year] = /^(.*?)(?: nam)? ?(\d{4})$/.exec(comparable(typed)) ?? []
  const [, kind, number = ''] = /^(thang|quy)? ?(\d{1,2}|i{1,3}|iv)$/.exec(words) ?? []
  if (year === undefined) return null
  if (words === '' || words === 'nam') return year
  if (words === '6 thang dau') return `${year}-H1`
  if (words === '6 thang cuoi') return `${year}-H2`
  if (words === '9 thang' || words === '9 thang dau') return `${year}-9M`
  if (kind === 'quy') return `${year}-Q${quarters[number] ?? number}`
  return number === '' ? null : `${year}-${number.padStart(2, '0')}`
}

function monthOfDate(cell: Date): string {
  const text = cellText(cell)
  return text.slice(8, 10) === '01' ? text.slice(0, 7) : text
}

/** A code of a procedure such as `1.008377`; what a spreadsheet that took it for a number changed is put back. */
export const procedureCode: Read<string> = (typed, cell) => {
  const number = typeof cell === 'number' ? cell.toFixed(6) : typed
  const code = /^\d[.,]\d{1,6}$/.test(number) ? number.replace(',', '.').padEnd(8, '0') : number.toUpperCase()
  return isProcedureCode(code) ? { value: code } : { code: 'malformed-procedure' }
}
