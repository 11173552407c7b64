import fc from 'fast-check'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../server/domain/report'
import { findFormat, formats } from '../../server/formats'
import { csv, csvCell } from '../../server/formats/csv'
import { flatColumns } from '../../server/formats/flat'
import { json } from '../../server/formats/json'
import { writeXlsx, xlsx } from '../../server/formats/xlsx'
import { daySerial } from '../../server/formats/xlsx-cells'
import { bytesOf, rows, sampleReport } from './sample'

const textOf = async (chunks: AsyncIterable<Uint8Array>) => (await bytesOf(chunks)).toString('utf8')
const flatRows = (of: readonly Row[]) => {
  const columns = flatColumns(sampleReport().columns)
  return of.map((row) => columns.map((column) => column.read(row)))
}

describe('the register of formats', () => {
  it('finds each by its name and nothing else', () => {
    for (const format of formats) expect(findFormat(format.format)).toBe(format)
    expect(findFormat('exe')).toBeNull()
  })
})

describe('JSON', () => {
  it('is report, parameters, columns, rows, notes and nothing else, and its last note counts the rows', async () => {
    const read = JSON.parse(await textOf(json.write(sampleReport())))
    expect(Object.keys(read)).toEqual(['report', 'parameters', 'columns', 'rows', 'notes'])
    expect(read.rows).toEqual(rows)
    expect(read.columns[3]).toEqual({ key: 'rate', label: 'Tỷ lệ hài lòng', unit: 'percent' })
    expect(read.columns[2]).toEqual({ key: 'counts', label: 'Số theo mức', unit: 'count' })
    expect(read.notes).toEqual(['Số liệu do cơ quan tự khảo sát.', 'Số dòng: 4.'])
  })
  it('is valid without rows, and keeps notes that were added while the rows were read', async () => {
    const empty = sampleReport([])
    expect(JSON.parse(await textOf(json.write(empty))).rows).toEqual([])
    const late = sampleReport()
    late.rows = (function* () {
      yield* rows
      late.notes.push('đến sau')
    })()
    expect(JSON.parse(await textOf(json.write(late))).notes).toContain('đến sau')
  })
})

describe('CSV', () => {
  it('begins with a byte order mark and the keys, and holds the figures of the rows', async () => {
    const text = await textOf(csv.write(sampleReport()))
    expect(text.startsWith('\ufeffkey,label,counts.1,counts.2,counts.3,counts.4,counts.5,rate,on,kind\r\n')).toBe(true)
    const [, ...lines] = parseCsv(text, { delimiter: ',', unescapeFormulae: true })
    expect(lines).toEqual(flatRows(rows).map((line) => line.map((cell) => (cell === null ? '' : String(cell)))))
  })
  it('leaves numbers alone and makes text that looks like a formula harmless', () => {
    expect(csvCell(-5.25)).toBe('-5.25')
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
        const [[cell]] = parseCsv(`${csvCell(sign + rest)},x`, { delimiter: ',' }) as [[string]]
        expect(cell?.startsWith(`'${sign}`)).toBe(true)
      }),
    )
    expect(csvCell('＝1+1')).toBe("'＝1+1")
    expect(csvCell('Tốt;=1+1;\n@x')).toBe('"Tốt;\'=1+1;\n\'@x"')
    expect(csvCell('a-b; c = d\n- e')).toBe('"a-b; c = d\n\'- e"')
  })
})

describe('XLSX', () => {
  it('read again by another reader has the same figures, days and words, and text only as text', async () => {
    const book = await readXlsx(await bytesOf(xlsx.write(sampleReport())))
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Mức độ hài lòng quý I 2026 bản', 'Ghi chú'])
    const [heading, ...lines] = book.sheets[0]?.rows ?? []
    expect(heading).toContain('Tỷ lệ hài lòng (%)')
    const words: Record<string, string> = { criterion: 'Tiêu chí', dimension: 'Yếu tố', overall: 'Chung' }
    expect(lines.map((line) => Array.from({ length: 10 }, (_, i) => plain(line[i])))).toEqual(
      flatRows(rows).map((line) => line.map((cell, i) => (i === 9 ? words[String(cell)] : cell))),
    )
  })
  it('has the question, the notes and the number of rows on the second sheet', async () => {
    const book = await readXlsx(await bytesOf(xlsx.write(sampleReport())))
    const lines = (book.sheets[1]?.rows ?? []).map((line) => line.filter((cell) => cell !== null))
    expect(lines[0]).toEqual(['Mức độ hài lòng: quý I/2026 [bản thử]'])
    expect(lines).toContainEqual(['Từ ngày', '01/01/2026'])
    expect(lines.at(-1)).toEqual(['Số dòng: 4.'])
  })
  it('goes on in another sheet when one is full, and drops no row', async () => {
    const many = Array.from({ length: 25 }, (_, i) => ({ ...rows[0], rate: i }))
    const book = await readXlsx(await bytesOf(writeXlsx(sampleReport(many), 11)))
    expect(book.sheets).toHaveLength(4)
    const rates = book.sheets.slice(0, 3).flatMap((sheet) => sheet.rows.slice(1).map((line) => line[7]))
    expect(rates).toEqual(many.map((row) => row.rate))
  })
  it('survives every text, and says how much of an over-long one is missing', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1 }), 200)
    const report = sampleReport([...texts, 'a'.repeat(40_000)].map((label) => ({ label })))
    const book = await readXlsx(await bytesOf(xlsx.write(report)))
    const read = book.sheets[0]?.rows.slice(1).map((line) => line[1])
    expect(read).toHaveLength(201)
    expect(String(read?.[200])).toMatch(/a … \[còn 7\.313 ký tự/)
  })
  it('counts days as spreadsheets do', () => {
    expect(daySerial('1970-01-01')).toBe(25_569)
    expect(daySerial('2026-03-13')).toBe(46_094)
    expect(daySerial('2026-13-01')).toBeNull()
    expect(daySerial('hôm nay')).toBeNull()
  })
})

function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null)
}

describe('every format', () => {
  it('takes rows only as its bytes are taken, and closes them when the reader leaves', async () => {
    for (const format of formats.filter(({ most }) => !most)) {
      let taken = 0
      let closed = false
      const endless = (function* () {
        try {
          for (;;) yield { ...rows[0], rate: taken++ }
        } finally {
          closed = true
        }
      })()
      let bytes = 0
      for await (const chunk of format.write(sampleReport(endless))) {
        bytes += chunk.length
        if (bytes > 1000) break
      }
      expect(taken).toBeLessThan(50_000)
      expect(closed).toBe(true)
    }
  })
  it('gives the same bytes for the same rows', async () => {
    for (const format of formats) {
      const twice = [await bytesOf(format.write(sampleReport())), await bytesOf(format.write(sampleReport()))]
      expect(twice[0]?.equals(twice[1] ?? Buffer.alloc(0))).toBe(true)
    }
  })
})
