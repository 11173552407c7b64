import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { openBySecret } from '../../server/actions/case-access'
import { openApp } from '../support/app'
import { caseAddress, openDesk, stateOf } from '../support/case-desk'
import { openedCase } from '../support/cases'
import { describeEngines } from '../support/database'

const monday = '2026-03-09T02:00:00Z'

describeEngines('a petition at the desk', (engine) => {
  it('the clerk classifies and assigns, the handler drafts, the approver sends back, then sends', async () => {
    const app = await openApp(await engine.open(), {}, monday)
    const { clerk, handler, approver } = await openDesk(app)
    const { code, secret } = await openedCase(app)
    const page = caseAddress(code)
    await clerk.open(page)
    expect(clerk.page.status).toBe(200)
    for (const said of ['Đòi thêm giấy xác nhận cư trú', code, 'Chờ tiếp nhận', 'Người dân viết', '30/03/2026'])
      expect(clerk.page.text).toContain(said)
    expect(clerk.page.text).toContain(
      'Phân loại, hoặc trả lại nơi chuyển đến: hết ngày 11/03/2026. Còn 2 ngày làm việc.',
    )
    for (const secretly of ['Trần Văn Bình', '0905123456']) expect(clerk.page.html).not.toContain(secretly)

    await clerk.open(`${page}/phan-loai`)
    await clerk.send(`${page}/phan-loai`, { kind: 'pakn', contentType: 'conduct', field: 'Hộ tịch' })
    expect(clerk.page.text).toContain('Đang xử lý')
    await clerk.open(`${page}/giao`)
    expect(clerk.page.text).toContain('Cán bộ handler (Cán bộ xử lý)')
    const [, handlerId = ''] = clerk.page.html.match(/<option value="([^"]+)"[^>]*>Cán bộ handler/) ?? []
    await clerk.send(`${page}/giao`, { assigneeId: handlerId, note: 'Xem lại bảng niêm yết' })
    expect(clerk.page.text).toContain('Giao Cán bộ handler')

    await handler.open(page)
    await handler.send(`${page}/tra-loi`, { text: 'Giấy này không cần.', lam: 'save' })
    expect(handler.page.text).toContain('Đã lưu bản nháp.')
    expect(handler.field('text')).toBe('Giấy này không cần.')
    await handler.send(`${page}/tra-loi`, { lam: 'submit' })
    expect(handler.page.text).toContain('Cán bộ handler đã trình, đang chờ duyệt.')
    expect((await handler.open(`${page}/duyet`)).status).toBe(403)

    await approver.open(`${page}/duyet`)
    expect(approver.page.text).toContain('Người dân hỏi')
    expect(approver.page.text).toContain('Giấy này không cần.')
    await approver.send(`${page}/sua-lai`, { reason: 'Xin nêu căn cứ.' })
    expect(await stateOf(app, code)).toBe('in-progress')
    await handler.open(page)
    expect(handler.page.text).toContain('Xin nêu căn cứ.')
    await handler.send(`${page}/tra-loi`, { text: 'Theo quy định, giấy này không cần.', lam: 'submit' })
    await approver.open(`${page}/duyet`)
    await approver.send(`${page}/duyet`)
    expect(approver.page.text).toContain('Đã duyệt và gửi câu trả lời cho người gửi.')
    expect(approver.page.text).toContain('Đúng hạn: hạn là 30/03/2026.')
    expect(await stateOf(app, code)).toBe('awaiting-publication')
    expect(await openBySecret(app.deps, code, secret)).toMatchObject({ state: 'awaiting-publication' })
    const audit = (await listAudit(app.deps.db, { limit: 50 })).map(({ action }) => action)
    for (const action of ['case.classify', 'case.assign', 'case.submit', 'case.send-back', 'case.answer'])
      expect(audit).toContain(action)
  })
})
