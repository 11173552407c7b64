import type { Sharp, SharpOptions } from 'sharp'
import type { AttachmentError, ImageKind } from '../domain/attachments'
import { oneAtATime } from './attachments-queue'

type Decode = (bytes: Uint8Array, options: SharpOptions) => Sharp
export type Image = { kind: ImageKind; bytes: Uint8Array; width: number; height: number }
type Read = { ok: true; image: Image } | { ok: false; error: AttachmentError; detail: string }

/** Long edge of what is kept; print on A4 needs no more. */
const longestEdge = 2560
/** A telephone that writes all of its 64 million points; each takes up to four bytes while it is decoded. */
const mostPixels = 65_000_000
/** Of pictures that have to be in the memory as a whole before the first line can be read. */
const mostPixelsAtOnce = 25_000_000
/** A photo as PNG is several times as large as the same as JPEG. */
const largestPng = 3 * 1024 * 1024

const queue = oneAtATime(40)

/**
 * A picture decoded and written again, turned as it is looked at: nothing of the file stays but what is seen (no place,
 * camera, comment, profile, nor what hides behind it). One picture at a time. A large PNG becomes a JPEG.
 */
export async function rewriteImage(bytes: Uint8Array, kind: ImageKind): Promise<Read> {
  const read = await queue(() => rewrite(bytes, kind))
  return read === 'busy' ? { ok: false, error: 'busy', detail: '' } : read
}

async function rewrite(bytes: Uint8Array, kind: ImageKind): Promise<Read> {
  try {
    const decode = await decoder()
    const { width, height, format, isProgressive } = await decode(bytes, { limitInputPixels: false }).metadata()
    if (format !== kind) return { ok: false, error: 'damaged', detail: `decoded as ${format}` }
    const most = isProgressive || kind === 'webp' ? mostPixelsAtOnce : mostPixels
    if (width * height > most) return { ok: false, error: 'too-many-pixels', detail: `${width} × ${height}` }
    return { ok: true, image: await written(decode(bytes, { limitInputPixels: most, failOn: 'error' }), kind) }
  } catch (error) {
    return { ok: false, error: 'damaged', detail: (error as Error).message.slice(0, 200) }
  }
}

async function written(image: Sharp, kind: ImageKind): Promise<Image> {
  const small = image
    .timeout({ seconds: 60 })
    .autoOrient()
    .resize(longestEdge, longestEdge, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const first = await encoded(small.clone(), kind)
  return kind === 'png' && first.bytes.length > largestPng
    ? encoded(small.clone().flatten({ background: '#fff' }), 'jpeg')
    : first
}

async function encoded(image: Sharp, kind: ImageKind): Promise<Image> {
  const writers = {
    jpeg: () => image.jpeg({ quality: 82 }),
    png: () => image.png({ compressionLevel: 9 }),
    webp: () => image.webp({ quality: 82 }),
  }
  const { data, info } = await writers[kind]().toBuffer({ resolveWithObject: true })
  return { kind, bytes: data, width: info.width, height: info.height }
}

let loading: Promise<Decode> | undefined

/**
 * The library is native and its memory never goes back, so it is loaded with the first picture. Every loader is refused
 * but those of the three kinds: drawings, PDF and what else it can read have too many ways of reaching other files.
 */
function decoder(): Promise<Decode> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    })
    return sharp
  })
  return loading
}
