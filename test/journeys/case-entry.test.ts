import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { listEvents } from '../../db/case-events'
import { listCaseFiles } from '../../db/case-files'
import { findSender } from '../../db/case-senders'
import { findCase } from '../../db/cases'
import { updateOffice } from '../../db/offices'
import { openBySecret } from '../../server/actions/case-access'
import { openApp, type TestApp } from '../support/app'
import { smallPdf } from '../support/attachments'
import { openedCase } from '../support/cases'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { password, signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const form = '/can-bo/phan-anh/nhap'
/** A Friday, 14:00 in Viet Nam. */
const friday = '2026-11-20T07:00:00Z'

const letter = {
  channel: 'letter-box',
  office: 'CQ',
  receivedOn: '2026-11-18',
  receivedTime: '08:30',
  title: 'Không có chỗ ngồi chờ cho người cao tuổi',
  content: 'Sảnh chờ chỉ có bốn ghế.\nMẹ tôi phải đứng hai giờ.',
  name: 'Nguyễn Thị Lan',
  address: 'Tổ 3, phường Bình An',
  phone: '0905 123 456',
  publish: 'without-name',
}

const codeOn = (visitor: Visitor) => /<b class="code">([A-Z0-9.-]+-\d{2}-\d{6})<\/b>/.exec(visitor.page.html)?.[1] ?? ''
const secretOn = (visitor: Visitor) =>
  /<b class="code">((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})<\/b>/.exec(visitor.page.html)?.[1]

async function entered(test: TestApp, typed: Record<string, string> = {}) {
  const clerk = await signInAs(test, 'intake')
  await clerk.open(form)
  await clerk.send(form, { ...letter, ...typed })
  return clerk
}

describeEngines('typing in on behalf of a sender', (engine) => {
  it('a clerk types in a letter with its true time; the slip has the codes and the due date, once', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const clerk = await entered(test, { nameConsent: '1', evidence: 'đánh dấu và ký trên thư' })
    expect(clerk.page.status).toBe(200)
    const [code, secret] = [codeOn(clerk), secretOn(clerk) ?? '']
    expect(clerk.page.text).toContain('Nhận lúc 8 giờ 30 ngày 18/11/2026')
    expect(clerk.page.text).toContain('Hạn trả lời Thứ Năm, 10/12/2026')
    expect(clerk.page.html).toContain(`${form}?kenh=letter-box&amp;co-quan=CQ`)
    expect((await openBySecret(test.deps, code, secret))?.code).toBe(code)
    const kept = await findCase(test.deps.db, code)
    expect(kept).toMatchObject({
      ...{ channel: 'letter-box', sentAt: '2026-11-18T01:30:00.000Z', receivedAt: '2026-11-18T01:30:00.000Z' },
      ...{ nameConsent: true, publishChoice: 'without-name', content: letter.content },
    })
    expect(await findSender(test.deps.db, kept?.id ?? '')).toMatchObject({ name: letter.name, phone: '0905 123 456' })
    const events = await listEvents(test.deps.db, kept?.id ?? '')
    expect(events.map(({ kind }) => kind)).toEqual(['open', 'note'])
    expect(events[1]?.data).toEqual({ text: 'Căn cứ đồng ý của người gửi: đánh dấu và ký trên thư' })
    const acts = (await listAudit(test.deps.db, { limit: 20 })).map(({ action }) => action)
    expect(acts).toContain('case.enter')
    await clerk.open(`${form}?kenh=letter-box&co-quan=CQ`)
    expect([clerk.field('channel'), clerk.field('office'), clerk.field('name')]).toEqual(['letter-box', 'CQ', ''])
  })

  it('a form sent twice is one case; its code is shown again for ten minutes and then no more', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const clerk = await signInAs(test, 'intake')
    const typed = { ...letter, clientId: 'a'.repeat(22), draftId: 'b'.repeat(22), kind: 'pakn' }
    const send = (more: object = {}) => clerk.post(form, new URLSearchParams({ ...typed, ...more }))
    await send()
    const [code, secret] = [codeOn(clerk), secretOn(clerk)]
    await send()
    expect([codeOn(clerk), secretOn(clerk)]).toEqual([code, secret])
    test.setNow('2026-11-20T07:11:00Z')
    await send()
    expect([codeOn(clerk), secretOn(clerk)]).toEqual([code, undefined])
    expect(clerk.page.text).toContain('Mã tra cứu chỉ hiện một lần')
    await send({ title: 'Việc khác' })
    expect(clerk.page.status).toBe(409)
    expect(clerk.page.text).toContain(`Phiếu này đã được lưu thành ${code}`)
    expect(clerk.field('title')).toBe('Việc khác')
    await clerk.send(form)
    expect(codeOn(clerk)).not.toBe(code)
  })

  it.each([
    ['a day to come', { receivedOn: '2026-11-21' }, 'Thời điểm nhận ở tương lai.', 'receivedOn'],
    [
      'an hour to come',
      { receivedTime: '14:01', receivedOn: '2026-11-20' },
      'Thời điểm nhận ở tương lai.',
      'receivedTime',
    ],
    ['no hour', { receivedTime: '' }, 'Xin ghi giờ nhận', 'receivedOn'],
    ['a telephone number with letters', { phone: '09o5 123 456' }, 'Số điện thoại có chữ.', 'phone'],
    ['half a telephone number', { phone: '12' }, 'Số điện thoại cần có 9 đến 11 chữ số', 'phone'],
    [
      'fifty thousand letters',
      { content: 'ă'.repeat(50_000) },
      'Nội dung có 50.000 ký tự, tối đa là 10.000.',
      'content',
    ],
    ['no choice of publication', { publish: '' }, 'chưa hỏi được thì chọn “Người gửi chưa chọn”', 'content'],
    ['a consent without evidence', { messageConsent: '1' }, 'Xin ghi căn cứ của sự đồng ý', 'phone'],
    ["nobody's name", { name: '' }, 'Xin ghi họ và tên người gửi', 'address'],
    ["a channel of the sender's own", { channel: 'web' }, 'Xin chọn phiếu đến bằng cách nào', 'title'],
    [
      'a superior without name and day',
      { channel: 'superior' },
      'Xin ghi tên cơ quan cấp trên. Xin ghi hạn cấp trên giao',
      'title',
    ],
    ['sent after it was received', { sentOn: '2026-11-19' }, 'Ngày gửi sau lúc nhận', 'sentOn'],
    ['a suggestion where none are taken', { kind: 'suggestion' }, 'chưa bật nhận góp ý không nêu tên', 'title'],
    [
      'a procedure nobody knows',
      { procedure: 'thủ tục chưa ai biết' },
      'Không có thủ tục này trong danh mục',
      'procedure',
    ],
    ['an office nobody knows', { office: 'KHONG' }, 'Xin chọn đơn vị nhận', 'content'],
  ])(
    '%s is refused with a sentence, everything typed is kept',
    async (_, typed: Record<string, string>, said, field) => {
      const test = await openApp(await engine.open(), {}, friday)
      const clerk = await entered(test, typed)
      expect(clerk.page.status).toBe(422)
      expect(clerk.page.text).toContain(said)
      const all: Record<string, string> = { ...letter, ...typed }
      expect(clerk.field(field)).toBe(all[field])
      expect(clerk.field('name')).toBe(all.name)
      expect(await findCase(test.deps.db, 'CQ-26-000001')).toBeUndefined()
    },
  )

  it('what was received long ago is asked about once more', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const clerk = await entered(test, { receivedOn: '2026-09-20' })
    expect(clerk.page.text).toContain('Phiếu nhận đã hơn 60 ngày.')
    await clerk.send(form, { old: '1' })
    expect(codeOn(clerk)).toBe('CQ-26-000001')
  })

  it('a known code of origin leads to the case that has it, unless that is hidden', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const before = await openedCase(test, { originCode: 'PAKN.20261118.0003' })
    await openedCase(test, { originCode: 'CV-77', kind: 'denunciation' })
    const clerk = await entered(test, { channel: 'national-portal', origin: 'PAKN.20261118.0003' })
    expect(clerk.page.status).toBe(409)
    expect(clerk.page.text).toContain('đã có ở một phiếu khác')
    expect(clerk.page.html).toContain(`/can-bo/phan-anh/${before.code}`)
    expect(clerk.field('origin')).toBe('PAKN.20261118.0003')
    await clerk.send(form, { origin: 'CV-77' })
    expect(clerk.page.status).toBe(409)
    expect(clerk.page.text).not.toContain('Mở phiếu')
    await clerk.send(form, { origin: 'CV-78' })
    expect(clerk.page.status).toBe(200)
  })

  it('a superior sets an own day and wants an explanation; the sender has not chosen, so it stays private', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const superior = { superiorOffice: 'UBND tỉnh', superiorDueOn: '2026-11-27', superiorDocument: 'CV 123' }
    const clerk = await entered(test, { channel: 'superior', ...superior, wantsExplanation: '1', publish: 'unknown' })
    expect(clerk.page.text).toContain('Hạn cấp trên giao: 27/11/2026.')
    expect(clerk.page.text).toContain('Người gửi chưa chọn cách công khai nên câu trả lời sẽ chỉ gửi riêng.')
    const kept = await findCase(test.deps.db, codeOn(clerk))
    expect(kept).toMatchObject({ publishChoice: 'private', clock: { superiorDueOn: '2026-11-27' } })
    const events = await listEvents(test.deps.db, kept?.id ?? '')
    expect(events.find(({ kind }) => kind === 'set-superior')?.data).toMatchObject({ wantsExplanation: true })
    await clerk.open('/can-bo/phan-anh')
    expect(clerk.page.text).toContain('27/11/2026 Còn 4 ngày làm việc')
  })

  it('an unsigned letter about a child is kept hidden from the clerk who typed it in', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const clerk = await entered(test, {
      kind: 'child',
      noSender: '1',
      name: '',
      address: '',
      phone: '',
      publish: 'unknown',
    })
    expect(clerk.page.text).toContain('Phiếu này chỉ người được giao mới xem được.')
    expect(clerk.page.text).not.toContain('Hạn trả lời')
    const kept = await findCase(test.deps.db, codeOn(clerk))
    expect(kept?.restricted).toBe(true)
    expect(await findSender(test.deps.db, kept?.id ?? '')).toBeUndefined()
    await clerk.open('/can-bo/phan-anh')
    expect(clerk.page.html).not.toContain(codeOn(clerk) || 'CQ-26-000001')
  })

  it('a document stays with a refused form and becomes the case’s; a wrong file is named', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const clerk = await signInAs(test, 'intake')
    await clerk.open(form)
    const ids = { clientId: clerk.field('clientId') ?? '', draftId: clerk.field('draftId') ?? '', kind: 'pakn' }
    const data = new FormData()
    for (const [name, value] of Object.entries({ ...letter, ...ids, receivedOn: '2027-01-01' })) data.set(name, value)
    data.append('file', new File([smallPdf], 'bảng niêm yết.pdf'))
    await clerk.post(form, data)
    expect(clerk.page.status).toBe(422)
    expect(clerk.page.text).toContain('bảng niêm yết.pdf')
    const drawing = new FormData()
    for (const [name, value] of Object.entries({ ...letter, ...ids })) drawing.set(name, value)
    drawing.append('file', new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'anh.jpg'))
    await clerk.post(form, drawing)
    expect(clerk.page.status).toBe(422)
    expect(clerk.page.text).toContain('là hình vẽ SVG')
    expect(clerk.field('content')?.replaceAll('\r', '')).toBe(letter.content)
    await clerk.send(form, { receivedOn: letter.receivedOn })
    const kept = await findCase(test.deps.db, codeOn(clerk))
    expect((await listCaseFiles(test.deps.db, kept?.id ?? '')).map(({ name }) => name)).toEqual(['bảng niêm yết.pdf'])
  })

  it('a session that ended meanwhile keeps everything but files not yet uploaded', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    const clerk = await signInAs(test, 'intake')
    const data = new FormData()
    for (const [name, value] of Object.entries({ ...letter, kind: 'pakn' })) data.set(name, value)
    data.append('file', new File([smallPdf], 'thư.pdf'))
    test.setNow('2026-11-21T07:00:00Z')
    await clerk.post(form, data)
    expect(clerk.page.text).toContain('Nội dung được giữ: xin đăng nhập lại rồi gửi tiếp.')
    await clerk.send('/can-bo/dang-nhap', { login: 'intake.all', password })
    await clerk.send(form)
    expect(await findCase(test.deps.db, codeOn(clerk))).toMatchObject({ title: letter.title })
  })

  it('a closed office and one beyond the own part are refused; handlers do not type in', async () => {
    const test = await openApp(await engine.open(), {}, friday)
    await insertDepartment(test.deps.db)
    await updateOffice(test.deps.db, 'CQ-1', { validTo: '2026-06-30' })
    const clerk = await entered(test, { office: 'CQ-1' })
    expect(clerk.page.text).toContain('Đơn vị này đã ngừng hoạt động')
    expect(clerk.field('title')).toBe(letter.title)
    const below = await signInAs(test, 'intake', 'CQ-1')
    await below.open(form)
    await below.send(form, letter)
    expect(below.page.text).toContain('Xin chọn đơn vị nhận trong danh sách')
    expect((await (await signInAs(test, 'handler')).open(form)).status).toBe(403)
  })
})
