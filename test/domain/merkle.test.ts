import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appendLeaf,
  type Hash,
  inclusionProof,
  leafHash,
  nodeHash,
  peakCount,
  rootFromProof,
  rootOf,
} from '../../server/domain/merkle'

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString('hex') : null)

/** The eight leaves and the roots of the first 0 to 8 of them in the tests of certificate-transparency. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => Buffer.from(text, 'hex'))
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

function grow(leaves: readonly Uint8Array[]): Uint8Array[] {
  return leaves.reduce<Uint8Array[]>((peaks, leaf, size) => appendLeaf(sha256, peaks, size, leaf), [])
}

/** RFC 6962 §2.1 word by word. */
function defined(leaves: readonly Uint8Array[]): Uint8Array {
  const first = leaves[0]
  if (!first) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return first
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(sha256, defined(leaves.slice(0, k)), defined(leaves.slice(k)))
}

const someLeaves = fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 70 })
const toLeaves = (given: Uint8Array[]) => given.map((entry) => leafHash(sha256, entry))

describe('the Merkle tree of RFC 6962', () => {
  it('has the known roots of certificate-transparency', () => {
    const leaves = toLeaves(entries)
    expect(roots.map((_, size) => hex(rootOf(sha256, grow(leaves.slice(0, size)))))).toEqual(roots)
  })

  it('has the known audit path of leaf 5 of 8 and of leaf 2 of 3', () => {
    const leaves = toLeaves(entries)
    expect(inclusionProof(sha256, leaves, 5).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
    expect(inclusionProof(sha256, leaves.slice(0, 3), 2).map(hex)).toEqual([roots[2]])
  })

  it('appended leaf by leaf equals the definition, with one peak for each 1 of its size', () => {
    fc.assert(
      fc.property(someLeaves, (given) => {
        const leaves = toLeaves(given)
        const peaks = grow(leaves)
        expect(peaks).toHaveLength(peakCount(leaves.length))
        expect(hex(rootOf(sha256, peaks))).toBe(hex(defined(leaves)))
      }),
    )
  })

  it('does not change the peaks it was given, and refuses peaks that do not fit the size', () => {
    const peaks = grow(toLeaves(entries.slice(0, 3)))
    const before = peaks.map(hex)
    appendLeaf(sha256, peaks, 3, leafHash(sha256, new Uint8Array(1)))
    expect(peaks.map(hex)).toEqual(before)
    expect(() => appendLeaf(sha256, [], 3, leafHash(sha256, new Uint8Array(1)))).toThrow('needs 2 peaks')
  })

  it('every audit path leads to the root; of another leaf, index or length it does not', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), fc.nat(), (seeds, pick) => {
        const leaves = seeds.map((seed, i) => leafHash(sha256, Buffer.from(`${i} ${seed}`)))
        const at = { index: pick % leaves.length, size: leaves.length }
        const leaf = leaves[at.index] ?? new Uint8Array()
        const proof = inclusionProof(sha256, leaves, at.index)
        const root = hex(defined(leaves))
        expect(hex(rootFromProof(sha256, at, leaf, proof))).toBe(root)
        expect(hex(rootFromProof(sha256, at, leafHash(sha256, leaf), proof))).not.toBe(root)
        expect(rootFromProof(sha256, { index: at.size, size: at.size }, leaf, proof)).toBeNull()
        expect(rootFromProof(sha256, at, leaf, [...proof, leaf])).toBeNull()
        if (proof.length > 0) expect(rootFromProof(sha256, at, leaf, proof.slice(1))).toBeNull()
      }),
    )
  })
})
