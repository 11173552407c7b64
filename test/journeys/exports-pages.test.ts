import { parseCsv } from 'hucre/csv'
import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import type { Connection } from '../../db/connect'
import { drain } from '../../server/ledger/follow'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answerOf, keep } from '../support/ledger'
import { signInAs } from '../support/staff'

/** 40 answers of March 2026 in two offices beside what the first start made; today is 31 March. */
async function openFilled(connection: Connection) {
  const test = await openApp(connection, {}, '2026-03-31T02:00:00Z')
  await insertDepartment(connection.db)
  await keep(
    connection,
    Array.from({ length: 40 }, (_, i) => answerOf(i)),
  )
  await drain(connection)
  return test
}

describeEngines('downloads', (engine) => {
  it('the statistician takes every report in every format, and each is written down', async () => {
    const test = await openFilled(await engine.open())
    const person = await signInAs(test, 'statistics')
    for (const name of ['satisfaction', 'responses', 'points'])
      for (const format of ['json', 'csv', 'xlsx', 'docx', 'pdf']) {
        const page = await person.open(`/can-bo/xuat/${name}.${format}?period=2026-Q1`)
        expect(page.status).toBe(200)
        expect(page.headers.get('Content-Disposition')).toMatch(
          new RegExp(`^attachment; filename="[a-z-]+_2026-Q1\\.${format}"$`),
        )
        expect(page.headers.get('Cache-Control')).toBe('private, no-store')
      }
    const written = await listAudit(test.deps.db, { limit: 20 })
    expect(written.filter(({ action }) => action === 'report.export')).toHaveLength(15)
    expect(written[0]).toMatchObject({ subject: 'diem-khao-sat_2026-Q1.pdf', detail: '{"period":"2026-Q1"}' })
  })

  it('what is too long for paper is refused with a sentence that names the other formats', async () => {
    const connection = await engine.open()
    const test = await openFilled(connection)
    await keep(
      connection,
      Array.from({ length: 1300 }, (_, i) => answerOf(i + 1000)),
    )
    await drain(connection)
    const person = await signInAs(test, 'statistics')
    for (const format of ['docx', 'pdf']) {
      const page = await person.open(`/can-bo/xuat/responses.${format}`)
      expect(page.status).toBe(422)
      expect(page.text).toMatch(/có hơn 1\.2\d\d dòng nên không in được.*CSV hay XLSX/)
    }
    const machine = await person.open('/api/v1/reports/responses.pdf')
    expect(JSON.parse(machine.html)).toMatchObject({ error: 'too-many-rows', parameter: 'rows' })
    expect(await listAudit(test.deps.db, { limit: 20 })).not.toContainEqual(
      expect.objectContaining({ action: 'report.export' }),
    )
    expect((await person.open('/can-bo/xuat/responses.csv')).status).toBe(200)
  })

  it('the same figures come from the address for machines', async () => {
    const test = await openFilled(await engine.open())
    const person = await signInAs(test, 'administrator')
    const machine = await person.open('/api/v1/reports/satisfaction.json?period=2026-03')
    const made = JSON.parse(machine.html)
    expect(made).toMatchObject({ report: 'satisfaction', parameters: { period: '2026-03', survey: 'sipas-24@1' } })
    const csv = await person.open('/can-bo/xuat/satisfaction.csv?period=2026-03')
    const [heading = [], ...lines] = parseCsv(csv.html, { delimiter: ',' }) as string[][]
    expect(lines.map((line) => line[heading.indexOf('rate')])).toEqual(
      made.rows.map((row: { rate: number | null }) => (row.rate === null ? '' : String(row.rate))),
    )
    const wrong = await person.open('/api/v1/reports/satisfaction.json?period=2026-14')
    expect(wrong.status).toBe(422)
    expect(JSON.parse(wrong.html)).toMatchObject({ error: 'bad-period', parameter: 'period', value: '2026-14' })
  })

  it('nobody takes what is not theirs', async () => {
    const test = await openFilled(await engine.open())
    const stranger = test.visitor()
    expect((await stranger.open('/can-bo/xuat/satisfaction.csv')).url).toMatch(/^\/can-bo\/dang-nhap/)
    expect((await stranger.open('/api/v1/reports/satisfaction.json')).status).toBe(401)
    const clerk = await signInAs(test, 'intake')
    expect((await clerk.open('/can-bo/xuat/satisfaction.csv')).status).toBe(403)
    const leader = await signInAs(test, 'viewer')
    expect((await leader.open('/can-bo/xuat/responses.csv')).status).toBe(403)
    expect((await leader.open('/api/v1/reports/responses.json')).status).toBe(403)
    for (const file of ['responses.exe', 'khong-co.csv', 'responses', '.csv'])
      expect((await (await signInAs(test, 'auditor')).open(`/can-bo/xuat/${file}`)).status).toBe(404)
  })

  it('a part of the tree sees itself alone', async () => {
    const test = await openFilled(await engine.open())
    const person = await signInAs(test, 'statistics', 'CQ-1')
    const own = JSON.parse((await person.open('/can-bo/xuat/responses.json')).html)
    expect(own.rows.length).toBeGreaterThan(0)
    expect(own.rows.every((row: { office: string }) => row.office === 'CQ-1')).toBe(true)
    const other = await person.open('/can-bo/xuat/responses.json?office=CQ')
    expect(other.status).toBe(422)
    expect(other.text).toContain('Không tìm thấy cơ quan này trong phạm vi được xem.')
  })

  it('whoever sees no live figures takes none: today is not in the file', async () => {
    const test = await openFilled(await engine.open())
    const today = Array.from({ length: 7 }, (_, i) => answerOf(100 + i, { submittedOn: '2026-03-31' }))
    await keep(test.deps.connection, today)
    await drain(test.deps.connection)
    const leader = await signInAs(test, 'viewer')
    const collected = async (query: string) =>
      JSON.parse((await leader.open(`/can-bo/xuat/points.json?${query}`)).html).rows.reduce(
        (sum: number, row: { collected: number }) => sum + row.collected,
        0,
      )
    expect(await collected('period=2026-03')).toBe(40)
    expect(await collected('')).toBe(40)
    const early = await leader.open('/can-bo/xuat/satisfaction.json?from=2026-03-31&to=2026-03-31')
    expect(early.status).toBe(422)
    expect(early.text).toContain('chưa xem được số liệu')
  })

  it('spaces around a day or a period open nothing', async () => {
    const test = await openFilled(await engine.open())
    await keep(test.deps.connection, [answerOf(100, { submittedOn: '2026-03-31' })])
    await drain(test.deps.connection)
    const leader = await signInAs(test, 'viewer')
    for (const when of ['from=%202026-03-31', 'from=2026-03-31%09&to=2026-03-31'])
      expect((await leader.open(`/can-bo/xuat/points.json?${when}`)).status).toBe(422)
    const month = JSON.parse((await leader.open('/can-bo/xuat/points.json?period=%202026-03')).html)
    expect(month.parameters).toMatchObject({ period: null, to: '2026-03-30' })
  })

  it('who may not take single responses takes no figure of fewer than five', async () => {
    const test = await openFilled(await engine.open())
    await keep(test.deps.connection, [answerOf(100, { submittedOn: '2026-03-30' })])
    await drain(test.deps.connection)
    const shown = async (role: 'viewer' | 'auditor') => {
      const file = await (await signInAs(test, role)).open(
        '/can-bo/xuat/satisfaction.json?from=2026-03-30&to=2026-03-30&public=',
      )
      return JSON.parse(file.html).rows.some(({ counts }: { counts: number[] | null }) => counts !== null)
    }
    expect(await shown('auditor')).toBe(true)
    expect(await shown('viewer')).toBe(false)
  })
})
