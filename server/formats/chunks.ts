import type { Row } from '../domain/report'

const chunkLength = 64 * 1024

/** Rows as text in pieces of about 64 KB, each made when it is wanted. @param print gets the ordinal, from 1 */
export async function* printRows(
  rows: Iterable<Row> | AsyncIterable<Row>,
  print: (row: Row, ordinal: number) => string,
): AsyncGenerator<string, number> {
  let text = ''
  let count = 0
  for await (const row of rows) {
    text += print(row, ++count)
    if (text.length < chunkLength) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
  return count
}

/** Text as UTF-8. */
export async function* toBytes(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece)
}
