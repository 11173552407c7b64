import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { connect, type Place } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { unzip } from '../../server/formats/zip'
import { formatNumber } from '../../web/vi/format'
import { hailong } from '../support/command'
import { describeEngines, temporaryFolder } from '../support/database'
import { answerOf, insertLedgerPlaces, keep, mark } from '../support/ledger'
import { readPdf } from '../support/pdf-text'

/** A database with 60 answers in March 2026, of which one is withdrawn and one has a comment; nothing is followed yet. */
async function withAnswers(place: Place): Promise<void> {
  const connection = await connect(place)
  await migrate(connection)
  await insertLedgerPlaces(connection.db)
  const rows = Array.from({ length: 60 }, (_, i) => answerOf(i))
  const [first, second, ...rest] = rows
  if (!first || !second) throw new Error('no rows')
  const extras = JSON.stringify({ reasons: { '1.1': [0] } })
  const ids = await keep(connection, [{ ...first, comment: '=HYPERLINK("x")' }, { ...second, extras }, ...rest])
  await mark(connection.db, ids[5] ?? 0, 'withdraw')
  await connection.close()
}

const json = (text: Buffer) => JSON.parse(text.toString('utf8'))

describeEngines('hailong report', (engine) => {
  it('prints the same figures in every format, waiting answers included', async () => {
    const place = await engine.place()
    await withAnswers(place)
    const asked = ['report', 'satisfaction', '--period', '2026-03', '--format']
    const made = json((await hailong(place, ...asked, 'json')).out)
    const csv = await hailong(place, ...asked, 'csv')
    const xlsx = await hailong(place, ...asked, 'xlsx')
    expect([csv.code, xlsx.code]).toEqual([0, 0])
    expect(csv.said).toBe('30 dòng.\n')

    const [heading = [], ...lines] = parseCsv(csv.out.toString('utf8'), { delimiter: ',' }) as string[][]
    const sheet = (await readXlsx(xlsx.out)).sheets[0]?.rows.slice(1) ?? []
    expect(made.rows).toHaveLength(30)
    made.rows.forEach((row: Record<string, unknown>, i: number) => {
      for (const key of ['answered', 'na', 'blank', 'rate', 'low', 'high', 'mean']) {
        const at = heading.indexOf(key)
        expect(lines[i]?.[at]).toBe(row[key] === null ? '' : String(row[key]))
        expect(sheet[i]?.[at] ?? null).toBe(row[key])
      }
      const counts = row.counts as number[]
      const first = heading.indexOf('counts.1')
      expect(lines[i]?.slice(first, first + counts.length)).toEqual(counts.map(String))
      expect(sheet[i]?.slice(first, first + counts.length)).toEqual(counts)
    })
  })

  it('prints for reading what it prints for machines', async () => {
    const place = await engine.place()
    await withAnswers(place)
    const asked = ['report', 'satisfaction', '--period', '2026-03', '--format']
    const made = json((await hailong(place, ...asked, 'json')).out)
    const pdf = await hailong(place, ...asked, 'pdf')
    const docx = await hailong(place, ...asked, 'docx')
    expect([pdf.code, docx.code]).toEqual([0, 0])
    expect(pdf.said).toBe('30 dòng.\n')
    const word = unzip(docx.out).find(({ path }) => path === 'word/document.xml')?.text ?? ''
    for (const text of [readPdf(pdf.out).text, word.replace(/<\/w:tc>/g, ' ').replace(/<[^>]+>/g, '')]) {
      let at = 0
      const close = text.replace(/\s/g, '')
      for (const { rate, low, high, mean } of made.rows) {
        const figures = [rate, low, high, mean].map((figure) => (figure === null ? '–' : formatNumber(figure)))
        at = close.indexOf(figures.join(''), at) + 1
        expect(at).toBeGreaterThan(0)
      }
    }
  })

  it('gives each response a row without anything that tells who answered', async () => {
    const place = await engine.place()
    await withAnswers(place)
    const ran = await hailong(place, 'report', 'responses', '--format', 'json')
    expect(ran).toMatchObject({ code: 0, said: '60 dòng.\n' })
    const { rows, columns, notes } = json(ran.out)
    expect(rows.map((row: { n: number }) => row.n)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
    expect(notes.at(-1)).toBe('Số dòng: 60.')
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(columns.map((c: { key: string }) => c.key).sort())
    const text = ran.out.toString('utf8')
    expect(text).not.toMatch(/T02:00|clientId|contentMac|"id"/)

    const withdrawn = rows.filter((row: { standing: string }) => row.standing === 'withdrawn')
    expect(withdrawn).toHaveLength(1)
    expect(Object.entries(withdrawn[0]).filter(([key, value]) => /^\d/.test(key) && value !== null)).toEqual([])
    const remarked = rows.find((row: { comment: string | null }) => row.comment !== null)
    expect(remarked).toMatchObject({ submittedOn: null, half: expect.stringMatching(/^2026-03[ab]$/) })
    expect(rows.filter((row: { reasons: string | null }) => row.reasons?.startsWith('1.1: '))).toHaveLength(1)
    expect(
      rows.every((row: Record<string, unknown>) => [1, 2, 3, 4, 5, 'na', null, '.'].includes(row['1.1'] as never)),
    ).toBe(true)
  })

  it('makes a comment that looks like a formula harmless, and counts in the order of no clock', async () => {
    const place = await engine.place()
    await withAnswers(place)
    const { out } = await hailong(place, 'report', 'responses', '--format', 'csv')
    expect(out.toString('utf8')).toContain(`"'=HYPERLINK(""x"")"`)
    expect(parseCsv(out.toString('utf8'), { delimiter: ',' })).toHaveLength(61)
  })

  it('narrows to point, channel and days, and says what is wrong with a parameter', async () => {
    const place = await engine.place()
    await withAnswers(place)
    const few = json((await hailong(place, 'report', 'responses', '--point', '7F3K', '--channel', 'phone')).out)
    const places = few.rows.map((row: { point: string; channel: string }) => `${row.point} ${row.channel}`)
    expect(new Set(places)).toEqual(new Set(['7F3K phone']))
    expect(few.parameters).toMatchObject({ point: '7F3K', channel: 'phone' })
    for (const [option, value] of [
      ['--period', '2026-13'],
      ['--office', 'KHONG'],
      ['--channel', 'fax'],
      ['--from', '30/2'],
    ]) {
      const wrong = await hailong(place, 'report', 'satisfaction', String(option), String(value))
      expect(wrong.code).toBe(1)
      expect(wrong.out).toHaveLength(0)
      expect(wrong.said).toContain(value)
    }
  })

  it('writes a file whole or not at all', async () => {
    const place = await engine.place()
    await withAnswers(place)
    const folder = await temporaryFolder()
    const file = join(folder, 'phieu.csv')
    const ran = await hailong(place, 'report', 'responses', '--format', 'csv', '--out', file)
    expect(ran).toMatchObject({ code: 0, said: `Đã ghi ${file}: 60 dòng.\n` })
    expect(ran.out).toHaveLength(0)
    expect(parseCsv(await readFile(file, 'utf8'), { delimiter: ',' })).toHaveLength(61)
    const nowhere = await hailong(place, 'report', 'responses', '--out', join(folder, 'khong', 'co.csv'))
    expect(nowhere.code).toBe(1)
    expect(nowhere.said).toContain('Không ghi được tệp')
    expect(await readdir(folder)).toEqual(['phieu.csv'])
  })
})

describeEngines('hailong points', (engine) => {
  it('works on an empty database: the first start makes a point, one JSON object a line', async () => {
    const place = await engine.place()
    const ran = await hailong(place, 'points')
    expect(ran).toMatchObject({ code: 0, said: '' })
    const lines = ran.out.toString('utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    const point = JSON.parse(lines[0] ?? '')
    expect(Object.keys(point)).toEqual(['code', 'name', 'office', 'survey', 'url'])
    expect(point).toMatchObject({ survey: 'sipas-24@1', url: `https://hailong.test/k/${point.code}` })
    expect((await hailong(place, 'points')).out.equals(ran.out)).toBe(true)
    const empty = await hailong(place, 'report', 'satisfaction')
    expect(json(empty.out).rows.every((row: { rate: number | null }) => row.rate === null)).toBe(true)
  })
})

describe('hailong', () => {
  const place = { dataDir: '/nowhere/at/all' }
  it('lists its commands', async () => {
    for (const argv of [[], ['help'], ['--help']]) {
      const ran = await hailong(place, ...argv)
      expect(ran.code).toBe(0)
      for (const command of ['points', 'report', 'import']) expect(ran.out.toString()).toContain(`  ${command}`)
    }
  })
  it('says what exists when it does not know a command, report, format or option', async () => {
    const cases: [string[], code: number, string][] = [
      [['bay'], 2, 'Các lệnh: points, report'],
      [['report', 'la'], 1, 'Các báo cáo: satisfaction, responses, points'],
      [['report'], 1, 'Thiếu tên báo cáo'],
      [['report', 'satisfaction', '--format', 'odt'], 1, 'Các dạng: xlsx, docx, pdf, csv, json'],
      [['report', 'satisfaction', '--nam', '2026'], 2, '--from, --to, --period'],
      [['report', 'satisfaction', '--from'], 2, 'Cách dùng: report <tên>'],
      [['report', 'satisfaction', 'thua'], 1, '"thua"'],
      [['verify', '--nhanh'], 2, '"--nhanh"'],
      [['verify', 'nhanh'], 2, '"nhanh"'],
      [['points', 'thua'], 2, '"thua"'],
    ]
    for (const [argv, code, sentence] of cases) {
      const ran = await hailong(place, ...argv)
      expect(ran).toMatchObject({ code, said: expect.stringContaining(sentence) })
      expect(ran.out).toHaveLength(0)
    }
  })
})
