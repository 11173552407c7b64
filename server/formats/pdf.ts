import type { Format } from './index'
import { printableRows } from './print-limit'

/** A table on A4 sheets for reading and signing, in a font that is as wide as Times New Roman; its rows are limited. */
export const pdf: Format = {
  format: 'pdf',
  contentType: 'application/pdf',
  extension: 'pdf',
  most: printableRows,
  async *write(report) {
    // Only now: the printer's libraries are large, and most processes never print.
    const { pdfTable } = await import('./pdf-table')
    yield await pdfTable(report)
  },
}
