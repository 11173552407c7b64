import sharp from 'sharp'
import { expect, it } from 'vitest'
import { findStaffByLogin, updateStaff } from '../../db/staff'
import { remindWhenDue } from '../../server/case-jobs'
import { sendDue } from '../../server/mail/mailer'
import { smtpTransport } from '../../server/mail/transport'
import { openApp, type TestApp } from '../support/app'
import { caseAddress } from '../support/case-desk'
import { describeEngines } from '../support/database'
import { withFiles } from '../support/feedback'
import { silentLog } from '../support/log'
import { readMail, startMailServer } from '../support/mail-server'
import { addressOf, type Codes, codesOn, come, doTo, download, look, openStaff } from '../support/stories'
import type { Visitor } from '../support/visitor'

const content =
  'Thầy Nguyễn Văn Khuyết, giáo viên lớp 9A3, nhận tiền của phụ huynh em Đinh Hoàng Phương Uyên để sửa điểm thi.'
const sender = { name: 'Ngô Đình Thắng', address: 'Tổ 9', phone: '0977 111 222', email: 'thang@vi-du.vn' }
/** Whatever tells of the case. */
const secrets = ['Khuyết', 'Phương Uyên', '9A3', 'sửa điểm', 'Đình Thắng', '0977', 'thang@', 'ảnh Uyên']
/** The same without marks, for addresses and what was folded for the search. */
const folded = /khuyet|phuong uyen|sua diem|dinh thang/i
const blind = ['viewer', 'intake', 'handler', 'publisher', 'statistics', 'auditor', 'administrator'] as const

const reception = 'Phòng Tiếp công dân, 10 Hùng Vương, sáng thứ Ba'
const from = 'pakn@so.gov.vn'

/** The approver writes where people are received: the right door of a denunciation. */
async function approverWritesDoor(app: TestApp) {
  const approver = await come(app, 'approver.all')
  await approver.open('/can-bo/lien-he/CQ')
  await approver.send('/can-bo/lien-he/CQ', { reception })
}

async function citizenSends(app: TestApp): Promise<Codes> {
  const citizen = app.visitor()
  await citizen.open(`/gop-y?diem=${app.point}`)
  await citizen.send('/gop-y/viec', { matter: 'other' })
  expect(citizen.page.text).toContain('Đó là tố cáo. Luật Tố cáo quy định tố cáo bằng đơn có chữ ký')
  expect(citizen.page.text).toContain(reception)
  await citizen.send('/gop-y/viec-khac', { matter: 'denunciation' })
  await citizen.send('/gop-y/noi-dung', { content })
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a65' } })
    .jpeg()
    .toBuffer()
  await citizen.post('/gop-y/tep', withFiles(citizen, [{ name: 'ảnh Uyên.jpg', bytes }]))
  await citizen.send('/gop-y/nguoi-gui', sender)
  expect(citizen.page.text).toContain('Thông tin này được giữ kín, không công khai.')
  expect(citizen.page.html).not.toContain('name="publish"')
  await citizen.send('/gop-y/cong-khai', { messageConsent: '1' })
  const receipt = await citizen.send('/gop-y/xem-lai')
  expect(receipt.text).toContain('Đã nhận thông tin của Ông/Bà.')
  expect(receipt.text).toContain('Thông tin được giữ kín; chỉ người có trách nhiệm xem được.')
  await citizen.send('/tra-cuu')
  for (const page of [receipt, citizen.page]) expect(page.text).not.toContain('Hạn trả lời')
  return codesOn(receipt)
}

const forms = ['', '/nguoi-gui', '/phan-loai', '/giao', '/khong-tiep-nhan', '/tra-loi', '/duyet', '/ghi-chu', '/gop']
const lists = [
  ...['', '?hop=chua-giao', '?hop=qua-han', '?hop=da-xong', '?loai=denunciation', '?q=khuyet', '?q=phuong%20uyen'],
].map((query) => `/can-bo/phan-anh${query}`)
const elsewhere = ['', '/thong-bao', '/cong-khai', '/so-lieu-pakn', '/nhat-ky', '/nhat-ky?loai=cases', '/ket-qua']
const reports = ['cases', 'case-summary', 'case-performance', 'case-indicators', 'case-deadlines', 'audit']
const days = 'from=2026-05-01&to=2026-05-31'

/** Every address at which somebody of the staff could meet it. */
const addresses = (code: string, file: string) => [
  ...forms.map((form) => `${caseAddress(code)}${form}`),
  ...['', '/xem-truoc', '/go'].map((form) => `/can-bo/cong-khai/${code}${form}`),
  ...[file, ...lists, ...elsewhere.map((path) => `/can-bo${path}`)],
  ...reports.flatMap((name) => ['json', 'csv'].map((format) => `/can-bo/xuat/${name}.${format}?${days}`)),
  ...reports.map((name) => `/api/v1/reports/${name}.json?${days}`),
]

