import { crc32, createDeflateRaw, inflateRawSync } from 'node:zlib'

export type ZipPart = { path: string; data: Iterable<string> | AsyncIterable<string> }
type Entry = { path: Buffer; crc: number; packed: number; size: number; offset: number }

const utf8AndSizesBehind = 0x0808
const deflated = 8
const firstDay = 0x21
const limit = 0xffffffff

/** A part or an archive would pass 4 GB, which this kind of archive cannot say. */
export class ArchiveTooLarge extends Error {}

/**
 * A ZIP archive as a stream (PKWARE APPNOTE 4.3, data descriptors): each part is asked for its text only as fast as the
 * bytes are taken. All dates are 1/1/1980, so equal content gives equal bytes.
 * @throws ArchiveTooLarge
 */
export async function* zip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = []
  let offset = 0
  for await (const part of parts) {
    const entry: Entry = { path: Buffer.from(part.path), crc: 0, packed: 0, size: 0, offset }
    yield localHeader(entry)
    yield* deflate(part.data, entry)
    offset += 30 + entry.path.length + entry.packed + 16
    if (entry.size > limit || offset > limit) throw new ArchiveTooLarge(part.path)
    yield descriptor(entry)
    entries.push(entry)
  }
  const directory = Buffer.concat(entries.map(centralHeader))
  yield directory
  yield endRecord(entries.length, directory.length, offset)
}

async function* deflate(data: ZipPart['data'], entry: Entry): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw({ level: 4 })
  let ready: Buffer[] = []
  packer.on('data', (chunk: Buffer) => ready.push(chunk))
  const take = () => {
    const taken = ready
    ready = []
    for (const chunk of taken) entry.packed += chunk.length
    return taken
  }
  for await (const text of data) {
    const chunk = Buffer.from(text)
    entry.crc = crc32(chunk, entry.crc)
    entry.size += chunk.length
    await new Promise<void>((done, failed) => packer.write(chunk, (error) => (error ? failed(error) : done())))
    yield* take()
  }
  await new Promise<void>((done) => packer.once('end', done).end())
  yield* take()
}

function localHeader({ path }: Entry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(utf8AndSizesBehind, 6)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt16LE(firstDay, 12)
  header.writeUInt16LE(path.length, 26)
  return Buffer.concat([header, path])
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(size, 12)
  return bytes
}

function centralHeader({ path, crc, packed, size, offset }: Entry): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(utf8AndSizesBehind, 8)
  header.writeUInt16LE(deflated, 10)
  header.writeUInt16LE(firstDay, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(path.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, path])
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(length, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}

/** The parts of an archive below 4 GB without a comment, such as libraries make; all are texts. */
export function unzip(archive: Buffer): { path: string; text: string }[] {
  const end = archive.length - 22
  let entry = archive.readUInt32LE(end + 16)
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    const [method, packed] = [archive.readUInt16LE(entry + 10), archive.readUInt32LE(entry + 20)]
    const [name, extra, comment] = [28, 30, 32].map((at) => archive.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ]
    const path = archive.toString('utf8', entry + 46, entry + 46 + name)
    const local = archive.readUInt32LE(entry + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const data = archive.subarray(start, start + packed)
    entry += 46 + name + extra + comment
    return { path, text: (method === deflated ? inflateRawSync(data) : data).toString('utf8') }
  })
}
