const ends = 0x06054b50
const zip64Locator = 0x07064b50
const zip64Ends = 0x06064b50
const entry = 0x02014b50
const sizes = 0x0001
const unsaid = 0xffffffff

/** A part of a zip as the list at its end tells: how it is packed, and where what stands before its bytes begins. */
export type ZipPart = {
  name: string
  method: number
  flags: number
  packed: number
  /** Bytes once unpacked, as the list says. */
  said: number
  at: number
}

/** The parts of a zip; null when its list is missing or broken, or has more than `most` parts. */
export function listZipParts(zip: Uint8Array, most: number): ZipPart[] | null {
  try {
    return partsOf(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), most)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function partsOf(zip: Buffer, most: number): ZipPart[] | null {
  const directory = findDirectory(zip)
  if (!directory || directory.count > most) return null
  const parts: ZipPart[] = []
  let { at } = directory
  for (let left = directory.count; left > 0; left--) {
    if (zip.readUInt32LE(at) !== entry) return null
    const name = zip.readUInt16LE(at + 28)
    const extra = zip.readUInt16LE(at + 30)
    const said = zip.readUInt32LE(at + 24)
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      method: zip.readUInt16LE(at + 10),
      flags: zip.readUInt16LE(at + 8),
      packed: zip.readUInt32LE(at + 20),
      said: said === unsaid ? longSize(zip, at + 46 + name, extra) : said,
      at: zip.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + zip.readUInt16LE(at + 32)
  }
  return parts
}

/** The packed bytes of a part; null when they do not stand where the list says. */
export function packedBytes(zip: Uint8Array, part: ZipPart): Uint8Array | null {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  if (part.at + 30 > view.length || view.readUInt32LE(part.at) !== 0x04034b50) return null
  const start = part.at + 30 + view.readUInt16LE(part.at + 26) + view.readUInt16LE(part.at + 28)
  return start + part.packed > view.length ? null : view.subarray(start, start + part.packed)
}

/** Where the list of parts begins and how many it has; undefined when the end of the zip is missing. */
function findDirectory(zip: Buffer): { at: number; count: number } | undefined {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at--) {
    if (zip.readUInt32LE(at) !== ends) continue
    const count = zip.readUInt16LE(at + 10)
    const [size, start] = [zip.readUInt32LE(at + 12), zip.readUInt32LE(at + 16)]
    if (count !== 0xffff && size !== unsaid && start !== unsaid) return { at: start, count }
    if (zip.readUInt32LE(at - 20) !== zip64Locator) return undefined
    const far = longAt(zip, at - 12)
    if (zip.readUInt32LE(far) !== zip64Ends) return undefined
    return { at: longAt(zip, far + 48), count: longAt(zip, far + 32) }
  }
  return undefined
}

/** The first number of the field for sizes above four gigabytes. */
function longSize(zip: Buffer, start: number, length: number): number {
  for (let at = start; at + 12 <= start + length; at += 4 + zip.readUInt16LE(at + 2))
    if (zip.readUInt16LE(at) === sizes) return longAt(zip, at + 4)
  throw new RangeError('a part does not say how large it is')
}

const longAt = (zip: Buffer, at: number) => Number(zip.readBigUInt64LE(at))
