import { addDays, dayOf } from './period'

/** A backup that was made by itself: its file, and when (ISO UTC). */
export type Dated = { file: string; at: string }

const kept = { day: 7, week: 4, month: 12 }

/**
 * Which nightly backups may go: all but the newest of each of the last 7 days, 4 weeks (from Monday) and 12 months that
 * have one, in UTC+7. Days without a backup take no place, so that an office that was closed for a month loses nothing.
 * Never keeps more than 23; what may go once may go for good, whatever is made later.
 */
export function listExpired(backups: readonly Dated[]): string[] {
  const newestFirst = [...backups].sort((a, b) => (a.at === b.at ? (a.file < b.file ? 1 : -1) : a.at < b.at ? 1 : -1))
  const keep = new Set<string>()
  for (const [unit, count] of Object.entries(kept))
    for (const file of newestOfEach(newestFirst, unit as keyof typeof kept).slice(0, count)) keep.add(file)
  return newestFirst.filter(({ file }) => !keep.has(file)).map(({ file }) => file)
}

function newestOfEach(newestFirst: readonly Dated[], unit: keyof typeof kept): string[] {
  const newest = new Map<string, string>()
  for (const { file, at } of newestFirst) {
    const bucket = bucketOf(dayOf(new Date(at)), unit)
    if (!newest.has(bucket)) newest.set(bucket, file)
  }
  return [...newest.values()]
}

function bucketOf(day: string, unit: keyof typeof kept): string {
  if (unit === 'month') return day.slice(0, 7)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return unit === 'day' ? day : addDays(day, -((weekday + 6) % 7))
}
