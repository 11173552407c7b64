import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packPairs, unpackPairs } from '../../db/packed-pairs'

const matrix = (criteria: number, most: number) =>
  fc.int32Array({ minLength: criteria ** 2, maxLength: criteria ** 2, min: -1, max: most })
const pairs = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.constantFrom(9, 255, 256, 65_535, 65_536, 2 ** 31 - 1))
  .chain(([criteria, most]) => {
    const square = matrix(criteria, most)
    return fc.record({ both: square, satisfied: square, mixed: square })
  })

describe('packed co-occurrence counts', () => {
  it('come back as they went in, whatever their size', () => {
    fc.assert(
      fc.property(pairs, (counts) => {
        expect(unpackPairs(packPairs(counts))).toEqual(counts)
      }),
    )
  })

  it('take one byte for each count below 256', () => {
    const zeros = new Int32Array(576)
    expect(packPairs({ both: zeros, satisfied: zeros, mixed: zeros.map(() => 255) })).toHaveLength(1 + (1728 / 3) * 4)
  })

  it.each(['', '?', '1', '3AAAA', '1AAAAAAAA', '{"both":[]}'])('refuse %j', (text) => {
    expect(() => unpackPairs(text)).toThrow('no packed counts')
  })
})
