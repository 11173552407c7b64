import { dayOf } from './period'
import { progressTo, type SampleProgress } from './sampling'

export const roundStates = ['running', 'coming', 'done'] as const
export type RoundState = (typeof roundStates)[number]

/** A survey round (đợt khảo sát): days YYYY-MM-DD in UTC+7, both included; ended early at an instant. */
export type RoundDays = { fromOn: string; toOn: string; endedAt: string | null }

/** The earlier and the later of two days; texts, so Math knows nothing of them. */
export const earlierDay = (a: string, b: string): string => [a, b].sort()[0] ?? a
export const laterDay = (a: string, b: string): string => [a, b].sort()[1] ?? b

/** The last day whose answers count: the planned one, or the day on which the round was ended. */
export function lastDayOfRound({ fromOn, toOn, endedAt }: RoundDays): string {
  if (endedAt === null) return toOn
  const ended = dayOf(new Date(endedAt))
  return laterDay(fromOn, earlierDay(ended, toOn))
}

/** Where a round stands on a day. */
export function roundState(round: RoundDays, today: string): RoundState {
  if (round.endedAt !== null || today > round.toOn) return 'done'
  return today < round.fromOn ? 'coming' : 'running'
}

/** Days from the first to the last, both included; 0 when the last is earlier. */
export function countDays(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1)
}

/** Another year, the same day of the month; 29 February becomes the 28th. */
export function sameDayNextYear(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return next.endsWith('-02-29') ? `${next.slice(0, 8)}28` : next
}

type Place = { code: string; parentCode: string | null; successorCode: string | null }

/**
 * For every office the office of the round to which its answers count: itself, else whoever went on with its work, else
 * the next one above. An answer counts once, so that the lines of a round add up to its total. Offices outside are missing.
 */
export function countedFor(offices: readonly Place[], inRound: ReadonlySet<string>): Map<string, string> {
  const places = new Map(offices.map((office) => [office.code, office]))
  const found = new Map<string, string>()
  for (const { code } of offices) {
    const target = findAbove(places, inRound, code, new Set())
    if (target !== null) found.set(code, target)
  }
  return found
}

function findAbove(
  places: ReadonlyMap<string, Place>,
  inRound: ReadonlySet<string>,
  code: string,
  seen: Set<string>,
): string | null {
  if (inRound.has(code)) return code
  const place = places.get(code)
  if (!place || seen.has(code)) return null
  seen.add(code)
  const next = [place.successorCode, place.parentCode].filter((above) => above !== null)
  return next.reduce<string | null>((found, above) => found ?? findAbove(places, inRound, above, seen), null)
}

/** Valid answers by the office of the round to which they count. */
export function sumForRound(
  byOffice: ReadonlyMap<string, number>,
  counted: ReadonlyMap<string, string>,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [office, n] of byOffice) {
    const target = counted.get(office)
    if (target !== undefined) sums.set(target, (sums.get(target) ?? 0) + n)
  }
  return sums
}

export type RoundPart = { population: number; target: number }

/** All lines together. What one office has too many makes up for no other: the missing are added line by line. */
export function totalOfRound(lines: readonly (RoundPart & { valid: number })[]): SampleProgress & RoundPart {
  const sum = (pick: (line: RoundPart & { valid: number }) => number) =>
    lines.reduce((all, line) => all + pick(line), 0)
  const [population, target, have] = [sum((l) => l.population), sum((l) => l.target), sum((l) => l.valid)]
  const missing = sum((line) => progressTo(line.target, line.valid).missing)
  return { population, target, needed: target, have, missing }
}

/** The one office of a set that all others of it stand below in the tree; null when there are several such, or none. */
export function topOffice(offices: readonly Omit<Place, 'successorCode'>[], codes: ReadonlySet<string>): string | null {
  const parents = new Map(offices.map(({ code, parentCode }) => [code, parentCode]))
  const isTop = (code: string) => {
    const seen = new Set([code])
    for (let up = parents.get(code) ?? null; up !== null && !seen.has(up); up = parents.get(up) ?? null) {
      if (codes.has(up)) return false
      seen.add(up)
    }
    return true
  }
  const tops = [...codes].filter(isTop)
  return tops.length === 1 ? (tops[0] ?? null) : null
}
