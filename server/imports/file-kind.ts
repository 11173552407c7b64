/** What a file is that is neither CSV nor a workbook, whatever its name says. */
export const foreignKinds = ['pdf', 'image', 'web-page', 'word', 'opendocument', 'archive'] as const
export type ForeignKind = (typeof foreignKinds)[number]

const starts: readonly [ForeignKind, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['word', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/** Looks at the first bytes, and of a zip at the names in it; null when it may be a table. */
export function foreignKindOf(bytes: Uint8Array): ForeignKind | null {
  const known = starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  if (known) return known[0]
  return isZip(bytes) ? zipKind(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) : markup(bytes)
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** Names stand uncompressed in a zip. A cut-off workbook is not told from others, so only a whole zip is judged. */
function zipKind(bytes: Buffer): ForeignKind | null {
  if (bytes.includes('xl/workbook')) return null
  if (bytes.includes('word/document')) return 'word'
  if (bytes.includes('application/vnd.oasis.opendocument')) return 'opendocument'
  return bytes.includes('PK\u0005\u0006') ? 'archive' : null
}

/** A web page or the XML of an old spreadsheet, saved under the name of a table. */
function markup(bytes: Uint8Array): ForeignKind | null {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^[^\w<]*(<(!doctype|html|table|head|meta|\?xml|!--)|MIME-Version:)/i.test(start) ? 'web-page' : null
}
