import sharp from 'sharp'
import { expect, it } from 'vitest'
import { openApp, type TestApp } from '../support/app'
import { caseAddress } from '../support/case-desk'
import { describeEngines } from '../support/database'
import { lan, withFiles } from '../support/feedback'
import { addressOf, type Codes, codesOn, come, doTo, download, handTo, look, openStaff } from '../support/stories'

const content =
  'Quầy bảo tôi bổ sung giấy xác nhận cư trú, bảng niêm yết không có giấy này. Số của tôi là 0905 123 456, xin gọi lại.'
const answer = 'Giấy này không có trong thành phần hồ sơ. Quầy đã được nhắc, bảng hướng dẫn đã sửa.'

/** The last working day before Tết, 16:20. */
async function citizenSends(app: TestApp): Promise<Codes> {
  app.setNow('2026-02-13T09:20:00Z')
  const citizen = app.visitor()
  await citizen.open(`/gop-y?diem=${app.point}`)
  expect(citizen.page.text).toContain('Đang nguy hiểm? Gọi ngay: 113')
  await citizen.send('/gop-y/viec', { matter: 'conduct' })
  await citizen.send('/gop-y/noi-dung', { content })
  const photo = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#7a9' } })
  const bytes = await photo
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
    .toBuffer()
  await citizen.post('/gop-y/tep', withFiles(citizen, [{ name: 'bảng niêm yết.jpg', bytes }]))
  await citizen.send('/gop-y/nguoi-gui', lan)
  expect(citizen.page.html).not.toMatch(/<input[^>]*\schecked/)
  await citizen.send('/gop-y/cong-khai', { publish: 'without-name' })
  for (const said of ['bảng niêm yết.jpg', 'Nguyễn Thị Lan', 'Có vẻ có số điện thoại trong nội dung.'])
    expect(citizen.page.text).toContain(said)
  const receipt = await citizen.send('/gop-y/xem-lai')
  for (const said of [
    'Hạn trả lời Thứ Sáu, 13/03/2026',
    'Ngày gửi (thứ Sáu 13/02) không tính. Từ 14/02 đến 22/02 (9 ngày) không tính: Tết Nguyên đán Bính Ngọ.',
    'thứ Sáu 13/03 : ngày làm việc thứ 15',
    'Tệp kèm theo 1',
  ])
    expect(receipt.text).toContain(said)
  const codes = codesOn(receipt)
  await citizen.send('/tra-cuu')
  expect(citizen.page.text).toContain('Đã nhận, đang phân loại')
  const ics = await citizen.open(`${addressOf(citizen)}/han.ics`)
  expect(ics.html).toContain('DTSTART;VALUE=DATE:20260313')
  return codes
}

/** The first working day after Tết: the clerk classifies and gives it to a person. */
async function clerkAssigns(app: TestApp, { code }: Codes) {
  app.setNow('2026-02-23T01:10:00Z')
  const clerk = await come(app, 'intake.all')
  await clerk.open('/can-bo/phan-anh')
  expect(clerk.page.text).toContain('Chưa phân công 1')
  expect(clerk.page.html).toContain(caseAddress(code))
  await doTo(clerk, code, 'phan-loai', { kind: 'pakn', contentType: 'conduct', field: 'Hộ tịch' })
  await handTo(clerk, code, 'Cán bộ handler', 'Xem lại bảng niêm yết')
  expect(clerk.page.text).toContain('Giao Cán bộ handler')
  expect(clerk.page.html).not.toContain('Nguyễn Thị Lan')
}

/** The handler drafts, the approver sends it back once, then sends it a day before it is due. */
async function officeAnswers(app: TestApp, { code }: Codes) {
  app.setNow('2026-03-10T02:00:00Z')
  const handler = await come(app, 'handler.all')
  expect((await handler.open('/can-bo/phan-anh?hop=cua-toi')).text).toContain('Còn 3 ngày')
  await handler.open(caseAddress(code))
  await handler.send(caseAddress(code, 'tra-loi'), { text: 'Giấy này không cần.', lam: 'submit' })
  app.setNow('2026-03-11T02:00:00Z')
  const approver = await come(app, 'approver.all')
  expect((await approver.open('/can-bo/phan-anh?hop=cho-duyet')).html).toContain(caseAddress(code))
  await approver.open(caseAddress(code, 'duyet'))
  await approver.send(caseAddress(code, 'sua-lai'), { reason: 'Xin nêu rõ đã làm gì.' })
  const again = await come(app, 'handler.all')
  expect((await again.open('/can-bo/thong-bao')).text).toContain('câu trả lời được trả lại để sửa')
  expect((await again.open(caseAddress(code))).text).toContain('Xin nêu rõ đã làm gì.')
  await again.send(caseAddress(code, 'tra-loi'), { text: answer, lam: 'submit' })
  app.setNow('2026-03-12T02:00:00Z')
  const boss = await come(app, 'approver.all')
  await boss.open(caseAddress(code, 'duyet'))
  await boss.send(caseAddress(code, 'duyet'))
  expect(boss.page.text).toContain('Đúng hạn: hạn là 13/03/2026.')
}