/** The audit says what was done to which code, and no more. */
const onRecord = /nhat-ky|audit/

/** Nobody but those who are entrusted with it meets a word of it, wherever they look; its own addresses are not there. */
async function nobodySees(app: TestApp, { code }: Codes, file: string, roles: readonly string[] = blind) {
  for (const role of roles) {
    const person = await come(app, `${role}.all`)
    for (const address of addresses(code, file)) {
      const { html, status } = await person.open(address)
      // Otherwise nothing would be seen because nothing was asked rightly.
      expect.soft([200, 403, 404], `${role} ${address}`).toContain(status)
      for (const secret of secrets) expect.soft(html, `${role} ${address}`).not.toContain(secret)
      // The words that were looked for stand in the field again.
      if (!address.includes('?q=')) expect.soft(html, `${role} ${address}`).not.toMatch(folded)
      if (!onRecord.test(address)) expect.soft(html, `${role} ${address}`).not.toContain(code)
      if (address === file || address.includes(code)) expect.soft([403, 404], `${role} ${address}`).toContain(status)
    }
  }
}

/** The clerk's counts do not know of it. */
async function clerkCountsNothing(app: TestApp, { code }: Codes) {
  const clerk = await come(app, 'intake.all')
  await clerk.open('/can-bo/phan-anh')
  expect(clerk.page.text).toContain('Tất cả 0')
  expect(clerk.page.text).toContain('Chưa phân công 0')
  expect(clerk.page.html).not.toContain(code)
  expect((await clerk.open(caseAddress(code))).status).toBe(404)
}

async function worldSeesNothing(app: TestApp, { code }: Codes) {
  const world = app.visitor()
  const pages = ['/', '/cau-tra-loi', '/cau-tra-loi?tim=khuyet', '/cau-tra-loi.atom', '/sitemap.xml', '/ket-qua']
  for (const address of [...pages, `/cau-tra-loi/${code}`, `/api/v1/cases/${code}`, '/api/v1/reports/cases.json']) {
    const { html } = await world.open(address)
    for (const secret of [...secrets, code]) expect(html, address).not.toContain(secret)
  }
  expect((await world.open(`/cau-tra-loi/${code}`)).status).toBe(404)
}

/** The approver reads it, each time on record. Gives back the address of its file. */
async function approverReads(app: TestApp, { code }: Codes): Promise<string> {
  const approver = await come(app, 'approver.all')
  expect((await approver.open('/can-bo/thong-bao')).html).toContain(code)
  await approver.open(caseAddress(code))
  for (const said of [content, 'Hạn chế người xem', 'Máy gợi ý: nội dung có dấu hiệu tố cáo.'])
    expect(approver.page.text).toContain(said)
  const [, file = ''] = /href="([^"]+\/tep\/[^"]+)"/.exec(approver.page.html) ?? []
  expect((await approver.open(file)).headers.get('Content-Type')).toBe('image/jpeg')
  await approver.open(caseAddress(code))
  return file
}

const viewsOf = (html: string, code: string) =>
  [...html.matchAll(/mở phiếu hạn chế người xem[\s\S]*?<\/td>/g)].filter(([line]) => line.includes(code)).length

/** Who audits reads that it was opened, by whom and how often, and nothing of it. */
async function viewsAreOnRecord(app: TestApp, { code }: Codes) {
  const auditor = await come(app, 'auditor.all')
  await auditor.open('/can-bo/nhat-ky?loai=cases')
  expect(viewsOf(auditor.page.html, code)).toBeGreaterThanOrEqual(2)
  expect(auditor.page.text).toContain('Cán bộ approver')
}

/** The right door is told in the words of the law; the sender follows it to the end. */
async function approverTellsDoor(app: TestApp, codes: Codes) {
  const approver = await come(app, 'approver.all')
  await approver.open(caseAddress(codes.code, 'khong-tiep-nhan?ly-do=denunciation'))
  await approver.send(caseAddress(codes.code, 'khong-tiep-nhan'))
  expect(approver.page.text).toContain('Không tiếp nhận')
  const { page } = await look(app, codes)
  expect(page.text).toContain(
    `Nội dung Ông/Bà gửi có dấu hiệu tố cáo. Trang này không phải là nơi nhận tố cáo theo Luật Tố cáo. Đề nghị Ông/Bà gửi đơn hoặc đến trình bày tại ${reception}. Thông tin Ông/Bà đã gửi được giữ kín, không công khai và đã được báo cho người có trách nhiệm.`,
  )
  expect(page.text).toContain(
    `Ông/Bà có thể: Gửi đơn có chữ ký (hoặc điểm chỉ) hoặc trình bày trực tiếp tại ${reception}.`,
  )
  expect(page.text).not.toContain('Đề nghị xem xét lại')
}

