import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../server/domain/period'
import { cutToGroups, type Days, groupWeeks, mondayOf, thinCriteria, type Week } from '../../server/domain/visible'

const first = '2026-01-05'
const week = (at: number, n: number, answered = [n]): Week => ({ monday: addDays(first, 7 * at), n, answered })
const weeksOf = (...sizes: number[]) => sizes.map((n, at) => week(at, n)).filter(({ n }) => n > 0)
const days = (from: number, to: number): Days => ({ from: addDays(first, 7 * from), to: addDays(first, 7 * to + 6) })

describe('weeks as people at a desk see them', () => {
  it('a week with few answers belongs to the weeks after it until there are five', () => {
    const groups = groupWeeks(weeksOf(9, 3, 0, 1, 2, 8, 4))
    expect(groups.map(({ from, n, enough }) => [from, n, enough])).toEqual([
      ['2026-01-05', 9, true],
      ['2026-01-12', 6, true],
      ['2026-02-09', 8, true],
      ['2026-02-16', 4, false],
    ])
  })

  it('a range that begins or ends within such weeks is cut, and has nothing when only they are left', () => {
    const groups = groupWeeks(weeksOf(9, 3, 0, 1, 2, 8, 4))
    expect(cutToGroups(groups, days(0, 2))).toEqual(days(0, 0))
    expect(cutToGroups(groups, days(2, 6))).toEqual(days(5, 5))
    expect(cutToGroups(groups, days(0, 9))).toEqual(days(0, 5))
    expect(cutToGroups(groups, days(1, 3))).toBeNull()
    expect(cutToGroups(groups, days(6, 9))).toBeNull()
    expect(cutToGroups(groups, days(-3, 0))).toEqual(days(-3, 0))
    expect(cutToGroups([], days(0, 4))).toEqual(days(0, 4))
  })

  it('knows the Monday of every day', () => {
    expect(['2026-03-02', '2026-03-08', '2026-03-09', '2026-01-01'].map(mondayOf)).toEqual([
      '2026-03-02',
      '2026-03-02',
      '2026-03-09',
      '2025-12-29',
    ])
  })

  const histories = fc.array(fc.array(fc.oneof(fc.nat(3), fc.nat(20)), { minLength: 2, maxLength: 2 }), {
    maxLength: 20,
  })
  const range = fc
    .tuple(fc.integer({ min: -2, max: 22 }), fc.integer({ min: -2, max: 22 }))
    .map(([a, b]) => days(Math.min(a, b), Math.max(a, b)))

  it('no two ranges that are shown differ by one to four answers, to the survey or to a criterion', () => {
    fc.assert(
      fc.property(histories, range, range, (history, one, other) => {
        const weeks = history.map(([a = 0, b = 0], at) => week(at, Math.max(a, b), [a, b])).filter(({ n }) => n > 0)
        const groups = groupWeeks(weeks)
        const shown = [one, other].flatMap((asked) => cutToGroups(groups, asked) ?? [])
        const [mine, theirs] = shown
        if (!mine || !theirs) return
        const inside = ({ monday }: Week, { from, to }: Days) => monday >= from && monday <= to
        const difference = (a: Days, b: Days, people: (week: Week) => number) =>
          weeks.filter((w) => inside(w, a) && !inside(w, b)).reduce((sum, w) => sum + people(w), 0)
        const apart = (people: (week: Week) => number) => [
          difference(mine, theirs, people),
          difference(theirs, mine, people),
        ]
        for (const n of apart((w) => w.n)) expect(n === 0 || n >= 5).toBe(true)
        for (const criterion of [0, 1]) {
          if (shown.some((seen) => thinCriteria(groups, seen).has(criterion))) continue
          for (const n of apart((w) => w.answered[criterion] ?? 0)) expect(n === 0 || n >= 5).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('what is shown stays the same when later weeks come', () => {
    fc.assert(
      fc.property(histories, range, fc.nat(20), (history, asked, until) => {
        const weeks = history.map(([a = 0], at) => week(at, a)).filter(({ n }) => n > 0)
        const before = groupWeeks(weeks.filter(({ monday }) => monday < addDays(first, 7 * until)))
        const now = groupWeeks(weeks)
        expect(now.slice(0, before.filter(({ enough }) => enough).length)).toEqual(
          before.filter(({ enough }) => enough),
        )
        const seen = cutToGroups(before, {
          ...asked,
          to: [asked.to, addDays(first, 7 * until - 1)].sort()[0] ?? asked.to,
        })
        if (seen) expect(cutToGroups(now, seen)).toEqual(seen)
      }),
    )
  })
})
