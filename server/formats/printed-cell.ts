import { formatCount, formatDay, formatNumber } from '../../web/vi/format'
import { reportWords } from '../../web/vi/reports'
import { type FlatCell, type FlatColumn, headingOf } from './flat'

/** A value as it stands on paper: Vietnamese figures and days, words for codes, a dash where a figure is missing. */
export function printedCell({ unit, words }: Pick<FlatColumn, 'unit' | 'words'>, value: FlatCell): string {
  if (value === null || value === '') return isFigure(unit) ? '–' : ''
  if (typeof value === 'boolean') return value ? reportWords.yes : reportWords.no
  if (typeof value === 'number') return printedNumber(unit, value)
  if (unit === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value)
  return printable(words?.[value] ?? value)
}

export const isFigure = (unit: FlatColumn['unit']) => unit === 'count' || unit === 'percent' || unit === 'mean'

function printedNumber(unit: FlatColumn['unit'], value: number): string {
  if (!Number.isFinite(value)) return ''
  if (unit === 'count') return formatCount(value)
  return unit || !Number.isInteger(value) ? formatNumber(value) : String(value)
}

/** Composed letters, as the fonts have them; without what no printer and no XML can hold. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

export const printedHeading = (column: FlatColumn) => printable(headingOf(column))
