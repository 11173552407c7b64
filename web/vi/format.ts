/** Vietnamese numbers and days: decimal comma, thousands dot, `dd/mm/yyyy`, a no-break space before the sign of percent. */
const nbsp = '\u00a0'
const days = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']
const quarters: Record<string, string> = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' }

/** A whole number with thousands dots: 1284 → `1.284`. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '.')
}

/**
 * A number with a decimal comma: 90.64 → `90,64`. Figures arrive final with two decimals; fewer digits are taken
 * half-up from those two, in integers.
 */
export function formatNumber(value: number, digits: 0 | 1 | 2 = 2): string {
  const step = 10 ** (2 - digits)
  const scaled = Math.floor((Math.round(Math.abs(value) * 100) + step / 2) / step)
  const text = String(scaled).padStart(digits + 1, '0')
  const whole = formatCount(Number(text.slice(0, text.length - digits)))
  const sign = value < 0 && scaled > 0 ? '−' : ''
  return digits === 0 ? sign + whole : `${sign}${whole},${text.slice(-digits)}`
}

/** A share in percent: 90.64 → `90,64 %`. */
export function formatPercent(percent: number, digits: 0 | 1 | 2 = 2): string {
  return `${formatNumber(percent, digits)}${nbsp}%`
}

/** A percent without needless decimals, for targets and axes: 90 → `90 %`, 87.5 → `87,5 %`. */
export function formatShortPercent(percent: number): string {
  return `${formatShortNumber(percent)}${nbsp}%`
}

/** The same without the sign, as it stands in a field: 90 → `90`, 87.5 → `87,5`. */
export function formatShortNumber(value: number): string {
  return formatNumber(value).replace(/,00$|(,\d)0$/, '$1')
}

/** An interval in percent: `90,35 – 90,93 %`. */
export function formatInterval(low: number, high: number, digits: 0 | 1 | 2 = 2): string {
  return `${formatNumber(low, digits)}${nbsp}–${nbsp}${formatPercent(high, digits)}`
}

/** The size of a difference of two rates, in percentage points and without its sign: −0.43 → `0,43 điểm`. */
export function formatPoints(difference: number): string {
  return `${formatNumber(Math.abs(difference))}${nbsp}điểm`
}

/** A day `YYYY-MM-DD` → `20/11/2026`. */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** A day `YYYY-MM-DD` with its weekday → `Thứ Sáu, 20/11/2026`. */
export function formatDayLong(day: string): string {
  return `${days[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${formatDay(day)}`
}

/** An instant (ISO, UTC) as day and time in UTC+7 → `20/11/2026 14:05`. */
export function formatMoment(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString()
  return `${formatDay(local.slice(0, 10))}${nbsp}${local.slice(11, 16)}`
}

/** A size in bytes: 1536 → `1,5 KB`, 734003200 → `700 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1024
  const digits = unit > 0 && value < 10 ? 1 : 0
  return `${formatNumber(value, digits)}${nbsp}${units[unit]}`
}

/** A month `YYYY-MM` (also `YYYY-MM/14`) for the axis of a chart: `3/26`. */
export function formatShortMonth(month: string): string {
  return `${Number(month.slice(5, 7))}/${month.slice(2, 4)}`
}

/** A period as it is written in addresses (`2026`, `2026-03`, `2026-Q1`, `2026-H1`, `2026-9M`, each also `/14`) in words. */
export function formatPeriod(period: string): string {
  const [calendar = '', cut] = period.split('/')
  const [year = '', part] = calendar.split('-')
  const words = partInWords(year, part)
  return cut ? `${words}, chốt ngày 14` : words
}

function partInWords(year: string, part: string | undefined): string {
  if (!part) return `năm ${year}`
  if (part === '9M') return `9 tháng năm ${year}`
  if (part === 'H1') return `6 tháng đầu năm ${year}`
  if (part === 'H2') return `6 tháng cuối năm ${year}`
  if (part.startsWith('Q')) return `quý ${quarters[part.slice(1)] ?? part.slice(1)}/${year}`
  return `tháng ${Number(part)}/${year}`
}

/** The first letter in capitals, for a word that opens a heading. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
