import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dated, listExpired } from '../../server/domain/backup-retention'
import { addDays } from '../../server/domain/period'

const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 900 * 1440 }), { minLength: 1, maxLength: 400 })
const at = (minute: number): Dated => {
  const moment = new Date(Date.UTC(2025, 0, 1) + minute * 60_000).toISOString()
  return { file: moment, at: moment }
}
const keptOf = (backups: readonly Dated[]) => {
  const gone = new Set(listExpired(backups))
  return backups.filter(({ file }) => !gone.has(file))
}
const files = (backups: readonly Dated[]) => backups.map(({ file }) => file).sort()

describe('which nightly backups are kept', () => {
  it('after years of one a night: 7 days, 4 weeks, 12 months', () => {
    let kept: Dated[] = []
    for (let i = 0; i < 800; i++) kept = keptOf([...kept, at(i * 1440 + 1170)])
    const today = '2027-03-11'
    const days = kept.map(({ at }) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10)).reverse()
    expect(days.slice(0, 7)).toEqual(Array.from({ length: 7 }, (_, i) => addDays(today, 1 - i)))
    expect(days.slice(7)).toEqual([
      '2027-02-28',
      '2027-02-21',
      '2027-01-31',
      ...['2026-12-31', '2026-11-30', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30'],
      ...['2026-05-31', '2026-04-30'],
    ])
  })

  it('the newest always stays, and never more than 23', () => {
    fc.assert(
      fc.property(minutes, (list) => {
        const kept = keptOf(list.map(at))
        expect(files(kept)).toContain(at(Math.max(...list)).file)
        expect(kept.length).toBeLessThanOrEqual(23)
      }),
    )
  })

  it('asking twice removes nothing more', () => {
    fc.assert(
      fc.property(minutes, (list) => {
        expect(listExpired(keptOf(list.map(at)))).toEqual([])
      }),
    )
  })

  it('what went does not come back when later ones are made', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 100_000 }), (list, later) => {
        const gone = listExpired(list.map(at))
        const next = [...list.map(at), at(Math.max(...list) + later)]
        expect(listExpired(next)).toEqual(expect.arrayContaining(gone))
      }),
    )
  })

  it('removing each night or once in a while leaves the same', () => {
    fc.assert(
      fc.property(minutes, (list) => {
        const all = list.sort((a, b) => a - b).map(at)
        let kept: Dated[] = []
        for (const one of all) kept = keptOf([...kept, one])
        expect(files(kept)).toEqual(files(keptOf(all)))
      }),
    )
  })

  it('the order of the list does not matter', () => {
    fc.assert(
      fc.property(minutes, (list) => {
        expect(files(keptOf(list.map(at)))).toEqual(files(keptOf(list.map(at).reverse())))
      }),
    )
  })
})
