import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Closed, collisions } from '../../server/domain/disclosure'
import { halfOf, parsePeriod } from '../../server/domain/period'

/** Somebody who answered a criterion: where, in which half-month, and between which entries of the log it counted. */
type Person = { office: string; half: string; came: number; left: number }
const forever = 1_000_000

const tree: Record<string, string[]> = { A: ['A', 'B', 'C'], B: ['B'], C: ['C'] }

const counts = (people: readonly Person[], name: string, office: string, logSize: number) => {
  const period = parsePeriod(name)
  if (!period) throw new Error(name)
  const offices = tree[office] ?? [office]
  return people.filter(
    (one) =>
      offices.includes(one.office) &&
      one.half >= halfOf(period.from) &&
      one.half <= halfOf(period.to) &&
      one.came < logSize &&
      one.left >= logSize,
  )
}

type Named = Closed & { name: string; office: string; counted: Person[] }

function close(people: readonly Person[], name: string, office = 'A', logSize = 1000): Named {
  const { from = '', to = '' } = parsePeriod(name) ?? {}
  const counted = counts(people, name, office, logSize)
  const cells: Record<string, number[]> = {}
  for (const { office, half } of counted) {
    const cell = cells[`${office} ${half}`] ?? [0]
    cells[`${office} ${half}`] = [(cell[0] ?? 0) + 1]
  }
  const grain = { offices: tree[office] ?? [office], answered: { 'x@1': cells } }
  return { name, office, counted, from, to, logSize, grain }
}

const crowd = (n: number, half: string, more: Partial<Person> = {}): Person[] =>
  Array.from({ length: n }, () => ({ office: 'A', half, came: 0, left: forever, ...more }))

const names = (found: readonly Named[]) => found.map(({ name, office }) => `${office} ${name}`)

