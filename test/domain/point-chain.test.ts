import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codesBefore } from '../../server/domain/point-chain'

const chain = (...codes: string[]) => codes.map((code, at) => ({ code, replacedBy: codes[at + 1] ?? null }))

it('the codes before a point are all that lead to it, youngest first, whatever the order of the list', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...chain('A', 'B', 'C', 'D'), ...chain('X', 'Y')], { minLength: 6 }), (points) => {
      const before = codesBefore(points)
      expect(Object.fromEntries(before)).toEqual({ B: ['A'], C: ['B', 'A'], D: ['C', 'B', 'A'], Y: ['X'] })
    }),
  )
})

it('codes written in a circle by hand end the search', () => {
  expect(codesBefore([{ code: 'A', replacedBy: 'A' }, ...chain('B', 'C', 'D', 'C')]).get('C')).toContain('B')
})
