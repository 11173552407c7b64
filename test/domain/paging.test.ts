import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pageAt, pageOf } from '../../server/domain/paging'

it('the pages of a list have every line once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (lines, size) => {
      const { pages } = pageOf(lines, 1, size)
      const all = Array.from({ length: pages }, (_, i) => pageOf(lines, i + 1, size).lines)
      expect(all.flat()).toEqual(lines)
    }),
  )
})

it('a page that is not there is moved to the nearest', () => {
  expect(pageAt(101, 9, 50)).toEqual({ page: 3, pages: 3, skip: 100 })
  for (const page of [-3, 0, Number.NaN, 1.9]) expect(pageAt(101, page, 50)).toEqual({ page: 1, pages: 3, skip: 0 })
  expect(pageAt(0, 2, 50)).toEqual({ page: 1, pages: 1, skip: 0 })
})
