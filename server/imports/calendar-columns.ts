import { calendarColumnNames, confidenceNames, entryKindNames } from '../../web/vi/calendar'
import type { CalendarEntry } from '../domain/calendar-entries'
import { choice, day, type Read, text } from './readers'
import type { Row } from './table'

const confidence = choice(confidenceNames, { computed: 'expected', statutory: 'published' })

/** What a file says about an entry, by the names of its fields; CSV files may use the Vietnamese headings. */
export const calendarColumns = {
  from: { aliases: ['ngay', 'ngay dau'], required: true, read: day },
  to: { aliases: ['ngay cuoi'], read: day },
  kind: { aliases: [], required: true, read: choice(entryKindNames) },
  name: { aliases: ['ten ngay'], required: true, read: text(300) },
  pair: { aliases: ['ngay doi'], read: day },
  // Some lists say more after a semicolon.
  confidence: {
    aliases: [],
    read: ((typed, cell) => confidence(typed.split(';')[0] ?? '', cell)) as Read<'published' | 'expected'>,
  },
  source: { aliases: ['van ban'], required: true, read: text(500) },
  office: { aliases: ['don vi'], read: text(60) },
} as const

export const calendarHeadings = calendarColumnNames
export type CalendarRow = Row<typeof calendarColumns>

/** The entry of a row without faults: one day when no last one is given, published unless it says otherwise. */
export function entryOfRow({ from, to, kind, name, pair, confidence, source, office }: CalendarRow): CalendarEntry {
  return {
    from: from ?? '',
    to: to ?? from ?? '',
    kind: kind ?? 'holiday',
    name: name ?? '',
    pair: pair ?? null,
    confidence: confidence ?? 'published',
    source: source ?? '',
    officeCode: office ?? null,
  }
}
