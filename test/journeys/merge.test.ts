import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findOffice, listOfficesBelow, updateOffice } from '../../db/offices'
import { findPoint, listPoints } from '../../db/points'
import { drain } from '../../server/ledger/follow'
import { answerSipas } from '../support/answers'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/don-vi'
const codesBelow = async (test: TestApp, code: string) =>
  (await listOfficesBelow(test.deps.db, code)).map((office) => office.code).sort()

/** Two wards below the first office; the second one has an office below it, a paused point, a person and a school. */
async function openWards(test: TestApp): Promise<Visitor> {
  await insertDepartment(test.deps.db)
  const person = await signInAs(test, 'administrator')
  const add = async (values: Record<string, string>) => {
    await person.open(`${base}/moi`)
    await person.send(base, values)
    expect(person.page.text).toContain('Đã thêm đơn vị.')
  }
  await add({ name: 'UBND phường Hai', code: 'CQ-2', parent: 'CQ' })
  await add({ name: 'Phòng Văn hóa', code: 'VH', parent: 'CQ-1' })
  await add({ name: 'Trường Một', code: 'TR-1', parent: 'CQ', guidedBy: 'CQ-1' })
  return person
}

async function merge(person: Visitor, from: string, into: string, lastDay = '2026-03-09') {
  await person.open(`${base}/${from}/sap-nhap`)
  await person.send(`${base}/${from}/sap-nhap`, { successor: into, lastDay })
  const preview = person.page
  if (preview.status === 200) await person.send(`${base}/${from}/sap-nhap`)
  return { preview, page: person.page }
}

/** The number of valid responses that the page of results shows for an office in a year. */
async function resultsOf(person: Visitor, office: string) {
  const { text } = await person.open(`/can-bo/ket-qua?period=2026&place=c.${office}`)
  return { n: Number(/Số phiếu hợp lệ (\d+)/.exec(text)?.[1] ?? 0), text }
}

