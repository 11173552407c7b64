import { stripVTControlCharacters } from 'node:util'
import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Poster, posterSvg, shortLink } from '../../server/formats/poster'
import { sheetsPdf } from '../../server/formats/poster-pdf'
import { qrSvgPath, qrTerminal } from '../../server/formats/qr'
import { breakLines, textWidth } from '../../server/formats/text-width'
import { openBrowser } from '../support/chromium'

const desk: Poster = {
  office: 'UBND phường Bình An',
  point: 'Quầy 3 · Hộ tịch, chứng thực',
  url: 'https://hailong.binhan.example/k/K4TW',
  minutes: 4,
  hours: '',
}
const long: Poster = {
  office: 'Trung tâm Phục vụ hành chính công phường Nguyễn Thị Minh Khai, tỉnh Quảng Ngãi',
  point: 'Quầy 12 · Lao động, Thương binh và Xã hội; Bảo hiểm xã hội <"&">',
  url: 'http://192.168.100.205:8080/k/7F3K/nhanh',
  minutes: 1,
  hours: 'T2–T6 7:30–11:30, 13:00–17:00; T7 7:30–11:30',
}

/** The posters as one PDF. */
async function printed(...posters: Poster[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of sheetsPdf('posters', posters)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What a reader of QR codes sees in a picture of one byte of grey a pixel. */
function decode(grey: Uint8Array, width: number, height: number): string | undefined {
  const colours = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let i = 0; i < grey.length; i++) colours.fill(grey[i] ?? 255, i * 4, i * 4 + 3)
  return jsqr(colours, width, height)?.data
}

describe('the poster as SVG', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  }, 60_000)
  afterAll(() => browser?.close())

  /** The sheet as a printer would draw it: 210 × 297 mm at so many dots per inch. */
  async function raster(svg: string, dpi: number) {
    const page = await browser.newPage()
    const width = Math.round((210 / 25.4) * dpi)
    const height = Math.round((297 / 25.4) * dpi)
    const base64 = await page.evaluate(
      async ([source, w, h]) => {
        const image = new Image()
        image.src = `data:image/svg+xml,${encodeURIComponent(source)}`
        await image.decode()
        const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0, w, h)
        const { data } = context?.getImageData(0, 0, w, h) ?? { data: [] }
        let text = ''
        for (let i = 0; i < data.length; i += 4)
          text += String.fromCharCode(((data[i] ?? 0) * 3 + (data[i + 1] ?? 0) * 6 + (data[i + 2] ?? 0)) / 10)
        return btoa(text)
      },
      [svg, width, height] as const,
    )
    await page.close()
    return { grey: Buffer.from(base64, 'base64'), width, height }
  }

  it.each([desk, long])(
    'holds a code that can be read from the whole sheet, also when printed at 45 %',
    async (poster) => {
      for (const dpi of [150, 150 * 0.45]) {
        const { grey, width, height } = await raster(posterSvg(poster), dpi)
        expect(decode(grey, width, height)).toBe(poster.url)
      }
    },
    60_000,
  )

  it('is one document that needs nothing from elsewhere, with its words as text', () => {
    const svg = posterSvg(long)
    expect(svg).not.toMatch(/href|@import|url\(|<script|<image/)
    expect(svg).toContain('192.168.100.205:8080/k/7F3K/nhanh</text>')
    expect(svg).toContain('&lt;&quot;&amp;&quot;&gt;')
    expect(svg.normalize('NFC')).toBe(svg)
  })

  it('keeps every line inside the margins', () => {
    for (const poster of [desk, long]) {
      for (const [, x, size, weight, middle, words] of posterSvg(poster).matchAll(
        /<text x="([\d.]+)" y="[\d.]+" font-size="([\d.]+)" font-weight="(\d+)" fill="[^"]+"( text-anchor="middle")?>([^<]*)/g,
      )) {
        const shown = (words ?? '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&')
        const width = textWidth(shown, Number(size), weight === '700' ? 'bold' : 'regular')
        expect(Number(x) + (middle ? width / 2 : width)).toBeLessThanOrEqual(196.5)
      }
    }
  })
})

