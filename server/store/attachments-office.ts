import { createInflateRaw } from 'node:zlib'
import type { AttachmentError } from '../domain/attachments'
import { listZipParts, packedBytes, type ZipPart } from '../imports/zip-parts'

type Office =
  | { ok: true; kind: 'docx' | 'xlsx' }
  | { ok: false; error: Extract<AttachmentError, 'kind' | 'damaged' | 'active' | 'zip-bomb'>; detail: string }

/** Several times what a document or workbook has that somebody wrote. */
const mostParts = 5000
const mostUnpacked = 200 * 1024 * 1024
/** Larger than any list of kinds or links that a real document has. */
const mostText = 1024 * 1024

/** Parts that run something when a document is opened, or hold a file that does. */
const activeParts =
  /vbaProject|vbaData|activeX|macrosheets|dialogsheets|customUI|oleObject|\.(exe|dll|scr|com|bat|cmd|ps1|vbs?|vbe|jse?|wsf|hta|jar|msi|lnk|reg|iso|html?|svgz|zip|rar|7z|doc|xls|ppt|docm|dotm|xlsm|xltm|xlam|xlsb|pptm)$/i
const macroType = /macroEnabled|vbaProject|activeX/i
/** Templates, objects and frames can be fetched from another machine when a document is opened. */
const fetchedKind = /\/(?:attachedTemplate|oleObject|frame|subDocument|mailMergeSource|control)["']/i
const elsewhere = /\bTarget\s{0,9}=\s{0,9}["']\s{0,9}(?:https?:|ftp:|file:\/\/(?!\/[a-z]:)|\\\\)/i
/** A link of a workbook says at its beginning whether it asks a program (DDE, OLE) instead of another workbook. */
const startsProgram = /<(?:\w{1,20}:)?(?:ddeLink|oleLink)\b|\0|<!/i
const mostOfLink = 64 * 1024
/** No office program writes its lists in a way that hides words from a reader like this one. */
const disguised = /\0|&#|<!/

/** Whether a zip is a Word document or an Excel workbook that can do nothing by itself and unpacks to a sane size. */
export async function readOffice(bytes: Uint8Array): Promise<Office> {
  const parts = listZipParts(bytes, mostParts)
  if (!parts) return no('damaged', 'no list of parts, or too many')
  const kind = kindOf(parts)
  if (!kind) return no('kind', 'a zip without a document')
  const wrong = parts.find(({ name }) => activeParts.test(name))
  if (wrong) return no('active', wrong.name)
  if (parts.some(isOdd)) return no('damaged', 'odd parts')
  if (parts.reduce((sum, { said }) => sum + said, 0) > mostUnpacked) return no('zip-bomb', 'by its own word')
  return (await faultIn(bytes, parts)) ?? { ok: true, kind }
}

const no = (error: Extract<Office, { ok: false }>['error'], detail: string): Office => ({ ok: false, error, detail })

function kindOf(parts: readonly ZipPart[]): 'docx' | 'xlsx' | null {
  const has = (start: RegExp) => parts.some(({ name }) => start.test(name))
  if (!has(/^\[Content_Types\]\.xml$/)) return null
  if (has(/^word\/document\d*\.xml$/)) return 'docx'
  return has(/^xl\/workbook\d*\.xml$/) ? 'xlsx' : null
}

/** Under a password, packed in a way that no office program writes, or reaching out of its folder. */
const isOdd = ({ name, method, flags }: ZipPart) =>
  (flags & 1) !== 0 || (method !== 0 && method !== 8) || /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(name)

/** Unpacks part by part and keeps nothing but what says which kinds and links there are. */
async function faultIn(bytes: Uint8Array, parts: readonly ZipPart[]): Promise<Office | null> {
  let room = mostUnpacked
  for (const part of parts) {
    const packed = packedBytes(bytes, part)
    if (!packed) return no('damaged', part.name)
    const tells = /^\[Content_Types\]\.xml$|\.rels$/.test(part.name)
    if (tells && part.said > mostText) return no('zip-bomb', part.name)
    const isLink = /^xl\/externalLinks\/[^/]+\.xml$/i.test(part.name)
    const unpacked = await unpack(packed, part, tells ? mostText : isLink ? mostOfLink : 0).catch(() => null)
    if (!unpacked || unpacked.size < part.said) return no('damaged', part.name)
    room -= unpacked.size
    if (unpacked.size > part.said || room < 0) return no('zip-bomb', part.name)
    if (tells && isActive(unpacked.text)) return no('active', part.name)
    if (isLink && startsProgram.test(unpacked.text)) return no('active', part.name)
  }
  return null
}

/** Element by element: a `<` stands nowhere else in a list of kinds or links. */
const isActive = (list: string) =>
  macroType.test(list) ||
  disguised.test(list) ||
  list.split('<').some((element) => fetchedKind.test(element) && elsewhere.test(element))

/** Stops as soon as a part is larger than it said. `keep`: about so many of its first bytes are given. */
async function unpack(packed: Uint8Array, part: ZipPart, keep: number): Promise<{ size: number; text: string }> {
  if (part.method === 0) return { size: packed.length, text: Buffer.from(packed.subarray(0, keep)).toString('utf8') }
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  inflate.end(packed)
  const kept: Buffer[] = []
  let size = 0
  for await (const chunk of inflate as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size - chunk.length < keep) kept.push(chunk)
    if (size > part.said) break
  }
  return { size, text: Buffer.concat(kept).toString('utf8') }
}
