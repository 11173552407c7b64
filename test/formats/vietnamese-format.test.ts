import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as vi from '../../web/vi/format'

const nbsp = '\u00a0'

describe('numbers', () => {
  it('have a decimal comma, thousands dots and a no-break space before the sign of percent', () => {
    expect(vi.formatPercent(90.64)).toBe(`90,64${nbsp}%`)
    expect(vi.formatPercent(100)).toBe(`100,00${nbsp}%`)
    expect(vi.formatCount(1284)).toBe('1.284')
    expect(vi.formatCount(1_234_567)).toBe('1.234.567')
    expect(vi.formatCount(999)).toBe('999')
    expect(vi.formatInterval(90.35, 90.93)).toBe(`90,35${nbsp}–${nbsp}90,93${nbsp}%`)
    expect(vi.formatPoints(-0.43)).toBe(`0,43${nbsp}điểm`)
    expect(vi.formatNumber(-0.001)).toBe('0,00')
  })

  it('lose needless decimals in a target', () => {
    expect([90, 87.5, 90.64, 100].map(vi.formatShortPercent)).toEqual([
      `90${nbsp}%`,
      `87,5${nbsp}%`,
      `90,64${nbsp}%`,
      `100${nbsp}%`,
    ])
  })

  it('are rounded half-up from their two decimals', () => {
    expect([0.05, 90.64, 90.65, 89.95].map((value) => vi.formatNumber(value, 1))).toEqual([
      '0,1',
      '90,6',
      '90,7',
      '90,0',
    ])
    expect(vi.formatNumber(89.5, 0)).toBe('90')
  })

  it('read back as what they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
        const text = vi
          .formatNumber(hundredths / 100)
          .replaceAll('.', '')
          .replace(',', '.')
          .replace('−', '-')
        expect(Math.round(Number(text) * 100)).toBe(hundredths)
      }),
    )
  })
})

describe('days and periods', () => {
  it('are written as in documents', () => {
    expect(vi.formatDay('2026-03-13')).toBe('13/03/2026')
    expect(vi.formatDayLong('2026-03-13')).toBe('Thứ Sáu, 13/03/2026')
    expect(vi.formatDayLong('2026-03-15')).toBe('Chủ Nhật, 15/03/2026')
    expect(vi.formatShortMonth('2026-03/14')).toBe('3/26')
  })

  it('have a name for every kind of period', () => {
    const names = ['2026', '2026-03', '2026-Q4', '2026-H1', '2026-H2', '2026-9M/14'].map(vi.formatPeriod)
    expect(names).toEqual([
      'năm 2026',
      'tháng 3/2026',
      'quý IV/2026',
      '6 tháng đầu năm 2026',
      '6 tháng cuối năm 2026',
      '9 tháng năm 2026, chốt ngày 14',
    ])
    expect(vi.capitalise('quý IV/2026')).toBe('Quý IV/2026')
  })
})
