import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldTree, pickOffices, searchOffices } from '../../server/domain/office-list'
import { codesBelow } from '../../server/domain/organisation'

/** A tree: the parent of each office comes earlier. */
const trees = fc.array(fc.nat(), { maxLength: 60 }).map((picks) =>
  picks.map((pick, i) => ({
    ...{ code: `X${i}`, name: `Xã ${i}`, successorCode: null },
    parentCode: i === 0 || pick % 7 === 0 ? null : `X${pick % i}`,
  })),
)

describe('the tree on a page', () => {
  it('counts below its last level what it leaves out, and loses nothing', () => {
    fc.assert(
      fc.property(trees, fc.integer({ min: 1, max: 40 }), (offices, most) => {
        const lines = foldTree(offices, most)
        expect(lines.length + lines.reduce((sum, { folded }) => sum + folded, 0)).toBe(offices.length)
        const deepest = Math.max(0, ...lines.map(({ depth }) => depth))
        for (const { office, depth, folded } of lines) {
          const below = codesBelow(offices, office.code).size - 1
          if (depth === deepest) expect(folded).toBe(below)
          else expect(folded).toBe(0)
        }
        if (lines.length > most) expect(deepest).toBeLessThanOrEqual(1)
        if (offices.length <= most) expect(lines).toHaveLength(offices.length)
      }),
    )
  })
})

describe('searching offices', () => {
  const offices = [
    { code: 'SGDDT', name: 'Sở Giáo dục và Đào tạo' },
    { code: 'P-01', name: 'Phòng Giáo dục Tiểu học' },
  ]
  const oldNames = new Map([['P-01', ['Phòng Phổ thông']]])
  const found = (text: string) => searchOffices(offices, oldNames, text).map(({ code }) => code)

  it('takes code, name and old name in any order and without marks', () => {
    expect(found('')).toEqual(['SGDDT', 'P-01'])
    expect(found('giao duc')).toEqual(['SGDDT', 'P-01'])
    expect(found('ĐÀO tao')).toEqual(['SGDDT'])
    expect(found('pho thong')).toEqual(['P-01'])
    expect(found('tieu p-01')).toEqual(['P-01'])
    expect(found('so tieu hoc')).toEqual([])
  })

  it('picks what works and what has ended by the day', () => {
    const office = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo })
    const all = [office(null, null), office(null, '2026-06-30'), office('2026-08-01', null)]
    expect(pickOffices(all, 'working', '2026-06-30')).toHaveLength(3)
    expect(pickOffices(all, 'working', '2026-07-01')).toEqual([all[0], all[2]])
    expect(pickOffices(all, 'closed', '2026-07-01')).toEqual([all[1]])
    expect(pickOffices(all, 'all', '2026-07-01')).toEqual(all)
  })
})
