import type { Format } from './index'
import { printableRows } from './print-limit'

/** Office Open XML document (ECMA-376): the table of the PDF, for going on writing; its rows are limited. */
export const docx: Format = {
  format: 'docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  most: printableRows,
  async *write(report) {
    const { docxTable } = await import('./docx-table')
    yield* docxTable(report)
  },
}
