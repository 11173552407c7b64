export type ByteReader = ReturnType<typeof readBytes>

const newline = 10

/** Reads a stream of bytes piece by piece, each asked for after the one before has been taken. */
export function readBytes(stream: AsyncIterable<Buffer>) {
  const chunks = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await chunks.next()
    return next.done ? null : next.value
  }
  return {
    /** Up to the next end of line, without it; null when there is none in so many bytes. */
    async line(most: number): Promise<string | null> {
      for (;;) {
        const end = rest.indexOf(newline)
        if (end >= 0) {
          const line = rest.toString('utf8', 0, end)
          rest = rest.subarray(end + 1)
          return line
        }
        const chunk = rest.length > most ? null : await more()
        if (!chunk) return null
        rest = Buffer.concat([rest, chunk])
      }
    },
    /** The next `size` bytes; fewer when the stream ends before. */
    async *take(size: number): AsyncGenerator<Buffer> {
      for (let left = size; left > 0; ) {
        const chunk = rest.length > 0 ? rest : await more()
        if (!chunk) return
        rest = chunk.subarray(left)
        yield chunk.subarray(0, left)
        left -= Math.min(left, chunk.length)
      }
    },
    /** Whether nothing follows; reads on to the end, where a compressed stream proves its own checksum. */
    async isAtEnd(): Promise<boolean> {
      if (rest.length > 0) return false
      for (let chunk = await more(); chunk; chunk = await more()) if (chunk.length > 0) return false
      return true
    },
  }
}
