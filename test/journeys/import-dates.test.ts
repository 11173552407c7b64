import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFuture, parseWhen } from '../../server/imports/dates'

describe('dates of imported answers', () => {
  it('come back from every way of writing them', () => {
    const date = fc.date({
      min: new Date('2000-01-02T00:00:00Z'),
      max: new Date('2173-10-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(date, (instant) => {
        const seconds = new Date(Math.floor(instant.getTime() / 1000) * 1000)
        const wall = new Date(seconds.getTime() + 7 * 3_600_000).toISOString()
        const [day = '', clock = ''] = wall.slice(0, 19).split('T')
        const expected = { on: day, at: seconds.toISOString() }
        const [year, month, dayOfMonth] = day.split('-')
        expect(parseWhen(`${day}T${clock}`)).toEqual(expected)
        expect(parseWhen(`${day} ${clock}+07:00`)).toEqual(expected)
        expect(parseWhen(seconds.toISOString())).toEqual(expected)
        expect(parseWhen(`${dayOfMonth}/${month}/${year} ${clock}`)).toEqual(expected)
        expect(parseWhen(`${dayOfMonth}/${month}/${year}`)).toEqual({ on: day, at: null })
        if (clock !== '00:00:00') {
          const wallClock = new Date(`${day}T${clock}Z`)
          expect(parseWhen(wallClock)).toEqual(expected)
          expect(parseWhen(wallClock.getTime() / 86_400_000 + 25_569)).toEqual(expected)
        }
      }),
    )
  })

  it('are not guessed', () => {
    const wrong = [
      '',
      'hôm qua',
      '2026-13-01',
      '2026-02-29',
      '1/1/26',
      '2026',
      '12345678',
      '01/01/1999',
      '2026-03-05T25:00',
      '2026-03-05 10:60',
      true,
      null,
      5,
      -1,
      Number.NaN,
      new Date(Number.NaN),
    ]
    for (const cell of wrong) expect(parseWhen(cell), String(cell)).toBeNull()
  })

  it('are in the future only after now', () => {
    const now = new Date('2026-03-10T17:30:00Z')
    expect(isFuture({ on: '2026-03-11', at: null }, now)).toBe(false)
    expect(isFuture({ on: '2026-03-12', at: null }, now)).toBe(true)
    expect(isFuture({ on: '2026-03-11', at: '2026-03-10T17:30:01.000Z' }, now)).toBe(true)
  })
})