/** Within two working days it is published, and the telephone number is not. */
async function publisherPublishes(app: TestApp, { code }: Codes) {
  app.setNow('2026-03-16T02:00:00Z')
  const publisher = await come(app, 'publisher.all')
  expect((await publisher.open('/can-bo/cong-khai')).text).toContain('Đến hạn hôm nay')
  expect((await publisher.open(`/can-bo/cong-khai/${code}`)).text).toContain('che: số điện thoại')
  await publisher.open(`/can-bo/cong-khai/${code}/xem-truoc`)
  expect(publisher.page.html).not.toContain('0905')
  await publisher.send(`/can-bo/cong-khai/${code}/dang`)
  expect(publisher.page.text).toContain('Đã công khai lúc 16/03/2026')
}

async function senderRates(app: TestApp, codes: Codes) {
  const sender = await look(app, { ...codes, code: codes.code.toLowerCase() })
  for (const said of [answer, 'Đã trả lời và công khai', 'Cơ quan đã tiếp nhận, bắt đầu xử lý'])
    expect(sender.page.text).toContain(said)
  await sender.send(`${addressOf(sender)}/danh-gia`, { muc: 'satisfied' })
  expect(sender.page.text).toContain('Ông/Bà đã đánh giá: hài lòng.')
}

async function everybodyReads(app: TestApp, { code }: Codes) {
  const reader = app.visitor()
  for (const words of ['', '?tim=giay%20xac%20nhan%20cu%20tru'])
    expect((await reader.open(`/cau-tra-loi${words}`)).html).toContain(`/cau-tra-loi/${code}`)
  expect((await reader.open('/cau-tra-loi?tim=0905')).text).toContain('Không có câu trả lời nào khớp')
  await reader.open(`/cau-tra-loi/${code}`)
  expect(reader.page.text).toContain(answer)
  expect(reader.page.text).toContain('Thứ Năm, 12/03/2026, đúng hạn')
  for (const hidden of ['0905', 'Nguyễn Thị Lan', 'bảng niêm yết.jpg']) expect(reader.page.html).not.toContain(hidden)
}

/** The same count on the page and in the reports. */
async function figuresCount(app: TestApp, { code }: Codes) {
  const statistics = await come(app, 'statistics.all')
  await statistics.open('/can-bo/so-lieu-pakn')
  expect(statistics.page.text).toContain('Đã trả lời 1 phiếu, 1 đúng hạn; đang xử lý 0.')
  expect(statistics.page.text).toContain('1 hài lòng, 0 chấp nhận được, 0 không hài lòng')
  const read = async (name: string) => JSON.parse((await download(statistics, name)).html).rows
  expect(await read('cases')).toMatchObject([
    { code, due: '2026-03-13', answered: '2026-03-12', onTime: true, published: '2026-03-16', rating: 'satisfied' },
  ])
  expect((await read('case-summary')).at(-1)).toMatchObject({ total: 1, conduct: 1, handledNew: 1, published: 1 })
  const indicators = await read('case-indicators')
  const rateOf = (key: string) => indicators.find((row: { key: string }) => row.key === key)?.rate
  for (const key of ['on-time', '766-5.2', '766-5.3', 'published-on-time']) expect(rateOf(key)).toBe(100)
}

describeEngines('the story of a petition that is answered in time over Tết', (engine) => {
  it('from the code at the desk to the published answer and the figures', async () => {
    const app = await openApp(await engine.open(), {}, '2026-02-13T01:00:00Z')
    await openStaff(app)
    const codes = await citizenSends(app)
    await clerkAssigns(app, codes)
    await officeAnswers(app, codes)
    await publisherPublishes(app, codes)
    await senderRates(app, codes)
    await everybodyReads(app, codes)
    await figuresCount(app, codes)
  })
})
