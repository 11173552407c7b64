import { posterWords } from '../../web/vi/poster'
import { bloom, bud } from './lotus'
import { qrSvgPath } from './qr'
import { breakLines, fitSize, type Weight } from './text-width'
import { xmlText } from './xml'

/** What stands on a poster: names as people know them, the address its code opens, and how long the survey takes. */
export type Poster = { office: string; point: string; url: string; minutes: number }

/** Everything is in millimetres on an A4 sheet. */
const page = { width: 210, height: 297, margin: 14 }
const room = page.width - 2 * page.margin
const centre = page.width / 2
const band = 36
/** The dark part of the code is never smaller: it is scanned from two metres. */
const codeWidth = 80
const cardBottom = 224
const border = 1.2
const ink = '#14202e'
const cham = '#1b3a7a'
const wash = '#e5ecf8'

type Line = { x: number; y: number; size: number; fill: string; weight?: Weight; middle?: boolean }

const round = (value: number) => Math.round(value * 1000) / 1000

function text(words: string, { x, y, size, fill, weight = 'regular', middle }: Line): string {
  const style = `font-size="${round(size)}" font-weight="${weight === 'bold' ? 700 : 400}" fill="${fill}"`
  return `<text x="${round(x)}" y="${round(y)}" ${style}${middle ? ' text-anchor="middle"' : ''}>${xmlText(words)}</text>`
}

function paragraph(words: string, width: number, leading: number, at: Line): { svg: string; bottom: number } {
  const lines = breakLines(words, at.size, at.weight ?? 'regular', width)
  const svg = lines.map((line, i) => text(line, { ...at, y: at.y + i * leading })).join('')
  return { svg, bottom: at.y + lines.length * leading }
}

/** The band at the top: office large, desk below it, each smaller when its name is long. */
function head({ office, point }: Poster): string {
  const x = page.margin + 31
  const width = page.width - page.margin - x
  const big = fitSize(office, office.length > 34 ? 6 : 6.9, 4.4, 'bold', width, office.length > 34 ? 2 : 1)
  const small = fitSize(point, point.length > 48 ? 4.4 : 5.2, 3.6, 'regular', width, point.length > 48 ? 2 : 1)
  const officeLines = breakLines(office, big, 'bold', width)
  const pointLines = breakLines(point, small, 'regular', width)
  const height = officeLines.length * big * 1.25 + pointLines.length * small * 1.3 + 1
  let y = band / 2 - height / 2
  const lines = officeLines.map((line) => {
    y += big * 1.25
    return text(line, { x, y: y - big * 0.25, size: big, fill: '#fff', weight: 'bold' })
  })
  y += 1
  for (const line of pointLines) {
    y += small * 1.3
    lines.push(text(line, { x, y: y - small * 0.3, size: small, fill: '#fff' }))
  }
  return `<path fill="${cham}" d="M0 0h${page.width}v${band}H0z"/>${bud(page.margin + 12, 23, 0.28, '#fff', cham)}${lines.join('')}`
}

function question(): string {
  const size = Math.min(...posterWords.question.map((line) => fitSize(line, 18, 8, 'bold', room)))
  return posterWords.question
    .map((line, i) =>
      text(line, { x: page.margin, y: band + 8.5 + size * (0.92 + i * 1.2), size, fill: cham, weight: 'bold' }),
    )
    .join('')
}

/** The flower that holds the code. The card's side follows the code, so that its dark part is always `codeWidth` wide. */
function code(url: string): string {
  const { path, side, modules } = qrSvgPath(url)
  const unit = codeWidth / modules
  const card = side * unit + border
  const top = cardBottom - card
  const corner = top + border / 2
  return [
    bloom(centre, top + card / 2 + 15, 1.12, wash, cham),
    `<rect x="${round(centre - card / 2)}" y="${round(top)}" width="${round(card)}" height="${round(card)}" rx="5" fill="#fff" stroke="${cham}" stroke-width="${border}"/>`,
    `<path role="img" aria-label="${xmlText(posterWords.code(url))}" shape-rendering="crispEdges" fill="${ink}" transform="translate(${round(centre - (side * unit) / 2)} ${round(corner)})scale(${unit})" d="${path}"/>`,
  ].join('')
}

function steps(minutes: number, top: number): string {
  const gap = 6
  const column = (room - 2 * gap) / 3
  return posterWords
    .steps(minutes)
    .map((words, i) => {
      const x = page.margin + i * (column + gap)
      const number = text(String(i + 1), { x, y: top + 9, size: 12, fill: cham, weight: 'bold' })
      const width = column - 10.5
      const size = fitSize(words, 4.9, 3.8, 'regular', width, 2)
      return number + paragraph(words, width, size * 1.28, { x: x + 10.5, y: top + 4.2, size, fill: ink }).svg
    })
    .join('')
}

/** Privacy and the way without a phone, standing on the lower margin; the rule above them ends the sheet. */
function foot(link: string): string {
  const size = 4.3
  const leading = 6
  const way = posterWords.otherWay(link)
  const lines = [posterWords.privacy, way].map((words, i) =>
    breakLines(words, size, i === 0 ? 'bold' : 'regular', room),
  )
  const height = lines.flat().length * leading
  const top = page.height - 10 - height
  const first = paragraph(posterWords.privacy, room, leading, {
    x: page.margin,
    y: top + 4,
    size,
    fill: ink,
    weight: 'bold',
  })
  const second = paragraph(way, room, leading, { x: page.margin, y: first.bottom, size, fill: ink })
  return `<path fill="${cham}" d="M${page.margin} ${round(top - 4)}h${room}v.6h${-room}z"/>${first.svg}${second.svg}`
}

/** An address as people type it: without the scheme. */
export function shortLink(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/** The A4 poster of a point as one SVG document that needs nothing from elsewhere; its text is text. */
export function posterSvg(given: Poster): string {
  const poster = { ...given, office: given.office.normalize('NFC'), point: given.point.normalize('NFC') }
  const link = shortLink(poster.url)
  const linkSize = fitSize(link, 7.4, 3.4, 'bold', room)
  const title = xmlText(posterWords.title(poster.point, poster.office))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" viewBox="0 0 ${page.width} ${page.height}" xml:lang="vi" font-family="Be Vietnam Pro, system-ui, Segoe UI, Roboto, Noto Sans, Arial, sans-serif">`,
    `<title>${title}</title>`,
    `<path fill="#fff" d="M0 0h${page.width}v${page.height}H0z"/>`,
    head(poster),
    question(),
    code(poster.url),
    text(link, {
      x: centre,
      y: cardBottom + 7 + linkSize * 0.5,
      size: linkSize,
      fill: ink,
      weight: 'bold',
      middle: true,
    }),
    steps(poster.minutes, 243),
    foot(link),
    '</svg>',
  ].join('\n')
}
