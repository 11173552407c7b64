/** A part of a posted form as its head says: the field, and the file's name where it is a file. */
export type PartHead = { field: string; fileName: string | null }

/** Is told of the parts as they arrive: a head, its bytes in pieces, its end. */
export type PartSink = { head(part: PartHead): void; bytes(piece: Uint8Array): void; end(): void }

const mostHead = 16 * 1024
const blankLine = Buffer.from('\r\n\r\n')

/**
 * Reads multipart/form-data (RFC 7578) piece by piece and keeps no more of it than a boundary or one head.
 * @returns `write` takes the next piece; `state()` is `done` after the last boundary, `broken` when it is no such form
 */
export function multipartParser(boundary: string, sink: PartSink) {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // The first boundary has no line before it.
  let left: Buffer = Buffer.from('\r\n')
  let state: 'before' | 'boundary' | 'head' | 'body' | 'done' | 'broken' = 'before'

  /** One step; false when more bytes are needed. */
  function step(): boolean {
    if (state === 'before' || state === 'body') return untilBoundary(state === 'body')
    if (state === 'boundary') return afterBoundary()
    return state === 'head' && readHead()
  }

  function untilBoundary(isPart: boolean): boolean {
    const at = left.indexOf(delimiter)
    const known = at < 0 ? Math.max(0, left.length - delimiter.length) : at
    if (isPart && known > 0) sink.bytes(left.subarray(0, known))
    left = left.subarray(at < 0 ? known : at + delimiter.length)
    if (at < 0) return false
    if (isPart) sink.end()
    state = 'boundary'
    return true
  }

  /** The line break stays: together with that of an empty head it is the blank line that ends a head. */
  function afterBoundary(): boolean {
    if (left.length < 2) return false
    const isLast = left[0] === 0x2d && left[1] === 0x2d
    state = isLast ? 'done' : left[0] === 0x0d && left[1] === 0x0a ? 'head' : 'broken'
    return true
  }

  function readHead(): boolean {
    const at = left.indexOf(blankLine)
    if (at > mostHead || (at < 0 && left.length > mostHead)) state = 'broken'
    if (at < 0 || state === 'broken') return false
    sink.head(headOf(left.subarray(0, at).toString('utf8')))
    left = left.subarray(at + blankLine.length)
    state = 'body'
    return true
  }

  return {
    write(piece: Uint8Array): void {
      if (state === 'done' || state === 'broken') return
      left = Buffer.concat([left, piece])
      while (step());
    },
    state: () => state,
  }
}

/** What stands in the `Content-Disposition` of a part; browsers write `"` in a name as %22 and line ends as %0D%0A. */
function headOf(head: string): PartHead {
  const line = head.split('\r\n').find((text) => /^content-disposition:/i.test(text)) ?? ''
  const value = (pattern: RegExp) =>
    pattern
      .exec(line)?.[1]
      ?.replaceAll('%22', '"')
      .replaceAll('\\"', '"')
      .replace(/%0D%0A|%0D|%0A/gi, ' ')
  return {
    field: value(/;\s*name="((?:\\"|[^"])*)"/i) ?? '',
    fileName: value(/;\s*filename="((?:\\"|[^"])*)"/i) ?? null,
  }
}
