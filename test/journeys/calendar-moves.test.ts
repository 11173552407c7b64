import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { newestVersion, readCalendar } from '../../db/calendar'
import { findCase } from '../../db/cases'
import { getPolicy } from '../../db/deadline-policies'
import { answerDueOn } from '../../server/domain/deadlines'
import { openApp, type TestApp } from '../support/app'
import { openedCase } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'

const base = '/can-bo/lich'

async function dueOf({ deps: { db } }: TestApp, code: string): Promise<string | null> {
  const found = await findCase(db, code)
  if (!found) throw new Error(code)
  const { rules } = await getPolicy(db, found.policyId)
  return answerDueOn(await readCalendar(db, found.officeCode), rules, found.clock)
}

describeEngines('a change of the calendar', (engine) => {
  it('first shows the open cases whose due date moves, without what they are about', async () => {
    const test = await openApp(await engine.open(), {}, '2026-11-20T02:00:00Z')
    await insertDepartment(test.deps.db)
    const above = await openedCase(test)
    const below = await openedCase(test, { officeCode: 'CQ-1' })
    expect([await dueOf(test, above.code), await dueOf(test, below.code)]).toEqual(['2026-12-14', '2026-12-14'])
    const person = await signInAs(test, 'administrator')
    const storm = { form: 'closure', from: '2026-12-01', to: '2026-12-02', name: 'Bão số 9', source: '3/CĐ' }
    await person.open(`${base}/them?loai=closure`)
    await person.send(`${base}/them`, { ...storm, office: 'CQ-1' })
    expect(person.page.text).toContain('1 phiếu đang xử lý đổi hạn trả lời')
    expect(person.page.text).toContain(`${below.code} UBND phường Thứ Hai, 14/12/2026 Thứ Tư, 16/12/2026`)
    expect(person.page.text).not.toContain(above.code)
    expect(person.page.text).not.toContain('giấy xác nhận')
    expect(await dueOf(test, below.code)).toBe('2026-12-14')
    expect(await newestVersion(test.deps.db)).toBe(1)

    await person.send(`${base}/xac-nhan`)
    expect(person.page.text).toContain('Đã lưu phiên bản 2 của lịch. 1 phiếu đã đổi hạn.')
    expect([await dueOf(test, above.code), await dueOf(test, below.code)]).toEqual(['2026-12-14', '2026-12-16'])
    const [audit] = (await listAudit(test.deps.db, { limit: 9 })).filter(({ action }) => action === 'calendar.change')
    expect(audit).toMatchObject({ subject: '2', officeCode: 'CQ-1' })

    await person.open(`${base}/them?loai=closure`)
    await person.send(`${base}/them`, { ...storm, office: '' })
    expect(person.page.text).toContain('Xin chọn đơn vị nghỉ.')
    await person.send(`${base}/them`, { office: '*' })
    expect(person.page.text).toContain('1 phiếu đang xử lý đổi hạn trả lời')
    expect(person.page.text).toContain(above.code)
  })
})

describeEngines('deadlines', (engine) => {
  const address = '/can-bo/thoi-han'

  it('of an office are a new version; what was opened before keeps its own', async () => {
    const test = await openApp(await engine.open(), {}, '2026-11-20T02:00:00Z')
    await insertDepartment(test.deps.db)
    const before = await openedCase(test, { officeCode: 'CQ-1' })
    const person = await signInAs(test, 'administrator')
    await person.open(address)
    expect(person.page.text).toContain('Thời hạn chung Đang áp dụng')
    expect(person.page.text).toContain('Trả lời 15 ngày làm việc')
    expect(person.page.text).toContain('Nghị định 20/2008/NĐ-CP')
    await person.open(`${address}/moi?don-vi=CQ-1`)
    expect([person.field('answer'), person.field('remindBefore')]).toEqual(['15', '3, 1'])
    const changes = { answer: '7', afterHour: '15', supplementRestarts: 'resume', source: '12/QĐ' }
    await person.send(`${address}/moi`, { ...changes, effectiveOn: '2026-11-20' })
    expect(person.page.text).toContain('Đã lưu phiên bản 1.')
    expect(person.page.text).toContain('UBND phường Đang áp dụng')
    expect(person.page.text).toContain('Trả lời 7 ngày làm việc')
    const after = await openedCase(test, { officeCode: 'CQ-1' })
    expect([await dueOf(test, before.code), await dueOf(test, after.code)]).toEqual(['2026-12-14', '2026-12-02'])
    const [audit] = (await listAudit(test.deps.db, { limit: 9 })).filter(({ action }) => action === 'deadline.add')
    expect(audit).toMatchObject({ subject: 'CQ-1 1', officeCode: 'CQ-1' })
    expect(JSON.parse(audit?.detail ?? '')).toMatchObject({ after: { 'rule-answer': '7', 'rule-afterHour': '15' } })
    await person.open('/can-bo/nhat-ky')
    expect(person.page.text).toContain('đặt thời hạn xử lý UBND phường, phiên bản 1')
  })

  it('that cannot be come back as they were typed; a part of the tree sets its own alone', async () => {
    const test = await openApp(await engine.open(), {}, '2026-11-20T02:00:00Z')
    await insertDepartment(test.deps.db)
    const local = await signInAs(test, 'administrator', 'CQ-1')
    await local.open(`${address}/moi`)
    const wrong = { answer: 'mười', remindBefore: '1, 3', afterHour: '25', effectiveOn: '2026-11-19', source: '' }
    await local.send(`${address}/moi`, wrong)
    expect(local.page.status).toBe(422)
    for (const sentence of [
      'Xin ghi một số nguyên từ 1 đến 120.',
      'số lớn trước, ví dụ 3, 1',
      'Xin ghi giờ chẵn từ 1 đến 23',
      'Xin ghi một ngày từ hôm nay trở đi',
      'Xin ghi căn cứ',
    ])
      expect(local.page.text).toContain(sentence)
    expect([local.field('answer'), local.field('remindBefore')]).toEqual(['mười', '1, 3'])
    const right = { answer: '5', remindBefore: '', afterHour: '', effectiveOn: '1/12/2026', source: '1/QĐ' }
    expect((await local.send(`${address}/moi`, { ...right, office: 'CQ' })).status).toBe(422)
    expect((await local.send(`${address}/moi`, { ...right, office: '*' })).status).toBe(403)
    await local.open(`${address}/moi`)
    await local.send(`${address}/moi`, { ...right, office: 'ubnd phuong' })
    expect(local.page.text).toContain('Phiên bản 1: Áp dụng từ 01/12/2026')
    const clerk = await signInAs(test, 'intake', 'CQ-1')
    expect((await clerk.open(address)).text).toContain('Thời hạn chung')
    expect(clerk.page.text).not.toContain('Sửa thời hạn')
    expect((await clerk.open(`${address}/moi`)).status).toBe(403)
  })
})
