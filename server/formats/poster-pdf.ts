import { posterWords } from '../../web/vi/poster'
import { joinPdfs } from './pdf-join'
import { fontFamily, printPdf } from './pdf-printer'
import { type Poster, posterSvg } from './poster'
import { tentSvg } from './tent'

/** The sheet in points, as pdfmake knows it. */
const a4 = { width: 595.28, height: 841.89 }
/** Sheets that are laid out together: they share their fonts and stay in memory until they are written. */
const together = 10

const sheets = {
  posters: { svg: posterSvg, title: posterWords.title, many: posterWords.manyPosters },
  tents: { svg: tentSvg, title: posterWords.tentTitle, many: posterWords.manyTents },
}
export type Sheets = keyof typeof sheets

/** Posters or table cards as one PDF, a page each in the given order; written as it is made, ten pages at a time. */
export async function* sheetsPdf(kind: Sheets, posters: readonly Poster[]): AsyncGenerator<Uint8Array> {
  const { svg, title, many } = sheets[kind]
  const [only, second] = posters
  const name = only && !second ? title(only.point, only.office) : many
  yield* joinPdfs(printBatches(posters.map((poster) => () => svg(poster))), { title: name })
}

async function* printBatches(drawings: readonly (() => string)[]): AsyncGenerator<Buffer> {
  for (let at = 0; at < drawings.length; at += together)
    yield await printPdf({
      pageSize: 'A4',
      pageMargins: 0,
      content: drawings.slice(at, at + together).map((draw, i) => ({
        ...{ svg: draw(), font: fontFamily, ...a4, absolutePosition: { x: 0, y: 0 } },
        ...(i > 0 ? { pageBreak: 'before' } : {}),
      })),
    })
}
