import { expect, it } from 'vitest'
import { remindWhenDue } from '../../server/case-jobs'
import { openApp, type TestApp } from '../support/app'
import { smallPdf } from '../support/attachments'
import { caseAddress } from '../support/case-desk'
import { describeEngines } from '../support/database'
import { addressOf, type Codes, codesOn, come, doTo, download, handTo, look, openStaff } from '../support/stories'

const letter = {
  ...{ channel: 'paper', office: 'CQ-1', receivedOn: '2026-03-17', receivedTime: '09:15' },
  title: 'Thu tiền gửi xe trong sân trụ sở',
  content: 'Bảo vệ thu tiền gửi xe của người đến làm thủ tục. Đề nghị cho biết thu theo văn bản nào.',
  ...{ name: 'Phạm Văn Đức', address: 'Thôn 2', phone: '0912 345 678', publish: 'without-name' },
}
const entry = '/can-bo/phan-anh/nhap'

/** A letter of yesterday is typed in at the office below, with its true time. */
async function clerkEnters(app: TestApp): Promise<Codes> {
  app.setNow('2026-03-18T01:30:00Z')
  const clerk = await come(app, 'intake.cq-1')
  await clerk.open(entry)
  await clerk.send(entry, letter)
  expect(clerk.page.text).toContain('Hạn trả lời Thứ Ba, 07/04/2026')
  const codes = codesOn(clerk.page)
  await clerk.open(caseAddress(codes.code))
  expect(clerk.page.text).toContain('Nhập hộ; nhận thật lúc 17/03/2026 09:15.')
  const sender = await look(app, codes)
  expect(sender.page.text).toMatch(/Cơ quan đã nhận phiếu của Ông\/Bà 9\sgiờ\s15, thứ Ba, 17\/03\/2026/)
  return codes
}

/** Forwarded to another office with a new clock, given back, and forwarded again. */
async function officesForward(app: TestApp, codes: Codes) {
  const { code } = codes
  const clerk = await come(app, 'intake.cq-1')
  await doTo(clerk, code, 'chuyen', { to: 'CQ-2', reason: 'Việc của Phòng' })
  expect(clerk.page.text).toContain(`Phiếu ${code} đã rời phần việc của Ông/Bà`)
  const sender = await look(app, codes)
  expect(sender.page.text).toContain('Thứ Tư, 08/04/2026')
  expect(sender.page.text).toContain('Phiếu được chuyển đến Phòng Văn hóa')
  expect(sender.page.text).toContain('Ngày chuyển đến (thứ Tư 18/03) không tính.')
  expect(sender.page.html).not.toContain('Việc của Phòng')

  app.setNow('2026-03-20T03:00:00Z')
  const other = await come(app, 'intake.cq-2')
  expect((await other.open('/can-bo/thong-bao')).text).toContain(`${code} : phiếu mới, chờ tiếp nhận`)
  await doTo(other, code, 'tra-lai', { reason: 'Phường thu, phường trả lời.' })
  expect((await other.open(caseAddress(code))).status).toBe(404)
  const again = await come(app, 'intake.cq-1')
  expect((await again.open(caseAddress(code))).text).toContain('Phòng Văn hóa trả lại UBND phường')
  app.setNow('2026-03-23T02:00:00Z')
  const third = await come(app, 'intake.cq-1')
  await doTo(third, code, 'chuyen', { to: 'CQ-2', reason: 'Thu theo hướng dẫn của Phòng.' })
}

