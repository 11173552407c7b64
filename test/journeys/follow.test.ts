import { expect, it } from 'vitest'
import { listEvents } from '../../db/case-events'
import { listCaseFiles } from '../../db/case-files'
import { findCase } from '../../db/cases'
import { splitCase } from '../../server/actions/case-families'
import type { SignedInStaff } from '../../server/domain/permissions'
import { openApp, type TestApp } from '../support/app'
import { act, answerCase, openedCase, staffOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

/** 13/02/2026, 16:20, the last working day before Tết. */
const beforeTet = '2026-02-13T09:20:00Z'

type Staff = { intake: SignedInStaff; approver: SignedInStaff }

async function people(app: TestApp): Promise<Staff> {
  await signInAs(app, 'intake')
  await signInAs(app, 'approver')
  return { intake: await staffOf(app, 'intake.all'), approver: await staffOf(app, 'approver.all') }
}

const classify = { kind: 'pakn', contentType: 'conduct', contentGroup: 'conduct', field: 'Hộ tịch' } as const
const classified = { deed: 'classify', ...classify, procedureCode: null } as const

/** The sender types the two codes; the address of the case follows. */
async function follow(app: TestApp, { code, secret }: { code: string; secret: string }): Promise<Visitor> {
  const sender = app.visitor()
  await sender.open('/tra-cuu')
  await sender.send('/tra-cuu', { ma: code, 'bi-mat': secret })
  return sender
}

const addressOf = (sender: Visitor) => sender.page.url.split('?')[0] ?? ''
const caseOf = (sender: Visitor) => addressOf(sender).split('/').slice(0, 3).join('/')

describeEngines('the sender of a case', (engine) => {
  it('sees by when it is answered and why, over Tết, and follows it to the answer', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, approver } = await people(app)
    const opened = await openedCase(app)
    const sender = await follow(app, { code: opened.code.toLowerCase(), secret: opened.secret.replaceAll('-', ' ') })
    const address = addressOf(sender)
    expect(sender.page.status).toBe(200)
    expect(sender.page.text).toContain('Đòi thêm giấy xác nhận cư trú')
    expect(sender.page.text).toContain('Đã nhận, đang phân loại')
    expect(sender.page.text).toMatch(/Thứ Sáu, 13\/03\/2026 Còn 15\sngày làm\sviệc/)
    expect(sender.page.text).toContain('Hôm nay là thứ Sáu, 13/02/2026.')
    expect(sender.page.text).toMatch(/Cơ quan đã nhận phiếu của Ông\/Bà 16\sgiờ\s20, thứ Sáu, 13\/02\/2026/)
    expect(sender.page.text).toContain('Sắp tới: Trả lời Ông/Bà chậm nhất thứ Sáu, 13/03/2026')
    expect(sender.page.text).toContain('Công khai, đã che thông tin riêng chậm nhất thứ Ba, 17/03/2026')
    expect(sender.page.text).toContain('thứ Sáu 13/03 : ngày làm việc thứ 15')
    expect(sender.page.text).toContain('Căn cứ: Nghị định 20/2008/NĐ-CP')
    expect(sender.page.text).toContain('Trần Văn Bình')

    app.setNow('2026-02-23T02:00:00Z')
    expect(await act(app, intake, opened.code, classified)).toMatchObject({ ok: true })
    await act(app, intake, opened.code, { deed: 'assign', assigneeId: intake.id, department: 'Phòng A1', note: 'gấp' })
    await act(app, intake, opened.code, { deed: 'note', text: 'Người này hay phàn nàn.' })
    const again = await follow(app, opened)
    expect(again.page.text).toContain('Cơ quan đã tiếp nhận, bắt đầu xử lý')
    expect(again.page.text).toContain('Đang làm: Cơ quan của tôi đang xử lý từ thứ Hai, 23/02/2026')
    for (const hidden of ['Cán bộ intake', 'Phòng A1', 'gấp', 'hay phàn nàn'])
      expect(again.page.html).not.toContain(hidden)

    app.setNow('2026-03-12T02:00:00Z')
    expect(await answerCase(app, opened.code, { by: intake, approver })).toMatchObject({ ok: true })
    await again.open(addressOf(again))
    expect(again.page.status).toBe(410)
    await again.send('/tra-cuu', { 'bi-mat': opened.secret })
    expect(again.page.text).toContain('Trả lời của Cơ quan của tôi')
    expect(again.page.text).toContain('Quầy 3 đã được nhắc.')
    expect(again.page.text).toContain('đến hết thứ Sáu, 27/03/2026')
    expect(addressOf(again)).not.toBe(address)
    await again.send(`${addressOf(again)}/danh-gia`)
    expect(again.page.status).toBe(422)
    expect(again.page.text).toContain('Xin chọn một mức.')
    await again.send(`${addressOf(again).replace(/\/danh-gia$/, '')}/danh-gia`, { muc: 'satisfied' })
    expect(again.page.text).toContain('Đã nhận đánh giá của Ông/Bà.')
    expect(again.page.text).toContain('Ông/Bà đánh giá: hài lòng')
    expect((await again.open(`${addressOf(again)}/in`)).text).toContain('Quầy 3 đã được nhắc.')
  })

  it('adds what was asked for, with a photo, and gets a new day', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake } = await people(app)
    const opened = await openedCase(app)
    const ask = { deed: 'ask-sender', text: 'Xin cho biết số biên nhận hồ sơ.' } as const
    expect(await act(app, intake, opened.code, ask)).toMatchObject({ ok: true })
    const sender = await follow(app, opened)
    const address = addressOf(sender)
    expect(sender.page.text).toContain('Cần Ông/Bà bổ sung')
    expect(sender.page.text).toContain('Xin cho biết số biên nhận hồ sơ. Hạn bổ sung: thứ Sáu, 06/03/2026.')
    expect(sender.page.text).toContain('Tạm dừng (chờ bổ sung)')

    await sender.open(`${address}/bo-sung`)
    await sender.send(`${address}/bo-sung`, { 'noi-dung': '  ' })
    expect(sender.page.status).toBe(422)
    expect(sender.page.text).toContain('Xin viết nội dung.')
    const form = new FormData()
    form.set('noi-dung', 'Số biên nhận 0123.')
    form.append('tep', new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'anh.jpg'))
    await sender.post(`${address}/bo-sung`, form)
    expect(sender.page.status).toBe(422)
    expect(sender.page.text).toContain('Tệp “anh.jpg” là hình vẽ SVG')
    expect(sender.field('noi-dung')).toBe('Số biên nhận 0123.')

    app.setNow('2026-02-13T10:00:00Z')
    form.set('tep', new File([onePixel], 'biên nhận.png'))
    await sender.post(`${address}/bo-sung`, form)
    expect(sender.page.text).toContain('Đã nhận phần bổ sung.')
    expect(sender.page.text).toContain('Số biên nhận 0123.')
    expect(sender.page.text).toContain('biên nhận.png')
    const [file] = await listCaseFiles(app.deps.db, opened.id)
    expect(file).toMatchObject({ eventNo: 3, createdBy: null, type: 'image/png' })
    expect((await sender.open(`${address}/tep/${file?.id}`)).headers.get('Content-Type')).toBe('image/png')
    // The same once more, from another tab: a page that says so, and nothing twice.
    await sender.post(`${address}/bo-sung`, form)
    expect(sender.page.status).toBe(409)
    expect(sender.page.text).toContain('Phần bổ sung đã được nhận')
    expect(sender.page.text).toContain('Số biên nhận 0123.')
    expect((await listEvents(app.deps.db, opened.id)).filter(({ kind }) => kind === 'supplement')).toHaveLength(1)
    expect(await listCaseFiles(app.deps.db, opened.id)).toHaveLength(1)
  })

  it('is not satisfied and asks for a second look, once, within the days', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, approver } = await people(app)
    const opened = await openedCase(app)
    await act(app, intake, opened.code, classified)
    await answerCase(app, opened.code, { by: intake, approver })
    const sender = await follow(app, opened)
    const address = addressOf(sender)
    await sender.send(`${address}/danh-gia`, { muc: 'not-satisfied', 'noi-dung': 'Chưa nói ai chịu trách nhiệm.' })
    expect(sender.page.text).toContain('Ông/Bà đã đánh giá: không hài lòng.')
    const other = await follow(app, opened)
    await sender.open(`${address}/xem-xet-lai`)
    await other.open(`${addressOf(other)}/xem-xet-lai`)
    await sender.send(`${address}/xem-xet-lai`, { 'noi-dung': 'Chưa trả lời ý thứ hai.' })
    expect(sender.page.text).toContain('Đang xem xét lại')
    expect(sender.page.text).toMatch(/Thứ Sáu, 13\/03\/2026 Còn 15/)
    await other.send(addressOf(other), { 'noi-dung': 'Gửi lần nữa.' })
    expect(other.page.status).toBe(409)
    expect(other.page.text).toContain('Gửi lần nữa.')
    await answerCase(app, opened.code, { by: intake, approver }, 'Ý thứ hai: đã phê bình người làm sai.')
    await sender.open(address)
    expect(sender.page.text).toContain('Trả lời lần 1')
    expect(sender.page.text).toContain('đã phê bình người làm sai')
    expect(sender.page.text).not.toContain('Đề nghị xem xét lại')
    expect(sender.page.html).toContain(`${address}/danh-gia`)
  })

  it('cannot ask for a second look when the days are over', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, approver } = await people(app)
    const opened = await openedCase(app)
    await answerCase(app, opened.code, { by: intake, approver })
    app.setNow('2026-02-28T16:59:00Z')
    expect((await follow(app, opened)).page.text).toContain('Đề nghị xem xét lại')
    app.setNow('2026-02-28T17:01:00Z')
    const sender = await follow(app, opened)
    expect(sender.page.text).not.toContain('Đề nghị xem xét lại')
    expect((await sender.post(`${addressOf(sender)}/xem-xet-lai`, 'noi-dung=Muộn')).status).toBe(409)
  })

  it('withdraws after a page that asks, and takes the consents for the name and for messages back at any time', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake } = await people(app)
    const opened = await openedCase(app, { nameConsent: true, messageConsent: true })
    const sender = await follow(app, opened)
    const address = addressOf(sender)
    await sender.open(`${address}/rut`)
    expect(sender.page.text).toContain('Việc rút không hoàn lại được')
    expect((await findCase(app.deps.db, opened.code))?.state).toBe('new')
    await sender.send(`${address}/rut`, { 'noi-dung': 'Đã giải quyết xong.' })
    expect(sender.page.text).toContain('Ông/Bà đã rút phiếu')
    // The token of before still shows the case, and does nothing to it any more.
    for (const form of ['rut', 'bo-sung', 'xem-xet-lai', 'danh-gia']) {
      expect([form, (await sender.post(`${address}/${form}`, 'noi-dung=x&muc=satisfied')).status]).toEqual([form, 409])
    }
    expect(await act(app, intake, opened.code, classified)).toMatchObject({ ok: false })
    await sender.open(address)
    await sender.send(`${address}/ho-ten`)
    expect(sender.page.text).toContain('Đã rút đồng ý.')
    const consents = async () => {
      const { nameConsent, messageConsent } = (await findCase(app.deps.db, opened.code)) ?? {}
      return [nameConsent, messageConsent]
    }
    expect(await consents()).toEqual([false, true])
    await sender.send(`${address}/thong-bao`)
    expect(sender.page.text).toContain('Hệ thống không gửi thông báo về phiếu này nữa')
    expect(sender.page.text).not.toContain('Rút đồng ý')
    expect(await consents()).toEqual([false, false])
  })

  it('takes the day into the calendar of the telephone', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const opened = await openedCase(app)
    const sender = await follow(app, opened)
    const file = await sender.open(`${addressOf(sender)}/han.ics`)
    expect(file.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    expect(file.html).toContain('DTSTART;VALUE=DATE:20260313')
    expect(file.html.replace(/\r\n /g, '')).toContain(`URL:http://hailong.test/tra-cuu?ma=${opened.code}\r\n`)
    expect(file.html).not.toContain(addressOf(sender).slice(9, 40))
  })

  it('follows a merged case to the answer of the other one, without anything of its sender', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, approver } = await people(app)
    const person = { name: 'Phạm Thị Dung', address: '9 Lê Lợi', phone: '0912 345 678', email: '', organisation: '' }
    const other = await openedCase(app, { title: 'Việc của người khác', sender: person })
    const opened = await openedCase(app)
    const target = await findCase(app.deps.db, other.code)
    if (!target) throw new Error('no target')
    await act(app, intake, opened.code, { deed: 'merge', into: target, told: 'Nội dung này trùng với phiếu khác.' })
    await act(app, intake, other.code, classified)
    await answerCase(
      app,
      other.code,
      { by: intake, approver },
      'Kính gửi bà Phạm Thị Dung (0912345678): đã nhắc quầy 3.',
    )
    const sender = await follow(app, opened)
    expect(sender.page.text).toContain('Đã gộp với phiếu cùng nội dung')
    expect(sender.page.text).toContain('Kính gửi bà [đã che] ( [đã che] ): đã nhắc quầy 3.')
    for (const hidden of ['Dung', '0912', 'Lê Lợi', 'Việc của người khác'])
      expect(sender.page.html).not.toContain(hidden)
  })

  it('sees where a case went, in plain words, and the parts it was split into', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    await insertDepartment(app.deps.db)
    const { intake } = await people(app)
    const opened = await openedCase(app)
    const forward = { deed: 'forward', to: 'CQ-1', isOpen: true, reason: 'lý do nội bộ', told: '' } as const
    expect(await act(app, intake, opened.code, forward)).toMatchObject({ ok: true })
    const sender = await follow(app, opened)
    expect(sender.page.text).toContain('Phiếu được chuyển đến UBND phường')
    expect(sender.page.text).toContain('Ông/Bà vẫn theo dõi bằng mã cũ.')
    expect(sender.page.html).not.toContain('lý do nội bộ')
    await act(app, intake, opened.code, { deed: 'return', to: 'CQ', reason: 'nội bộ nữa', told: '' })
    await sender.open(addressOf(sender))
    expect(sender.page.text).toContain('Phiếu được trả lại Cơ quan của tôi')
    expect(sender.page.html).not.toContain('nội bộ nữa')
  })

  it('opens each part of a case that was split, and takes the consent for the name back for all of them', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake } = await people(app)
    const opened = await openedCase(app, { nameConsent: true })
    const parts = ['Thái độ ở quầy 3', 'Đề xuất nộp trực tuyến'].map((title) => ({
      ...{ title, content: title, kind: 'pakn' as const, restricted: false },
    }))
    const told = (codes: readonly string[]) => `Cơ quan đã tách thành các phiếu: ${codes.join(', ')}.`
    const split = await splitCase(app.deps, intake, { code: opened.code, version: 1 }, parts, told)
    expect(split).toEqual({ ok: true, codes: ['CQ-26-000002', 'CQ-26-000003'] })
    const sender = await follow(app, opened)
    expect(sender.page.text).toContain('Cơ quan đã tách thành các phiếu: CQ-26-000002, CQ-26-000003.')
    expect(sender.page.text).toMatch(/CQ-26-000003 Đề xuất nộp trực tuyến .* Hạn trả lời: thứ Sáu, 13\/03\/2026/)
    await sender.send(`${addressOf(sender)}/ho-ten`)
    for (const code of ['CQ-26-000001', 'CQ-26-000002', 'CQ-26-000003'])
      expect([code, (await findCase(app.deps.db, code))?.nameConsent]).toEqual([code, false])
    const [, second = ''] = [...sender.page.html.matchAll(/href="(\/tra-cuu\/[^"/]+)"/g)].map(([, href]) => href)
    await sender.open(second)
    expect(sender.page.text).toContain('CQ-26-000003 Đề xuất nộp trực tuyến Đã nhận, đang phân loại')
    expect(sender.page.text).toContain('Rút phiếu này')
  })

  it('sends the same from two tabs at one moment: one is kept, the other says so', async () => {
    const app = await openApp(await engine.open(), {}, beforeTet)
    const { intake, approver } = await people(app)
    const opened = await openedCase(app)
    await answerCase(app, opened.code, { by: intake, approver })
    const tabs = [await follow(app, opened), await follow(app, opened), await follow(app, opened)]
    const pages = await Promise.all(
      tabs.map((tab) => tab.post(`${addressOf(tab)}/danh-gia`, 'muc=not-satisfied&noi-dung=Thiếu')),
    )
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const again = await Promise.all(tabs.map((tab) => tab.post(`${caseOf(tab)}/xem-xet-lai`, 'noi-dung=Xem lại')))
    expect(again.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const kinds = (await listEvents(app.deps.db, opened.id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'rate' || kind === 'reopen')).toEqual(['rate', 'reopen'])
  })
})

/** A picture of one pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
