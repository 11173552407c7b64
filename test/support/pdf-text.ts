import { inflateSync } from 'node:zlib'

/** What a reader takes from a PDF of pdfmake: the text of each page as it is drawn, one piece a line, and all together. */
export function readPdf(file: Buffer): { pages: string[]; text: string } {
  const objects = objectsOf(file)
  const fonts = fontsOf(objects)
  const heads = [...objects.values()].map(({ head }) => head).filter((head) => /\/Type \/Page\b/.test(head))
  const pages = heads.map((head) => {
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream
    return content ? drawnText(content.toString('latin1'), fonts).join('\n') : ''
  })
  return { pages, text: pages.join('\n') }
}

type PdfObject = { head: string; stream: Buffer | null }

function objectsOf(file: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  const text = file.toString('latin1')
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length
    const streamAt = text.indexOf('stream\n', start)
    const end = text.indexOf('endobj', start)
    const head = text.slice(start, streamAt >= 0 && streamAt < end ? streamAt : end)
    const packed = /\/FlateDecode/.test(head)
    const stream = packed ? inflateSync(file.subarray(streamAt + 'stream\n'.length)) : null
    objects.set(Number(match[1]), { head, stream })
  }
  return objects
}

type Letters = Map<string, string>

/** For each font of the pages' resources: what its codes (four hexadecimal digits) mean. */
function fontsOf(objects: Map<number, PdfObject>): Map<string, Letters> {
  const fonts = new Map<string, Letters>()
  for (const { head } of objects.values())
    for (const [, name = '', number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number))?.head ?? '')?.[1]
      const source = objects.get(Number(map))?.stream
      if (source) fonts.set(name, lettersOf(source.toString('latin1')))
    }
  return fonts
}

function lettersOf(map: string): Letters {
  const letters: Letters = new Map()
  for (const [, from = '', list = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    for (const [i, [, units = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const code = (Number.parseInt(from, 16) + i).toString(16).padStart(4, '0')
      letters.set(code, Buffer.from(units.replace(/\s/g, ''), 'hex').swap16().toString('utf16le'))
    }
  return letters
}

function drawnText(content: string, fonts: Map<string, Letters>): string[] {
  let letters: Letters = new Map()
  const lines: string[] = []
  for (const [, font, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font) ?? new Map()
    const codes = [...(array ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    if (array !== undefined) lines.push(codes.map((code) => letters.get(code) ?? '\ufffd').join(''))
  }
  return lines
}
