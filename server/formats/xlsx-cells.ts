import { reportWords } from '../../web/vi/reports'
import type { Row } from '../domain/report'
import type { FlatCell, FlatColumn } from './flat'
import { xmlText } from './xml'

/** Positions in the cell formats of stylesXml. */
export const styles = { plain: 0, heading: 1, count: 2, decimal: 3, day: 4, text: 5, strong: 6, wrapped: 7, title: 8 }

const longestText = 32_767
const names: string[] = []

/** The letters of a column counted from 0: A … Z, AA … */
export function columnName(index: number): string {
  names[index] ??= (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
  return names[index]
}

/** A text cell; a text that is longer than a spreadsheet's cell can be ends with a remark that says how much is missing. */
export function textCell(column: string, line: number, text: string, style: number): string {
  const kept = text.length > longestText ? cut(text) : text
  return `<c r="${column}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(kept)}</t></is></c>`
}

function cut(text: string): string {
  const room = longestText - 80
  return text.slice(0, room) + reportWords.cut(text.length - room)
}

/** A text cell, or nothing for an empty text. */
export function cell(column: string, line: number, text: string, style: number): string {
  return text === '' ? '' : textCell(column, line, text, style)
}

/** One value of the table as its column wants it: figures as numbers, days as days, everything else as text. */
export function valueCell(letters: string, line: number, column: FlatColumn, value: FlatCell): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number')
    return Number.isFinite(value) ? `<c r="${letters}${line}" s="${numberStyle(column)}"><v>${value}</v></c>` : ''
  if (typeof value === 'boolean') return `<c r="${letters}${line}" t="b"><v>${value ? 1 : 0}</v></c>`
  const day = column.unit === 'date' ? daySerial(value) : null
  if (day !== null) return `<c r="${letters}${line}" s="${styles.day}"><v>${day}</v></c>`
  return textCell(letters, line, column.words?.[value] ?? value, value.includes('\n') ? styles.wrapped : styles.text)
}

function numberStyle({ unit }: FlatColumn): number {
  if (unit === 'count') return styles.count
  return unit === 'percent' || unit === 'mean' ? styles.decimal : styles.plain
}

/** A day `YYYY-MM-DD` as a spreadsheet counts days (from 30/12/1899); no time zone is involved. Null when it is none. */
export function daySerial(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
  return Number.isInteger(days) && days > 60 ? days : null
}

/** Width in characters from the first rows and the longest word of the heading. */
export function widthOf(column: FlatColumn, sample: readonly Row[]): number {
  const words = column.label.split(/\s+/).map((word) => word.length)
  const shown = sample.map((row) => String(column.words?.[String(column.read(row))] ?? column.read(row) ?? '').length)
  const widest = Math.max(...words, Math.ceil(column.label.length / 4), column.unit === 'date' ? 10 : 0, ...shown)
  return Math.min(60, Math.max(7, widest)) + 3
}