/** The sender is asked, the clock stands, and begins again with what he adds. */
async function senderSupplements(app: TestApp, codes: Codes) {
  const { code } = codes
  app.setNow('2026-03-24T02:00:00Z')
  const clerk = await come(app, 'intake.cq-2')
  await doTo(clerk, code, 'phan-loai', { kind: 'pakn', contentType: 'conduct', field: 'Trật tự' })
  await handTo(clerk, code, 'Cán bộ handler')
  const handler = await come(app, 'handler.cq-2')
  await doTo(handler, code, 'hoi-them', { text: 'Xin cho biết ngày nào và gửi bản chụp vé xe.' })
  expect(handler.page.text).toContain('Chờ người gửi bổ sung')
  expect((await handler.open('/can-bo/phan-anh?hop=cho-bo-sung')).text).toContain('Tạm dừng')
  const sender = await look(app, codes)
  expect(sender.page.text).toContain('Tạm dừng (chờ bổ sung)')
  expect(sender.page.text).toContain('Hạn bổ sung: thứ Ba, 07/04/2026.')

  app.setNow('2026-03-27T13:15:00Z')
  const evening = await look(app, codes)
  const form = new FormData()
  form.set('noi-dung', 'Chiều thứ Tư. Tôi gửi vé xe.')
  form.append('tep', new File([smallPdf], 'vé xe.pdf'))
  await evening.open(`${addressOf(evening)}/bo-sung`)
  await evening.post(evening.page.url, form)
  for (const said of ['Đã nhận phần bổ sung.', 'Thứ Sáu, 17/04/2026', 'Ngày bổ sung (thứ Sáu 27/03) không tính.'])
    expect(evening.page.text).toContain(said)
}

/** Reminders three days and one day before, and after it, when who approves is told as well; never on a day off. */
async function daysPass(app: TestApp, codes: Codes) {
  for (const day of ['12', '13', '14', '15', '16', '17', '18', '19', '20']) {
    app.setNow(`2026-04-${day}T00:35:00Z`)
    await remindWhenDue(app.deps)
  }
  const handler = await come(app, 'handler.cq-2')
  const { text } = await handler.open('/can-bo/thong-bao')
  for (const said of ['sắp đến hạn trả lời (hạn 17/04/2026)', 'đã quá hạn trả lời (hạn 17/04/2026)'])
    expect(text).toContain(said)
  for (const off of ['12/04/2026', '18/04/2026', '19/04/2026']) expect(text).not.toContain(`${off} `)
  const approver = await come(app, 'approver.all')
  expect((await approver.open('/can-bo/thong-bao')).text).toContain(`${codes.code} : đã quá hạn trả lời`)
  await approver.open('/can-bo/phan-anh?hop=qua-han')
  expect(approver.page.text).toMatch(/Quá hạn 1\sngày/)
  const sender = await look(app, codes)
  expect(sender.page.text).toContain('Cơ quan trả lời chậm so với hạn. Phiếu vẫn đang được xử lý.')
}

async function answered(app: TestApp, code: string, instant: string, text: string) {
  app.setNow(instant)
  const handler = await come(app, 'handler.cq-2')
  await doTo(handler, code, 'tra-loi', { text, lam: 'submit' })
  const approver = await come(app, 'approver.all')
  const asked = await approver.open(caseAddress(code, 'duyet'))
  await approver.send(caseAddress(code, 'duyet'))
  return { asked, sent: approver.page }
}

/** A late answer; the sender is not satisfied and asks once more; a second time he is told why not. */
async function senderAsksAgain(app: TestApp, codes: Codes) {
  const first = await answered(app, codes.code, '2026-04-21T02:00:00Z', 'Đã yêu cầu dừng thu.')
  expect(first.asked.text).toContain('Chiều thứ Tư. Tôi gửi vé xe.')
  expect(first.sent.text).toContain('Quá hạn: hạn là 17/04/2026.')
  app.setNow('2026-04-22T12:00:00Z')
  const sender = await look(app, codes)
  expect(sender.page.text).toContain('Trả lời sau hạn thứ Sáu, 17/04/2026.')
  await sender.send(`${addressOf(sender)}/danh-gia`, { muc: 'not-satisfied', 'noi-dung': 'Vẫn thu.' })
  expect(sender.page.text).toContain('Ông/Bà đã đánh giá: không hài lòng.')
  const address = addressOf(sender)
  await sender.open(`${address}/xem-xet-lai`)
  await sender.send(`${address}/xem-xet-lai`, { 'noi-dung': 'Bảo vệ vẫn thu trong tuần này.' })
  for (const said of ['Đang xem xét lại', 'Thứ Hai, 18/05/2026', 'Ngày đề nghị xem xét lại (thứ Tư 22/04) không tính.'])
    expect(sender.page.text).toContain(said)
}

