import { boardWords as words } from '../../web/vi/contacts'
import { bud } from './lotus'
import { printPdf } from './pdf-printer'
import { shortLink } from './poster'
import { cham, codeCard, ink, page, paragraph, room, svgSheet, text } from './sheet'
import { breakLines, fitSize, textWidth, type Weight } from './text-width'

/**
 * What stands on the notice board: how the office is reached (an empty text: not that way), the address its code opens,
 * the working days for an answer and where answers are published.
 */
export type NoticeBoard = {
  office: string
  url: string
  phone: string
  zalo: string
  email: string
  post: string
  days: number
  published: string
}

const band = 30
const codeWidth = 64
const gap = 8
const bottom = page.height - 9
const left = page.margin

/** A piece of the sheet, and where the next one may begin. */
type Piece = { svg: string; y: number }

/** The posting as one SVG document of A4; on A3 it is the same, larger. */
export function noticeBoardSvg(given: NoticeBoard): string {
  const board = { ...given, office: given.office.normalize('NFC') }
  // The largest letters with which everything fits.
  let size = 6.2
  while (size > 3.2 && body(board, size).y > bottom) size -= 0.1
  return svgSheet(words.title(board.office), [head(board.office), body(board, size).svg])
}

function head(office: string): string {
  const x = left + 26
  const width = page.width - left - x
  const size = fitSize(office, 8, 5, 'bold', width, 2)
  const lines = breakLines(office, size, 'bold', width)
  const first = band / 2 + size * 0.36 - ((lines.length - 1) * size * 1.25) / 2
  const shown = lines.map((line, i) =>
    text(line, { x, y: first + i * size * 1.25, size, fill: '#fff', weight: 'bold' }),
  )
  return `<path fill="${cham}" d="M0 0h${page.width}v${band}H0z"/>${bud(left + 10, 20, 0.24, '#fff', cham)}${shown.join('')}`
}

function body(board: NoticeBoard, size: number): Piece {
  const leading = size * 1.34
  const heading = headingAt(band + 5)
  const opening = plain(words.opening(board.office), { x: left, y: heading.y + 2, size, width: room })
  let points: Piece = { svg: '', y: opening.y + 1.5 }
  words.points.forEach((point, i) => {
    const number = text(`${i + 1}.`, { x: left, y: points.y + size, size, fill: cham, weight: 'bold' })
    const said = plain(point, { x: left + size * 1.5, y: points.y, size, width: room - size * 1.5 })
    points = { svg: points.svg + number + said.svg, y: said.y + 1 }
  })
  const ways = waysAt(board, points.y + 3, size)
  const rule = `<path fill="${cham}" d="M${left} ${(ways.y + 3).toFixed(2)}h${room}v.6h${-room}z"/>`
  const note = withLead(words.notes, words.note, { x: left, y: ways.y + 5.5, size, width: room })
  const deadline = `${words.days(board.days)} ${words.published(board.published)}`
  const until = withLead(words.deadline, deadline, { x: left, y: note.y + leading * 0.3, size, width: room })
  return { svg: heading.svg + opening.svg + points.svg + ways.svg + rule + note.svg + until.svg, y: until.y }
}

function headingAt(y: number): Piece {
  const size = fitSize(words.heading, 12, 8, 'bold', room, 2)
  const { svg, bottom } = paragraph(words.heading, room, size * 1.28, {
    ...{ x: left, y: y + size, size, fill: cham },
    weight: 'bold',
  })
  return { svg, y: bottom - size * 0.7 }
}

/** The code on the right, the other ways beside it. */
function waysAt(board: NoticeBoard, y: number, size: number): Piece {
  const card = codeCard(board.url, codeWidth)
  const width = room - card.side - gap
  const title = text(words.how, { x: left, y: y + size * 1.2, size: size * 1.2, fill: cham, weight: 'bold' })
  const ways: [label: string, value: string][] = [
    [words.scan, ''],
    ['', shortLink(board.url)],
    [words.phone, board.phone],
    [words.zalo, board.zalo],
    [words.email, board.email],
    [words.post, board.post.replace(/\s+/g, ' ')],
    [words.portal, ''],
  ]
  let column: Piece = { svg: title, y: y + size * 1.2 * 1.3 }
  ways
    .filter(([label, value]) => value !== '' || label === words.scan || label === words.portal)
    .forEach(([label, value]) => {
      const way = wayAt(label, value, { x: left, y: column.y + 1.2, size, width })
      column = { svg: column.svg + way.svg, y: way.y }
    })
  return {
    svg: column.svg + card.at(page.width - left - card.side, y),
    y: Math.max(column.y, y + card.side),
  }
}

