import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summarise } from '../../server/domain/satisfaction'
import { hiddenCells, hiddenParts, reliabilityOf } from '../../server/domain/suppression'
import { countAll, shapedSurvey } from './shaped-survey'

const sizes = fc.array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 500 })), { maxLength: 12 })

describe('reliability', () => {
  it('has its edges at 5 and 30', () => {
    expect([0, 4, 5, 29, 30].map((n) => reliabilityOf(n))).toEqual(['hidden', 'hidden', 'low', 'low', 'ok'])
  })
})

describe('hidden parts of a table with a total', () => {
  it('take the smallest other part with a single small one', () => {
    expect(hiddenParts([40, 3, 9, 12])).toEqual([false, true, true, false])
    expect(hiddenParts([40, 3, 4, 12])).toEqual([false, true, true, false])
    expect(hiddenParts([40, 1, 2, 12])).toEqual([false, true, true, true])
    expect(hiddenParts([40, 0, 5])).toEqual([false, false, false])
    expect(hiddenParts([3])).toEqual([true])
    expect(hiddenParts([])).toEqual([])
  })

  it('cannot be computed from the total and the parts that are shown', () => {
    fc.assert(
      fc.property(sizes, (ns) => {
        const hidden = hiddenParts(ns)
        const concealed = ns.filter((_, i) => hidden[i])
        const total = ns.reduce((a, b) => a + b, 0)
        const shown = ns.filter((_, i) => !hidden[i])
        // No small part is shown.
        expect(shown.every((n) => n === 0 || n >= 5)).toBe(true)
        if (concealed.length === 0) return
        // What subtraction gives is the sum of several parts and of enough people, or nothing is shown at all.
        const everything = shown.every((n) => n === 0)
        const rest = total - shown.reduce((a, b) => a + b, 0)
        expect(everything || (concealed.length >= 2 && rest >= 5)).toBe(true)
      }),
    )
  })

  it('hide no more than they must', () => {
    fc.assert(
      fc.property(sizes, (ns) => {
        const hidden = hiddenParts(ns)
        if (ns.every((n) => n === 0 || n >= 5)) expect(hidden.every((h) => !h)).toBe(true)
        // At most one part beyond the two that secrecy needs at least.
        const large = ns.filter((n, i) => hidden[i] && n >= 5)
        expect(large.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('hidden cells', () => {
  it('leave the means of their row, so that no mean gives them back', () => {
    const survey = shapedSurvey({ sizes: [2] })
    const desks = [
      ['55', '55', '55', '51', '51', '5-', '5-'],
      ['1-', '5-', '55', '55', '51', '51', '51', '55', '55'],
      ['5-', '5-', '5-', '15', '15', '55', '5-'],
    ].map((answers) => countAll(survey, answers))
    const answered = desks.map((d) => d.items.map((item) => item.slice(0, 5).reduce((a, b) => a + b, 0)))
    expect(answered.map((row) => row[1])).toEqual([5, 7, 3])
    const cells = hiddenCells(answered)
    expect(cells).toEqual([
      [false, true],
      [false, false],
      [false, true],
    ])
    desks.forEach((counted, i) => {
      const withoutCriteria = new Set(['1.1', '1.2'].filter((_, c) => cells[i]?.[c]))
      const { overall, dimensions } = summarise(survey, { counted }, null, { withoutCriteria })
      const [first, second] = dimensions[0]?.criteria ?? []
      if (!cells[i]?.[1]) return
      expect(second?.reliability).toBe('hidden')
      expect([overall.rate, overall.counts, overall.used]).toEqual([first?.rate, first?.counts, 1])
    })
  })

  it('have the shape of their table', () => {
    const table = fc
      .integer({ min: 0, max: 6 })
      .chain((width) => fc.array(fc.array(fc.nat(60), { minLength: width, maxLength: width })))
    fc.assert(
      fc.property(table, (rows) => {
        expect(hiddenCells(rows).map((row) => row.length)).toEqual(rows.map((row) => row.length))
      }),
    )
  })
})
