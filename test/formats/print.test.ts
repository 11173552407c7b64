import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../server/domain/report'
import { formats, printReport } from '../../server/formats'
import { docx } from '../../server/formats/docx'
import { flatColumns } from '../../server/formats/flat'
import { pdf } from '../../server/formats/pdf'
import { fitInParts, fitOneTable, type Need } from '../../server/formats/print-layout'
import { printTable } from '../../server/formats/print-table'
import { printable, printedCell } from '../../server/formats/printed-cell'
import { unzip } from '../../server/formats/zip'
import { readPdf } from '../support/pdf-text'
import { bytesOf, rows, sampleReport } from './sample'

const partsOf = async (report: Report) => unzip(await bytesOf(docx.write(report)))
const partOf = async (report: Report, path: string) =>
  (await partsOf(report)).find((part) => part.path === path)?.text ?? ''

/** The paragraphs of a Word document, as a person reads them. */
async function wordText(report: Report): Promise<string> {
  const xml = await partOf(report, 'word/document.xml')
  const paragraphs = xml.split('</w:p>').map((p) => [...p.matchAll(/<w:t[ >][^<]*|<w:br\/>/g)].map(([t]) => t).join(''))
  const plain = paragraphs
    .join('\n')
    .replace(/<w:t[^>]*>/g, '')
    .replace(/<w:br\/>/g, '\n')
  return plain
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
const pdfText = async (report: Report) => readPdf(await bytesOf(pdf.write(report))).text
/** Lines break where there is room. */
const close = (text: string) => text.replace(/\s/g, '')

describe.each([
  ['DOCX', wordText],
  ['PDF', pdfText],
])('%s', (_, textOf) => {
  it('has title, question, headings, every cell in words and in order, notes and the number of rows', async () => {
    const columns = flatColumns(sampleReport().columns)
    const cells = rows.flatMap((row) => columns.map((column) => printedCell(column, column.read(row))))
    const text = close(await textOf(sampleReport()))
    let at = 0
    for (const part of [
      'Mức độ hài lòng: quý I/2026 [bản thử]',
      'Từ ngày: 01/01/2026',
      'Đến hết ngày: 31/03/2026',
      'Khóa',
      ...cells,
      'Ghi chú',
      'Số liệu do cơ quan tự khảo sát.',
      'Số dòng: 4.',
    ]) {
      const found = text.indexOf(close(part), at)
      expect(found, part).toBeGreaterThanOrEqual(at)
      at = found + close(part).length
    }
    for (const said of ['1.204', '90,64', '01/03/2026', 'Yếutố', 'Sốtheomức', 'Tỷlệhàilòng(%)'])
      expect(text).toContain(said)
  })
  it('composes letters, and a text longer than a page is all there', async () => {
    const words = Array.from({ length: 4000 }, (_, i) => `chữ${i}`).join(' ')
    const text = await textOf(
      sampleReport([{ label: 'Nga\u0300y ho\u0323c'.normalize('NFD') }, { label: words }, { label: 'cuối' }]),
    )
    expect(text.normalize('NFC')).toBe(text)
    expect(close(text)).toContain('Ngàyhọc')
    const read = close(text)
    for (const word of [0, 1999, 3999]) expect(read).toContain(`chữ${word}`)
    expect(read.split('chữ')).toHaveLength(4001)
  })
  it('is a table without rows when there are none', async () => {
    expect(close(await textOf(sampleReport([])))).toContain('Sốdòng:0.')
  })
})

describe('the document for Word', () => {
  it('has the margins and the font of official documents, repeats its heading and numbers pages after the first', async () => {
    const text = await partOf(sampleReport(), 'word/document.xml')
    expect(text).toMatch(/<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1700"/)
    expect(text).toMatch(/<w:pgSz w:w="\d+" w:h="\d+"/)
    expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(text).toContain('<w:titlePg/>')
    expect(text.match(/<w:tr>/g)).toHaveLength(2 + rows.length)
    expect(await partOf(sampleReport(), 'word/styles.xml')).toContain('Times New Roman')
  })
  it('says nothing about when or by whom it was made', async () => {
    for (const { path, text } of await partsOf(sampleReport()))
      expect(text, path).not.toMatch(/dcterms|Un-named|20\d\d-\d\d-\d\dT/)
  })
  it('survives every text', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1 }), 200)
    const text = await wordText(sampleReport(texts.map((label) => ({ label }))))
    for (const label of texts) expect(close(text)).toContain(close(printable(label)))
    expect(text).not.toMatch(/[^\n\P{Cc}]/u)
  })
})

