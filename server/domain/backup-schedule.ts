import { addDays, dayOf } from './period'

/** What is known when the question is asked; instants, null where there was none. */
export type BackupMoments = { now: Date; startedAt: Date; lastGood: Date | null; lastFailed: Date | null }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** So that a machine that was switched on first serves the people who wait for it. */
const afterStart = 3 * minute
/** A disk that is full now is full in a minute as well. */
const afterFailure = hour

/** From this age on a page warns. */
export const staleAfter = 2 * day

/**
 * Whether a backup by itself is due: in the hour after the given time of day, or at any time when the last good one is
 * older than a day, because many machines are off at night.
 * @param at time of day `HH:MM` in UTC+7; null: never by itself
 */
export function isBackupDue(at: string | null, { now, startedAt, lastGood, lastFailed }: BackupMoments): boolean {
  if (at === null) return false
  const since = (then: Date | null) => (then ? now.getTime() - then.getTime() : Number.POSITIVE_INFINITY)
  if (since(startedAt) < afterStart || since(lastFailed) < afterFailure) return false
  const scheduled = lastTime(at, now)
  const isTime = since(scheduled) < hour && (!lastGood || lastGood < scheduled)
  return isTime || since(lastGood) > day
}

/** The last moment with this time of day in UTC+7. */
function lastTime(at: string, now: Date): Date {
  const today = new Date(`${dayOf(now)}T${at}:00+07:00`)
  return today <= now ? today : new Date(`${addDays(dayOf(now), -1)}T${at}:00+07:00`)
}
