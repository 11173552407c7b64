import { createHash } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import { type Calendar, type CalendarEntry, makeCalendar } from '../server/domain/calendar'
import { inBatches } from './batches'
import type { Db } from './schema'
import type { CalendarEntryTable, CalendarVersionTable } from './schema-calendar'

export type CalendarVersion = Omit<Selectable<CalendarVersionTable>, 'hash'>
/** An entry with its number in the table. */
export type StoredEntry = CalendarEntry & { id: number }
/** The calendar of an office; undefined: without closures of any office. */
export type Calendars = (officeCode?: string) => Calendar

/** Worked-out calendars by the hash of their entries, and in it by office. It is asked on every page. */
const known = new Map<string, Calendars>()
const mostKnown = 50
const nothing = { number: 0, hash: '' }

/** The calendar of an office in a version, of the newest when none is named; version 0 is what the law alone says. */
export async function readCalendar(db: Db, officeCode?: string, version?: number): Promise<Calendar> {
  return (await readCalendars(db, version))(officeCode)
}

/** The same for many offices, with one question to the database. */
export async function readCalendars(db: Db, version?: number): Promise<Calendars> {
  const { number, hash } = await headOf(db, version)
  const key = `${number} ${hash}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= mostKnown) known.clear()
  const made = calendarsOf(number, await listEntries(db, number))
  known.set(key, made)
  return made
}

/** Calendars of offices from entries; offices without closures share one. */
export function calendarsOf(version: number, entries: readonly CalendarEntry[]): Calendars {
  const closing = new Set(entries.map(({ officeCode }) => officeCode))
  const made = new Map<string | undefined, Calendar>()
  return (officeCode) => {
    const key = officeCode !== undefined && closing.has(officeCode) ? officeCode : undefined
    const calendar = made.get(key) ?? makeCalendar(version, entries, key)
    made.set(key, calendar)
    return calendar
  }
}

async function headOf(db: Db, version?: number): Promise<{ number: number; hash: string }> {
  const row = await db
    .selectFrom('calendarVersion')
    .select(['number', 'hash'])
    .$if(version !== undefined, (query) => query.where('number', '=', version ?? 0))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? nothing
}

/** The number of the newest version; 0 before there is one. */
export async function newestVersion(db: Db): Promise<number> {
  return (await headOf(db)).number
}

/** Every version, newest first. */
export function listVersions(db: Db): Promise<CalendarVersion[]> {
  return db
    .selectFrom('calendarVersion')
    .select(['number', 'madeAt', 'madeBy', 'summary', 'document'])
    .orderBy('number', 'desc')
    .execute()
}

/** The entries that hold in a version, by day. */
export async function listEntries(db: Db, version: number): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('calendarEntry')
    .selectAll()
    .where('addedIn', '<=', version)
    .where((e) => e.or([e('removedIn', 'is', null), e('removedIn', '>', version)]))
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
  return rows.map(entryOf)
}

/** What a version added and what it removed. */
export async function listChanges(db: Db, version: number): Promise<{ added: StoredEntry[]; removed: StoredEntry[] }> {
  const rows = await db
    .selectFrom('calendarEntry')
    .selectAll()
    .where((e) => e.or([e('addedIn', '=', version), e('removedIn', '=', version)]))
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
  const of = (column: 'addedIn' | 'removedIn') => rows.filter((row) => row[column] === version).map(entryOf)
  return { added: of('addedIn'), removed: of('removedIn') }
}

function entryOf(row: Selectable<CalendarEntryTable>): StoredEntry {
  const { id, fromOn, toOn, kind, name, pairOn, confidence, source, officeCode } = row
  return { id, from: fromOn, to: toOn, kind, name, pair: pairOn, confidence, source, officeCode }
}

/**
 * Makes the next version out of the newest one. Throws when somebody else made it meanwhile (`isUnique`).
 * @param remove numbers of entries of the newest version
 * @returns the number of the new version
 */
export async function insertVersion(
  db: Db,
  version: Omit<Insertable<CalendarVersionTable>, 'number' | 'hash'>,
  { add, remove }: { add: readonly CalendarEntry[]; remove: readonly number[] },
): Promise<number> {
  const before = await newestVersion(db)
  const number = before + 1
  const kept = (await listEntries(db, before)).filter(({ id }) => !remove.includes(id))
  const hash = hashOf([...kept, ...add])
  await db
    .insertInto('calendarVersion')
    .values({ ...version, number, hash })
    .execute()
  if (remove.length > 0)
    await db
      .updateTable('calendarEntry')
      .set({ removedIn: number })
      .where('id', 'in', remove)
      .where('removedIn', 'is', null)
      .execute()
  const rows = add.map((entry) => ({ ...rowOf(entry), addedIn: number, removedIn: null }))
  await inBatches(rows, (batch) => db.insertInto('calendarEntry').values(batch).execute())
  return number
}

function rowOf({ from, to, kind, name, pair, confidence, source, officeCode }: CalendarEntry) {
  return { fromOn: from, toOn: to, kind, name, pairOn: pair, confidence, source, officeCode }
}

/** The same for the same entries in any order. */
function hashOf(entries: readonly CalendarEntry[]): string {
  const lines = entries.map((entry) => JSON.stringify(Object.values(rowOf(entry)))).sort()
  return createHash('sha256').update(lines.join('\n')).digest('base64url')
}
