import { dayOf, isDay } from '../domain/period'
import type { Cell } from './sheet'

/** When an answer was given: the day in UTC+7, and the instant (ISO UTC) where the file knows the time. */
export type When = { on: string; at: string | null }

const dayLength = 86_400_000
/** Day 0 of Excel's calendar (its 29 February 1900 never was, so this holds from March 1900). */
const excelEpoch = Date.UTC(1899, 11, 30)
/** No answer is older; offices are. */
const earliestAnswer = '2000-01-01'

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? ?(Z|[+-]\d{2}:?\d{2})?)?$/i
const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,? +(\d{1,2})[:hg](\d{2})(?::(\d{2}))?)?$/i
const serial = /^\d{5}(?:[.,]\d+)?$/

/**
 * Reads ISO (no offset: UTC+7), `dd/mm/yyyy[ hh:mm[:ss]]`, an Excel date, or the number that Excel keeps a date as.
 * A date alone has no instant. Null for anything else, for days that do not exist, and for days before `earliest`.
 */
export function parseWhen(cell: Cell, earliest = earliestAnswer): When | null {
  const when = cell instanceof Date ? ofWallClock(cell.getTime()) : ofText(cell)
  return when && when.on >= earliest && when.on < '2200' ? when : null
}

/** True when the answer would have been given after `now`. */
export function isFuture({ on, at }: When, now: Date): boolean {
  return on > dayOf(now) || (at !== null && at > now.toISOString())
}

function ofText(cell: Exclude<Cell, Date>): When | null {
  const text = typeof cell === 'number' || typeof cell === 'string' ? String(cell).trim() : ''
  if (serial.test(text)) return ofWallClock(excelEpoch + Number(text.replace(',', '.')) * dayLength)
  const match = iso.exec(text)
  if (match) return ofParts(match[1] ?? '', match[2], match[3], match[4], match[5])
  const parts = vietnamese.exec(text)
  if (!parts) return null
  const [, day = '', month = '', year] = parts
  return ofParts(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, parts[4], parts[5], parts[6])
}

/** A spreadsheet keeps times as fractions of a day: rounded to the second, midnight is a date without a time. */
function ofWallClock(time: number): When | null {
  if (!Number.isFinite(time)) return null
  const text = new Date(Math.round(time / 1000) * 1000).toISOString()
  const clock = text.slice(11, 19)
  return clock === '00:00:00' ? ofParts(text.slice(0, 10)) : ofParts(text.slice(0, 10), ...clock.split(':'))
}

function ofParts(day: string, hour?: string, minute = '00', second = '00', offset = '+07:00'): When | null {
  if (!isDay(day)) return null
  if (hour === undefined) return { on: day, at: null }
  const instant = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:${second}${withColon(offset)}`)
  if (Number.isNaN(instant.getTime())) return null
  return { on: dayOf(instant), at: instant.toISOString() }
}

function withColon(offset: string): string {
  return offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
}
