import type { ServerResponse } from 'node:http'
import type { Context } from 'hono'
import { formPairs, readBody } from './body'
import { largestOfAll } from './form'
import { multipartParser, type PartSink } from './multipart-parser'

export type UploadedFile = { field: string; name: string; bytes: Uint8Array }
/** A file that was not kept; `size` in bytes as far as it was read. `busy`: too many others are being received. */
export type RefusedFile = { field: string; name: string; size: number; error: 'too-large' | 'too-many' | 'busy' }

/**
 * A posted form. Whatever is wrong, the texts that arrived are there (`fields`, pairs in their order) and the files that
 * could be kept. `too-large`: a file, all of them together, or the texts; `broken`: it ended early or is not well-formed.
 */
export type Multipart = { fields: [string, string][]; files: UploadedFile[] } & (
  | { ok: true }
  | { ok: false; error: RefusedFile['error'] | 'broken' | 'not-a-form'; refused: RefusedFile[] }
)

/** `maxBytes`: of all files together. */
export type MultipartLimits = { maxBytes: number; maxFiles: number; maxFileBytes: number }

/** A browser shows a reply only once it has sent everything, so what is refused is read on, but not for ever. */
const readOn = 200 * 1024 * 1024
/** Bytes of files that all requests together may hold, so that many at once do not fill the memory. */
const mostHeld = 256 * 1024 * 1024
const mostFields = 1000
/** As many files are named that were not kept; a form of millions of parts would fill the memory with names. */
const mostRefused = 100
let held = 0

/** Reads a form with files, or one without (urlencoded), keeping no more than the limits allow. */
export async function readMultipart(c: Context, limits: MultipartLimits): Promise<Multipart> {
  const type = c.req.header('Content-Type') ?? ''
  if (/^application\/x-www-form-urlencoded/i.test(type)) return readPlain(c)
  const [, quoted, bare] = /^multipart\/form-data;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? []
  const boundary = quoted ?? bare
  if (!boundary) return { ok: false, error: 'not-a-form', fields: [], files: [], refused: [] }
  const form = collector(limits)
  const parser = multipartParser(boundary, form.sink)
  const isWhole = await readAll(c, parser.write)
  releaseAfter(c, form.heldBytes())
  return form.result(isWhole && parser.state() === 'done')
}

async function readPlain(c: Context): Promise<Multipart> {
  const body = await readBody(c, largestOfAll)
  if (!body.ok) return { ok: false, error: 'too-large', fields: [], files: [], refused: [] }
  return { ok: true, fields: formPairs(body.text), files: [] }
}

/** False when the connection was cut, or when even reading on had to end. */
async function readAll(c: Context, write: (piece: Uint8Array) => void): Promise<boolean> {
  let size = 0
  try {
    for await (const piece of (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += piece.length
      write(piece)
      if (size <= readOn) continue
      c.header('Connection', 'close')
      return false
    }
    return true
  } catch {
    return false
  }
}

type Part = {
  field: string
  fileName: string | null
  size: number
  kept: Uint8Array[]
  refusal: RefusedFile['error'] | null
}

/** Takes the parts of one form and keeps what the limits allow. */
function collector({ maxBytes, maxFiles, maxFileBytes }: MultipartLimits) {
  const fields: [string, string][] = []
  const files: UploadedFile[] = []
  const refused: RefusedFile[] = []
  let part: Part = { field: '', fileName: null, size: 0, kept: [], refusal: null }
  let [texts, mine, lost] = [0, 0, false]

  const refusalOf = (length: number): Part['refusal'] => {
    if (files.length >= maxFiles) return 'too-many'
    if (part.size > maxFileBytes || mine + length > maxBytes) return 'too-large'
    return held + length > mostHeld ? 'busy' : null
  }
  const hold = (bytes: number) => {
    held += bytes
    mine += bytes
  }
  const keepFile = (piece: Uint8Array) => {
    part.refusal ??= refusalOf(piece.length)
    if (part.refusal === null) {
      hold(piece.length)
      part.kept.push(Buffer.from(piece))
    } else if (part.kept.length > 0) {
      hold(-part.kept.reduce((sum, { length }) => sum + length, 0))
      part.kept = []
    }
  }
  const keepText = (piece: Uint8Array) => {
    texts += piece.length
    if (texts > largestOfAll || fields.length >= mostFields) lost = true
    else part.kept.push(Buffer.from(piece))
  }
  const keepField = (field: string, kept: Uint8Array[]) => {
    const isFull = fields.length >= mostFields || (texts > largestOfAll && kept.length === 0)
    if (isFull) lost = true
    else fields.push([field, textOf(kept)])
  }

  const sink: PartSink = {
    head: (head) => {
      part = { ...head, size: 0, kept: [], refusal: null }
      if (head.fileName === null) texts += head.field.length
    },
    bytes: (piece) => {
      part.size += piece.length
      if (part.fileName === null) keepText(piece)
      else keepFile(piece)
    },
    end: () => {
      const { field, fileName, size, kept } = part
      if (fileName === null) return keepField(field, kept)
      if (fileName === '' && size === 0) return
      // An empty file has no bytes at which it would have been refused.
      const refusal = part.refusal ?? (files.length >= maxFiles ? 'too-many' : null)
      if (refusal === null) files.push({ field, name: fileName, bytes: Buffer.concat(kept) })
      else if (refused.length < mostRefused) refused.push({ field, name: fileName, size, error: refusal })
    },
  }
  return {
    sink,
    heldBytes: () => mine,
    result(isWhole: boolean): Multipart {
      // What was cut off in its middle is named as what was too large, or not at all.
      const unfinished = !isWhole && part.refusal !== null && part.fileName !== null && refused.length === 0
      if (unfinished) sink.end()
      const error = refused[0]?.error ?? (lost ? 'too-large' : isWhole ? null : 'broken')
      return error === null ? { ok: true, fields, files } : { ok: false, error, fields, files, refused }
    },
  }
}

/** As a text that can be kept: without NUL, which PostgreSQL refuses. */
const textOf = (kept: Uint8Array[]) => Buffer.concat(kept).toString('utf8').replaceAll('\0', '')

/** Counts the bytes of a request as held until its reply is out; without a connection, in tests, at once. */
function releaseAfter(c: Context, bytes: number): void {
  const release = () => {
    held -= bytes
  }
  const outgoing = (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing
  if (outgoing && !outgoing.destroyed) outgoing.once('close', release)
  else release()
}
