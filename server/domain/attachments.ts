/** What may be attached. Told by the first bytes, never by the name. */
export const attachmentKinds = ['jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/**
 * Why a file was not taken. `heic`: a photo as iPhones keep it; `svg`: a drawing; `old-office`: .doc, .xls or a document
 * under a password; `active`: a document with macros, foreign objects or templates from elsewhere; `damaged`: broken or cut
 * off; `zip-bomb`: unpacks to more than anybody writes; `not-scanned`: the virus scanner gave no answer; `busy`: too much at
 * once, to be tried again.
 */
export const attachmentErrors = [
  'empty',
  'too-large',
  'kind',
  'svg',
  'heic',
  'old-office',
  'active',
  'damaged',
  'too-many-pixels',
  'zip-bomb',
  'virus',
  'not-scanned',
  'busy',
] as const
export type AttachmentError = (typeof attachmentErrors)[number]

const facts = {
  jpeg: { type: 'image/jpeg', extension: 'jpg' },
  png: { type: 'image/png', extension: 'png' },
  webp: { type: 'image/webp', extension: 'webp' },
  pdf: { type: 'application/pdf', extension: 'pdf' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
} satisfies Record<AttachmentKind, { type: string; extension: string }>

/** The media type under which a kind is kept and sent. */
export const typeOfKind = (kind: AttachmentKind): string => facts[kind].type

/** Types that were decoded and written again by us, so that a browser may show them; everything else is a download. */
export const isShowable = (type: string): boolean => /^image\/(jpeg|png|webp)$/.test(type)

/** For the `accept` of a file field. */
export const acceptedTypes = attachmentKinds
  .flatMap((kind) => [facts[kind].type, `.${facts[kind].extension}`])
  .join(',')

export type ImageKind = 'jpeg' | 'png' | 'webp'
type FirstBytes = ImageKind | 'pdf' | 'zip' | Extract<AttachmentError, 'kind' | 'svg' | 'heic' | 'old-office'>

/** What the first bytes say: a kind that may be kept, `zip` (to be looked into), or why not. */
export function kindOf(bytes: Uint8Array): FirstBytes {
  const start = String.fromCharCode(...bytes.subarray(0, 512))
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return 'zip'
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'old-office'
  if (start.slice(4, 8) === 'ftyp' && /^(hei[cxms]|hev[cxms]|mif1|msf1)/.test(start.slice(8, 12))) return 'heic'
  return /<svg[\s>]|<!DOCTYPE svg/i.test(start) ? 'svg' : 'kind'
}

const mostLetters = 120
/** No path, no sign that ends a header or a name on Windows, nothing that is not seen or turns the reading direction. */
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name to keep a file under: NFC, at most 120 characters, with the extension of what it really is. */
export function cleanFileName(name: string, kind: AttachmentKind): string {
  const extension = `.${facts[kind].extension}`
  const last = name.normalize('NFC').split(/[/\\]/).pop() ?? ''
  const clean = last.replace(/\s+/g, ' ').replace(unwanted, '').trim()
  const stem = withoutExtensions(clean).replace(/^[. ]+|[. ]+$/g, '')
  const kept = [...stem]
    .slice(0, mostLetters - extension.length)
    .join('')
    .trim()
  return `${!kept || reserved.test(kept) ? `tep-${kept}`.replace(/-$/, '') : kept}${extension}`
}

/** Without what looks like extensions at the end, such as in `photo.jpg.exe`; at most three. */
function withoutExtensions(name: string): string {
  let stem = name
  for (let left = 3; left > 0 && /[^.]\.(?=[a-z0-9]{1,5}$)[0-9]{0,4}[a-z][a-z0-9]{0,4}$/i.test(stem); left--)
    stem = stem.slice(0, stem.lastIndexOf('.'))
  return stem
}
