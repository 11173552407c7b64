import { createHash } from 'node:crypto'
import { type AttachmentError, type AttachmentKind, cleanFileName, kindOf, typeOfKind } from '../domain/attachments'
import { rewriteImage } from './attachments-image'
import { readOffice } from './attachments-office'
import { scanForVirus } from './attachments-scan'

/** A file as it is kept. `sha256`: of its bytes, hexadecimal. Width and height in pixels, null where it is no picture. */
export type TakenFile = {
  name: string
  type: string
  bytes: Uint8Array
  width: number | null
  height: number | null
  sha256: string
}
/** `detail`: for the log, not for people. */
export type Taken = { ok: true; file: TakenFile } | { ok: false; error: AttachmentError; detail: string }

/** `scan`: the command of a virus scanner (`scanForVirus`), or null. */
export type AttachmentLimits = { mostBytes: number; scan: string | null }

/**
 * Looks at a file that somebody sent and makes of it what may be kept: by its first bytes a picture (decoded and written
 * again), a PDF, a Word document or an Excel workbook without macros. Never trusts the name or what the sender says it is.
 */
export async function takeAttachment(
  bytes: Uint8Array,
  fileName: string,
  { mostBytes, scan }: AttachmentLimits,
): Promise<Taken> {
  if (bytes.length === 0) return no('empty')
  if (bytes.length > mostBytes) return no('too-large', `${bytes.length} bytes`)
  const kind = kindOf(bytes)
  if (kind === 'kind' || kind === 'svg' || kind === 'heic' || kind === 'old-office') return no(kind)
  const scanned = scan === null ? null : await scanForVirus(scan, bytes)
  if (scanned && scanned.verdict !== 'clean') return no(scanned.verdict, scanned.detail)
  if (kind === 'pdf') return isWholePdf(bytes) ? yes(fileName, { kind, bytes }) : no('damaged', 'no end of a PDF')
  if (kind === 'zip') {
    const office = await readOffice(bytes)
    return office.ok ? yes(fileName, { kind: office.kind, bytes }) : office
  }
  const read = await rewriteImage(bytes, kind)
  return read.ok ? yes(fileName, read.image) : read
}

const no = (error: AttachmentError, detail = ''): Taken => ({ ok: false, error, detail })

type Content = { kind: AttachmentKind; bytes: Uint8Array; width?: number; height?: number }

function yes(fileName: string, { kind, bytes, width, height }: Content): Taken {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = cleanFileName(fileName, kind)
  return {
    ok: true,
    file: { name, type: typeOfKind(kind), bytes, width: width ?? null, height: height ?? null, sha256 },
  }
}

/** One that was cut off on its way has no end. */
function isWholePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('%%EOF') > 0
}