describeEngines('merging offices', (engine) => {
  it('everything goes over to the other office, and nothing collected is lost under either name', async () => {
    const test = await openApp(await engine.open())
    const { db } = test.deps
    const person = await openWards(test)
    const clerk = await signInAs(test, 'viewer', 'CQ-1')
    await answerSipas(test, 12, 5, { submittedOn: '2026-02-10', point: '9H5N', office: 'CQ-1' })
    expect([(await resultsOf(person, 'CQ-1')).n, (await resultsOf(person, 'CQ-2')).n]).toEqual([12, 0])

    const { preview, page } = await merge(person, 'CQ-1', 'CQ-2')
    expect(preview.text).toContain('Sáp nhập UBND phường vào UBND phường Hai?')
    expect(preview.text).toContain('1 đơn vị trực thuộc chuyển về UBND phường Hai.')
    expect(preview.text).toContain('1 đơn vị được UBND phường Hai hướng dẫn chuyên môn.')
    expect(preview.text).toContain('1 điểm khảo sát chuyển sang mã mới. Mã QR đã in vẫn dùng được')
    expect(preview.text).toContain('1 tài khoản chuyển về UBND phường Hai')
    expect(page.url).toBe(`${base}/CQ-1?xong=sap-nhap`)
    expect(page.text).toContain('Công việc được tiếp tục tại UBND phường Hai')

    expect(await findOffice(db, 'CQ-1')).toMatchObject({
      validTo: '2026-03-09',
      successorCode: 'CQ-2',
      parentCode: 'CQ',
    })
    expect((await findOffice(db, 'VH'))?.parentCode).toBe('CQ-2')
    expect((await findOffice(db, 'TR-1'))?.guidedByCode).toBe('CQ-2')
    expect(await codesBelow(test, 'CQ-2')).toEqual(['CQ-1', 'CQ-2', 'VH'])
    expect(await codesBelow(test, 'CQ-1')).toEqual(['CQ-1'])

    // Figures: the old name has its own, the new one includes them, the whole counts them once.
    const old = await resultsOf(person, 'CQ-1')
    expect(old.n).toBe(12)
    expect(old.text).toContain('UBND phường (đến 09/03/2026)')
    expect(old.text).toContain('ngày hoạt động cuối cùng 09/03/2026; công việc được tiếp tục tại UBND phường Hai.')
    const next = await resultsOf(person, 'CQ-2')
    expect(next.n).toBe(12)
    expect(next.text).toContain('Gồm số liệu của UBND phường trước khi sáp nhập.')
    const whole = await resultsOf(person, 'CQ')
    expect(whole.n).toBe(12)
    expect(whole.text).not.toContain('trước khi sáp nhập')
    // After the merger nothing of the old name is in a period any more.
    const april = await person.open('/can-bo/ket-qua?from=2026-03-10&to=2026-03-10&place=c.CQ-2')
    expect(april.text).not.toContain('trước khi sáp nhập')
    const report = await person.open('/can-bo/xuat/satisfaction.json?period=2026&office=CQ-2')
    expect(JSON.parse(report.html).notes).toContain('Gồm số liệu của UBND phường trước khi sáp nhập.')

    // The person of the merged office sees the other one.
    expect((await clerk.open('/can-bo/ket-qua?period=2026&place=c.CQ-2')).text).toContain('UBND phường Hai')
    const audit = await listAudit(db, { limit: 20 })
    const moved = audit.filter(({ action }) => action === 'staff.change')
    expect(moved.map(({ detail }) => JSON.parse(detail))).toEqual([
      { before: { officeCode: 'CQ-1' }, after: { officeCode: 'CQ-2' } },
    ])
    const actions = audit.map(({ action, subject }) => `${action} ${subject}`)
    expect(actions).toEqual(
      expect.arrayContaining(['office.merge CQ-1', 'office.absorb CQ-2', 'office.change VH', 'point.replace 9H5N']),
    )
    expect((await person.open(`${base}/CQ-2`)).text).toContain('Nhận đơn vị sáp nhập')
  })

  it('a code printed before the merger takes answers for the office that goes on', async () => {
    const test = await openApp(await engine.open())
    const person = await openWards(test)
    await test.deps.db
      .updateTable('point')
      .set({ closedAt: '2026-03-01T00:00:00Z' })
      .where('code', '=', '9H5N')
      .execute()
    await test.deps.db
      .insertInto('point')
      .values({
        ...{ code: '3AAA', officeCode: 'CQ-1', name: 'Quầy 2', surveyKey: 'sipas-24', closedAt: null },
        createdAt: '2026-01-01T00:00:00.000Z',
      })
      .execute()
    await answerSipas(test, 6, 5, { submittedOn: '2026-02-10', point: '3AAA', office: 'CQ-1' })
    const { preview } = await merge(person, 'CQ-1', 'CQ-2')
    expect(preview.text).toContain('2 điểm khảo sát (1 điểm đang tạm dừng) chuyển sang mã mới.')
    const replaced = await findPoint(test.deps.db, '3AAA')
    const next = await findPoint(test.deps.db, replaced?.replacedBy ?? '')
    expect(next).toMatchObject({ officeCode: 'CQ-2', name: 'Quầy 2', closedAt: null })
    const paused = await findPoint(test.deps.db, (await findPoint(test.deps.db, '9H5N'))?.replacedBy ?? '')
    expect(paused).toMatchObject({ officeCode: 'CQ-2', closedAt: '2026-03-01T00:00:00Z' })

    test.setNow('2026-03-11T02:00:00Z')
    const citizen = test.visitor()
    await citizen.open('/k/3AAA')
    expect(citizen.page.text).toContain('UBND phường Hai')
    await citizen.send('/k/', Object.fromEntries(['1.1', '1.2', '1.3'].map((key) => [key, '5'])))
    expect(citizen.page.url).toMatch(/^\/phieu\//)
    await drain(test.deps.connection)
    const [kept] = await test.deps.db.selectFrom('response').select(['office', 'point']).orderBy('id', 'desc').execute()
    expect(kept).toEqual({ office: 'CQ-2', point: next?.code })
    expect((await listPoints(test.deps.db, ['CQ-1'])).every(({ closedAt }) => closedAt !== null)).toBe(true)
  })

  it('nobody and nothing new comes to an office that has ended', async () => {
    const test = await openApp(await engine.open())
    const person = await openWards(test)
    await person.open('/can-bo/diem/9H5N')
    await person.send('/can-bo/diem/9H5N/trang-thai')
    await merge(person, 'CQ-1', 'CQ-2')
    await test.deps.db.updateTable('point').set({ replacedBy: null }).where('code', '=', '9H5N').execute()
    await person.post('/can-bo/diem/9H5N/trang-thai', 'state=open')
    expect(person.page.text).toContain('Đơn vị của điểm này đã đóng nên điểm không mở lại được.')
    expect((await findPoint(test.deps.db, '9H5N'))?.closedAt).not.toBeNull()
    for (const page of ['/can-bo/diem/moi', '/can-bo/nhan-su/moi'])
      expect([page, (await person.open(page)).html.includes('value="CQ-1"')]).toEqual([page, false])
    const typed = { login: 'an.nv', name: 'Nguyễn Văn An', email: '', role: 'viewer' }
    await person.post('/can-bo/nhan-su', new URLSearchParams({ ...typed, office: 'CQ-1' }))
    expect(person.page.status).toBe(422)
    await person.post('/can-bo/nhan-su', new URLSearchParams({ ...typed, office: 'CQ-2' }))
    expect(person.page.status).toBe(200)
  })

  it('an office that takes over from the one above it takes its place', async () => {
    const test = await openApp(await engine.open())
    const person = await openWards(test)
    const { preview, page } = await merge(person, 'CQ-1', 'VH')
    expect(preview.text).toContain(
      'Phòng Văn hóa đang thuộc UBND phường, nên lên thay vào vị trí của UBND phường trong cây.',
    )
    expect(page.text).toContain('Đã sáp nhập.')
    expect((await findOffice(test.deps.db, 'VH'))?.parentCode).toBe('CQ')
    expect(await codesBelow(test, 'VH')).toEqual(['CQ-1', 'VH'])
  })

  it('mergers follow each other, and each name keeps what it had', async () => {
    const test = await openApp(await engine.open())
    const person = await openWards(test)
    await answerSipas(test, 7, 5, { submittedOn: '2026-02-10', point: '9H5N', office: 'CQ-1' })
    await merge(person, 'CQ-1', 'CQ-2')
    await merge(person, 'CQ-2', 'TR-1')
    expect(await codesBelow(test, 'TR-1')).toEqual(['CQ-1', 'CQ-2', 'TR-1', 'VH'])
    const { n, text } = await resultsOf(person, 'TR-1')
    expect(n).toBe(7)
    expect(text).toContain('Gồm số liệu của UBND phường và UBND phường Hai trước khi sáp nhập.')
    const citizen = test.visitor()
    test.setNow('2026-03-11T02:00:00Z')
    expect((await citizen.open('/k/9H5N')).text).toContain('Trường Một')
  })

  it('is refused with a sentence where it cannot be, and then nothing is changed', async () => {
    const test = await openApp(await engine.open())
    const person = await openWards(test)
    const before = await test.deps.db.selectFrom('office').selectAll().orderBy('code').execute()
    expect((await merge(person, 'CQ-1', 'CQ-1')).page.text).toContain('Xin chọn đơn vị khác')
    expect((await merge(person, 'CQ-1', 'KHONG')).page.text).toContain('Xin chọn đơn vị khác')
    expect((await merge(person, 'CQ-1', 'CQ-2', '2026-03-11')).page.text).toContain('không được sau hôm nay')
    expect((await merge(person, 'CQ-1', 'CQ-2', '')).page.text).toContain('Xin chọn ngày hoạt động cuối cùng.')
    expect(await test.deps.db.selectFrom('office').selectAll().orderBy('code').execute()).toEqual(before)
    await updateOffice(test.deps.db, 'CQ-2', { validTo: '2026-03-01' })
    expect((await merge(person, 'CQ-1', 'CQ-2')).page.text).toContain('đã đóng hoặc chưa hoạt động')
    expect((await merge(person, 'CQ-2', 'CQ-1')).page.text).toContain('Đơn vị này đã đóng rồi.')
    expect(await listPoints(test.deps.db, ['CQ-1'])).toHaveLength(1)
  })

  it('a period that is closed after a merger says whose figures it has, and a published one stays as it was', async () => {
    const test = await openApp(await engine.open())
    const person = await openWards(test)
    await answerSipas(test, 30, 5, { submittedOn: '2026-02-10', point: '9H5N', office: 'CQ-1' })
    const publish = async (office: string) => {
      const page = `/can-bo/ky-bao-cao/${office}/2026-02`
      for (const step of ['chot', 'duyet', 'cong-bo']) {
        await person.open(`${page}/${step}`)
        await person.send(`${page}/${step}`)
      }
    }
    await publish('CQ-1')
    const citizen = test.visitor()
    const old = (await citizen.open('/ket-qua/CQ-1/2026-02')).html
    await merge(person, 'CQ-1', 'CQ-2')
    expect((await citizen.open('/ket-qua/CQ-1/2026-02')).html).toBe(old)
    expect((await citizen.open('/ket-qua')).text).toContain('UBND phường (đến 09/03/2026)')
    await publish('CQ-2')
    const published = await citizen.open('/ket-qua/CQ-2/2026-02')
    expect(published.text).toContain('30 phiếu hợp lệ')
    expect(published.text).toContain('Gồm số liệu của UBND phường trước khi sáp nhập.')
  })
})