describe('the poster as PDF', () => {
  it('draws a code at least 80 mm wide whose rectangles can be read', async () => {
    const drawing = pageContent(await printed(desk))
    const { path, side, modules } = qrSvgPath(desk.url)
    const unit = scaleOf(drawing)
    expect((unit * modules * 25.4) / 72).toBeGreaterThanOrEqual(79.99)
    const grey = new Uint8Array(side * side * 16).fill(255)
    for (const [x, y, width] of rectangles(drawing))
      for (let dy = 0; dy < 4; dy++)
        grey.fill(0, (y * 4 + dy) * side * 4 + x * 4, (y * 4 + dy) * side * 4 + (x + width) * 4)
    expect(decode(grey, side * 4, side * 4)).toBe(desk.url)
    expect(path.match(/M/g)).toHaveLength(rectangles(drawing).length)
  })
  it('is one page with its fonts inside, and reads no file and no address that a name suggests', async () => {
    const file = (await printed({ ...desk, office: 'file:///etc/passwd http://127.0.0.1/' })).toString('latin1')
    expect(file.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(file).toMatch(/BeVietnamPro-Bold/)
    expect(file).toMatch(/BeVietnamPro-Regular/)
  })
})

/** The longest content stream of a PDF, unpacked. */
function pageContent(file: Buffer): string {
  const streams: string[] = []
  const text = file.toString('latin1')
  for (const match of text.matchAll(/FlateDecode[^>]*>>\s*stream\r?\n/g)) {
    const start = match.index + match[0].length
    const content = inflateSync(file.subarray(start)).toString('latin1')
    if (/ re\b| l\n/.test(content)) streams.push(content)
  }
  return streams.sort((a, b) => b.length - a.length)[0] ?? ''
}

/** The code is the only path of squares: subpaths of four points, one unit high. */
function rectangles(drawing: string): [x: number, y: number, width: number][] {
  const found = [...drawing.matchAll(/(\d+) (\d+) m\n(\d+) \2 l\n\3 (\d+) l\n\1 \4 l\nh/g)]
  return found
    .filter(([, , y, , below]) => Number(below) - Number(y) === 1)
    .map(([, x, y, right]) => [Number(x), Number(y), Number(right) - Number(x)])
}

/** Points a module: the scales of the page and of the code, whose first subpath is the top of a finder pattern. */
function scaleOf(drawing: string): number {
  const before = drawing.slice(0, drawing.indexOf('\n4 4 m\n11 4 l'))
  const scales = [...before.matchAll(/^([\d.]+) 0 0 \1 \S+ \S+ cm$/gm)].map(([, scale]) => Number(scale))
  return (scales[0] ?? 0) * (scales.at(-1) ?? 0)
}

describe('QR codes', () => {
  it('have their quiet zone, and the terminal shows the same modules', () => {
    const { side, modules, path } = qrSvgPath(desk.url)
    expect(side).toBe(modules + 8)
    expect(path).toMatch(/^M4 4h7/)
    const lines = stripVTControlCharacters(qrTerminal(desk.url)).trimEnd().split('\n')
    const grey = new Uint8Array(side * 4 * lines.length * 8).fill(255)
    lines.forEach((line, row) => {
      ;[...line.slice(2)].forEach((block, x) => {
        for (let dy = 0; dy < 8; dy++)
          if (dy < 4 ? '▀█'.includes(block) : '▄█'.includes(block))
            grey.fill(0, (row * 8 + dy) * side * 4 + x * 4, (row * 8 + dy) * side * 4 + x * 4 + 4)
      })
    })
    expect(decode(grey, side * 4, lines.length * 8)).toBe(desk.url)
  })
})

describe('lines of text', () => {
  it('measures Vietnamese letters as wide as the letters under their marks', () => {
    expect(textWidth('ắ', 1000, 'bold')).toBe(textWidth('a', 1000, 'bold'))
    expect(textWidth('đ', 10, 'regular')).toBeGreaterThan(6)
    expect(breakLines('một hai ba', 10, 'regular', 1)).toEqual(['một', 'hai', 'ba'])
  })
  it('shows an address as it is typed', () => {
    expect(shortLink('https://a.vn/')).toBe('a.vn')
  })
})
