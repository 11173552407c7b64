import { expect, it } from 'vitest'
import { findCase } from '../../db/cases'
import { actAsSender } from '../../server/actions/case-deeds'
import { mergeCases } from '../../server/actions/case-families'
import { makeReport } from '../../server/reports'
import { openApp, type TestApp } from '../support/app'
import { usual } from '../support/case-facts'
import { act, answerCase, openedCase, staffOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { password, signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

type Told = { test: TestApp; leader: Visitor; viewer: Visitor }

async function signInAgain(test: TestApp, login: string): Promise<Visitor> {
  const visitor = test.visitor()
  await visitor.open('/can-bo/dang-nhap')
  await visitor.send('/can-bo/dang-nhap', { login, password })
  return visitor
}

/** March 2026: one case carried over, five petitions that came in, a complaint and a question beside them. */
async function march(test: TestApp): Promise<Told> {
  await insertDepartment(test.deps.db)
  for (const role of ['approver', 'intake', 'viewer'] as const) await signInAs(test, role)
  const [boss, clerk] = [await staffOf(test, 'approver.all'), await staffOf(test, 'intake.all')]
  const at = (day: string, hour = '02') => test.setNow(`2026-${day}T${hour}:00:00Z`)
  const done = async (code: string, action: Parameters<typeof act>[3], staff = clerk) =>
    expect(await act(test, staff, code, action)).toMatchObject({ ok: true })

  at('02-02')
  const late = await openedCase(test, { title: 'Chậm trả học bạ' })
  at('03-02')
  const soon = await openedCase(test, { title: 'Biển chỉ dẫn sai', contentGroup: 'unclassified', contentType: null })
  await done(soon.code, { ...usual.classify, contentGroup: 'rule', contentType: 'unfit' })
  at('03-03')
  const moved = await openedCase(test)
  const twin = await openedCase(test, { title: 'Cùng chuyện ấy' })
  at('03-04')
  const [one, other] = [await findCase(test.deps.db, twin.code), await findCase(test.deps.db, moved.code)]
  if (!one || !other) throw new Error('no cases')
  expect(await mergeCases(test.deps, clerk, one, other, 'Đã gộp')).toMatchObject({ ok: true })
  await done(moved.code, { ...usual.forward, to: 'CQ-1' })
  at('03-05')
  const refused = await openedCase(test)
  await done(refused.code, usual.refuse)
  await openedCase(test, {
    kind: 'complaint',
    title: 'Đơn của chị Hạnh',
    contentType: null,
    contentGroup: 'unclassified',
  })
  await openedCase(test, { kind: 'question', title: 'Mấy giờ mở cửa' })
  at('03-10')
  expect(await answerCase(test, soon.code, { by: clerk, approver: boss })).toMatchObject({ ok: true })
  await actAsSender(test.deps, soon.id, { ...usual.rate, rating: 'satisfied' })
  at('03-12')
  await done(soon.code, usual.publish, boss)
  at('03-20')
  expect(await answerCase(test, late.code, { by: clerk, approver: boss })).toMatchObject({ ok: true })
  at('03-31', '16')
  expect(await actAsSender(test.deps, late.id, usual.reopen)).toMatchObject({ ok: true })
  // The first hour of April in Viet Nam is not March.
  at('03-31', '17')
  const next = await openedCase(test)
  await done(next.code, usual.start)
  at('04-02')
  return { test, leader: await signInAgain(test, boss.login), viewer: await signInAgain(test, 'viewer.all') }
}

const json = async (person: Visitor, address: string) => JSON.parse((await person.open(`/can-bo/xuat/${address}`)).html)

describeEngines('figures of petitions', (engine) => {
  it('a month is what came in, what went out and what is left, up to 24:00 of its last day in Viet Nam', async () => {
    const { leader } = await march(await openApp(await engine.open()))
    const { rows, notes } = await json(leader, 'case-performance.json?period=2026-03')
    const total = rows.at(-1)
    expect(total).toMatchObject({ key: 'total', carried: 1, new: 4, again: 1, total: 6, handled: 2, inProgress: 2 })
    expect(total).toMatchObject({ refused: 1, merged: 1, forwarded: 0, cases: 4, senders: 5, handledOnTime: 1 })
    expect(total).toMatchObject({ onTime: 50, published: 1, publishedRate: 50, rule: 1, conduct: 5 })
    expect(rows.slice(0, -1)).toMatchObject([
      { key: 'CQ', total: 6, forwarded: 1, inProgress: 1 },
      { key: 'CQ-1', carried: 0, new: 1, inProgress: 1, overdue: 1, onTime: 0 },
    ])
    expect(notes.join(' ')).toContain('tính đến 24 giờ 00 ngày 31/03/2026')
    expect(notes.join(' ')).not.toContain('CẢNH BÁO')
    const months = await json(leader, 'case-performance.json?from=2026-02-01&to=2026-03-31&by=month')
    expect(months.rows).toMatchObject([
      { label: '2/26', new: 1, inProgress: 1, onTime: 100, handlingMedian: null },
      { label: '3/26', carried: 1, new: 4 },
      { key: 'total', carried: 0, new: 5, again: 1, total: 6 },
    ])
    for (const by of ['department', 'type', 'procedure', 'field'])
      expect((await json(leader, `case-performance.json?period=2026-03&by=${by}`)).rows.at(-1).total).toBe(6)
    await leader.open('/can-bo/xuat/case-performance.json?by=xyz')
    expect([leader.page.status, leader.page.text]).toEqual([422, expect.stringContaining('Không có cách chia này')])
  })

  it('the table after form II.05 says that its sums are right; an empty month has no rate and full points', async () => {
    const { leader } = await march(await openApp(await engine.open()))
    const { rows, notes } = await json(leader, 'case-summary.json?period=2026-03')
    expect(rows).toMatchObject([
      { field: 'Hộ tịch', total: 6, handled: 2, handledNew: 1, handledCarried: 1, inProgress: 2, others: 2, moved: 0 },
      { no: '', total: 6 },
    ])
    expect(notes).toContain(
      'Kiểm tra: 1 kỳ trước + 4 mới + 1 mở lại, nhận lại = 6 = 2 đã trả lời + 2 đang xử lý + 1 không tiếp nhận + 0 chuyển + 0 trả lại + 0 rút + 1 gộp + 0 tách.',
    )
    const found = await json(leader, 'case-indicators.json?period=2026-03')
    const row = (key: string, from = found) => from.rows.find((one: { key: string }) => one.key === key)
    expect(row('766-5.2')).toMatchObject({ part: 2, of: 4, rate: 50 })
    expect(row('766-5.3')).toMatchObject({ part: 2, of: 3, rate: 66.67 })
    expect(row('766-5.4')).toMatchObject({ rate: null })
    expect(row('tt01-8')).toMatchObject({ value: 0 })
    expect(row('score-on-time')).toMatchObject({ value: 0 })
    expect(row('handling-median').value).toBeGreaterThan(6)
    const empty = await json(leader, 'case-indicators.json?period=2025-03')
    expect([row('on-time', empty).rate, row('tt01-8', empty).value]).toEqual([null, 2])
  })

  it('the register never names a sender, and restricted cases are there only for who is entrusted with them', async () => {
    const { leader, viewer, test } = await march(await openApp(await engine.open()))
    const full = await json(leader, 'cases.json?period=2026-03')
    const titles = full.rows.map(({ title }: { title: string }) => title)
    expect(titles).toHaveLength(7)
    expect(titles).toContain('(hạn chế)')
    expect(full.rows).toContainEqual(
      expect.objectContaining({ title: 'Biển chỉ dẫn sai', result: 'handled', onTime: true, published: '2026-03-12' }),
    )
    expect(full.rows[0]).toMatchObject({ received: '2026-02-02', entered: 'again', result: 'in-progress' })
    const fewer = await json(viewer, 'cases.json?period=2026-03')
    expect(fewer.rows).toHaveLength(6)
    for (const text of [JSON.stringify(full), JSON.stringify(fewer)])
      for (const secret of ['Trần Văn Bình', '0905123456', 'chị Hạnh', 'Đơn của']) expect(text).not.toContain(secret)
    expect(JSON.stringify(fewer)).not.toContain('complaint')
    for (const format of ['csv', 'xlsx', 'docx', 'pdf'])
      for (const name of ['cases', 'case-performance', 'case-summary', 'case-indicators'])
        expect((await leader.open(`/can-bo/xuat/${name}.${format}?period=2026-Q1/14`)).status).toBe(200)
    const handler = await signInAs(test, 'handler')
    expect((await handler.open('/can-bo/xuat/cases.csv')).status).toBe(403)
    expect((await handler.open('/can-bo/xuat/case-summary.csv')).status).toBe(200)
  })

  it('somebody of one office sees its figures alone', async () => {
    const { test } = await march(await openApp(await engine.open()))
    const below = await signInAs(test, 'viewer', 'CQ-1')
    expect((await json(below, 'case-summary.json?period=2026-03')).rows.at(-1)).toMatchObject({ total: 1 })
    expect((await below.open('/can-bo/xuat/case-summary.json?office=CQ')).status).toBe(422)
    const context = { connection: test.deps.connection, today: '2026-04-02', within: 'CQ-1' }
    expect(await makeReport(context, 'case-summary', { office: 'CQ' })).toMatchObject({ error: 'unknown-office' })
  })
})

describeEngines('the page of figures of petitions', (engine) => {
  it('says first what is in time, then what came and went; restricted cases stay a vague number', async () => {
    const { leader, viewer, test } = await march(await openApp(await engine.open()))
    await leader.open('/can-bo/so-lieu-pakn?period=2026-03')
    const { text } = leader.page
    expect(text).toContain('Số liệu phản ánh, kiến nghị, tháng 3/2026')
    expect(text).toContain('Tính đến 24 giờ 00 ngày 31/03/2026.')
    expect(text).toContain('Đã trả lời 2 phiếu, 1 đúng hạn; đang xử lý 2, 1 quá hạn.')
    expect(text).toContain('50,00')
    expect(text).toContain('4 vụ việc khác nhau, 5 người gửi')
    expect(text).toContain('3 việc đang quá hạn')
    expect(text).toContain('Khiếu nại 1 0 1')
    expect(text).not.toContain('dưới 5')
    await viewer.open('/can-bo/so-lieu-pakn?period=2026-03')
    expect(viewer.page.text).toContain('Việc hạn chế (khiếu nại, tố cáo, trẻ em): dưới 5')
    expect(viewer.page.text).not.toContain('Khiếu nại 1')
    const statistics = await signInAs(test, 'statistics')
    await statistics.open('/can-bo/so-lieu-pakn?period=2026-03')
    expect(statistics.page.text).not.toContain('Hôm nay')
    expect(statistics.page.text).toContain('Sổ theo dõi')
  })

  it('where nothing happened it says so and shows no rate; a wrong address says what to do', async () => {
    const test = await openApp(await engine.open())
    const leader = await signInAs(test, 'approver')
    await leader.open('/can-bo/so-lieu-pakn')
    expect(leader.page.text).toContain('Không có phản ánh, kiến nghị phát sinh trong kỳ.')
    expect(leader.page.text.replace('không phải 0%', '')).not.toMatch(/\b0(,00)?\s?%/)
    expect(leader.page.text).toContain('2/2 điểm')
    await leader.open('/can-bo/so-lieu-pakn?period=2026-Q9')
    expect([leader.page.status, leader.page.text]).toEqual([400, expect.stringContaining('Kỳ không đúng')])
    await leader.open('/can-bo/so-lieu-pakn?office=KHONG-CO')
    expect([leader.page.status, leader.page.text]).toEqual([400, expect.stringContaining('Không tìm thấy cơ quan')])
  })
})
