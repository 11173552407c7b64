import { expect, it } from 'vitest'
import { findDraft } from '../../db/case-answers'
import { findCase } from '../../db/cases'
import { openBySecret } from '../../server/actions/case-access'
import { openApp } from '../support/app'
import { caseAddress, onAnotherDay, openDesk, stateOf } from '../support/case-desk'
import { openedCase } from '../support/cases'
import { describeEngines } from '../support/database'
import { signInAs } from '../support/staff'

const monday = '2026-03-09T02:00:00Z'

describeEngines('two people at one case', (engine) => {
  it('write the same answer: both texts are shown, nothing is written over', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk, approver } = await openDesk(app)
    const { code, id } = await openedCase(app)
    await clerk.open(caseAddress(code))
    await approver.open(caseAddress(code))
    await clerk.send(caseAddress(code, 'tra-loi'), { text: 'Bản của người thứ nhất.', lam: 'save' })
    await approver.send(caseAddress(code, 'tra-loi'), { text: 'Bản của người thứ hai.', lam: 'submit' })
    expect(approver.page.status).toBe(409)
    expect(approver.page.text).toContain('Cán bộ intake đã lưu một bản khác')
    for (const text of ['Bản của người thứ nhất.', 'Bản của người thứ hai.']) expect(approver.page.text).toContain(text)
    expect((await findDraft(app.deps.db, id))?.text).toBe('Bản của người thứ nhất.')
    await approver.send(caseAddress(code, 'tra-loi'), { text: 'Bản chung.', lam: 'save' })
    expect((await findDraft(app.deps.db, id))?.text).toBe('Bản chung.')
    const saved = await clerk.post(caseAddress(code, 'tra-loi'), 'lam=autosave&text=khac&revision=1')
    expect([saved.status, JSON.parse(saved.html)]).toEqual([409, { error: 'edited' }])
    const kept = await clerk.post(caseAddress(code, 'tra-loi'), 'lam=autosave&text=khac&revision=2')
    expect(JSON.parse(kept.html)).toEqual({ revision: 3 })
  })

  it('act at the same time: the second sees what happened and still has what was typed', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk, approver } = await openDesk(app)
    const { code } = await openedCase(app)
    await clerk.open(caseAddress(code, 'chuyen-ngoai'))
    await approver.open(caseAddress(code, 'han-cap-tren'))
    await approver.send(caseAddress(code, 'han-cap-tren'), { office: 'UBND tỉnh', dueOn: '2026-03-20' })
    await clerk.send(caseAddress(code, 'chuyen-ngoai'), { to: 'Công an phường', reason: 'Không thuộc thẩm quyền' })
    expect(clerk.page.status).toBe(409)
    expect(clerk.page.text).toContain('Chưa ghi: phiếu vừa thay đổi')
    expect(clerk.page.text).toContain('UBND tỉnh đặt hạn 20/03/2026')
    expect([clerk.field('to'), clerk.field('reason')]).toEqual(['Công an phường', 'Không thuộc thẩm quyền'])
    await clerk.send(caseAddress(code, 'chuyen-ngoai'))
    expect(await stateOf(app, code)).toBe('forwarded')
    await approver.open(caseAddress(code, 'giao'))
    expect([approver.page.status, approver.page.text.includes('Chưa làm được việc này')]).toEqual([409, true])
  })

  it('approve at the same time: the answer is sent once, and the second is told who sent it', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk, approver } = await openDesk(app)
    const other = await signInAs(app, 'approver', 'CQ')
    const { code } = await openedCase(app)
    await clerk.open(caseAddress(code))
    await clerk.send(caseAddress(code, 'tra-loi'), { text: 'Câu trả lời ⟨kết quả⟩', lam: 'submit' })
    expect(clerk.page.text).toContain('Còn chỗ chưa điền: kết quả.')
    await clerk.send(caseAddress(code, 'tra-loi'), { text: 'Câu trả lời.', lam: 'submit' })
    await approver.open(caseAddress(code, 'duyet'))
    await other.open(caseAddress(code, 'duyet'))
    await approver.send(caseAddress(code, 'duyet'))
    await other.send(caseAddress(code, 'duyet'))
    expect(other.page.status).toBe(409)
    expect(other.page.text).toContain('Duyệt và gửi câu trả lời')
    expect(other.page.text).toContain('Cán bộ approver')
  })

  it('whoever gave the answer does not approve it', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { approver } = await openDesk(app)
    const { code } = await openedCase(app)
    await approver.open(caseAddress(code))
    await approver.send(caseAddress(code, 'tra-loi'), { text: 'Tự trả lời.', lam: 'submit' })
    expect(approver.page.text).toContain('Người khác phải duyệt.')
    const version = (await findCase(app.deps.db, code))?.version
    await approver.post(caseAddress(code, 'duyet'), `version=${version}`)
    expect([approver.page.status, await stateOf(app, code)]).toEqual([422, 'awaiting-approval'])
    expect(approver.page.text).toContain('Câu trả lời này do Ông/Bà trình.')
  })
})

