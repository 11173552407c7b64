import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { seedSurveys } from '../../db/seed'
import { gdCong } from '../../db/seed/gd-cong'
import { type Fault, firstFaults } from '../../server/imports/faults'
import { type ImportContext, readResponses } from '../../server/imports/responses'
import type { Cell } from '../../server/imports/sheet'
import { faultLine } from '../../web/vi/import-faults'

const point = (code: string, surveyKey = 'sipas-24') => ({ code, officeCode: 'CQ', surveyKey, field: '' })
const context: ImportContext = {
  procedures: [{ code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch' }],
  points: [point('7F3K'), point('NHANH', 'nhanh-6'), point('7E22'), point('TRUONG', 'gd-cong')],
  definitions: [...seedSurveys, gdCong],
  now: new Date('2026-03-10T02:00:00Z'),
  hash: (content) => content,
}

const read = (text: string) => readResponses(Buffer.from(text), context)
const readCells = async (
  rows: Cell[][],
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [],
) => readResponses(await writeXlsx({ sheets: [{ name: 'Phiếu', rows, merges }] }), context)

async function rows(file: Promise<Awaited<ReturnType<typeof readResponses>>>) {
  const result = await file
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.rows
}

async function faults(file: Promise<Awaited<ReturnType<typeof readResponses>>>): Promise<Fault[]> {
  const result = await file
  return result.ok ? [] : result.faults.listed
}

const short = (list: Fault[]) => list.map(({ code, line, column, value }) => ({ code, line, column, value }))

describe('a file of earlier answers', () => {
  it('has one row for each form, with the survey of the point and the channel paper', async () => {
    const [row, ...others] = await rows(read('point,submittedAt,1.1,1.2,2.1,5.4\n7F3K,2026-03-05T08:30,5,na,,1\n'))
    expect(others).toEqual([])
    expect(row).toMatchObject({ line: 2, channel: 'paper', clientId: null, point: { code: '7F3K' } })
    expect(row?.definition.key).toBe('sipas-24')
    expect(row?.when).toEqual({ on: '2026-03-05', at: '2026-03-05T01:30:00.000Z' })
    expect(row?.parsed).toMatchObject({ answers: `5n${'-'.repeat(21)}1`, standing: 'under-half' })
  })

  it('may name the procedure by code, name or words; others stay as they are written', async () => {
    const lines = [
      'point,submittedAt,1.1,Thủ tục',
      '7F3K,05/03/2026,4,1.001193 Đăng ký khai sinh',
      '7F3K,05/03/2026,4,KHAI SINH',
    ]
    const found = await rows(read([...lines, '7F3K,05/03/2026,4,cấp lại', '7F3K,05/03/2026,4,'].join('\n')))
    const code = '{"procedure":{"code":"1.001193"}}'
    expect(found.map(({ parsed }) => parsed.extras)).toEqual([code, code, '{"procedure":{"text":"cấp lại"}}', null])
    expect(found.map(({ point }) => point.field)).toEqual(['Hộ tịch', 'Hộ tịch', '', ''])
  })

  it('is the same with commas, semicolons, tabs, a byte order mark, quotes, and any line end', async () => {
    const lines = ['point,submittedAt,1.1,comment', '"7F3K","05/03/2026",4,"Chờ lâu"', '7F3K,05/03/2026,4,']
    const expected = (await rows(read(lines.join('\n')))).map((row) => row.contentHash)
    expect(new Set(expected).size).toBe(2)
    for (const separator of [',', ';', '\t'])
      for (const end of ['\n', '\r\n', '\r', '\r\n\r\n'])
        for (const mark of ['', '\uFEFF']) {
          const text = mark + lines.map((line) => line.replaceAll(',', separator)).join(end) + end
          expect((await rows(read(text))).map((row) => row.contentHash)).toEqual(expected)
        }
  })

  it('keeps separators, quotes and line breaks inside quotes', async () => {
    const [row, next] = await rows(
      read('point;submittedAt;1.1;góp ý\n7F3K;2026-03-05;4;"a;b ""c""\nd"\n7F3K;2026-03-05;4;x'),
    )
    expect(row?.parsed.comment).toBe('a;b "c"\nd')
    expect(next?.line).toBe(3)
  })

  it('takes levels as numbers, labels in any case and without marks, and no opinion', async () => {
    const words = ['4', '4.0', '4,0', ' 4 ', 'Hài lòng', 'HÀI LÒNG', 'hai long', 'Hài lòng'.normalize('NFD')]
    for (const word of words) {
      const [row] = await rows(read(`point\tsubmittedAt\t1.1\n7F3K\t2026-03-05\t${word}`))
      expect(row?.parsed.answers[0], word).toBe('4')
    }
    for (const word of ['na', 'NA', 'Không có ý kiến', 'khong co y kien hoac chua su dung']) {
      const [row] = await rows(read(`point;submittedAt;1.1;1.2\n7F3K;2026-03-05;5;${word}`))
      expect(row?.parsed.answers.slice(0, 2), word).toBe('5n')
    }
  })

  it('finds columns by Vietnamese names, the texts of the criteria, and gates and items by their words', async () => {
    const heading = [
      ...['STT', 'Mã điểm', 'Dấu thời gian', 'KÊNH', 'Biển hiệu, bảng hướng dẫn rõ ràng, dễ thấy'],
      ...['1.2 Trụ sở gọn, sạch', 'Mức độ hài lòng [Cán bộ tận tình giúp đỡ]', 'Tuổi', 'x.purpose', '1,3'],
      'Theo Ông/Bà, cơ quan cần cải thiện điều gì?',
    ]
    const cells = ['1', '7f3k', '05/03/2026 8:15:30', 'Điện thoại cá nhân', '5', '4', '3', 'trên 60', 'Nộp hồ sơ', '2']
    const text = [heading, [...cells, 'Thời gian giải quyết; skill']].map((line) => line.map((c) => `"${c}"`).join(';'))
    const [row] = await rows(read(text.join('\n')))
    expect(row).toMatchObject({ channel: 'phone', when: { at: '2026-03-05T01:15:30.000Z' } })
    expect(row?.parsed.answers).toBe('542-----.------3....----')
    expect(row?.parsed.traits).toBe('0-----4---')
    expect(row?.parsed.extras).toBe('{"items":{"improve":[3,4]}}')
  })

  it('keeps rows without any answer as blank forms', async () => {
    const [row] = await rows(read('point,submittedAt,1.1\n7F3K,2026-03-05,\n,,\n'))
    expect(row?.parsed.standing).toBe('blank')
  })

  it('takes several surveys in one file', async () => {
    const text =
      'point,submittedAt,survey,0.1,1.1\n7F3K,2026-03-05,,,5\nNHANH,2026-03-05,,4,5\n7F3K,2026-03-05,nhanh-6@1,3,\n'
    expect((await rows(read(text))).map((row) => [row.definition.key, row.parsed.answers.slice(0, 2)])).toEqual([
      ['sipas-24', '5-'],
      ['nhanh-6', '45'],
      ['nhanh-6', '3-'],
    ])
  })
})

describe('a workbook', () => {
  const heading = ['point', 'submittedAt', '1.1', '1.2']

  it('says the same as the CSV: numbers, dates, and dates left as serial numbers', async () => {
    const at = new Date(Date.UTC(2026, 2, 5, 8, 30))
    const [csv] = await rows(read('point,submittedAt,1.1,1.2\n7F3K,2026-03-05 08:30,4,na'))
    const sheet = await rows(
      readCells([
        heading,
        ['7F3K', at, 4, 'na'],
        ['7F3K', 46086.354166666664, 4, 'na'],
        ['7F3K', '46086.3541666667', '4.0', 'NA'],
      ]),
    )
    for (const row of sheet) expect(row.contentHash).toBe(csv?.contentHash)
    const [day] = await rows(readCells([heading, ['7F3K', new Date(Date.UTC(2026, 2, 5)), 4, null]]))
    expect(day?.when).toEqual({ on: '2026-03-05', at: null })
  })

  it('finds a code that was taken for a number', async () => {
    const [row] = await rows(
      readCells([
        ['point', 'submittedAt', 1.1],
        [7e22, new Date(Date.UTC(2026, 2, 5)), 5],
      ]),
    )
    expect(row?.point.code).toBe('7E22')
    expect((await rows(read('point;submittedAt;1.1\n7.00E+22;2026-03-05;5')))[0]?.point.code).toBe('7E22')
  })

  it('names merged cells and errors of formulas', async () => {
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }]
    expect(short(await faults(readCells([heading, ['7F3K', '2026-03-05', 5, 5]], merges)))).toEqual([
      { code: 'merged-cells', line: 2, column: undefined, value: 'A2:A3' },
    ])
    const broken = [heading, ['7F3K', '2026-03-05', '#DIV/0!', 5]]
    expect(short(await faults(readCells(broken)))).toEqual([
      { code: 'formula-error', line: 2, column: '1.1', value: '#DIV/0!' },
    ])
  })

  it('refuses what is no workbook', async () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(short(await faults(readResponses(old, context)))[0]?.code).toBe('old-excel')
    expect((await faults(readResponses(Buffer.from('PK\u0003\u0004 nothing'), context)))[0]?.code).toBe('broken-xlsx')
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [heading] }] })
    expect((await faults(readResponses(bytes.subarray(0, bytes.length / 2), context)))[0]?.code).toBe('broken-xlsx')
    expect((await faults(readResponses(bytes, context)))[0]?.code).toBe('no-rows')
  })
})

