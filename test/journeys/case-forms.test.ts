import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { insertCaseFile } from '../../db/case-files'
import { findCase } from '../../db/cases'
import { updateOffice } from '../../db/offices'
import { openApp } from '../support/app'
import { allowExtension, caseAddress, onAnotherDay, openDesk, stateOf } from '../support/case-desk'
import { openedCase } from '../support/cases'
import { describeEngines } from '../support/database'
import { signInAs } from '../support/staff'

const monday = '2026-03-09T02:00:00Z'

describeEngines('a deed of a case', (engine) => {
  it('a refused form says what to do and keeps what was typed', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk } = await openDesk(app)
    const { code } = await openedCase(app)
    await clerk.open(caseAddress(code, 'chuyen-ngoai'))
    await clerk.send(caseAddress(code, 'chuyen-ngoai'), { to: '', reason: 'Không thuộc thẩm quyền' })
    expect(clerk.page.status).toBe(422)
    expect(clerk.page.text).toContain('Chưa ghi. Xin ghi mục này.')
    expect(clerk.field('reason')).toBe('Không thuộc thẩm quyền')
    await clerk.open(caseAddress(code, 'phan-loai'))
    await clerk.send(caseAddress(code, 'phan-loai'), { kind: 'pakn', contentType: '', procedureCode: '' })
    expect(clerk.page.text).toContain('Phản ánh, kiến nghị cần loại nội dung.')
    await clerk.open(caseAddress(code, 'han-cap-tren'))
    await clerk.send(caseAddress(code, 'han-cap-tren'), { office: 'UBND tỉnh', dueOn: '2026-02-31' })
    expect(clerk.page.text).toContain('Ngày chưa đúng.')
    await clerk.send(caseAddress(code, 'han-cap-tren'), { dueOn: '20/3/2026', wantsExplanation: '1' })
    expect(clerk.page.text).toContain('UBND tỉnh đặt hạn 20/03/2026')
    expect(clerk.page.text).toContain('Cấp trên yêu cầu xong trước hết ngày 20/03/2026.')
    expect(await stateOf(app, code)).toBe('new')
  })

  it('is forwarded twice with its lineage, not to a closed office, and returned', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk } = await openDesk(app)
    const { code } = await openedCase(app)
    const lower = await signInAs(app, 'intake', 'CQ-1')
    expect((await lower.open(caseAddress(code))).status).toBe(404)
    await clerk.open(caseAddress(code, 'chuyen'))
    await clerk.send(caseAddress(code, 'chuyen'), { to: 'CQ-1', reason: 'Việc của phường' })
    expect(clerk.page.text).toContain('chuyển đến UBND phường')
    const told = 'Việc Ông/Bà phản ánh thuộc thẩm quyền của UBND phường. Phiếu đã được chuyển ngày 09/03/2026'
    expect(clerk.page.text).toContain(told)
    await onAnotherDay(app, clerk, 'intake.all', '2026-03-11T02:00:00Z')
    await onAnotherDay(app, lower, 'intake.cq-1', '2026-03-11T02:00:00Z')
    await lower.open(caseAddress(code, 'tra-lai'))
    await lower.send(caseAddress(code, 'tra-lai'), { reason: 'Của cơ quan cấp trên' })
    expect(lower.page.text).toContain('đã rời phần việc của Ông/Bà')
    expect((await lower.open(caseAddress(code))).status).toBe(404)
    await clerk.open(caseAddress(code))
    expect(clerk.page.text).toContain('UBND phường trả lại')
    // The clock began again: 15 working days after 11/03.
    expect(clerk.page.text).toContain('01/04/2026')
    await updateOffice(app.deps.db, 'CQ-1', { validTo: '2026-03-10', successorCode: 'CQ' })
    await clerk.open(caseAddress(code, 'chuyen'))
    expect(clerk.page.html).not.toContain('value="CQ-1"')
    await clerk.send(caseAddress(code, 'chuyen'), { to: 'ubnd phuong', reason: 'Việc của phường' })
    expect(clerk.page.status).toBe(422)
    expect(clerk.page.text).toContain('UBND phường không còn hoạt động; công việc do')
    expect(clerk.field('reason')).toBe('Việc của phường')
  })

  it('an extension is off by default; where it is allowed another person approves it and the sender is told', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { handler, clerk, approver } = await openDesk(app)
    const before = await openedCase(app)
    await clerk.open(caseAddress(before.code))
    expect(clerk.page.text).toContain('Gia hạn đang tắt theo quy chế của cơ quan.')
    await allowExtension(app, 5)
    const { code } = await openedCase(app)
    await clerk.open(caseAddress(code, 'gia-han'))
    await clerk.send(caseAddress(code, 'gia-han'), { days: '6', ground: 'Phải xác minh' })
    expect(clerk.page.text).toContain('Số ngày vượt mức gia hạn')
    await clerk.send(caseAddress(code, 'gia-han'), { days: '5' })
    expect(clerk.page.text).toContain('đề nghị gia hạn 5 ngày làm việc, đang chờ duyệt')
    expect((await handler.open(caseAddress(code, 'duyet-gia-han'))).status).toBe(403)
    await approver.open(caseAddress(code, 'duyet-gia-han'))
    expect(approver.field('told')).toContain(
      'được gia hạn thêm 5 ngày làm việc, đến hết ngày 06/04/2026, vì: Phải xác minh',
    )
    await approver.send(caseAddress(code, 'duyet-gia-han'))
    expect(approver.page.text).toContain('Duyệt gia hạn 5 ngày làm việc')
    expect((await findCase(app.deps.db, code))?.clock.extraDays).toBe(5)
  })

  it('a refusal begins with its ground and names the right door', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk, approver } = await openDesk(app)
    const { code } = await openedCase(app)
    await clerk.open(caseAddress(code, 'khong-tiep-nhan'))
    expect(clerk.page.text).toContain('Vì sao không tiếp nhận?')
    await clerk.open(caseAddress(code, 'khong-tiep-nhan?ly-do=denunciation'))
    expect(clerk.field('text')).toContain('có dấu hiệu tố cáo')
    await clerk.send(caseAddress(code, 'khong-tiep-nhan'))
    expect(clerk.page.text).toContain('Còn chỗ chưa điền: nơi tiếp công dân, địa chỉ, giờ.')
    const door = 'Ban Tiếp công dân, số 1 đường Hòa Bình'
    await clerk.send(caseAddress(code, 'khong-tiep-nhan'), { text: 'Là tố cáo.', door })
    // It became restricted by being refused as a denunciation.
    expect(clerk.page.text).toContain('đã rời phần việc của Ông/Bà')
    expect(await findCase(app.deps.db, code)).toMatchObject({
      state: 'refused',
      kind: 'denunciation',
      restricted: true,
    })
    await approver.open(caseAddress(code))
    expect(approver.page.text).toContain(`Nơi đúng: ${door}`)
    await approver.open(caseAddress(code, 'sua'))
    await approver.send(caseAddress(code, 'sua'), { reason: 'Bấm nhầm' })
    expect(await stateOf(app, code)).toBe('in-progress')
  })

  it('asks the sender, which stops the clock, and keys in what came by telephone', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk } = await openDesk(app)
    const { code } = await openedCase(app)
    await clerk.open(caseAddress(code, 'hoi-them?mau=shipped-ask-details'))
    expect(clerk.field('text')).toContain(code)
    await clerk.send(caseAddress(code, 'hoi-them'))
    expect(clerk.page.text).toContain('Còn chỗ chưa điền')
    await clerk.send(caseAddress(code, 'hoi-them'), { text: 'Việc xảy ra ngày nào?' })
    expect(clerk.page.text).toContain('Đang tạm dừng, chờ người gửi bổ sung')
    await onAnotherDay(app, clerk, 'intake.all', '2026-03-13T02:00:00Z')
    await clerk.open(caseAddress(code, 'bo-sung'))
    await clerk.send(caseAddress(code, 'bo-sung'), { text: 'Sáng 18/8.' })
    expect(clerk.page.text).toContain('Đã bổ sung, chờ xử lý')
    expect(clerk.page.text).toContain('03/04/2026')
    await clerk.send(caseAddress(code, 'ghi-chu'), { text: 'Đã gọi lại cho người gửi.' })
    expect(clerk.page.text).toContain('Đã gọi lại cho người gửi.')
    await clerk.open(caseAddress(code, 'rut'))
    await clerk.send(caseAddress(code, 'rut'), { reason: 'Đề nghị qua điện thoại' })
    expect(await stateOf(app, code)).toBe('withdrawn')
  })

  it('the sender is shown only with a reason, once, and each time is written down', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk, handler } = await openDesk(app)
    const { code } = await openedCase(app)
    await clerk.open(caseAddress(code, 'nguoi-gui'))
    expect(clerk.page.text).not.toContain('Trần Văn Bình')
    await clerk.send(caseAddress(code, 'nguoi-gui'), { reason: ' ' })
    expect([clerk.page.status, clerk.page.text.includes('Trần Văn Bình')]).toEqual([422, false])
    await clerk.send(caseAddress(code, 'nguoi-gui'), { reason: 'Gọi hỏi ngày xảy ra' })
    expect(clerk.page.text).toContain('Trần Văn Bình')
    expect((await clerk.open(caseAddress(code))).text).not.toContain('Trần Văn Bình')
    expect((await handler.open(caseAddress(code))).text).not.toContain('Xem người gửi')
    expect((await handler.open(caseAddress(code, 'nguoi-gui'))).status).toBe(403)
    const rows = (await listAudit(app.deps.db, { limit: 20 })).filter(({ action }) => action === 'case.reveal')
    expect(rows.map(({ detail }) => JSON.parse(detail))).toEqual([{ reason: 'Gọi hỏi ngày xảy ra' }])
  })

  it('a restricted complaint is there for those who are entrusted with it alone, and each look is written down', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk, handler, approver } = await openDesk(app)
    const { code } = await openedCase(app, { kind: 'complaint', title: 'Khiếu nại quyết định' })
    for (const nobody of [clerk, handler, await signInAs(app, 'administrator'), await signInAs(app, 'viewer')]) {
      const { status, text } = await nobody.open(caseAddress(code))
      expect([403, 404]).toContain(status)
      expect(text).not.toContain('Khiếu nại quyết định')
    }
    await approver.open(caseAddress(code))
    expect(approver.page.text).toContain('Hạn chế người xem')
    await approver.open(caseAddress(code, 'giao'))
    expect(approver.page.text).toContain('Phiếu này hạn chế người xem: người được giao sẽ xem được phiếu.')
    const [, handlerId = ''] = approver.page.html.match(/<option value="([^"]+)"[^>]*>Cán bộ handler/) ?? []
    await approver.send(caseAddress(code, 'giao'), { assigneeId: handlerId })
    expect((await handler.open(caseAddress(code))).status).toBe(200)
    await approver.open(caseAddress(code, 'han-che'))
    await approver.send(caseAddress(code, 'han-che'), { restricted: 'no', reason: 'Nhầm' })
    expect(approver.page.text).toContain('Khiếu nại, tố cáo và việc về trẻ em luôn hạn chế người xem.')
    const looks = (await listAudit(app.deps.db, { limit: 90 })).filter((one) => one.action === 'case.view-restricted')
    expect(looks.length).toBeGreaterThanOrEqual(4)
    expect(new Set(looks.map(({ subject }) => subject))).toEqual(new Set([code]))
  })

  it('a text of 50,000 characters is refused with a sentence, and still there', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk } = await openDesk(app)
    const { code } = await openedCase(app)
    const long = 'ữ'.repeat(50_000)
    await clerk.open(caseAddress(code, 'hoi-them'))
    await clerk.send(caseAddress(code, 'hoi-them'), { text: long })
    expect([clerk.page.status, clerk.page.text.includes('Quá dài. Xin ghi ngắn hơn.')]).toEqual([422, true])
    expect(clerk.field('text')).toBe(long)
    await clerk.open(caseAddress(code))
    await clerk.send(caseAddress(code, 'tra-loi'), { text: long, lam: 'submit' })
    expect([clerk.page.status, clerk.field('text')]).toEqual([422, long])
    await clerk.open(caseAddress(code))
    await clerk.send(caseAddress(code, 'tra-loi'), { text: '<script>alert(1)</script>', lam: 'save' })
    expect(clerk.page.html).not.toContain('<script>alert')
  })

  it('files come with their own case alone: pictures to look at, documents as downloads', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk } = await openDesk(app)
    const first = await openedCase(app)
    const second = await openedCase(app, { title: 'Việc khác' })
    const facts = { caseId: first.id, draftId: null, createdAt: monday, createdBy: null }
    const file = { bytes: Buffer.from('x'), width: null, height: null, sha256: 'x' }
    await insertCaseFile(app.deps.db, { id: 'photo', ...facts, file: { ...file, name: 'a.png', type: 'image/png' } })
    await insertCaseFile(app.deps.db, {
      id: 'paper',
      ...facts,
      file: { ...file, name: 'đơn.pdf', type: 'application/pdf' },
    })
    await clerk.open(caseAddress(first.code))
    expect(clerk.page.html).toContain(`<img src="${caseAddress(first.code, 'tep/photo')}"`)
    const paper = await clerk.open(caseAddress(first.code, 'tep/paper'))
    expect(paper.headers.get('Content-Disposition')).toContain('attachment')
    expect(paper.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect((await clerk.open(caseAddress(second.code, 'tep/paper'))).status).toBe(404)
  })
})