/** Somebody else only mentions such things in a petition: the clerk sees it with a hint, and decides. */
async function clerkIsHinted(app: TestApp) {
  const citizen = app.visitor()
  await citizen.open(`/gop-y?diem=${app.point}`)
  await citizen.send('/gop-y/viec', { matter: 'conduct' })
  await citizen.send('/gop-y/noi-dung', { content: 'Cán bộ quầy 3 có dấu hiệu tham ô; cháu bé lớp 8B bị đánh ở sảnh.' })
  await citizen.send('/gop-y/tep')
  await citizen.send('/gop-y/nguoi-gui', { name: 'Lâm Thị Yến', address: 'Tổ 1', phone: '0911 222 333' })
  await citizen.send('/gop-y/cong-khai', { publish: 'without-name' })
  const { code } = codesOn(await citizen.send('/gop-y/xem-lai'))
  const clerk = await come(app, 'intake.all')
  await clerk.open(caseAddress(code))
  expect(clerk.page.text).toContain(
    'Máy gợi ý: nội dung có thể liên quan đến trẻ em bị xâm hại, bạo lực; có dấu hiệu tố cáo.',
  )
  await doTo(clerk, code, 'phan-loai', { kind: 'child' })
  expect(clerk.page.text).toContain(`Phiếu ${code} đã rời phần việc của Ông/Bà`)
  expect((await clerk.open(caseAddress(code))).status).toBe(404)
}

/** Counted apart and never exactly; the register of who may see it has no title of it. */
async function figuresCountApart(app: TestApp, { code }: Codes) {
  const statistics = await come(app, 'statistics.all')
  await statistics.open('/can-bo/so-lieu-pakn')
  expect(statistics.page.text).toContain('Việc hạn chế (khiếu nại, tố cáo, trẻ em): dưới 5')
  const rowsFor = async (person: Visitor) => JSON.parse((await download(person, 'cases')).html).rows
  expect(await rowsFor(statistics)).toEqual([])
  const own = await rowsFor(await come(app, 'approver.all'))
  const row = own.find((one: { code: string }) => one.code === code)
  if (row) expect(row).toMatchObject({ title: '(hạn chế)' })
  expect(JSON.stringify(own)).not.toMatch(/Khuyết|Uyên/)
}

/** Mail of the morning and mail to the sender: codes and no word of what it is about. */
async function mailsSayNothing(app: TestApp, server: Awaited<ReturnType<typeof startMailServer>>, { code }: Codes) {
  app.setNow('2026-05-12T00:35:00Z')
  await remindWhenDue(app.deps)
  const transport = smtpTransport({ url: server.url, from })
  await sendDue({ db: app.deps.db, now: app.deps.now, log: silentLog(), transport })
  const mails = server.mails.map(({ to, text }) => ({ to: to[0] ?? '', ...readMail(text) }))
  expect(mails.map(({ to }) => to)).toContain(sender.email)
  for (const { to, subject, body } of mails) {
    for (const secret of secrets) expect(`${subject} ${body}`).not.toContain(secret)
    if (body.includes(code)) expect([sender.email, 'approver.all@so.gov.vn']).toContain(to)
  }
}

describeEngines('the story of a denunciation that names a pupil', (engine) => {
  it('is met by nobody but the approver and its sender, from the form to the figures', async () => {
    const server = await startMailServer()
    const app = await openApp(await engine.open(), { MAIL_URL: server.url, MAIL_FROM: from }, '2026-05-11T02:00:00Z')
    await openStaff(app)
    for (const role of [...blind, 'approver']) {
      const person = await findStaffByLogin(app.deps.db, `${role}.all`)
      await updateStaff(app.deps.db, person?.id ?? '', { email: `${role}.all@so.gov.vn` })
    }
    await approverWritesDoor(app)
    const codes = await citizenSends(app)
    await clerkCountsNothing(app, codes)
    const file = await approverReads(app, codes)
    await nobodySees(app, codes, file)
    await worldSeesNothing(app, codes)
    await viewsAreOnRecord(app, codes)
    await approverTellsDoor(app, codes)
    await nobodySees(app, codes, file, ['intake', 'viewer', 'statistics'])
    await clerkIsHinted(app)
    await figuresCountApart(app, codes)
    await mailsSayNothing(app, server, codes)
    const follower = await look(app, codes)
    expect(addressOf(follower)).toMatch(/^\/tra-cuu\/./)
    expect(follower.page.text).toContain('Thầy Nguyễn Văn Khuyết')
  })
})