describe('an error names line, column, value and what was expected', () => {
  const cases: [string, string, Partial<Fault>][] = [
    ['no point', 'submittedAt,1.1\n2026-03-05,5', { code: 'missing-column', line: 1, column: 'point' }],
    ['no criterion', 'point,submittedAt,Tuổi\n7F3K,2026-03-05,', { code: 'no-criteria', line: 1 }],
    [
      'unknown column',
      'point,submittedAt,1.1,1.9\n7F3K,2026-03-05,5,5',
      { code: 'unknown-column', line: 1, column: '1.9' },
    ],
    [
      'ambiguous text',
      'point,submittedAt,1.1,Đúng quy định\n7F3K,2026-03-05,5,5',
      { code: 'not-in-survey', column: 'Đúng quy định' },
    ],
    [
      'column twice',
      'point,submittedAt,1.1,Biển hiệu - hướng dẫn\n7F3K,2026-03-05,5,5',
      { code: 'repeated-column', line: 1 },
    ],
    ['point twice', 'point,Điểm,submittedAt,1.1\n7F3K,7F3K,2026-03-05,5', { code: 'repeated-column', column: 'Điểm' }],
    [
      'cell without heading',
      'point,submittedAt,1.1\n7F3K,2026-03-05,5,4',
      { code: 'no-heading', line: 2, column: 'D', value: '4' },
    ],
    [
      'unknown point',
      'point,submittedAt,1.1\nXXXX,2026-03-05,5',
      { code: 'unknown-point', line: 2, column: 'point', value: 'XXXX' },
    ],
    ['empty point', 'point,submittedAt,1.1\n,2026-03-05,5', { code: 'missing-value', line: 2, column: 'point' }],
    ['empty date', 'point,Thời gian,1.1\n7F3K,,5', { code: 'missing-value', line: 2, column: 'Thời gian' }],
    ['no date', 'point,submittedAt,1.1\n7F3K,31/02/2026,5', { code: 'not-a-date', line: 2, value: '31/02/2026' }],
    ['month first', 'point,submittedAt,1.1\n7F3K,03/25/2026,5', { code: 'not-a-date', value: '03/25/2026' }],
    ['future', 'point,submittedAt,1.1\n7F3K,11/03/2026,5', { code: 'future-date', line: 2, value: '11/03/2026' }],
    ['later today', 'point,submittedAt,1.1\n7F3K,2026-03-10 09:01,5', { code: 'future-date' }],
    ['level', 'point,submittedAt,1.1\n7F3K,2026-03-05,6', { code: 'not-a-level', line: 2, column: '1.1', value: '6' }],
    // Exports of other programs write -1 and -99 for "no answer".
    ['minus one', 'point,submittedAt,1.1\n7F3K,2026-03-05,-1', { code: 'not-a-level', line: 2, value: '-1' }],
    ['less than', 'point,submittedAt,1.1\n7F3K,2026-03-05,<2', { code: 'not-a-level', value: '<2' }],
    ['half level', 'point,submittedAt,1.1\n7F3K,2026-03-05,4.5', { code: 'not-a-level', value: '4.5' }],
    [
      'channel',
      'point,submittedAt,channel,1.1\n7F3K,2026-03-05,fax,5',
      { code: 'unknown-channel', column: 'channel', value: 'fax' },
    ],
    [
      'survey',
      'point,submittedAt,survey,1.1\n7F3K,2026-03-05,sipas-99,5',
      { code: 'unknown-survey', value: 'sipas-99' },
    ],
    [
      'other survey',
      'point,submittedAt,0.1,1.1\n7F3K,2026-03-05,5,5',
      { code: 'not-in-survey', line: 2, column: '0.1', value: '5' },
    ],
    [
      'option',
      'point,submittedAt,1.1,Tuổi\n7F3K,2026-03-05,5,40',
      { code: 'unknown-option', column: 'Tuổi', value: '40' },
    ],
    [
      'percent',
      'point,submittedAt,1.1,expectation\nTRUONG,2026-03-05,5,"0,85"',
      { code: 'not-a-number', column: 'expectation', value: '0,85' },
    ],
    [
      'comment',
      `point,submittedAt,1.1,comment\n7F3K,2026-03-05,5,${'x'.repeat(4001)}`,
      { code: 'too-long', column: 'comment' },
    ],
    ['quote', 'point,submittedAt,1.1\n7F3K,2026-03-05,"5\n', { code: 'open-quote', line: 2 }],
    ['nothing', '', { code: 'no-rows' }],
  ]
  it.each(cases)('%s', async (_name, text, fault) => {
    const [first] = await faults(read(text))
    expect(first).toMatchObject(fault)
    expect(faultLine(first ?? { code: 'no-rows' })).toMatch(/^\p{Lu}.*\.$/su)
  })

  it('refuses other encodings with a sentence', async () => {
    const text = 'point,submittedAt,1.1\n7F3K,2026-03-05,Rất hài lòng'
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le')
    const latin = Buffer.from('point,submittedAt,1.1\n7F3K,2026-03-05,H\u00e0i', 'latin1')
    for (const bytes of [utf16, latin]) {
      const [fault] = await faults(readResponses(bytes, context))
      expect(faultLine(fault ?? { code: 'no-rows' })).toContain('UTF-8')
    }
  })

  it('shows the first 200, keeps more for the file of faults and counts all', async () => {
    const result = await read(`point,submittedAt,1.1\n${'7F3K,2026-03-05,9\n'.repeat(1000)}`)
    if (result.ok) throw new Error('read')
    expect(result.faults.total).toBe(1000)
    expect(result.faults.listed).toHaveLength(1000)
    expect(firstFaults(result.faults)).toMatchObject({ listed: { length: 200 }, total: 1000 })
    expect(faultLine(result.faults.listed[0] ?? { code: 'no-rows' })).toBe(
      'Dòng 2, cột “1.1”: “9” không phải mức trả lời. Xin ghi: 1 (Rất không hài lòng), 2 (Không hài lòng), 3 (Bình thường), 4 (Hài lòng), 5 (Rất hài lòng), na, hoặc để trống.',
    )
  })

  it('is done soon with a heading that means nothing, however long, and repeats little of it', async () => {
    const brackets = await faults(read(`point,submittedAt,${'['.repeat(200_000)}\n`))
    expect(brackets[0]).toMatchObject({ code: 'unknown-column', column: '['.repeat(100) })
    const wide = await read(`point,submittedAt${',x'.repeat(500_000)}\n`)
    if (wide.ok) throw new Error('read')
    expect(wide.faults.total).toBeLessThan(1100)
    expect(await rows(read(`point,submittedAt,1.1${','.repeat(100_000)}\n7F3K,2026-03-05,5\n`))).toHaveLength(1)
    const value = await faults(read(`point,submittedAt,1.1\n${'9'.repeat(100_000)},2026-03-05,5\n`))
    expect(value[0]).toMatchObject({ code: 'unknown-point', value: '9'.repeat(100) })
  })

  it('never throws, whatever the file is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await readResponses(bytes, context)).ok).toBe(false)
      }),
    )
  })
})
