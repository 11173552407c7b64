import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'

/** A page rendered once, cut where each rendering's own id stands. */
export type Template = { plain(id: string): string; gzip(id: string): Buffer }

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

/** Length of `newId`. */
const idLength = 22

/**
 * Prepares a page for splicing: compressed head, the id as a stored block, compressed tail (RFC 1951 §3.2.4, RFC 1952),
 * so that a hot page costs microseconds instead of a rendering and a compression. The tail refers back to the head, over
 * an id of the usual length; an id of another length is compressed anew.
 * @param html the page with `mark` exactly once
 */
export function makeTemplate(html: string, mark: string): Template {
  const [before, after, ...more] = html.split(mark)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('the mark must stand exactly once')
  const plain = (id: string) => before + id + after
  const head = deflateRawSync(before, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  // What a reader has in its window by then; nothing in a page equals the bytes that stand for the id.
  const dictionary = Buffer.concat([Buffer.from(before), Buffer.alloc(idLength)])
  const tail = deflateRawSync(after, { level: 9, dictionary })
  const headCrc = crc32(before)
  const fixedLength = Buffer.byteLength(before) + Buffer.byteLength(after)
  return {
    plain,
    gzip(id) {
      const stored = Buffer.from(id, 'latin1')
      const size = stored.length
      if (size !== idLength) return gzipSync(plain(id), { level: 9 })
      const block = Buffer.from([0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255])
      const trailer = Buffer.alloc(8)
      trailer.writeUInt32LE(crc32(after, crc32(stored, headCrc)), 0)
      trailer.writeUInt32LE((fixedLength + size) >>> 0, 4)
      return Buffer.concat([gzipHeader, head, block, stored, tail, trailer])
    },
  }
}
