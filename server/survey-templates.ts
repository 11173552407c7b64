import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A page rendered once, cut where each rendering's own id stands. */
export type Template = { plain(id: string): string; gzip(id: string): Buffer }

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

/**
 * Prepares a page for splicing: compressed head, the id as a stored block, compressed tail (RFC 1951 §3.2.4, RFC 1952),
 * so that a hot page costs microseconds instead of a rendering and a compression.
 * @param html the page with `mark` exactly once
 */
export function makeTemplate(html: string, mark: string): Template {
  const [before, after, ...more] = html.split(mark)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('the mark must stand exactly once')
  const head = deflateRawSync(before, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const tail = deflateRawSync(after, { level: 9 })
  const headCrc = crc32(before)
  const fixedLength = Buffer.byteLength(before) + Buffer.byteLength(after)
  return {
    plain: (id) => before + id + after,
    gzip(id) {
      const stored = Buffer.from(id, 'latin1')
      const size = stored.length
      const block = Buffer.from([0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255])
      const trailer = Buffer.alloc(8)
      trailer.writeUInt32LE(crc32(after, crc32(stored, headCrc)), 0)
      trailer.writeUInt32LE((fixedLength + size) >>> 0, 4)
      return Buffer.concat([gzipHeader, head, block, stored, tail, trailer])
    },
  }
}
