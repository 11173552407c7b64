import type { Pairs } from '../server/domain/counts'

// A year of an office is a thousand rows of 1,728 counts: as JSON they took longer to read than everything else on its
// page of results.

const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Int32Array } as const
type Width = keyof typeof arrays

/** Co-occurrence counts as a text: the bytes that each takes (1, 2 or 4), then the counts in base64, lowest byte first. */
export function packPairs({ both, satisfied, mixed }: Pairs): string {
  const counts = new Int32Array(3 * both.length)
  ;[both, satisfied, mixed].forEach((matrix, i) => {
    counts.set(matrix, i * both.length)
  })
  const bits = counts.reduce((all, count) => all | count, 0) >>> 0
  const width: Width = bits < 2 ** 8 ? 1 : bits < 2 ** 16 ? 2 : 4
  return width + Buffer.from(new arrays[width](counts).buffer).toString('base64')
}

/** @throws when the text is not what packPairs writes */
export function unpackPairs(text: string): Pairs {
  const Counts = arrays[Number(text[0]) as Width]
  const bytes = new Uint8Array(Buffer.from(text.slice(1), 'base64'))
  const size = Counts && bytes.length / Counts.BYTES_PER_ELEMENT / 3
  if (!size || !Number.isInteger(Math.sqrt(size))) throw new Error('these are no packed counts')
  const counts = new Int32Array(new Counts(bytes.buffer))
  const [both, satisfied, mixed] = [0, 1, 2].map((i) => counts.subarray(i * size, (i + 1) * size))
  return { both, satisfied, mixed } as Pairs
}
