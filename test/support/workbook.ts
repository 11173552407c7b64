import { zip } from '../../server/formats/zip'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook of one sheet from its XML, for cells that only Excel itself writes: errors of formulas, rich text. */
export async function workbookOf(rows: string, sharedStrings: string): Promise<Uint8Array> {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${typed}.${type}+xml"/>`
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${links}/${type}" Target="${target}"/>`
  const relations = (inner: string) => `<Relationships xmlns="${packages}/relationships">${inner}</Relationships>`
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': relations(link('a', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${links}"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      link('a', 'worksheet', 'worksheets/sheet1.xml') + link('b', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${sharedStrings}</sst>`,
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of zip(inOrder(parts))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* inOrder(parts: Record<string, string>) {
  for (const [path, xml] of Object.entries(parts)) yield { path, data: [`<?xml version="1.0"?>${xml}`] }
}
