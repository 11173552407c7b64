import { expect, it } from 'vitest'
import { listNotices } from '../../db/case-notices'
import { insertOffice } from '../../db/offices'
import { findStaffByLogin, updateStaff } from '../../db/staff'
import { remindWhenDue } from '../../server/case-jobs'
import { sendDue } from '../../server/mail/mailer'
import { smtpTransport } from '../../server/mail/transport'
import { openApp, type TestApp } from '../support/app'
import { act, openedCase, staffOf } from '../support/cases'
import { describeEngines } from '../support/database'
import { silentLog } from '../support/log'
import { readMail, startMailServer } from '../support/mail-server'
import { password, signInAs } from '../support/staff'

const from = 'pakn@so.gov.vn'
/** Due on Friday 13/03/2026; three working days before is Tuesday 10/03. */
const beforeTet = '2026-02-13T09:20:00Z'

async function openWithMail(engine: { open(): Promise<TestApp['deps']['connection']> }) {
  const server = await startMailServer()
  const app = await openApp(await engine.open(), { MAIL_URL: server.url, MAIL_FROM: from }, beforeTet)
  const visitors = { handler: await signInAs(app, 'handler'), approver: await signInAs(app, 'approver') }
  for (const login of ['handler.all', 'approver.all']) {
    const person = await findStaffByLogin(app.deps.db, login)
    await updateStaff(app.deps.db, person?.id ?? '', { email: `${login}@so.gov.vn` })
  }
  const transport = smtpTransport({ url: server.url, from })
  const send = () => sendDue({ db: app.deps.db, now: app.deps.now, log: silentLog(), transport })
  const handler = await staffOf(app, 'handler.all')
  const approver = await staffOf(app, 'approver.all')
  return { app, server, visitors, send, handler, approver }
}

describeEngines('reminders', (engine) => {
  it('reach the handler before the due date and those who approve on it, each step once, by mail and in the program', async () => {
    const { app, server, visitors, send, handler, approver } = await openWithMail(engine)
    const { code } = await openedCase(app)
    await act(app, approver, code, { deed: 'assign', assigneeId: handler.id, department: '', note: '' })
    const kinds = async (id: string) => (await listNotices(app.deps.db, id, 50)).map(({ kind }) => kind)
    for (const day of ['06', '07', '08', '09', '10', '10', '11', '12', '13', '14', '15', '16']) {
      app.setNow(`2026-03-${day}T01:00:00Z`)
      await remindWhenDue(app.deps)
    }
    expect(await kinds(handler.id)).toEqual(['overdue', 'due-today', 'due-soon', 'due-soon', 'assigned'])
    expect(await kinds(approver.id)).toEqual(['overdue', 'due-today', 'arrived'])
    await send()
    const mails = server.mails.map(({ to, text }) => ({ to: to[0], ...readMail(text) }))
    expect(mails.filter(({ to }) => to === 'handler.all@so.gov.vn')).toHaveLength(5)
    expect(mails.every(({ body }) => body.includes(code) && !/xác nhận cư trú|Trần Văn Bình|0905/.test(body))).toBe(
      true,
    )
    await visitors.handler.open('/can-bo/dang-nhap')
    await visitors.handler.send('/can-bo/dang-nhap', { login: 'handler.all', password })
    const page = await visitors.handler.open('/can-bo/thong-bao')
    expect(page.text).toContain('đã quá hạn trả lời (hạn 13/03/2026)')
    expect(page.text).toContain('5 thông báo chưa xem')
    await visitors.handler.send('/can-bo/thong-bao', {})
    expect((await visitors.handler.open('/can-bo/thong-bao')).text).not.toContain('chưa xem')
  })

  it('never go out on a day off, at night, or about what somebody may not see', async () => {
    const { app, server, send, handler, approver } = await openWithMail(engine)
    const { code } = await openedCase(app)
    await act(app, approver, code, { deed: 'assign', assigneeId: handler.id, department: '', note: '' })
    for (const moment of [
      '2026-02-17T01:00:00Z',
      '2026-03-14T01:00:00Z',
      '2026-03-12T17:30:00Z',
      '2026-03-13T12:00:00Z',
    ]) {
      app.setNow(moment)
      await remindWhenDue(app.deps)
    }
    await send()
    expect(server.mails).toEqual([])
    await act(app, approver, code, { deed: 'assign', assigneeId: null, department: '', note: '' })
    await act(app, approver, code, { deed: 'restrict', restricted: true, reason: 'Có dấu hiệu tố cáo' })
    app.setNow('2026-03-16T01:00:00Z')
    await remindWhenDue(app.deps)
    await send()
    expect(server.mails.map(({ to }) => to[0])).toEqual(['approver.all@so.gov.vn'])
  })

  it('name no case by mail that has gone to another part of the tree since', async () => {
    const { app, server, send, approver } = await openWithMail(engine)
    const school = { code: 'TH', name: 'Trường Hòa Bình', parentCode: 'CQ', address: null, phone: null }
    await insertOffice(app.deps.db, { ...school, createdAt: beforeTet })
    await signInAs(app, 'handler', 'TH')
    const teacher = await staffOf(app, 'handler.th')
    await updateStaff(app.deps.db, teacher.id, { email: 'th@so.gov.vn' })
    const [gone, kept] = [await openedCase(app, { officeCode: 'TH' }), await openedCase(app, { officeCode: 'TH' })]
    for (const { code } of [gone, kept])
      await act(app, approver, code, { deed: 'assign', assigneeId: teacher.id, department: '', note: '' })
    await act(app, approver, gone.code, { deed: 'forward', to: 'CQ', isOpen: true, reason: 'Thẩm quyền', told: '' })
    app.setNow('2026-02-23T01:00:00Z')
    await remindWhenDue(app.deps)
    await send()
    const mails = server.mails.filter(({ to }) => to[0] === 'th@so.gov.vn').map(({ text }) => readMail(text).body)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toContain(kept.code)
    expect(mails[0]).not.toContain(gone.code)
  })

  it('say nothing of a suggestion without a name, for which no day was promised', async () => {
    const { app, approver } = await openWithMail(engine)
    await openedCase(app, { kind: 'suggestion', sender: null })
    app.setNow('2026-04-06T01:00:00Z')
    await remindWhenDue(app.deps)
    expect((await listNotices(app.deps.db, approver.id, 50)).map(({ kind }) => kind)).toEqual(['arrived'])
  })

  it('a sender who agreed is told by mail, without the look-up code; one who did not is not', async () => {
    const { app, server, send, approver } = await openWithMail(engine)
    const sender = { name: 'Bình', address: 'Tổ 3', phone: '0905123456', email: 'binh@thu.vn', organisation: '' }
    const agreed = await openedCase(app, { sender, messageConsent: true })
    await openedCase(app, { sender })
    await act(app, approver, agreed.code, { deed: 'ask-sender', text: 'Đề nghị nêu ngày làm việc.' })
    await send()
    const mails = server.mails.map(({ to, text }) => ({ to: to[0], ...readMail(text) }))
    expect(mails.map(({ to, subject }) => `${to} ${subject}`)).toEqual([
      `binh@thu.vn Phiếu ${agreed.code}: có thông tin mới`,
      `binh@thu.vn Phiếu ${agreed.code}: có thông tin mới`,
    ])
    expect(mails.every(({ body }) => !body.includes(agreed.secret) && body.includes('/tra-cuu?ma='))).toBe(true)
  })
})
