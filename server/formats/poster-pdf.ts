import { posterWords } from '../../web/vi/poster'
import { fontFamily, printPdf } from './pdf-printer'
import { type Poster, posterSvg } from './poster'

/** The sheet in points, as pdfmake knows it. */
const a4 = { width: 595.28, height: 841.89 }

/** The poster as a PDF of one A4 page: the same drawing, with the fonts it was measured for. */
export function posterPdf(poster: Poster): Promise<Buffer> {
  return printPdf({
    pageSize: 'A4',
    pageMargins: 0,
    info: { title: posterWords.title(poster.point, poster.office) },
    content: [{ svg: posterSvg(poster), font: fontFamily, ...a4, absolutePosition: { x: 0, y: 0 } }],
  })
}
