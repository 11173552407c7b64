/** What the joined document says about itself. */
export type JoinedInfo = { title: string }

type Part = { number: number; body: Buffer }

/**
 * Joins PDF files of our own printer (objects in the open, one xref table) into one, file by file: whatever was joined
 * is already on its way while the next file is made, so that a thousand pages take the memory of one file.
 * Fonts are not shared between the files. Throws when a file is not built like that.
 */
export async function* joinPdfs(files: AsyncIterable<Buffer>, { title }: JoinedInfo): AsyncGenerator<Uint8Array> {
  const offsets: number[] = []
  let position = 0
  const put = (...pieces: (Buffer | string)[]) => {
    const bytes = Buffer.concat(
      pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)),
    )
    position += bytes.length
    return bytes
  }
  const object = (number: number, body: Buffer | string) => {
    offsets[number] = position
    return put(`${number} 0 obj\n`, body, '\nendobj\n')
  }
  const kids: number[] = []
  let last = info
  yield put('%PDF-1.7\n%\xff\xff\xff\xff\n\n')
  for await (const file of files) {
    const joined: Buffer[] = []
    for (const { number, body } of objectsOf(file)) {
      const { head, rest } = cut(body)
      const type = /\/Type\s*\/(Catalog|Pages|Page)\b/.exec(head)?.[1]
      if (type === 'Catalog' || type === 'Pages') continue
      if (type === 'Page') kids.push(number + last)
      const moved = type === 'Page' ? head.replace(/\/Parent \d+ 0 R/, '/Parent @ 0 R') : head
      const text = moved.replace(/\b(\d+) 0 R\b/g, (_, ref) => `${Number(ref) + last} 0 R`).replace('@', String(pages))
      joined.push(object(number + last, Buffer.concat([Buffer.from(text, 'latin1'), rest])))
    }
    last += sizeOf(file)
    yield Buffer.concat(joined)
  }
  yield object(pages, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`)
  yield object(info, `<< /Title ${pdfText(title)} /Producer ${pdfText('Hai Long')} >>`)
  yield object(
    catalog,
    `<< /Type /Catalog /Pages ${pages} 0 R /Lang (vi-VN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  )
  const start = position
  const rows = Array.from({ length: last + 1 }, (_, number) => {
    const offset = offsets[number]
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  yield put(`xref\n0 ${rows.length}\n`, rows.join(''))
  yield put(`trailer\n<< /Size ${rows.length} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${start}\n%%EOF\n`)
}

/** The joined document's own objects stand before all others. */
const [catalog, pages, info] = [1, 2, 3] as const

/** How many numbers a file uses, 0 among them. */
function sizeOf(file: Buffer): number {
  return Number(/\/Size (\d+)/.exec(file.toString('latin1', file.lastIndexOf('trailer')))?.[1])
}

function objectsOf(file: Buffer): Part[] {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1', file.length - 64))?.[1])
  const table = /^xref\s+0 (\d+)\s+/.exec(file.toString('latin1', start, start + 40))
  if (!table) throw new Error('not a file of our own printer')
  const first = start + table[0].length
  return Array.from({ length: Number(table[1]) }, (_, number) => {
    const [offset, , kind] = file.toString('latin1', first + number * 20, first + number * 20 + 18).split(' ')
    return { number, offset: Number(offset), isUsed: kind === 'n' }
  })
    .filter(({ isUsed }) => isUsed)
    .map(({ number, offset }) => ({ number, body: bodyOf(file, offset) }))
}

/** From behind `N 0 obj` to before `endobj`; a stream is as long as it says, because it may contain that word. */
function bodyOf(file: Buffer, offset: number): Buffer {
  const from = file.indexOf(' obj', offset) + 5
  const stream = file.indexOf('stream\n', from)
  const plainEnd = file.indexOf('\nendobj', from)
  if (stream < 0 || stream > plainEnd) return file.subarray(from, plainEnd)
  const length = Number(/\/Length (\d+)/.exec(file.toString('latin1', from, stream))?.[1])
  return file.subarray(from, file.indexOf('\nendobj', stream + 7 + length))
}

/** The dictionary, whose references are moved, and the stream, which is left as it is. */
function cut(body: Buffer): { head: string; rest: Buffer } {
  const stream = body.indexOf('\nstream\n')
  const end = stream < 0 ? body.length : stream
  return { head: body.toString('latin1', 0, end), rest: body.subarray(end) }
}

/** A text as UTF-16, which every reader shows with its marks. */
function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text.normalize('NFC'), 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
