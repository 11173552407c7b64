import { zip } from '../../server/formats/zip'
import { workbookOf } from './workbook'

const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A zip of these parts. */
export async function zipOf(parts: Record<string, string | string[]>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of zip(inOrder(parts))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* inOrder(parts: Record<string, string | string[]>) {
  for (const [path, data] of Object.entries(parts)) yield { path, data: [data].flat() }
}

/** A Word document with one line, and other parts where a test wants them. */
export function documentOf(others: Record<string, string | string[]> = {}, type = word): Promise<Uint8Array> {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${types}"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': '<w:document><w:body><w:p><w:r><w:t>Kính gửi</w:t></w:r></w:p></w:body></w:document>',
    ...others,
  })
}

export const smallWorkbook = () => workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>', '')
export const smallPdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