/** Somebody else rings about the same: merged, and told the same answer. */
async function clerkMerges(app: TestApp, { code }: Codes): Promise<Codes> {
  app.setNow('2026-04-23T01:00:00Z')
  const clerk = await come(app, 'intake.cq-2')
  await clerk.open(entry)
  const call = { channel: 'telephone', office: 'CQ-2', receivedOn: '2026-04-23', receivedTime: '07:50' }
  await clerk.send(entry, { ...letter, ...call, title: 'Gửi xe mất tiền', name: 'Võ Thị Sáng', phone: '0987 654 321' })
  const twin = codesOn(clerk.page)
  await clerk.open(caseAddress(twin.code, `gop?ma=${code}`))
  expect(clerk.page.text).toContain('Phiếu nhận gộp')
  await clerk.post(caseAddress(twin.code, 'gop'), new URLSearchParams(mergeFields(clerk.page.html)))
  expect(clerk.page.text).toContain('Đã gộp')
  return twin
}

/** The last form of the page: what stands in it when both cases are shown beside each other. */
function mergeFields(html: string): Record<string, string> {
  const form = html.slice(html.lastIndexOf('<form method="post"'))
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const told = /<textarea[^>]*>([^<]*)/.exec(form)?.[1] ?? ''
  return { ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])), told }
}

async function secondAnswer(app: TestApp, codes: Codes, twin: Codes) {
  const text = 'Đã lập biên bản ngày 28/04/2026 và trả lại tiền.'
  const { asked } = await answered(app, codes.code, '2026-05-04T02:00:00Z', text)
  expect(asked.text).toContain('Bảo vệ vẫn thu trong tuần này.')
  for (const one of [codes, twin]) {
    const sender = await look(app, one)
    expect(sender.page.text).toContain(text)
    if (one === codes) await sender.open(`${addressOf(sender)}/xem-xet-lai`)
    if (one === codes) expect(sender.page.status).toBe(409)
    if (one === codes) expect(sender.page.text).toContain('Mỗi phiếu được đề nghị xem xét lại một lần.')
    else expect(sender.page.html).not.toMatch(/Phạm Văn Đức|0912/)
  }
}

type Row = Record<string, unknown> & { key: string }

/** One answer in time and one late, one case opened again, and everything that came in went somewhere. */
async function figuresHold(app: TestApp, { code }: Codes) {
  app.setNow('2026-05-06T02:00:00Z')
  const publisher = await come(app, 'publisher.all')
  await publisher.open(`/can-bo/cong-khai/${code}/xem-truoc`)
  await publisher.send(`/can-bo/cong-khai/${code}/dang`)
  const statistics = await come(app, 'statistics.all')
  await statistics.open('/can-bo/so-lieu-pakn')
  expect(statistics.page.text).toContain('Đã trả lời 2 phiếu, 1 đúng hạn; đang xử lý 0.')
  // The first answer was looked at again before it had to be published: one is owed, not two.
  expect(statistics.page.text).toContain('Đã công khai 1/1 (100,00 %)')
  const rows: Row[] = JSON.parse((await download(statistics, 'case-performance')).html).rows
  const total = rows.find(({ key }) => key === 'total')
  expect(total).toMatchObject({ carried: 1, new: 1, again: 1, handled: 2, merged: 1, inProgress: 0, notSatisfied: 1 })
  for (const row of rows) {
    const sum = (...names: string[]) => names.reduce((all, name) => all + Number(row[name]), 0)
    const into = sum('carried', 'new', 'again')
    const out = sum('handled', 'inProgress', 'refused', 'forwarded', 'returned', 'withdrawn', 'merged', 'split')
    expect([row.key, into, sum('conduct', 'rule', 'both', 'unclassified')]).toEqual([row.key, out, into])
  }
}

describeEngines('the story of a petition that is forwarded, supplemented, late and opened again', (engine) => {
  it('from the letter at an office below to the second answer and the figures', async () => {
    const app = await openApp(await engine.open(), {}, '2026-03-17T01:00:00Z')
    await openStaff(app)
    const codes = await clerkEnters(app)
    await officesForward(app, codes)
    await senderSupplements(app, codes)
    await daysPass(app, codes)
    await senderAsksAgain(app, codes)
    const twin = await clerkMerges(app, codes)
    await secondAnswer(app, codes, twin)
    await figuresHold(app, codes)
  })
})
