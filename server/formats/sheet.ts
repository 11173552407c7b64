import { posterWords } from '../../web/vi/poster'
import { qrSvgPath } from './qr'
import { breakLines, type Weight } from './text-width'
import { xmlText } from './xml'

/** Everything is in millimetres on an A4 sheet. */
export const page = { width: 210, height: 297, margin: 14 }
export const room = page.width - 2 * page.margin
const border = 1.2
export const ink = '#14202e'
export const cham = '#1b3a7a'
export const wash = '#e5ecf8'

export type Line = { x: number; y: number; size: number; fill: string; weight?: Weight; middle?: boolean }

const round = (value: number) => Math.round(value * 1000) / 1000

/** One line of text, its left end (or its middle) on the baseline at x, y. */
export function text(words: string, { x, y, size, fill, weight = 'regular', middle }: Line): string {
  const style = `font-size="${round(size)}" font-weight="${weight === 'bold' ? 700 : 400}" fill="${fill}"`
  return `<text x="${round(x)}" y="${round(y)}" ${style}${middle ? ' text-anchor="middle"' : ''}>${xmlText(words)}</text>`
}

/** Lines of text within a width; `bottom` is where the next baseline would be. */
export function paragraph(words: string, width: number, leading: number, at: Line): { svg: string; bottom: number } {
  const lines = breakLines(words, at.size, at.weight ?? 'regular', width)
  const svg = lines.map((line, i) => text(line, { ...at, y: at.y + i * leading })).join('')
  return { svg, bottom: at.y + lines.length * leading }
}

/** A white card with the code of an address, whose dark part is always `width` wide; the card's side follows the code. */
export function codeCard(url: string, width: number): { side: number; at(x: number, y: number): string } {
  const { path, side, modules } = qrSvgPath(url)
  const unit = width / modules
  const card = side * unit + border
  const at = (x: number, y: number) =>
    [
      `<rect x="${round(x)}" y="${round(y)}" width="${round(card)}" height="${round(card)}" rx="5" fill="#fff" stroke="${cham}" stroke-width="${border}"/>`,
      `<path role="img" aria-label="${xmlText(posterWords.code(url))}" shape-rendering="crispEdges" fill="${ink}" transform="translate(${round(x + border / 2)} ${round(y + border / 2)})scale(${unit})" d="${path}"/>`,
    ].join('')
  return { side: card, at }
}

/** The sheet as one SVG document that needs nothing from elsewhere. */
export function svgSheet(title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" viewBox="0 0 ${page.width} ${page.height}" xml:lang="vi" font-family="Be Vietnam Pro, system-ui, Segoe UI, Roboto, Noto Sans, Arial, sans-serif">`,
    `<title>${xmlText(title)}</title>`,
    `<path fill="#fff" d="M0 0h${page.width}v${page.height}H0z"/>`,
    ...parts,
    '</svg>',
  ].join('\n')
}