describe('what may be published beside what is public', () => {
  const year = [...crowd(20, '2026-01a'), ...crowd(3, '2026-02b'), ...crowd(30, '2026-03a'), ...crowd(40, '2026-05a')]
  const of = (name: string, office?: string, logSize?: number) => close(year, name, office, logSize)

  it('a whole and all its large parts stand together, in any order', () => {
    const all = ['2026-01', '2026-05', '2026-Q2', '2026-03', '2026-05/14'].map((name) => of(name))
    for (const one of all)
      expect(
        collisions(
          one,
          all.filter((other) => other !== one),
        ),
      ).toEqual([])
  })

  it('the whole is refused after its parts, and the last part after the whole, naming what is needed', () => {
    expect(
      names(
        collisions(
          of('2026-Q1'),
          ['2026-01', '2026-05', '2026-03'].map((n) => of(n)),
        ),
      ),
    ).toEqual(['A 2026-01', 'A 2026-03'])
    expect(
      names(
        collisions(
          of('2026-03'),
          ['2026-Q1', '2026-Q2', '2026-01'].map((n) => of(n)),
        ),
      ),
    ).toEqual(['A 2026-Q1', 'A 2026-01'])
    // February itself shows nothing of three people.
    expect(
      collisions(
        of('2026-02'),
        ['2026-01', '2026-03'].map((n) => of(n)),
      ),
    ).toEqual([])
  })

  it('9 months and the second half tell the third quarter, once the year is there', () => {
    const summer = [...year, ...crowd(2, '2026-08a'), ...crowd(50, '2026-11a')]
    const [nine, second, whole] = ['2026-9M', '2026-H2', '2026'].map((name) => close(summer, name))
    if (!nine || !second || !whole) throw new Error('three periods')
    expect(collisions(second, [nine])).toEqual([])
    expect(names(collisions(whole, [nine, second]))).toEqual(['A 2026-9M', 'A 2026-H2'])
  })

  it('the two ways of cutting months are seen together', () => {
    const people = [...crowd(20, '2026-01b'), ...crowd(2, '2026-02a'), ...crowd(20, '2025-12b', { came: 0 })]
    // December 15–January 14 is 20, January is 20, both end on 31/01 or 14/02; two people lie between.
    const found = collisions(close(people, '2026-02/14'), [close(people, '2026-01')])
    expect(names(found)).toEqual(['A 2026-01'])
  })

  it('an office is seen together with the offices below it', () => {
    const people = [...crowd(20, '2026-01a', { office: 'B' }), ...crowd(3, '2026-01b', { office: 'C' })]
    expect(names(collisions(close(people, '2026-01', 'A'), [close(people, '2026-01', 'B')]))).toEqual(['B 2026-01'])
    expect(names(collisions(close(people, '2026-01', 'B'), [close(people, '2026-01', 'A')]))).toEqual(['A 2026-01'])
    const more = [...people, ...crowd(2, '2026-01a', { office: 'C' })]
    expect(collisions(close(more, '2026-01', 'A'), [close(more, '2026-01', 'B')])).toEqual([])
  })

  it('what was entered or withdrawn between two closings counts as a part', () => {
    const early = close([...year, ...crowd(2, '2026-01a', { came: 1500 })], '2026-01')
    const late = (n: number, more: Partial<Person>) =>
      close([...year, ...crowd(n, '2026-01a', { came: 1500, ...more })], '2026-01', 'A', 2000)
    expect(names(collisions(late(2, {}), [early]))).toEqual(['A 2026-01'])
    expect(collisions(late(0, {}), [early])).toEqual([])
    expect(collisions(late(5, {}), [early])).toEqual([])
    const withdrawn = close(
      year.map((one, i) => (i < 2 ? { ...one, left: 1500 } : one)),
      '2026-01',
      'A',
      2000,
    )
    expect(names(collisions(withdrawn, [early]))).toEqual(['A 2026-01'])
  })

  const halves = ['2026-01a', '2026-01b', '2026-02a', '2026-03b']
  const person = (came: number, left: number) =>
    fc.record({
      office: fc.constantFrom('A', 'B', 'C'),
      half: fc.constantFrom(...halves),
      came: fc.constantFrom(0, 0, 0, came),
      left: fc.constantFrom(forever, forever, forever, left),
    })
  // As many who came as who left between two closings are seen by no count, so that one of both happens.
  const people = fc.oneof(
    fc.array(person(15, forever), { minLength: 5, maxLength: 16 }),
    fc.array(person(0, 25), { minLength: 5, maxLength: 16 }),
  )
  const steps = fc.array(
    fc.record({
      name: fc.constantFrom('2026-01', '2026-01/14', '2026-02', '2026-02/14', '2026-03', '2026-Q1', '2026-H1'),
      office: fc.constantFrom('A', 'A', 'B', 'C'),
      logSize: fc.constantFrom(10, 20, 30),
    }),
    { minLength: 2, maxLength: 6 },
  )

  it('never lets anybody compute something about one to four people', () => {
    let refused = 0
    fc.assert(
      fc.property(people, steps, (people, steps) => {
        const published: Named[] = []
        for (const { name, office, logSize } of steps.sort((a, b) => a.logSize - b.logSize)) {
          const one = close(people, name, office, logSize)
          if (collisions(one, published).length === 0) published.push(one)
          else refused++
        }
        // Truth, person by person: what is shown as rows, every group of up to four people left out in turn.
        const shown = published.filter(({ counted }) => counted.length >= 5)
        const row = (one: Named, kept: readonly Person[]) => kept.map((p) => (one.counted.includes(p) ? 1 : 0))
        const whole = rankOf(shown.map((one) => row(one, people)))
        for (const group of groupsUpTo(4, people)) {
          const others = people.filter((one) => !group.includes(one))
          expect(rankOf(shown.map((one) => row(one, others)))).toBe(whole)
        }
      }),
      { numRuns: 60 },
    )
    expect(refused).toBeGreaterThan(0)
  })

  it('never refuses where every office has nobody or five people in every half-month', () => {
    const sizes = fc.array(fc.constantFrom(0, 5, 9, 40), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(sizes, steps, (sizes, steps) => {
        const places = ['A', 'B', 'C'].flatMap((office) => halves.map((half) => ({ office, half })))
        const people = places.flatMap(({ office, half }, i) => crowd(sizes[i] ?? 0, half, { office }))
        const all = steps.map(({ name, office, logSize }) => close(people, name, office, logSize))
        for (const [i, one] of all.entries()) expect(collisions(one, all.slice(0, i))).toEqual([])
      }),
    )
  })
})

function groupsUpTo(size: number, people: readonly Person[]): Person[][] {
  if (size === 0 || people.length === 0) return []
  const [one, ...rest] = people
  if (!one) return []
  return [[one], ...groupsUpTo(size - 1, rest).map((group) => [one, ...group]), ...groupsUpTo(size, rest)]
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    const pivot = left[at]
    if (!pivot) continue
    left[at] = left[rank] ?? []
    left[rank] = pivot
    for (const row of left.slice(rank + 1)) {
      const times = (row[column] ?? 0) / (pivot[column] ?? 1)
      for (let i = column; i < row.length; i++) row[i] = (row[i] ?? 0) - times * (pivot[i] ?? 0)
    }
    rank++
  }
  return rank
}
