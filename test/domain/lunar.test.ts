import { describe, expect, it } from 'vitest'
import { dayOfLunar } from '../../server/domain/lunar'

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

/** The same lunar date in Chinese time, from the calendar that the machine brings. */
function chineseDay(year: number, month: number, day: number): string {
  for (let i = 0; i < 130; i++) {
    const date = new Date(Date.UTC(year, 0, 15 + i))
    const parts = Object.fromEntries(chinese.formatToParts(date).map(({ type, value }) => [type, value]))
    if (parts.month === String(month) && parts.day === String(day)) return date.toISOString().slice(0, 10)
  }
  return ''
}

describe('the lunar calendar in UTC+7', () => {
  it.each([
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2029, '2029-02-13', '2029-04-23'],
    [2030, '2030-02-02', '2030-04-12'],
  ])('knows the first day and the 10th of the third month of %i', (year, first, third) => {
    expect([dayOfLunar(year, 1, 1), dayOfLunar(year, 3, 10)]).toEqual([first, third])
  })

  it('knows years in which Viet Nam and China differ by a month or a day', () => {
    expect(dayOfLunar(1985, 1, 1)).toBe('1985-01-21')
    expect(dayOfLunar(2007, 1, 1)).toBe('2007-02-17')
    expect(dayOfLunar(2053, 1, 1)).toBe('2053-02-18')
    expect([2009, 2037, 2038].map((year) => dayOfLunar(year, 3, 10))).toEqual([
      '2009-04-04',
      '2037-04-24',
      '2038-04-13',
    ])
  })

  it('differs from Chinese time in no other year', () => {
    const years = Array.from({ length: 65 }, (_, i) => 1990 + i)
    const differ = (month: number, day: number) =>
      years.filter((year) => dayOfLunar(year, month, day) !== chineseDay(year, month, day))
    // New moons within minutes of midnight in Beijing, where the machine's calendar is a day off in its own time.
    const tooClose = [2027, 2030]
    expect(differ(1, 1).filter((year) => !tooClose.includes(year))).toEqual([2007, 2053])
    expect(differ(3, 10)).toEqual([2009, 2037, 2038])
  })
})
