/** SHA-256 or what else the tree is built with; given by the caller because the domain knows no `node:crypto`. */
export type Hash = (bytes: Uint8Array) => Uint8Array

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Hash of one entry: `hash(0x00 ‖ entry)` (RFC 6962 §2.1). */
export function leafHash(hash: Hash, entry: Uint8Array): Uint8Array {
  return hash(concat(leafPrefix, entry))
}

/** Hash of an inner node: `hash(0x01 ‖ left ‖ right)` (RFC 6962 §2.1). */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(concat(nodePrefix, left, right))
}

/** How many peaks a tree of `size` leaves has: one for each 1 in its binary form. */
export function peakCount(size: number): number {
  let count = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

/**
 * The peaks (roots of the complete subtrees, largest first) after one more leaf.
 * `size`: leaves so far; `leaf`: a leaf hash. The given peaks are not changed. At most log2(size) hashes.
 */
export function appendLeaf(hash: Hash, peaks: readonly Uint8Array[], size: number, leaf: Uint8Array): Uint8Array[] {
  const next = [...peaks]
  let right = leaf
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const left = next.pop()
    if (!left) throw new Error(`a tree of ${size} leaves needs ${peakCount(size)} peaks, got ${peaks.length}`)
    right = nodeHash(hash, left, right)
  }
  next.push(right)
  return next
}

/** Merkle tree hash of the whole tree from its peaks; of the empty tree the hash of nothing (RFC 6962 §2.1). */
export function rootOf(hash: Hash, peaks: readonly Uint8Array[]): Uint8Array {
  const smallest = peaks[peaks.length - 1]
  if (!smallest) return hash(new Uint8Array(0))
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(hash, left, right), smallest)
}

/** The largest power of two below `size` (`size` ≥ 2): where RFC 6962 splits a tree. */
function split(size: number): number {
  let k = 1
  while (k * 2 < size) k *= 2
  return k
}

function rootOfLeaves(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  let peaks: Uint8Array[] = []
  leaves.forEach((leaf, i) => {
    peaks = appendLeaf(hash, peaks, i, leaf)
  })
  return rootOf(hash, peaks)
}

/** Audit path of leaf `index` (from 0) among all leaf hashes, from the leaf upwards (RFC 6962 §2.1.1). */
export function inclusionProof(hash: Hash, leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length <= 1) return []
  const k = split(leaves.length)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return index < k
    ? [...inclusionProof(hash, left, index), rootOfLeaves(hash, right)]
    : [...inclusionProof(hash, right, index - k), rootOfLeaves(hash, left)]
}

/**
 * The root that an audit path leads to: the proof holds when it equals the published root.
 * Null when the path does not have the length that `index` and `size` ask for.
 */
export function rootFromProof(
  hash: Hash,
  at: { index: number; size: number },
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (at.index < 0 || at.index >= at.size) return null
  if (at.size === 1) return proof.length === 0 ? leaf : null
  const sibling = proof[proof.length - 1]
  if (!sibling) return null
  const k = split(at.size)
  const left = at.index < k
  const below = left ? { index: at.index, size: k } : { index: at.index - k, size: at.size - k }
  const inner = rootFromProof(hash, below, leaf, proof.slice(0, -1))
  return inner && (left ? nodeHash(hash, inner, sibling) : nodeHash(hash, sibling, inner))
}