describeEngines('a family of cases', (engine) => {
  it('is split into parts that keep day, clock and look-up code', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk, approver } = await openDesk(app)
    const { code, secret, id } = await openedCase(app)
    await onAnotherDay(app, clerk, 'intake.all', '2026-03-11T02:00:00Z')
    await clerk.open(caseAddress(code, 'tach'))
    await clerk.send(caseAddress(code, 'tach'), { 'parts.0.title': 'Việc một', 'parts.0.content': 'Nội dung một' })
    expect(clerk.page.status).toBe(422)
    expect(clerk.field('parts.0.title')).toBe('Việc một')
    await clerk.send(caseAddress(code, 'tach'), {
      'parts.1.title': 'Việc hai',
      'parts.1.content': 'Nội dung hai',
      'parts.1.kind': 'denunciation',
    })
    // The part that is a denunciation is not for the clerk's eyes, nor the whole, which says the same.
    expect(clerk.page.text).toContain(`Phiếu ${code} đã rời phần việc của Ông/Bà`)
    await onAnotherDay(app, approver, 'approver.all', '2026-03-11T02:00:00Z')
    expect((await approver.open(caseAddress(code))).text).toContain('Tách thành 2 phiếu')
    const [open, restricted] = ['CQ-26-000002', 'CQ-26-000003']
    const part = await openBySecret(app.deps, open, secret)
    expect(part).toMatchObject({ title: 'Việc một', state: 'new', splitFrom: id, sentAt: '2026-03-09T02:00:00.000Z' })
    expect(part?.clock.startedAt).toBe('2026-03-09T02:00:00.000Z')
    expect(await openBySecret(app.deps, restricted, secret)).toMatchObject({ restricted: true, kind: 'denunciation' })
    await clerk.open(caseAddress(open))
    expect(clerk.page.text).toContain(`Tách từ phiếu ${code}`)
    expect((await clerk.open(caseAddress(restricted))).status).toBe(404)
  })

  it('a duplicate is merged after both were seen side by side; senders are counted and keep their codes', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk } = await openDesk(app)
    const first = await openedCase(app)
    const second = await openedCase(app, { title: 'Lại đòi giấy xác nhận' })
    await clerk.open(caseAddress(second.code, 'gop'))
    await clerk.send(caseAddress(second.code, 'gop'), { ma: 'CQ-26-999' })
    expect(clerk.page.text).toContain('Không có phiếu mang mã này')
    await clerk.send(caseAddress(second.code, 'gop'), { ma: 'cq 26 1' })
    for (const said of ['Phiếu này, sẽ được gộp', 'Phiếu nhận gộp', 'Đòi thêm giấy xác nhận cư trú'])
      expect(clerk.page.text).toContain(said)
    const form = new URLSearchParams({ version: '1', seen: '1', ma: first.code, other: '1', told: 'Đã gộp.' })
    await clerk.post(caseAddress(second.code, 'gop'), form)
    expect(await stateOf(app, second.code)).toBe('merged')
    expect(clerk.page.text).toContain(`Gộp vào phiếu ${first.code}`)
    await clerk.open(caseAddress(first.code))
    expect(clerk.page.text).toContain('2 người gửi cùng một việc.')
    expect(clerk.page.text).toContain(`Nhận phiếu ${second.code} gộp vào`)
    expect(await openBySecret(app.deps, second.code, second.secret)).toMatchObject({ state: 'merged' })
    const again = await clerk.post(
      caseAddress(first.code, 'gop'),
      new URLSearchParams({ ma: first.code, version: '2' }),
    )
    expect(again.text).toContain('Đây chính là phiếu đang mở.')
  })
})
