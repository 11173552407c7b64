import { setImmediate as turn } from 'node:timers/promises'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { fillEmpty } from '../../server/first-start'
import { readDossiers } from '../../server/imports/dossiers'
import { noFaults } from '../../server/imports/faults'
import { readProcedures } from '../../server/imports/procedures'
import { randomBytesPooled } from '../../server/random'
import { faultLine } from '../../web/vi/import-faults'
import { describeEngines } from '../support/database'
import { asCsv, type Rows } from '../support/department-files'
import { sendTable } from '../support/imports'
import { workbookOf } from '../support/workbook'

const heading = ['Mã thủ tục', 'Tên thủ tục', 'Lĩnh vực']
const row = ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch']
const workbook = (rows: Rows, rest: object = {}) => writeXlsx({ sheets: [{ name: 'Sheet1', rows, ...rest }] })

async function read(bytes: Uint8Array) {
  const faults = noFaults()
  const table = await readProcedures(bytes, faults)
  return { rows: table?.rows ?? [], faults: faults.listed }
}
const short = (list: { code: string; line?: number; column?: string; value?: string }[]) =>
  list.map(({ code, line, column, value }) => [code, line, column, value])

describe('a file that is not what its name says', () => {
  const zip = (name: string) =>
    Buffer.from(`PK\u0003\u0004............${name}....PK\u0001\u0002PK\u0005\u0006`, 'latin1')
  const files: [said: string, bytes: Uint8Array][] = [
    ['tệp PDF', Buffer.from('%PDF-1.7\n%âãÏÓ', 'latin1')],
    ['tệp ảnh', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['tệp ảnh', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
    ['trang web', Buffer.from('\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Mã</td>')],
    ['trang web', Buffer.from('\uFEFF<?xml version="1.0"?><Workbook>')],
    ['tệp Word', zip('word/document.xml')],
    ['tệp OpenDocument', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['tệp nén', zip('anh.jpg')],
    ['tệp nén', Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0])],
    ['Excel đời cũ', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['UTF-8', Buffer.from('Mã thủ tục;Tên thủ tục', 'utf16le')],
  ]
  it.each(files)('%s is named', async (said, bytes) => {
    const { faults } = await read(bytes)
    expect(faults).toHaveLength(1)
    expect(faults[0] && faultLine(faults[0], 'procedures')).toContain(said)
  })
})

describe('a heading', () => {
  it('that is unknown, twice or missing is named, with what could stand there', async () => {
    const { faults } = await read(Buffer.from('Mã thủ tục;MA TTHC;Lệ phí\n1.001193;1.001193;0'))
    expect(short(faults)).toEqual([
      ['repeated-column', 1, 'MA TTHC', undefined],
      ['unknown-column', 1, 'Lệ phí', undefined],
      ['missing-column', 1, 'Tên thủ tục', undefined],
    ])
    expect(faults[1] && faultLine(faults[1], 'procedures')).toBe(
      'Dòng 1, cột “Lệ phí”: Không biết cột này. Các cột nhập được: Mã thủ tục, Tên thủ tục, Lĩnh vực, Bãi bỏ. Nếu không cần, xin xóa cột khỏi tệp.',
    )
  })

  it('stands in any order, with or without marks, in English, with a number of lines beside it', async () => {
    const { rows, faults } = await read(
      Buffer.from('STT,ten thu tuc,FIELD,Mã thủ tục (bắt buộc)\n1,Khai sinh,Hộ tịch,1.001193'),
    )
    expect(faults).toEqual([])
    expect(rows).toEqual([{ line: 2, code: '1.001193', name: 'Khai sinh', field: 'Hộ tịch' }])
  })

  it('alone, or nothing at all, is no file', async () => {
    for (const text of ['', '\n\n', 'Mã thủ tục;Tên thủ tục\n;;\n'])
      expect((await read(Buffer.from(text))).faults.map(({ code }) => code)).toEqual(['no-rows'])
  })
})

describe('cells', () => {
  it('that are merged or hold the error of a formula are named', async () => {
    const merges = [{ startRow: 1, startCol: 2, endRow: 2, endCol: 2 }]
    const merged = await read(await workbook([heading, row, ['1.001194', 'Kết hôn', null]], { merges }))
    expect(short(merged.faults)).toEqual([['merged-cells', 2, undefined, 'C2:C3']])
    const broken = await read(await workbook([heading, ['1.001193', '#N/A', '#REF!']]))
    expect(short(broken.faults)).toEqual([
      ['formula-error', 2, 'Tên thủ tục', '#N/A'],
      ['formula-error', 2, 'Lĩnh vực', '#REF!'],
    ])
  })

  it('are read as Excel itself writes them: shared and rich text, formulas and their errors, lines that are left out', async () => {
    const heading = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Tên thủ tục</t></is></c>'
    const field = '<c r="C1" t="str"><f>"Lĩnh vực"</f><v>Lĩnh vực</v></c>'
    const broken = '<c r="C2" t="e"><f>VLOOKUP(A2,X!A:B,2,0)</f><v>#N/A</v></c>'
    const text = '<c r="A7" t="str"><f>TEXT(1,"0")</f><v>1.001194</v></c><c r="B7"><f>1/0</f><v/></c>'
    const rows = `<row r="1">${heading}${field}</row><row r="2"><c r="A2"><v>1.00119</v></c><c r="B2" t="s"><v>1</v></c>${broken}</row><row r="7">${text}</row>`
    const shared =
      '<si><t>Mã thủ tục</t></si><si><r><t>Đăng </t></r><r><rPr><b/></rPr><t xml:space="preserve"> ký</t></r></si>'
    const { rows: found, faults } = await read(await workbookOf(rows, shared))
    expect(found).toMatchObject([
      { line: 2, code: '1.001190', name: 'Đăng ký' },
      { line: 7, code: '1.001194' },
    ])
    expect(short(faults)).toEqual([
      ['formula-error', 2, 'Lĩnh vực', '#N/A'],
      ['missing-value', 7, 'Tên thủ tục', undefined],
    ])
  })

  it('read the same as text or number, with spaces around, in any Unicode form', async () => {
    const cells = await read(
      await workbook([heading, [1.00119, '  Đăng  ký khai sinh '.normalize('NFD'), '\u00a0Hộ tịch']]),
    )
    expect(cells.rows).toEqual([{ line: 2, code: '1.001190', name: 'Đăng ký khai sinh', field: 'Hộ tịch' }])
    const text = await read(Buffer.from(asCsv([heading, ['1.001190', 'Đăng ký khai sinh', 'Hộ tịch']])))
    expect(text.rows).toEqual(cells.rows)
  })

  it('beyond the heading are not lost without a word', async () => {
    const { faults } = await read(Buffer.from('Mã thủ tục;Tên thủ tục\n1.001193;Khai sinh;Hộ tịch'))
    expect(short(faults)).toEqual([['no-heading', 2, 'C', 'Hộ tịch']])
  })
})

describe('periods', () => {
  const spellings: [text: string | number | Date, period: string][] = [
    ['2026', '2026'],
    [2026, '2026'],
    ['năm 2026', '2026'],
    ['2026-03', '2026-03'],
    ['3/2026', '2026-03'],
    ['Tháng 3 năm 2026', '2026-03'],
    [new Date(Date.UTC(2026, 2, 1)), '2026-03'],
    ['Quý II/2026', '2026-Q2'],
    ['quý 4 năm 2026', '2026-Q4'],
    ['2026-q1/14', '2026-Q1/14'],
    ['6 tháng đầu năm 2026', '2026-H1'],
    ['9 tháng 2026', '2026-9M'],
  ]
  it.each(spellings)('%s', async (text, period) => {
    const faults = noFaults()
    const rows = [
      ['Mã đơn vị', 'Kỳ', 'Số hồ sơ'],
      ['CQ', text, 5],
    ]
    const table = await readDossiers(await workbook(rows), faults)
    expect(table?.rows).toEqual([{ line: 2, officeCode: 'CQ', period, dossiers: 5 }])
  })

  it('that are none are refused', async () => {
    for (const text of ['quý 5 năm 2026', '13/2026', '2026-H3', 'tháng 3']) {
      const faults = noFaults()
      await readDossiers(
        Buffer.from(
          asCsv([
            ['Mã đơn vị', 'Kỳ', 'Số hồ sơ'],
            ['CQ', text, 5],
          ]),
        ),
        faults,
      )
      expect([text, short(faults.listed)]).toEqual([text, [['malformed-period', 2, 'Kỳ', text]]])
    }
  })
})

describeEngines('fifty thousand rows', (engine) => {
  const code = (i: number) => `1.${String(100_000 + i)}`
  const many = (count: number): Rows => [
    heading,
    ...Array.from({ length: count }, (_, i) => [code(i), `Thủ tục ${i}`, 'Hộ tịch']),
  ]

  it('are imported while others are served, and change nothing the second time', async () => {
    const connection = await engine.open()
    await fillEmpty(connection, new Date('2026-01-01T00:00:00Z'), randomBytesPooled)
    let turns = 0
    let busy = true
    const others = (async () => {
      for (; busy; turns++) await turn()
    })()
    const rows = many(50_000)
    expect(await sendTable(connection, 'procedures', rows)).toMatchObject({ ok: true, summary: { added: 50_000 } })
    busy = false
    await others
    expect(turns).toBeGreaterThan(100)
    expect(await sendTable(connection, 'procedures', rows)).toMatchObject({
      ok: true,
      summary: { same: 50_000, changes: [] },
    })
  }, 120_000)

  it('and one more are refused with the number that can be read', async () => {
    const connection = await engine.open()
    const result = await sendTable(connection, 'procedures', many(50_001))
    if (result.ok || result.error !== 'faults') throw new Error('taken')
    expect(result.faults.listed.map((fault) => faultLine(fault, 'procedures'))).toEqual([
      'Dòng 50002: Tệp có nhiều hơn 50.000 dòng. Xin chia thành nhiều tệp rồi nhập từng tệp.',
    ])
  }, 60_000)
})
