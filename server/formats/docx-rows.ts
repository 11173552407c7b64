import type { PrintTable } from './print-table'
import { xmlText } from './xml'

export const twips = (points: number) => Math.round(points * 20)

/** The rows of one part of a table as WordprocessingML (ECMA-376 part 1, 17.4), without its headings. */
export function* docxRows({ parts, columns, rows }: PrintTable, part: number): Generator<string> {
  const { columns: places, widths } = parts[part] ?? { columns: [], widths: [] }
  const cells = places.map((at, i) => ({
    at,
    start: `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${twips(widths[i] ?? 0)}"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="${columns[at]?.align ?? 'left'}"/></w:pPr>`,
  }))
  for (const row of rows) {
    let xml = '<w:tr><w:trPr><w:cantSplit/></w:trPr>'
    for (const { at, start } of cells) xml += `${start}${run(row.cells[at] ?? '', row.strong)}</w:p></w:tc>`
    yield `${xml}</w:tr>`
  }
}

function run(text: string, strong: boolean): string {
  if (text === '') return ''
  const lines = xmlText(text).split('\n')
  const inside = lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join('<w:br/>')
  return `<w:r>${strong ? '<w:rPr><w:b/></w:rPr>' : ''}${inside}</w:r>`
}
