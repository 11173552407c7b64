import fc from 'fast-check'
import { expect, it } from 'vitest'
import { multipartParser } from '../../server/multipart-parser'

type Part = { field: string; fileName: string | null; bytes: Buffer }

/** What a form gives that arrives in pieces of these lengths. */
function readIn(lengths: readonly number[], body: Buffer, boundary = 'x'): { parts: Part[]; state: string } {
  const parts: Part[] = []
  let pieces: Uint8Array[] = []
  const parser = multipartParser(boundary, {
    head: (head) => parts.push({ ...head, bytes: Buffer.alloc(0) }),
    bytes: (piece) => pieces.push(Buffer.from(piece)),
    end: () => {
      Object.assign(parts.at(-1) ?? {}, { bytes: Buffer.concat(pieces) })
      pieces = []
    },
  })
  let at = 0
  for (const length of [...lengths, body.length]) {
    parser.write(body.subarray(at, at + length))
    at += length
  }
  return { parts, state: parser.state() }
}

const head = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.jpg"\r\n\r\n`

it('a form gives the same parts whatever pieces it arrives in, with boundaries that nearly stand in its files', () => {
  const bytes = fc
    .array(fc.constantFrom('\r', '\n', '-', '--x', '\r\n--', '\r\n--y', 'x', 'a', '\r\n\r\n'), { maxLength: 12 })
    .map((all) => all.join(''))
    .filter((text) => !`\r\n${text}\r`.includes('\r\n--x'))
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 4 }), fc.array(fc.integer({ min: 1, max: 9 })), (files, lengths) => {
      const body = Buffer.from(`${files.map((file, i) => `${head(String(i))}${file}\r\n`).join('')}--x--\r\n`)
      const { parts, state } = readIn(lengths, body)
      expect(state).toBe('done')
      expect(parts).toEqual(
        files.map((file, i) => ({ field: String(i), fileName: `${i}.jpg`, bytes: Buffer.from(file) })),
      )
      // Cut off anywhere it is not done.
      expect(readIn(lengths, body.subarray(0, body.length - 5)).state).not.toBe('done')
    }),
  )
})

it('a head without an end is no form', () => {
  expect(readIn([], Buffer.from(`--x\r\nContent-Disposition: ${'a'.repeat(20_000)}`)).state).toBe('broken')
  expect(readIn([], Buffer.from('--xx\r\n')).state).toBe('broken')
  expect(readIn([1], Buffer.from('nothing')).state).toBe('before')
})
