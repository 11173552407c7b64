import { fold } from './vietnamese'

/** From and to in minutes since midnight, 0 ≤ from < to ≤ 1440. */
export type Span = { from: number; to: number }
/** The opening hours of a week, Monday first; a day's spans in order and apart from each other. Empty: closed that day. */
export type Hours = readonly (readonly Span[])[]

export type HoursProblem = 'too-long' | 'unreadable' | 'end-before-start' | 'overlap' | 'repeated-day'
/** `part`: the piece of the text that is wrong. */
export type HoursOrProblem = { ok: true; hours: Hours } | { ok: false; error: HoursProblem; part: string }

const longest = 200
/** As they are written on a door: T2 is Monday, CN is Sunday. */
const dayNames = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const
const workdays = [0, 1, 2, 3, 4]
const everyDay = [0, 1, 2, 3, 4, 5, 6]
const spokenDays = ['hai', 'ba', 'tu', 'nam', 'sau', 'bay']

/**
 * Reads opening hours as people write them: groups apart by `;` or a new line, each some days and some spans, such as
 * `T2–T6 7:30–11:30, 13:00–17:00; T7 7:30–11:30`. Also `thu hai den thu sau`, `hang ngay`, `7h30-11h30`, and `sang`,
 * `chieu` before a span (with or without marks). A group without days goes on with those before it; without any days
 * Monday to Friday is meant. Empty text: seven days without spans.
 */
export function parseHours(text: string): HoursOrProblem {
  if (text.length > longest) return { ok: false, error: 'too-long', part: `${text.slice(0, 40)}…` }
  const week: Span[][] = everyDay.map(() => [])
  const named = new Set<number>()
  let days: readonly number[] = workdays
  for (const part of text.split(/[;\n]/).map((piece) => piece.trim())) {
    if (part === '') continue
    const fault = (error: HoursProblem) => ({ ok: false, error, part }) as const
    const read = readGroup(plain(part))
    if (!read) return fault('unreadable')
    if (read.days) {
      if (read.days.some((day) => named.has(day))) return fault('repeated-day')
      days = read.days
      for (const day of days) named.add(day)
    }
    if (read.spans.some(({ from, to }) => from >= to)) return fault('end-before-start')
    for (const day of days) {
      const spans = [...(week[day] ?? []), ...read.spans].sort((a, b) => a.from - b.from)
      if (spans.some(({ from }, i) => i > 0 && from < (spans[i - 1]?.to ?? 0))) return fault('overlap')
      week[day] = spans
    }
  }
  return { ok: true, hours: week }
}

/** Writes hours in the one form that is kept and shown; `parseHours` reads the same hours from it. */
export function printHours(hours: Hours): string {
  const groups = new Map<string, number[]>()
  hours.forEach((spans, day) => {
    const text = spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ')
    if (text !== '') groups.set(text, [...(groups.get(text) ?? []), day])
  })
  return [...groups].map(([spans, days]) => `${printDays(days)} ${spans}`).join('; ')
}

/** True at an instant within the hours in UTC+7; hours without any span are open always. */
export function isOpenAt(hours: Hours, instant: Date): boolean {
  if (hours.every((spans) => spans.length === 0)) return true
  const local = new Date(instant.getTime() + 7 * 3_600_000)
  const day = (local.getUTCDay() + 6) % 7
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
  return (hours[day] ?? []).some(({ from, to }) => from <= minute && minute < to)
}

const partsOfDay = /\b(?:buoi|sang|trua|chieu|toi)\b/g

/** Small letters without marks, every kind of dash as `-`. */
const plain = (part: string) => fold(part).replace(/[–—−~]|\bden\b/g, '-')

const clockTime = String.raw`(\d{1,2}) ?(?:[:.hg](\d{2})|[hg])(?!\d)`
const firstTime = new RegExp(String.raw`(?<![a-z\d])${clockTime}`)
const wholeSpan = new RegExp(`^${clockTime} ?- ?${clockTime}$`)

/** Null when something in the group cannot be read; `days` null when it names none. */
function readGroup(group: string): { days: number[] | null; spans: Span[] } | null {
  const start = group.search(firstTime)
  if (start < 0) return null
  const dayText = tidy(group.slice(0, start).replace(partsOfDay, ' '))
  const days = dayText === '' ? null : readDays(dayText)
  if (dayText !== '' && !days) return null
  const spans: Span[] = []
  for (const piece of group
    .slice(start)
    .replace(partsOfDay, ' ')
    .split(/,|\bva\b/)) {
    const read = readSpan(tidy(piece))
    if (!read) return null
    spans.push(read)
  }
  return { days, spans }
}

/** Without spaces, colons, commas and full stops around. */
const tidy = (text: string) => text.replace(/\s+/g, ' ').replace(/^[\s:,.]+|[\s:,.]+$/g, '')

function readSpan(piece: string): Span | null {
  const match = wholeSpan.exec(piece)
  if (!match) return null
  const [from, to] = [minutes(match[1], match[2]), minutes(match[3], match[4])]
  return from === null || to === null ? null : { from, to }
}

function minutes(hour = '', minute = '0'): number | null {
  const total = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && total <= 1440 ? total : null
}

function readDays(text: string): number[] | null {
  if (/^(?:hang|moi|tat ca cac) ngay(?: trong tuan)?$/.test(text)) return everyDay
  const days: number[] = []
  for (const piece of text.replace(/^tu (?=t)/, '').split(/,|\bva\b/)) {
    const ends = piece.split('-').map((name) => readDay(name.trim()))
    const [first, last = first] = ends
    if (ends.length > 2 || first === undefined || last === undefined || first < 0 || last < first) return null
    for (let day = first; day <= last; day++) {
      if (days.includes(day)) return null
      days.push(day)
    }
  }
  return days
}

/** 0 is Monday; -1 when it is no day. */
function readDay(name: string): number {
  if (/^(?:cn|chu nhat)$/.test(name)) return 6
  const digit = /^(?:t|thu) ?([2-7])$/.exec(name)?.[1]
  if (digit) return Number(digit) - 2
  return spokenDays.indexOf(/^thu (\w+)$/.exec(name)?.[1] ?? '')
}

function printDays(days: readonly number[]): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) => (run.length > 1 ? `${dayNames[run[0] ?? 0]}–${dayNames[run.at(-1) ?? 0]}` : dayNames[run[0] ?? 0]))
    .join(', ')
}

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
