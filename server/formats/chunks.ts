const chunkLength = 64 * 1024

/** Joins small pieces of text to pieces of about 64 KB; asks for the next one only when it is wanted. */
export async function* joinPieces(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length < chunkLength) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** The same as UTF-8. */
export async function* toChunks(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of joinPieces(pieces)) yield Buffer.from(text)
}
