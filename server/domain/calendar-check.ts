import type { CalendarEntry } from './calendar-entries'
import { addDays } from './period'

export type EntryFaultCode =
  | 'missing-value'
  | 'dates-reversed'
  | 'too-many-days'
  | 'not-single-day'
  | 'pair-missing'
  | 'not-weekday'
  | 'not-weekend'
  | 'repeated-day'
/** `at`: place in the list that was checked. */
export type EntryFault = { at: number; field: keyof CalendarEntry; code: EntryFaultCode; value: string }

/** Nobody is off for longer; more is a slip of the year. */
const mostDays = 60

/**
 * What is wrong with entries that shall be added, beside those that stay: days in order, a swapped day off from Monday to
 * Friday with its Saturday or Sunday, one entry for a day (a closure may lie over anything but another one), a document.
 */
export function checkEntries(entries: readonly CalendarEntry[], kept: readonly CalendarEntry[]): EntryFault[] {
  return entries.flatMap((entry, at) => {
    const others = [...kept, ...entries.filter((_, i) => i !== at)]
    const faults = [...missing(entry), ...ofDays(entry), ...ofSwap(entry, others)]
    return (faults.length > 0 ? faults : repeated(entry, [...kept, ...entries.slice(0, at)])).map((fault) => ({
      at,
      ...fault,
    }))
  })
}

type Found = Omit<EntryFault, 'at'>

function missing(entry: CalendarEntry): Found[] {
  const fields = (['name', 'source'] as const).filter((field) => entry[field].trim() === '')
  return fields.map((field) => ({ field, code: 'missing-value', value: '' }))
}

function ofDays({ from, to }: CalendarEntry): Found[] {
  if (to < from) return [{ field: 'to', code: 'dates-reversed', value: to }]
  return to > addDays(from, mostDays) ? [{ field: 'to', code: 'too-many-days', value: to }] : []
}

function ofSwap(entry: CalendarEntry, others: readonly CalendarEntry[]): Found[] {
  const { kind, from, to, pair } = entry
  if (kind !== 'swap_off' && kind !== 'swap_work') return []
  if (from !== to) return [{ field: 'to', code: 'not-single-day', value: to }]
  const weekend = [0, 6].includes(new Date(`${from}T00:00:00Z`).getUTCDay())
  if (weekend && kind === 'swap_off') return [{ field: 'from', code: 'not-weekday', value: from }]
  if (!weekend && kind === 'swap_work') return [{ field: 'from', code: 'not-weekend', value: from }]
  const other = kind === 'swap_off' ? 'swap_work' : 'swap_off'
  const paired = others.some((one) => one.kind === other && one.from === pair && one.pair === from)
  return paired ? [] : [{ field: 'pair', code: 'pair-missing', value: pair ?? '' }]
}

function repeated(entry: CalendarEntry, others: readonly CalendarEntry[]): Found[] {
  const closes = entry.kind === 'closure'
  const other = others.find(
    (one) =>
      one.from <= entry.to &&
      entry.from <= one.to &&
      (one.kind === 'closure') === closes &&
      (!closes || one.officeCode === entry.officeCode),
  )
  return other ? [{ field: 'from', code: 'repeated-day', value: entry.from }] : []
}
