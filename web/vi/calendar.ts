import type { CalendarEntry, CalendarEntryKind, Confidence, ExpectedName } from '../../server/domain/calendar-entries'
import { formatDay } from './format'

/** How computed days are called. */
const expectedDays = {
  'new-year': 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  'hung-kings': 'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
  'victory-day': 'Ngày Chiến thắng',
  'labour-day': 'Ngày Quốc tế lao động',
  'national-day': 'Quốc khánh',
  'culture-day': 'Ngày Văn hóa Việt Nam',
  'day-in-lieu': 'Nghỉ bù ngày lễ trùng ngày nghỉ hằng tuần',
} satisfies Record<ExpectedName, string>

/** The name of a day off or a swapped day as people read it. */
export function entryName({ name }: Pick<CalendarEntry, 'name'>): string {
  return Object.hasOwn(expectedDays, name) ? expectedDays[name as ExpectedName] : name
}

/** The same without what stands in brackets: `Tết Nguyên đán Bính Ngọ`. */
export function shortEntryName(entry: Pick<CalendarEntry, 'name' | 'kind'>): string {
  if (entry.kind === 'swap_off') return 'nghỉ hoán đổi'
  return entryName(entry).replace(/\s*\(.*$/, '')
}

/** The document behind an entry; of a computed day the law itself. */
export function entrySource({ source }: Pick<CalendarEntry, 'source'>): string {
  return source === 'computed' ? 'Bộ luật Lao động 2019, Điều 111, 112' : source
}

/** One word for a narrow cell. */
export function entryWord(entry: Pick<CalendarEntry, 'name' | 'kind'> | null): string {
  if (entry?.kind === 'swap_off') return 'đổi'
  if (entry?.kind === 'swap_work') return 'bù'
  if (entry?.kind !== 'holiday') return 'nghỉ'
  const name = entryName(entry)
  if (/^tết/i.test(name)) return 'Tết'
  return /^nghỉ/i.test(name) ? 'nghỉ' : 'lễ'
}

export const entryKindNames = {
  holiday: 'Nghỉ lễ, Tết',
  swap_off: 'Nghỉ hoán đổi',
  swap_work: 'Làm bù',
  closure: 'Cơ quan nghỉ theo văn bản',
} satisfies Record<CalendarEntryKind, string>

export const weekdays = {
  /** Sunday first, as days are numbered. */
  inSentence: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  /** Monday first, for the heading of a calendar. */
  heading: ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'CN'],
}

/** `thứ Bảy 22/08`. */
export function weekdayAndDay(day: string): string {
  return `${weekdays.inSentence[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${formatDay(day).slice(0, 5)}`
}

/** `24/11/2026`, or `14/02 – 22/02/2026`. */
export function daysRange(from: string, to: string): string {
  if (from === to) return formatDay(from)
  const same = from.slice(0, 4) === to.slice(0, 4)
  return `${same ? formatDay(from).slice(0, 5) : formatDay(from)} – ${formatDay(to)}`
}

export const confidenceNames = {
  published: 'Đã công bố',
  expected: 'Dự kiến',
} satisfies Record<Confidence, string>

/** Headings of a calendar as a table. */
export const calendarColumnNames = {
  from: 'Từ ngày',
  to: 'Đến ngày',
  kind: 'Loại',
  name: 'Tên',
  pair: 'Ngày hoán đổi',
  confidence: 'Mức chắc chắn',
  source: 'Căn cứ',
  office: 'Mã đơn vị',
}
