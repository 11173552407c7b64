export const calendarEntryKinds = ['holiday', 'swap_off', 'swap_work', 'closure'] as const
export type CalendarEntryKind = (typeof calendarEntryKinds)[number]

export const confidences = ['published', 'expected'] as const
export type Confidence = (typeof confidences)[number]

/**
 * Days that are not what their weekday says. `holiday`: everybody is off; `swap_off`: off, and a Saturday is worked for
 * it; `swap_work`: that Saturday; `closure`: an office is off by a document. Days are YYYY-MM-DD, both included.
 */
export type CalendarEntry = {
  from: string
  to: string
  kind: CalendarEntryKind
  /** As people read it; of a computed day one of `expectedNames`, which web/vi/calendar puts into words. */
  name: string
  /** Of a swapped day the other one; null when it has none. */
  pair: string | null
  confidence: Confidence
  /** The legal document; `computed` for a day that follows from the law alone. */
  source: string
  /** The office of a closure, without those below it; null: everywhere. */
  officeCode: string | null
}

/** The days that the law itself names, in the order of the year. */
const expectedNames = [
  'new-year',
  'tet',
  'hung-kings',
  'victory-day',
  'labour-day',
  'national-day',
  'culture-day',
  'day-in-lieu',
] as const
export type ExpectedName = (typeof expectedNames)[number]
