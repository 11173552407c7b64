import { listZipParts, type ZipPart } from './zip-parts'

/**
 * How many bytes the parts of a zip say they are once unpacked; null when it says nothing that can be relied on. The
 * reader of workbooks never unpacks more of a part than the part says.
 */
export function unpackedSize(zip: Uint8Array): number | null {
  const parts = listZipParts(zip, Number.POSITIVE_INFINITY)
  if (!parts || parts.some(isUnsaid)) return null
  return parts.reduce((sum, { said }) => sum + said, 0)
}

/** The reader looks elsewhere for a size that is not said here. */
const isUnsaid = ({ said, packed, flags }: ZipPart) => said === 0 && (packed > 2 || (packed === 0 && (flags & 8) !== 0))
