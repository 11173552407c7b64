import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isWholeHalves, wholeHalvesIn } from '../../server/domain/period'
import {
  countDays,
  countedFor,
  lastDayOfRound,
  roundState,
  sameDayNextYear,
  sumForRound,
  topOffice,
  totalOfRound,
} from '../../server/domain/round'
import { fillFromTable, readCount } from '../../server/domain/round-form'
import { expectedAtPace } from '../../server/domain/sampling'

const round = { fromOn: '2026-03-01', toOn: '2026-03-31', endedAt: null }

describe('the days of a round', () => {
  it('are both included, and an early end counts its own day in Viet Nam', () => {
    expect(roundState(round, '2026-02-28')).toBe('coming')
    expect(roundState(round, '2026-03-01')).toBe('running')
    expect(roundState(round, '2026-03-31')).toBe('running')
    expect(roundState(round, '2026-04-01')).toBe('done')
    const ended = { ...round, endedAt: '2026-03-09T17:30:00.000Z' }
    expect([roundState(ended, '2026-03-10'), lastDayOfRound(ended)]).toEqual(['done', '2026-03-10'])
    expect(lastDayOfRound(round)).toBe('2026-03-31')
    expect([countDays('2026-03-01', '2026-03-31'), countDays('2026-03-02', '2026-03-01')]).toEqual([31, 0])
    expect([sameDayNextYear('2026-03-31'), sameDayNextYear('2028-02-29')]).toEqual(['2027-03-31', '2029-02-28'])
  })

  it('tell what to expect at the present pace', () => {
    expect(expectedAtPace(214, 30, 60)).toBe(428)
    expect(expectedAtPace(214, 90, 60)).toBe(214)
    expect(expectedAtPace(0, 0, 60)).toBeNull()
  })
})

describe('an answer counts for one line of a round', () => {
  const office = (code: string, parentCode: string | null, successorCode: string | null = null) => ({
    code,
    parentCode,
    successorCode,
  })
  const tree = [office('S', null), office('P', 'S'), office('T1', 'S'), office('T2', 'S', 'T1'), office('L', 'T2')]

  it('its own, that of who went on with the work, or the next one above', () => {
    expect([...countedFor(tree, new Set(['S', 'T1']))]).toEqual([
      ['S', 'S'],
      ['P', 'S'],
      ['T1', 'T1'],
      ['T2', 'T1'],
      ['L', 'T1'],
    ])
    expect(countedFor(tree, new Set(['P'])).get('S')).toBeUndefined()
    expect(countedFor([office('A', 'B'), office('B', 'A')], new Set(['X'])).size).toBe(0)
  })

  it('so that the lines add up to all that lies below them', () => {
    const codes = tree.map(({ code }) => code)
    fc.assert(
      fc.property(fc.subarray(codes), fc.array(fc.nat(50), { minLength: 5, maxLength: 5 }), (listed, counts) => {
        const byOffice = new Map(codes.map((code, i) => [code, counts[i] ?? 0]))
        const sums = sumForRound(byOffice, countedFor(tree, new Set([...listed, 'S'])))
        expect([...sums.values()].reduce((a, b) => a + b, 0)).toBe(counts.reduce((a, b) => a + b, 0))
      }),
    )
  })

  it('and what one has too many fills no gap of another', () => {
    const lines = [
      { population: 200, target: 134, valid: 200 },
      { population: 10, target: 10, valid: 4 },
    ]
    expect(totalOfRound(lines)).toEqual({ population: 210, target: 144, needed: 144, have: 204, missing: 6 })
  })
})

describe('numbers and tables as people write them', () => {
  it.each([
    ['5000', 5000],
    ['5.000', 5000],
    ['5 000', 5000],
    ['0', 0],
    ['', undefined],
    ['5,5', null],
    ['-1', null],
    ['1e3', null],
    ['999999999', null],
  ])('%s is %s', (text, expected) => {
    expect(readCount(text)).toBe(expected)
  })

  it('names with commas, equal names and unknown ones', () => {
    const offices = [
      { code: 'A', name: 'Trường Mai, Lan' },
      { code: 'B', name: 'Trường Sen' },
      { code: 'C', name: 'Trường Sen' },
    ]
    const values = {
      'o.0.code': ['A'],
      'o.1.code': ['B'],
      'o.2.code': ['C'],
      table: ['truong mai, lan, 1.200\r\nTrường Sen; 5\nc\t7\t9\n\nB, nhiều'],
    }
    const { values: made, filled, faults } = fillFromTable(values, offices)
    expect(filled).toBe(2)
    expect([made['o.0.population'], made['o.2.population'], made['o.2.target']]).toEqual([['1.200'], ['7'], ['9']])
    expect(faults.map(({ line }) => line)).toEqual([2, 5])
  })
})

it('the whole half-months of a range are the longest ones inside it', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2025-01-01', n))
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from = a, to = b] = [a, b].sort()
      const inside = wholeHalvesIn(from, to)
      if (!inside) {
        expect(countDays(from, to)).toBeLessThan(31)
        return
      }
      expect(isWholeHalves(inside.from, inside.to)).toBe(true)
      expect(inside.from >= from && inside.to <= to).toBe(true)
      expect(countDays(from, inside.from) - 1).toBeLessThan(17)
      expect(countDays(inside.to, to) - 1).toBeLessThan(17)
    }),
  )
})

describe('the office above all others of a round', () => {
  const tree = [
    { code: 'A', parentCode: null },
    { code: 'B', parentCode: 'A' },
    { code: 'C', parentCode: 'B' },
    { code: 'D', parentCode: 'A' },
  ]

  it('stands above them at any distance, and there is none beside another', () => {
    const top = (...codes: string[]) => topOffice(tree, new Set(codes))
    expect([top('A', 'C'), top('C', 'B'), top('D')]).toEqual(['A', 'B', 'D'])
    expect([top('B', 'D'), top()]).toEqual([null, null])
  })
})
