import { reportWords } from '../../web/vi/reports'
import type { Row } from '../domain/report'
import type { FlatColumn } from './flat'
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
  return `<c r="${column}${line}" s="${style}" t="inlineStr">${inside(text)}</c>`
}

/** Names and labels come again and again: their XML is remembered, as long as there are few of them. */
const remembered = new Map<string, string>()

function inside(text: string): string {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const kept = text.length > longestText ? cut(text) : text
  const xml = `<is><t xml:space="preserve">${xmlText(kept)}</t></is>`
  if (text.length < 200 && remembered.size < 2000) remembered.set(text, xml)
  return xml
}

function cut(text: string): string {
  const room = longestText - 80
  return text.slice(0, room) + reportWords.cut(text.length - room)
}

/** A text cell, or nothing for an empty text. */
export function cell(column: string, line: number, text: string, style: number): string {
  return text === '' ? '' : textCell(column, line, text, style)
}

/** Writes a column's value in a line: figures as numbers, days as days, everything else as text. */
export function cellWriter(letters: string, column: FlatColumn): (row: Row, line: number) => string {
  const { read, unit, words } = column
  const start = `<c r="${letters}`
  const number = `" s="${numberStyle(column)}"><v>`
  return (row, line) => {
    const value = read(row)
    if (value === null || value === '') return ''
    if (typeof value === 'number') return Number.isFinite(value) ? `${start}${line}${number}${value}</v></c>` : ''
    if (typeof value === 'boolean') return `${start}${line}" t="b"><v>${value ? 1 : 0}</v></c>`
    const day = unit === 'date' ? daySerial(value) : null
    if (day !== null) return `${start}${line}" s="${styles.day}"><v>${day}</v></c>`
    return textCell(letters, line, words?.[value] ?? value, value.includes('\n') ? styles.wrapped : styles.text)
  }
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
  return Math.min(84, Math.max(7, widest)) + 3
}
