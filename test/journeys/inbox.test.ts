import { expect, it } from 'vitest'
import { findCase } from '../../db/cases'
import { openApp, type TestApp } from '../support/app'
import { act, answerCase, openedCase, staffOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const inbox = '/can-bo/phan-anh'
/** A Friday, 14:00 in Viet Nam. */
const friday = '2026-11-20T07:00:00Z'

const sentOn = (day: string) => ({ sentAt: `${day}T02:00:00.000Z`, receivedAt: `${day}T02:00:00.000Z` })

/** Codes of the rows, in their order. */
const rowsOf = (visitor: Visitor) =>
  [...visitor.page.html.matchAll(/<th scope="row"[^>]*><a href="[^"]*\/([A-Z0-9-]+)"/g)].map(([, code]) => code)

/** Sends the form under the list. */
function give(visitor: Visitor, chosen: string[], typed: Record<string, string>) {
  return visitor.post(inbox, new URLSearchParams([...chosen.map((one) => ['chon', one]), ...Object.entries(typed)]))
}

/** Overdue since 16/11, due on 23/11, and far from due. */
async function threeCases(test: TestApp) {
  const far = await openedCase(test, { ...sentOn('2026-11-20'), title: 'Xin mẫu tờ khai cỡ chữ lớn' })
  const late = await openedCase(test, { ...sentOn('2026-10-26'), title: 'Chậm trả kết quả kết hôn' })
  const near = await openedCase(test, { ...sentOn('2026-11-02'), title: 'Máy lấy số hỏng', field: 'Đất đai' })
  return { far: far.code, late: late.code, near: near.code }
}

describeEngines('the inbox', (engine) => {
  it('a clerk sees what is overdue first, each box with its count, and finds by words without marks', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const { far, late, near } = await threeCases(test)
    const clerk = await signInAs(test, 'intake')
    await clerk.open('/can-bo')
    expect(clerk.page.url).toBe(inbox)
    expect(rowsOf(clerk)).toEqual([late, near, far])
    expect(clerk.page.text).toContain('16/11/2026 Quá hạn 4 ngày làm việc Chậm trả kết quả kết hôn')
    expect(clerk.page.text).toContain('23/11/2026 Còn 1 ngày làm việc Máy lấy số hỏng')
    expect(clerk.page.text).toContain('Việc của tôi 0 Chưa phân công 3 Sắp đến hạn 1 Quá hạn 1 Chờ bổ sung 0')
    await clerk.open(`${inbox}?hop=qua-han`)
    expect(rowsOf(clerk)).toEqual([late])
    await clerk.open(`${inbox}?q=may+lay+SO`)
    expect(rowsOf(clerk)).toEqual([near])
    await clerk.open(`${inbox}?q=${near.toLowerCase()}`)
    expect(rowsOf(clerk)).toEqual([near])
    await clerk.open(`${inbox}?linh-vuc=${encodeURIComponent('Đất đai')}&tu=01/11/2026&den=2026-11-30`)
    expect(rowsOf(clerk)).toEqual([near])
    await clerk.open(`${inbox}?hop=qua-han&kenh=paper`)
    expect(clerk.page.text).toContain('Không có việc nào hợp với các điều kiện đang chọn.')
    await clerk.open(`${inbox}?tu=hôm+qua`)
    expect(clerk.page.text).toContain('Chưa đọc được ngày bắt đầu')
    expect(rowsOf(clerk)).toHaveLength(3)
  })

  it('a waiting case stands still, one for approval and one to be published have their boxes, finished ones theirs', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const { far, late, near } = await threeCases(test)
    const clerk = await signInAs(test, 'intake')
    const approver = await signInAs(test, 'approver')
    const [intake, leader] = [await staffOf(test, 'intake.all'), await staffOf(test, 'approver.all')]
    await act(test, intake, far, { deed: 'ask-sender', text: 'Mẫu nào?' })
    await answerCase(test, late, { by: intake, approver: leader })
    await act(test, intake, near, { deed: 'refuse', ground: 'unclear', text: 'Chưa rõ việc.', door: '' })
    await clerk.open(`${inbox}?hop=cho-bo-sung`)
    expect(clerk.page.text).toContain('Tạm dừng (chờ bổ sung)')
    expect(rowsOf(clerk)).toEqual([far])
    await approver.open(`${inbox}?hop=cho-cong-khai`)
    expect(rowsOf(approver)).toEqual([late])
    expect(approver.page.text).toContain('25/11/2026 Còn 2 ngày làm việc')
    await clerk.open(`${inbox}?hop=da-xong`)
    expect(rowsOf(clerk)).toEqual([near])
    expect(clerk.page.text).toContain('Không hẹn ngày')
    await clerk.open(`${inbox}?hop=qua-han`)
    expect(clerk.page.text).toContain('Không có việc quá hạn.')
    expect(clerk.page.text).toContain('Ở hộp khác: Tất cả (1)')
  })

  it('a restricted case is neither row nor count for whoever must not see it, and says so to whoever may', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const { code } = await openedCase(test, { kind: 'child', title: 'Cháu bị đánh ở trường' })
    const handler = await signInAs(test, 'handler')
    const clerk = await signInAs(test, 'intake')
    const leader = await signInAs(test, 'approver')
    for (const visitor of [handler, clerk]) {
      for (const query of ['', '?hop=chua-giao', '?q=chau', `?q=${code}`, '?loai=child', '?hop=da-xong']) {
        await visitor.open(inbox + query)
        expect(rowsOf(visitor)).toEqual([])
        expect(visitor.page.text).not.toContain('Cháu')
      }
      await visitor.open(inbox)
      expect(visitor.page.text).toContain('Tất cả 0')
    }
    await leader.open(inbox)
    expect(leader.page.text).toContain('Cháu bị đánh ở trường Hạn chế xem')
    const person = await staffOf(test, 'handler.all')
    const chief = await staffOf(test, 'approver.all')
    await act(test, chief, code, { deed: 'assign', assigneeId: person.id, department: '', note: '' })
    await handler.open(`${inbox}?hop=cua-toi`)
    expect(rowsOf(handler)).toEqual([code])
    await clerk.open(inbox)
    expect(clerk.page.html).not.toContain(code)
  })

  it('many cases are given to one person; what somebody changed meanwhile is named and stays', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const { far, late, near } = await threeCases(test)
    const clerk = await signInAs(test, 'intake')
    const leader = await staffOf(test, 'intake.all')
    await signInAs(test, 'handler')
    const handler = await staffOf(test, 'handler.all')
    await clerk.open(inbox)
    await give(clerk, [`${far}:1`, `${late}:1`, `${near}:1`], { phong: 'Văn phòng' })
    expect(clerk.page.text).toContain('Đã giao 3 việc cho Văn phòng.')
    await act(test, leader, late, { deed: 'assign', assigneeId: leader.id, department: '', note: '' })
    const chosen = [`${far}:2`, `${late}:2`, `${near}:2`, 'KHONG-26-000001:1']
    await give(clerk, chosen, { nguoi: handler.id, 'ghi-chu': 'Xem lại bảng niêm yết' })
    expect(clerk.page.text).toContain('Đã giao 2 việc cho Cán bộ handler.')
    expect(clerk.page.text).toContain(
      `1 việc chưa giao được: ${late} : vừa được người khác thay đổi. Nay: chờ tiếp nhận, người xử lý Cán bộ intake.`,
    )
    expect((await findCase(test.deps.db, far))?.assigneeId).toBe(handler.id)
    expect((await findCase(test.deps.db, late))?.assigneeId).toBe(leader.id)
  })

  it('nothing chosen, nobody chosen, somebody of another office: said in a sentence, what was typed is kept', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    await insertDepartment(test.deps.db)
    const { code } = await openedCase(test, sentOn('2026-11-18'))
    const clerk = await signInAs(test, 'intake', 'CQ')
    await signInAs(test, 'handler', 'CQ-1')
    const below = await staffOf(test, 'handler.cq-1')
    await clerk.open(inbox)
    await give(clerk, [], { 'ghi-chu': 'gấp' })
    expect(clerk.page.status).toBe(422)
    expect(clerk.page.text).toContain('Chưa chọn việc nào.')
    expect(clerk.field('ghi-chu')).toBe('gấp')
    await give(clerk, [`${code}:1`], {})
    expect(clerk.page.text).toContain('Chưa chọn người xử lý hay phòng, bộ phận.')
    await give(clerk, [`${code}:1`], { nguoi: below.id })
    expect(clerk.page.status).toBe(409)
    expect(clerk.page.text).toContain('người được chọn không làm việc ở đơn vị của phiếu này')
    const handler = await signInAs(test, 'handler', 'CQ')
    expect((await handler.post(inbox, `chon=${code}:1&phong=x`)).status).toBe(403)
  })

  it('an office sees its own part of the tree only, and pages hold fifty', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    await insertDepartment(test.deps.db)
    const above = await openedCase(test, { title: 'Việc của cơ quan trên' })
    for (let i = 0; i < 51; i++)
      await openedCase(test, { ...sentOn('2026-11-18'), officeCode: 'CQ-1', title: `Việc ${i}` })
    const below = await signInAs(test, 'intake', 'CQ-1')
    await below.open(inbox)
    expect(rowsOf(below)).toHaveLength(50)
    expect(below.page.text).toContain('50 trong 51 việc')
    await below.open(`${inbox}?trang=2`)
    expect(rowsOf(below)).toHaveLength(1)
    expect((await below.open(`${inbox}?co-quan=CQ`)).html).not.toContain(above.code)
    const leader = await signInAs(test, 'viewer', 'CQ')
    await leader.open(`${inbox}?co-quan=CQ-1`)
    expect(leader.page.text).toContain('50 trong 51 việc')
    expect(leader.page.html).not.toContain('name="chon"')
    expect((await (await signInAs(test, 'administrator')).open(inbox)).status).toBe(403)
  })
})
