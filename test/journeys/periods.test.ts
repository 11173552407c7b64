import { expect, it } from 'vitest'
import { insertOffice } from '../../db/offices'
import type { Row } from '../../server/domain/report'
import { makeReport } from '../../server/reports'
import { answerSipas } from '../support/answers'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { signInAdministrator, signInAs } from '../support/staff'

const february = { submittedOn: '2026-02-10', submittedAt: '2026-02-10T02:00:00.000Z' }

async function officeOf(app: TestApp): Promise<string> {
  return (await app.deps.db.selectFrom('office').select('code').executeTakeFirstOrThrow()).code
}

async function closeFebruary(app: TestApp) {
  const hoa = await signInAdministrator(app)
  const page = `/can-bo/ky-bao-cao/${await officeOf(app)}/2026-02`
  await hoa.open(`${page}/chot`)
  await hoa.send(`${page}/chot`)
  return { hoa, page }
}

describeEngines('reporting periods', ({ open }) => {
  it('an administrator closes, approves and publishes a month', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 9, 5, february)
    await answerSipas(app, 1, 2, february)
    const { hoa, page } = await closeFebruary(app)
    expect(hoa.page.url).toBe(`${page}?xong=close`)
    expect(hoa.page.text).toContain('Đã chốt số liệu.')
    expect(hoa.page.text).toMatch(/10 90,00\s%/)
    expect(hoa.page.text).toContain('Chốt khi sổ phiếu có 10 dòng.')

    await hoa.open(`${page}/duyet`)
    await hoa.send(`${page}/duyet`)
    expect(hoa.page.text).toContain('Đã duyệt số liệu.')
    await hoa.open(`${page}/cong-bo`)
    await hoa.send(`${page}/cong-bo`)
    expect(hoa.page.text).toContain('Đã công bố.')
    expect(hoa.page.text).toContain('10/03/2026, Lê Thị Hoa')

    const actions = await app.deps.db.selectFrom('audit').select('action').orderBy('id').execute()
    expect(actions.map(({ action }) => action).filter((action) => action.startsWith('period'))).toEqual([
      'period.close',
      'period.approve',
      'period.publish',
    ])
  })

  it('keeps the figures of the day of closing; what comes later stands beside', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 10, 5, february)
    const { hoa, page } = await closeFebruary(app)
    await answerSipas(app, 10, 1, february)
    await answerSipas(app, 3, 5, { submittedOn: '2026-03-09' })
    await hoa.open(page)
    expect(hoa.page.text).toContain('Bổ sung sau chốt: 10 phiếu')
    expect(hoa.page.text).toMatch(/10 100,00\s% 20 50,00\s%/)

    await hoa.open('/can-bo/ky-bao-cao?nam=2026')
    expect(hoa.page.text).toMatch(/Tháng 2\/2026 Đã chốt 01\/02\/2026 – 28\/02\/2026 10 10 –/)
  })

  it('does not close a period that has not ended, and says from when', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 5, 5)
    const hoa = await signInAdministrator(app)
    const page = `/can-bo/ky-bao-cao/${await officeOf(app)}/2026-03`
    await hoa.open(page)
    expect(hoa.page.text).toContain('Chốt được từ ngày 01/04/2026')
    expect(hoa.page.html).not.toContain(`${page}/chot"`)
    await hoa.post(`${page}/chot`, new URLSearchParams({ mau: 'sipas-24@1' }))
    expect(hoa.page.status).toBe(422)
    expect(hoa.page.text).toContain('Kỳ chưa kết thúc nên chưa chốt được.')

    // The last day lasts until midnight in Viet Nam.
    app.setNow('2026-03-31T16:59:59Z')
    await hoa.open('/can-bo/dang-nhap')
    await hoa.send('/can-bo/dang-nhap', { login: 'hoa.lt', password: 'mưa xuân trên sông' })
    expect((await hoa.open(page)).text).toContain('Chốt được từ ngày')
    app.setNow('2026-03-31T17:00:00Z')
    expect((await hoa.open(page)).text).toContain('Chốt số liệu')
  })

  it('opens again for a reason only, keeps what was closed, and closes with what has come since', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 10, 5, february)
    const { hoa, page } = await closeFebruary(app)
    await answerSipas(app, 10, 1, february)
    await hoa.open(`${page}/mo-lai`)
    await hoa.send(`${page}/mo-lai`, { 'ly-do': '   ' })
    expect(hoa.page.status).toBe(422)
    expect(hoa.page.text).toContain('Xin ghi lý do mở lại kỳ.')
    await hoa.send(`${page}/mo-lai`, { 'ly-do': 'Nhập thiếu 10 phiếu giấy' })
    expect(hoa.page.text).toContain('Đã mở lại kỳ.')
    expect(hoa.page.text).toContain('Lý do: Nhập thiếu 10 phiếu giấy')

    await hoa.open(`${page}/chot`)
    await hoa.send(`${page}/chot`)
    expect(hoa.page.text).toMatch(/20 50,00\s% 20 50,00\s%/)
    expect(hoa.page.text).toContain('Chưa có phiếu nào bổ sung sau chốt.')
    const states = await app.deps.db.selectFrom('periodSnapshot').select('state').orderBy('closedAt').execute()
    expect(states.map(({ state }) => state).sort()).toEqual(['closed', 'reopened'])
  })

  it('two people who close at the same time make one snapshot', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 10, 5, february)
    const hoa = await signInAdministrator(app)
    const minh = await signInAs(app, 'statistics')
    const address = `/can-bo/ky-bao-cao/${await officeOf(app)}/2026-02/chot`
    const body = new URLSearchParams({ mau: 'sipas-24@1' })
    const pages = await Promise.all([hoa.post(address, body), minh.post(address, body)])
    expect(pages.map((page) => page.status).sort()).toEqual([200, 422])
    expect((await app.deps.db.selectFrom('periodSnapshot').selectAll().execute()).length).toBe(1)
  })

  it('asks which survey to report and refuses one without answers', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 10, 5, february)
    const hoa = await signInAdministrator(app)
    const address = `/can-bo/ky-bao-cao/${await officeOf(app)}/2026-02/chot`
    for (const chosen of ['', 'mau=nhanh-6@1', 'mau=khong-co@9']) {
      await hoa.post(address, new URLSearchParams(chosen))
      expect(hoa.page.status).toBe(422)
      expect(hoa.page.text).toContain('Xin chọn ít nhất một mẫu phiếu')
    }
  })

  it('a period with the cut-off on the 14th has its own days', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 6, 5, february)
    await answerSipas(app, 7, 5, { ...february, submittedOn: '2026-02-15' })
    const hoa = await signInAdministrator(app)
    const page = `/can-bo/ky-bao-cao/${await officeOf(app)}/2026-02-14`
    await hoa.open(`${page}/chot`)
    expect(hoa.page.text).toContain('6 phiếu hợp lệ')
    await hoa.send(`${page}/chot`)
    expect(hoa.page.text).toContain('Từ 15/01/2026 đến hết 14/02/2026')
  })

  it('keeps roles and offices apart', async () => {
    const app = await openApp(await open())
    await answerSipas(app, 10, 5, february)
    const { page } = await closeFebruary(app)
    const top = await officeOf(app)
    const office = { address: null, phone: null, createdAt: '2026-01-01T00:00:00Z' }
    await insertOffice(app.deps.db, { ...office, code: 'P1', name: 'Phòng Một', parentCode: top })

    const clerk = await signInAs(app, 'intake')
    expect((await clerk.open(page)).status).toBe(200)
    expect(clerk.page.html).not.toContain('hiện nay')
    expect((await clerk.open(`${page}/duyet`)).status).toBe(403)
    expect((await clerk.post(`${page}/duyet`, new URLSearchParams())).status).toBe(403)
    expect((await clerk.post(`${page}/ho-so`, new URLSearchParams({ dossiers: '1' }))).status).toBe(403)

    const below = await signInAs(app, 'statistics', 'P1')
    expect((await below.open('/can-bo/ky-bao-cao/P1/2026-02')).status).toBe(200)
    expect((await below.open(page)).status).toBe(404)
    expect((await below.open(`${page}/chot`)).status).toBe(404)
    expect((await app.visitor().open(page)).url).toContain('/can-bo/dang-nhap')
  })

  it('takes the number of dossiers and the target as people write them', async () => {
    const app = await openApp(await open())
    const hoa = await signInAdministrator(app)
    const page = `/can-bo/ky-bao-cao/${await officeOf(app)}/2026-02`
    await hoa.open(page)
    await hoa.send(`${page}/ho-so`, { dossiers: '1.341', issued: 'nhiều', basis: 'returned' })
    expect(hoa.page.status).toBe(422)
    expect(hoa.page.text).toContain('Số phiếu phát ra cần là số nguyên')
    expect(hoa.field('dossiers')).toBe('1.341')
    expect(hoa.field('basis')).toBe('returned')
    await hoa.send(`${page}/ho-so`, { dossiers: '1.341', issued: '', basis: 'returned' })
    expect(hoa.page.text).toContain('Đã lưu số hồ sơ.')

    await hoa.send(`${page}/chi-tieu`, { operator: '>', percent: '101', source: 'Kế hoạch 12/KH-UBND' })
    expect(hoa.page.status).toBe(422)
    expect(hoa.field('source')).toBe('Kế hoạch 12/KH-UBND')
    await hoa.send(`${page}/chi-tieu`, { operator: '>', percent: '87,5', source: 'Kế hoạch 12/KH-UBND' })
    expect(hoa.page.text).toContain('Đã lưu chỉ tiêu.')
    expect(hoa.field('percent')).toBe('87,5')
    const target = await app.deps.db.selectFrom('target').selectAll().executeTakeFirstOrThrow()
    expect(target).toMatchObject({ year: 2026, operator: '>', hundredths: 8750 })
    const dossiers = await app.deps.db.selectFrom('denominator').selectAll().executeTakeFirstOrThrow()
    expect(dossiers).toMatchObject({ period: '2026-02', dossiers: 1341, issued: null, basis: 'returned' })

    await hoa.send(`${page}/ho-so`, { dossiers: '1.000', overdue: '1.001', disliked: '5', basis: 'returned' })
    expect(hoa.page.text).toContain('Số hồ sơ trễ hẹn cần là số nguyên, không quá số hồ sơ')
    await hoa.send(`${page}/ho-so`, { dossiers: '1.000', overdue: '20', disliked: '5', basis: 'returned' })
    const { connection } = app.deps
    const made = await makeReport({ connection, today: '2026-03-10' }, 'case-indicators', { period: '2026-02' })
    if (!made.ok) throw new Error(made.error)
    const rows: Row[] = []
    for await (const row of made.report.rows) rows.push(row)
    expect(rows.find(({ key }) => key === '766-5.4')).toMatchObject({ part: 975, of: 1000, rate: 97.5 })
  })
})