describe('the PDF', () => {
  it('is A4 with its fonts inside and a fixed date', async () => {
    const file = (await bytesOf(pdf.write(sampleReport()))).toString('latin1')
    expect(file).toMatch(/MediaBox \[0 0 (595\.28 841\.89|841\.89 595\.28)\]/)
    expect(file).toMatch(/\+Tinos-Regular/)
    expect(file).toContain('D:19800101')
  })
  it('repeats the heading on each page and numbers pages after the first', async () => {
    const many = Array.from({ length: 150 }, () => rows[0] ?? {})
    const { pages } = readPdf(await bytesOf(pdf.write(sampleReport(many))))
    expect(pages.length).toBeGreaterThan(3)
    pages.slice(0, -1).forEach((page, i) => {
      expect(page).toMatch(/^Khóa/m)
      expect(page.trim().split('\n').at(-1) === String(i + 1)).toBe(i > 0)
    })
  })
})

describe('the layout of printed tables', () => {
  const need = fc
    .record({
      least: fc.double({ min: 0.5, max: 12, noNaN: true }),
      more: fc.double({ min: 0, max: 200, noNaN: true }),
      figure: fc.boolean(),
    })
    .map(({ least, more, figure }): Need => ({ least, figure, wanted: figure ? least : least + more }))

  it('holds every column once, beside the first, as wide as its longest word and no wider than the sheet', () => {
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 80 }), (needs) => {
        const { landscape, size, parts } = fitOneTable(needs) ?? fitInParts(needs)
        const own = parts.flatMap(({ columns }, i) => (i === 0 ? columns : columns.slice(1)))
        expect(own).toEqual(needs.map((_, i) => i))
        for (const { columns, widths } of parts) {
          expect(columns[0]).toBe(0)
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(landscape ? 700.3 : 453.7)
          columns.forEach((at, i) => {
            expect(widths[i]).toBeGreaterThanOrEqual((needs[at]?.least ?? 0) * size)
          })
        }
      }),
    )
  })

  it('takes a key for a heading, lets what is the same everywhere stand above, and goes on in further tables', async () => {
    const asked = Array.from({ length: 100 }, (_, i) => ({ key: `${i}`, label: `${i} Trụ sở sạch, gọn, dễ thấy` }))
    const others = [
      { key: 'n', label: 'Số thứ tự' },
      { key: 'office', label: 'Cơ quan' },
      { key: 'none', label: 'Tuổi' },
    ]
    const wide = (n: number) => {
      const answers = asked.map(({ key }, i) => [key, i < 80 ? n : 5])
      return { n, office: 'Sở Nội vụ', none: null, ...Object.fromEntries(answers) }
    }
    const table = await printTable({ ...sampleReport([wide(1), wide(2)]), columns: [...others, ...asked] })
    expect(table.facts).toContainEqual(['Cơ quan', 'Sở Nội vụ (ở mọi dòng)'])
    expect(table.facts).toContainEqual(['99 Trụ sở sạch, gọn, dễ thấy', '5 (ở mọi dòng)'])
    expect(table.facts).toContainEqual(['Các cột để trống ở mọi dòng', 'Tuổi'])
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      'Số thứ tự',
      ...asked.slice(0, 80).map(({ key }) => key),
    ])
    expect(table.legend).toEqual(asked.slice(0, 80).map(({ label }) => label))
    expect(table.parts.length).toBeGreaterThan(1)
  })
})

describe('too many rows', () => {
  it('are refused before the first byte, and the rows are closed', async () => {
    for (const format of formats.filter(({ most }) => most)) {
      let taken = 0
      let closed = false
      const endless = (function* () {
        try {
          for (;;) yield { ...rows[0], rate: taken++ }
        } finally {
          closed = true
        }
      })()
      expect(await printReport(format, sampleReport(endless))).toEqual({
        ok: false,
        error: 'too-many-rows',
        parameter: 'rows',
        value: '5000',
      })
      expect([taken, closed]).toEqual([5001, true])
    }
  })
})
