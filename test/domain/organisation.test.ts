import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesBelow, findCycle, isInForce, treeOrder } from '../../server/domain/organisation'

const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
const parent = fc.option(fc.constantFrom(...codes, 'Z'))
/** Any set of parents among seven offices, circles and unknown parents included. */
const offices = fc
  .tuple(...codes.map((code) => fc.record({ code: fc.constant(code), parentCode: parent, successorCode: parent })))
  .map((list) => list.map((office) => ({ ...office, name: `Phòng ${office.code}` })))
/** The same without circles: parents come earlier in the list. */
const trees = fc.tuple(...codes.map((_, i) => fc.option(fc.nat({ max: Math.max(0, i - 1) })))).map((parents) =>
  codes.map((code, i) => {
    const above = i === 0 ? null : (parents[i] ?? null)
    return { code, name: `Phòng ${code}`, parentCode: above === null ? null : (codes[above] ?? null) }
  }),
)

describe('the order of the tree', () => {
  it('has parents before children and siblings as a Vietnamese reader expects', () => {
    const office = (code: string, name: string, parentCode: string | null) => ({ code, name, parentCode })
    const lines = treeOrder([
      office('P10', 'Phường 10', 'SO'),
      office('P2', 'Phường 2', 'SO'),
      office('DD', 'Đống Đa', 'SO'),
      office('DA', 'Dân An', 'SO'),
      office('K2', 'Khu 1', 'P2'),
      office('SO', 'Sở', null),
      office('AN', 'Ân Thi', 'elsewhere'),
    ])
    expect(lines.map(({ office, depth }) => `${depth} ${office.name}`)).toEqual([
      '0 Ân Thi',
      '0 Sở',
      '1 Dân An',
      '1 Đống Đa',
      '1 Phường 2',
      '2 Khu 1',
      '1 Phường 10',
    ])
  })

  it('has every office once, whatever the parents say and however the list was sorted', () => {
    fc.assert(
      fc.property(offices, (list) => {
        const lines = treeOrder(list)
        expect(lines.map(({ office }) => office.code).sort()).toEqual(codes)
        expect(treeOrder([...list].reverse())).toEqual(lines)
      }),
    )
  })

  it('goes one deeper below the nearest line before with that code', () => {
    fc.assert(
      fc.property(trees, (list) => {
        const lines = treeOrder(list)
        for (const [i, { office, depth }] of lines.entries()) {
          const above = lines.slice(0, i).findLast((line) => line.depth === depth - 1)
          expect(above?.office.code ?? null).toBe(office.parentCode)
        }
      }),
    )
  })

  it('takes a chain of 3,000 offices', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => ({
      ...{ code: `C${i}`, name: `C${i}`, parentCode: i === 0 ? null : `C${i - 1}` },
    }))
    expect(treeOrder(chain).at(-1)?.depth).toBe(2999)
  })
})

describe('circles', () => {
  const parentsOf = (list: readonly { code: string; parentCode: string | null }[]) =>
    new Map(list.map(({ code, parentCode }) => [code, parentCode]))

  it('are named by the way around', () => {
    const parents = new Map([
      ['K', 'A'],
      ['A', 'B'],
      ['B', 'C'],
      ['C', 'A'],
    ])
    expect(findCycle(parents)).toEqual(['A', 'B', 'C', 'A'])
    expect(findCycle(new Map([['A', 'A']]))).toEqual(['A', 'A'])
  })

  it('are never found in a tree, and every step of one that is found is a parent', () => {
    fc.assert(fc.property(trees, (list) => findCycle(parentsOf(list)) === null))
    fc.assert(
      fc.property(offices, (list) => {
        const parents = parentsOf(list)
        const path = findCycle(parents)
        const deep = codes.some((code) => {
          let at: string | null | undefined = code
          for (let steps = 0; steps <= codes.length && at; steps++) at = parents.get(at)
          return Boolean(at)
        })
        expect(path !== null).toBe(deep)
        for (const [i, code] of (path ?? []).slice(0, -1).entries()) expect(parents.get(code)).toBe(path?.[i + 1])
        if (path) expect(path[0]).toBe(path.at(-1))
      }),
    )
  })
})

describe('what stands below an office', () => {
  it('is itself, what stands below those, and what was merged into those', () => {
    fc.assert(
      fc.property(offices, (list) => {
        const below = codesBelow(list, 'A')
        expect(below.has('A')).toBe(true)
        for (const { code, parentCode, successorCode } of list) {
          const above = [parentCode, successorCode].some((up) => up !== null && below.has(up))
          if (above) expect(below.has(code)).toBe(true)
          else if (code !== 'A') expect(below.has(code)).toBe(false)
        }
      }),
    )
  })
})

describe('validity', () => {
  it('includes the first and the last day', () => {
    const july = { validFrom: '2025-07-01', validTo: '2025-07-31' }
    const days = ['2025-06-30', '2025-07-01', '2025-07-31', '2025-08-01']
    expect(days.map((day) => isInForce(july, day))).toEqual([false, true, true, false])
    expect(isInForce({ validFrom: null, validTo: null }, '1999-01-01')).toBe(true)
  })
})
