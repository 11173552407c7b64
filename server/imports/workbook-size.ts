const ends = 0x06054b50
const zip64Locator = 0x07064b50
const zip64Ends = 0x06064b50
const entry = 0x02014b50
const sizes = 0x0001
const unsaid = 0xffffffff

/**
 * How many bytes the parts of a zip say they are once unpacked; null when it says nothing that can be relied on. The
 * reader of workbooks never unpacks more of a part than the part says.
 */
export function unpackedSize(zip: Uint8Array): number | null {
  try {
    return sumOf(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function sumOf(zip: Buffer): number | null {
  const directory = findDirectory(zip)
  if (!directory) return null
  let sum = 0
  let { at } = directory
  for (let left = directory.count; left > 0; left--) {
    if (zip.readUInt32LE(at) !== entry) return null
    const name = zip.readUInt16LE(at + 28)
    const extra = zip.readUInt16LE(at + 30)
    const packed = zip.readUInt32LE(at + 20)
    const said = zip.readUInt32LE(at + 24)
    const size = said === unsaid ? longSize(zip, at + 46 + name, extra) : said
    // The reader looks elsewhere for a size that is not said here.
    const isUnsaid = packed > 2 || (packed === 0 && (zip.readUInt16LE(at + 8) & 8) !== 0)
    if (size === 0 && isUnsaid) return null
    sum += size
    at += 46 + name + extra + zip.readUInt16LE(at + 32)
  }
  return sum
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
