import { z } from 'zod'
import { type CalendarEntry, calendarEntryKinds, confidences } from './calendar-entries'
import { isDay } from './period'

const day = z.string().refine(isDay)
const entrySchema = z.strictObject({
  from: day,
  to: day,
  kind: z.enum(calendarEntryKinds),
  name: z.string().min(1).max(300),
  pair: day.nullable(),
  confidence: z.enum(confidences),
  source: z.string().min(1).max(500),
  officeCode: z.string().max(60).nullable(),
}) satisfies z.ZodType<CalendarEntry>

const changeSchema = z.strictObject({
  /** The version that it starts from. */
  based: z.int().min(0),
  add: z.array(entrySchema).max(1000),
  /** Numbers of stored entries. */
  remove: z.array(z.int()).max(1000),
  summary: z.string().min(1).max(300),
  document: z.string().max(500),
})

/** What makes the next version of the calendar. */
export type CalendarChange = z.infer<typeof changeSchema>

/** A change as a page carried it from its preview; null when it is none. */
export function readChange(text: string): CalendarChange | null {
  try {
    return changeSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

type Stored = CalendarEntry & { id: number }

/**
 * What a file makes of the calendar: its years become what it says, except that closures of single offices are only
 * added. Entries that are there already stay as they are.
 */
export function planFile(
  stored: readonly Stored[],
  file: readonly CalendarEntry[],
): Pick<CalendarChange, 'add' | 'remove'> & { kept: number } {
  const years = new Set(file.map(({ from }) => from.slice(0, 4)))
  const inFile = new Set(file.map(signOf))
  const there = new Set(stored.map(signOf))
  const remove = stored.filter(
    (entry) => entry.officeCode === null && years.has(entry.from.slice(0, 4)) && !inFile.has(signOf(entry)),
  )
  const add = file.filter((entry) => !there.has(signOf(entry)))
  return { add, remove: remove.map(({ id }) => id), kept: file.length - add.length }
}

function signOf({ from, to, kind, name, pair, confidence, source, officeCode }: CalendarEntry): string {
  return JSON.stringify([from, to, kind, name, pair, confidence, source, officeCode])
}

/** An entry, and with a swapped day the other one. */
export function togetherWith(stored: readonly Stored[], id: number): Stored[] {
  const entry = stored.find((one) => one.id === id)
  if (!entry) return []
  const other = stored.find((one) => entry.pair !== null && one.from === entry.pair && one.pair === entry.from)
  return other ? [entry, other] : [entry]
}
