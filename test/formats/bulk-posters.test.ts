import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import jsqr from 'jsqr'
import { describe, expect, it } from 'vitest'
import { joinPdfs } from '../../server/formats/pdf-join'
import type { Poster } from '../../server/formats/poster'
import { type Sheets, sheetsPdf } from '../../server/formats/poster-pdf'
import { qrSvgPath } from '../../server/formats/qr'
import { qrSvg, qrZip } from '../../server/formats/qr-files'
import { tentSvg } from '../../server/formats/tent'
import { unzip } from '../../server/formats/zip'

const poster = (i: number): Poster & { code: string } => ({
  code: `K${100 + i}`,
  office: i % 2 ? 'UBND phường Bình An' : 'Trung tâm Phục vụ hành chính công phường Nguyễn Thị Minh Khai',
  point: `Quầy ${i}`,
  url: `https://hailong.binhan.example/k/K${100 + i}`,
  minutes: 4,
  hours: i % 3 ? '' : 'T2–T6 7:30–11:30, 13:00–17:00; T7 7:30–11:30',
})
const posters = (count: number) => Array.from({ length: count }, (_, i) => poster(i))

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

/** Objects by number, found as a reader does: through the table at the end. */
function objectsOf(file: Buffer): Map<number, string> {
  const text = file.toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  const [, size] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? []
  const rows = text.slice(text.indexOf('\n', start + 5) + 1)
  const objects = new Map<number, string>()
  for (let number = 1; number < Number(size); number++) {
    const row = rows.slice(number * 20, number * 20 + 20)
    if (!row.endsWith(' n \n')) continue
    const at = Number(row.slice(0, 10))
    expect(text.slice(at)).toMatch(new RegExp(`^${number} 0 obj\\n`))
    objects.set(number, text.slice(at, text.indexOf('\nendobj', at)))
  }
  return objects
}

/** The drawn addresses in the order of the pages. */
function codesOf(file: Buffer): (string | undefined)[] {
  const objects = objectsOf(file)
  const pages = [...objects.values()].find((body) => body.includes('/Type /Pages')) ?? ''
  const kids = [...(/\/Kids \[(.*?)\]/.exec(pages)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, ref]) => Number(ref))
  expect(pages).toContain(`/Count ${kids.length} `)
  return kids.map((kid) => {
    const page = objects.get(kid) ?? ''
    expect(page).toContain('/Parent 2 0 R')
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1])) ?? ''
    const packed = Buffer.from(content.slice(content.indexOf('stream\n') + 7), 'latin1')
    return decode(inflateSync(packed).toString('latin1'))
  })
}

/** Reads the code that a drawing holds: its modules are rectangles one unit high. */
function decode(drawing: string): string | undefined {
  const found = [...drawing.matchAll(/(\d+) (\d+) m\n(\d+) \2 l\n\3 (\d+) l\n\1 \4 l\nh/g)]
    .filter(([, , y, , below]) => Number(below) - Number(y) === 1)
    .map(([, x, y, right]) => [Number(x), Number(y), Number(right)] as const)
  const side = Math.max(...found.map(([, y]) => y)) + 5
  const grey = new Uint8ClampedArray(side * side * 64).fill(255)
  for (const [x, y, right] of found)
    for (let dy = 0; dy < 4; dy++)
      for (let dx = x * 4; dx < right * 4; dx++) grey.set([0, 0, 0], ((y * 4 + dy) * side * 4 + dx) * 4)
  return jsqr(grey, side * 4, side * 4)?.data
}

describe('many sheets as one PDF', () => {
  it.each(['posters', 'tents'] as Sheets[])(
    '%s stand in the given order, each with its own code',
    async (kind) => {
      const file = await collect(sheetsPdf(kind, posters(23)))
      expect(codesOf(file)).toEqual(posters(23).map(({ url }) => url))
      expect(file.length).toBeLessThan(23 * 20_000)
    },
    60_000,
  )

  it('comes in parts while it is made, and one alone has its own title', async () => {
    let parts = 0
    for await (const _ of sheetsPdf('posters', posters(21))) parts++
    expect(parts).toBeGreaterThan(3)
    const one = (await collect(sheetsPdf('posters', posters(1)))).toString('latin1')
    const title = Buffer.from(/\/Title <FEFF([0-9A-F]+)>/.exec(one)?.[1] ?? '', 'hex')
      .swap16()
      .toString('utf16le')
    expect(title).toContain('Áp phích khảo sát: Quầy 0')
  }, 60_000)

  it('moves references of any file of the printer and leaves what stands in streams alone', async () => {
    const file = (words: string) => {
      const stream = `1 0 R endobj ${words}`
      const bodies = [
        '<<\n/Type /Catalog\n/Pages 2 0 R\n>>',
        '<<\n/Type /Pages\n/Count 1\n/Kids [3 0 R]\n>>',
        '<<\n/Type /Page\n/Parent 2 0 R\n/Contents 4 0 R\n>>',
        `<<\n/Length ${Buffer.byteLength(stream, 'latin1')}\n>>\nstream\n${stream}\nendstream`,
      ]
      let text = '%PDF-1.7\n'
      const offsets = bodies.map((body, i) => {
        const at = text.length
        text += `${i + 1} 0 obj\n${body}\nendobj\n`
        return `${String(at).padStart(10, '0')} 00000 n \n`
      })
      const start = text.length
      text += `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}trailer\n<<\n/Size 5\n/Root 1 0 R\n>>\nstartxref\n${start}\n%%EOF\n`
      return Buffer.from(text, 'latin1')
    }
    const words = fc.array(fc.stringMatching(/^[ -~]{0,20}$/), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(words, async (all) => {
        const files = (async function* () {
          for (const one of all) yield file(one)
        })()
        const objects = objectsOf(await collect(joinPdfs(files, { title: 'a' })))
        const kept = [...objects.values()].filter((body) => body.includes('stream\n'))
        expect(kept.map((body) => /endobj ([\s\S]*)\nendstream$/.exec(body)?.[1])).toEqual(all)
        for (const body of objects.values())
          for (const [, ref] of (body.split('\nstream\n')[0] ?? '').matchAll(/(\d+) 0 R/g))
            expect(objects.has(Number(ref))).toBe(true)
      }),
      { numRuns: 30 },
    )
    await expect(
      collect(
        joinPdfs(
          (async function* () {
            yield Buffer.from('no')
          })(),
          { title: '' },
        ),
      ),
    ).rejects.toThrow()
  })
})

describe('a table card', () => {
  it('has both faces alike, one of them upside down, and says where to fold', () => {
    const svg = tentSvg(poster(0))
    expect(svg.match(/role="img"/g)).toHaveLength(2)
    expect(svg.match(/Quầy 0<\/text>/g)).toHaveLength(2)
    expect(svg).toContain('<g transform="rotate(180 105 148.5)">')
    expect(svg).toContain('gấp ở đây</text>')
    expect(svg).toContain('Giờ mở')
    expect(tentSvg(poster(1))).not.toContain('Giờ mở')
  })
})

describe('bare codes', () => {
  it('are one SVG for each point, named by its code', async () => {
    const files = unzip(await collect(qrZip(posters(3))))
    expect(files.map(({ path }) => path)).toEqual(['K100.svg', 'K101.svg', 'K102.svg'])
    expect(files[1]?.text).toBe(qrSvg(poster(1).url))
    expect(files[1]?.text).toContain(qrSvgPath(poster(1).url).path)
  })
})
