import { posterWords } from '../../web/vi/poster'
import { type Poster, shortLink } from './poster'
import { cham, codeCard, ink, page, paragraph, svgSheet, text } from './sheet'
import { breakLines, fitSize } from './text-width'

const half = page.height / 2
/** Read from the chair before the desk, so smaller than a poster's. */
const codeWidth = 62
const gap = 9

/** One face of the card, upright in the lower half of the sheet. */
function face(poster: Poster): string {
  const card = codeCard(poster.url, codeWidth)
  const top = half + (half - card.side) / 2
  const x = page.margin + card.side + gap
  const width = page.width - page.margin - x
  return card.at(page.margin, top) + words(poster, x, width, half)
}

/** The words beside the code, together in the middle of the face. */
function words(poster: Poster, x: number, width: number, from: number): string {
  const link = shortLink(poster.url)
  const blocks = [
    { text: poster.office, size: fitSize(poster.office, 4.8, 3.6, 'bold', width, 2), weight: 'bold', after: 0 },
    { text: poster.point, size: fitSize(poster.point, 4.8, 3.6, 'bold', width, 2), weight: 'bold', after: 4 },
    { text: posterWords.tent, size: fitSize(posterWords.tent, 10.5, 8, 'bold', width, 3), weight: 'bold', after: 3 },
    { text: posterWords.tentHow(poster.minutes), size: 4.8, weight: 'regular', after: 3 },
    { text: link, size: fitSize(link, 5, 3, 'bold', width), weight: 'bold', after: 2 },
    ...(poster.hours
      ? [{ text: posterWords.hours(poster.hours), size: 3.8, weight: 'regular', after: 0 } as const]
      : []),
  ] as const
  const heights = blocks.map(({ text, size, weight, after }) => {
    return breakLines(text, size, weight, width).length * size * 1.28 + after
  })
  let y = from + (half - heights.reduce((sum, height) => sum + height, 0)) / 2
  return blocks
    .map(({ text, size, weight }, i) => {
      const fill = size > 7 ? cham : ink
      const { svg } = paragraph(text, width, size * 1.28, { x, y: y + size, size, fill, weight })
      y += heights[i] ?? 0
      return svg
    })
    .join('')
}

/** The table card of a point: one A4 sheet, folded in the middle, the same face on both sides. */
export function tentSvg(given: Poster): string {
  const poster = { ...given, office: given.office.normalize('NFC'), point: given.point.normalize('NFC') }
  const shown = face(poster)
  const dashes = `<path fill="none" stroke="${ink}" stroke-width=".3" stroke-dasharray="1.5 1.5" d="M0 ${half}h${page.width}"/>`
  const fold = text(posterWords.fold, { x: 3, y: half + 3.6, size: 2.6, fill: ink })
  return svgSheet(posterWords.tentTitle(poster.point, poster.office), [
    `<g transform="rotate(180 ${page.width / 2} ${half})">${shown}</g>`,
    shown,
    dashes + fold,
  ])
}
