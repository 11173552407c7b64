import { posterWords } from '../../web/vi/poster'
import { bloom, bud } from './lotus'
import { cham, codeCard, ink, page, paragraph, room, svgSheet, text, wash } from './sheet'
import { breakLines, fitSize, type Weight } from './text-width'

/**
 * What stands on a poster: names as people know them, the address its code opens, how long the survey takes, and when
 * the desk is open (empty: nothing about it).
 */
export type Poster = { office: string; point: string; url: string; minutes: number; hours: string }

const centre = page.width / 2
const band = 36
/** The dark part of the code is never smaller: it is scanned from two metres. */
const codeWidth = 80
const cardBottom = 224

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

/** The flower that holds the code. */
function code(url: string): string {
  const card = codeCard(url, codeWidth)
  const top = cardBottom - card.side
  return bloom(centre, top + card.side / 2 + 15, 1.12, wash, cham) + card.at(centre - card.side / 2, top)
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

/** Privacy, the way without a phone and the hours, standing on the lower margin; the rule above them ends the sheet. */
function foot({ hours }: Poster, link: string): string {
  const size = 4.3
  const leading = 6
  const words = [posterWords.privacy, posterWords.otherWay(link), ...(hours ? [posterWords.hours(hours)] : [])]
  const weights = words.map((_, i): Weight => (i === 0 ? 'bold' : 'regular'))
  const lines = words.flatMap((one, i) => breakLines(one, size, weights[i] ?? 'regular', room))
  const top = page.height - 10 - lines.length * leading
  let y = top + 4
  const parts = words.map((one, i) => {
    const { svg, bottom } = paragraph(one, room, leading, { x: page.margin, y, size, fill: ink, weight: weights[i] })
    y = bottom
    return svg
  })
  return `<path fill="${cham}" d="M${page.margin} ${Math.round((top - 4) * 1000) / 1000}h${room}v.6h${-room}z"/>${parts.join('')}`
}

/** An address as people type it: without the scheme. */
export function shortLink(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/** The A4 poster of a point as one SVG document that needs nothing from elsewhere; its text is text. */
export function posterSvg(given: Poster): string {
  const poster = { ...given, office: given.office.normalize('NFC'), point: given.point.normalize('NFC') }
  const link = shortLink(poster.url)
  const size = fitSize(link, 7.4, 3.4, 'bold', room)
  const below = { x: centre, y: cardBottom + 7 + size * 0.5, size, fill: ink, weight: 'bold', middle: true } as const
  return svgSheet(posterWords.title(poster.point, poster.office), [
    head(poster),
    question(),
    code(poster.url),
    text(link, below),
    steps(poster.minutes, 243),
    foot(poster, link),
  ])
}