type Place = { x: number; y: number; size: number; width: number }

/** One way: what it is, then what one types or goes to in bold, on the same line where that fits. */
function wayAt(label: string, value: string, { x, y, size, width }: Place): Piece {
  const leading = size * 1.34
  const dot = `<circle fill="${cham}" cx="${(x + size * 0.25).toFixed(2)}" cy="${(y + size * 0.65).toFixed(2)}" r="${(size * 0.13).toFixed(2)}"/>`
  const indent = size * 0.8
  const from = x + indent
  const space = width - indent
  const named = label === '' ? '' : text(label, { x: from, y: y + size, size, fill: ink })
  if (value === '') return { svg: dot + named, y: y + leading }
  const used = label === '' ? 0 : textWidth(`${label} `, size, 'regular') + size * 0.1
  const fits = textWidth(value, size, 'bold') <= space - used
  if (fits)
    return {
      svg: dot + named + text(value, { x: from + used, y: y + size, size, fill: ink, weight: 'bold' }),
      y: y + leading,
    }
  const lines = linesOf(value, size, 'bold', space)
  const small = Math.min(...lines.map((line) => fitSize(line, size, 2.4, 'bold', space)))
  const top = (label === '' ? y : y + leading) + size
  const said = lines.map((line, i) =>
    text(line, { x: from, y: top + i * leading, size: small, fill: ink, weight: 'bold' }),
  )
  return { svg: dot + named + said.join(''), y: top - size + lines.length * leading }
}

/** Lines of a width; an address that is wider goes on behind a slash, a point or a question mark. */
function linesOf(said: string, size: number, weight: Weight, width: number): string[] {
  const isWide = (words: string) => textWidth(words, size, weight) > width
  const pieces = said.split(' ').flatMap((word, i) => {
    const parts = isWide(word) ? word.split(/(?<=[/?&@.])/) : [word]
    return parts.map((part, k) => (i > 0 && k === 0 ? ` ${part}` : part))
  })
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = (lines.at(-1) ?? '') + piece
    if (lines.length === 0 || isWide(longer)) lines.push(piece.trimStart())
    else lines[lines.length - 1] = longer
  }
  return lines
}

function plain(said: string, { x, y, size, width }: Place): Piece {
  const lines = linesOf(said, size, 'regular', width)
  const leading = size * 1.34
  const shown = lines.map((line, i) => text(line, { x, y: y + size + i * leading, size, fill: ink }))
  return { svg: shown.join(''), y: y + lines.length * leading }
}

/** A paragraph whose first words are bold. */
function withLead(lead: string, said: string, { x, y, size, width }: Place): Piece {
  const used = textWidth(`${lead} `, size, 'bold') + size * 0.15
  const [first = ''] = breakLines(said, size, 'regular', width - used)
  const rest = said.slice(first.length).trim()
  const bold = text(lead, { x, y: y + size, size, fill: cham, weight: 'bold' })
  const begun = text(first, { x: x + used, y: y + size, size, fill: ink })
  const next = y + size * 1.34
  if (rest === '') return { svg: bold + begun, y: next }
  const more = plain(rest, { x, y: next, size, width })
  return { svg: bold + begun + more.svg, y: more.y }
}

const sizes = { A4: { width: 595.28, height: 841.89 }, A3: { width: 841.89, height: 1190.55 } }
export type BoardSize = keyof typeof sizes

/** The posting as a PDF of one page. */
export async function noticeBoardPdf(board: NoticeBoard, size: BoardSize): Promise<Uint8Array> {
  return printPdf({
    pageSize: size,
    pageMargins: 0,
    info: { title: words.title(board.office) },
    content: [{ svg: noticeBoardSvg(board), ...sizes[size], absolutePosition: { x: 0, y: 0 } }],
  })
}
