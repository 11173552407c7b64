import { describe, expect, it, vi } from 'vitest'
import { findDueMail, forgetMail, insertMail, readMailQueue } from '../../db/outbox'
import { findActiveStaff, updateStaff } from '../../db/staff'
import { ConfigError, readConfig } from '../../server/config'
import { pauseAfter, sendDue, startMailer } from '../../server/mail/mailer'
import { smtpTransport } from '../../server/mail/transport'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { silentLog } from '../support/log'
import { readMail, startMailServer } from '../support/mail-server'
import { password, signInAdministrator } from '../support/staff'

const from = 'khao-sat@so.gov.vn'
const start = '2026-03-10T02:00:00.000Z'
const subject = 'Nhắc việc: phản ánh sắp đến hạn, xin xem và trả lời trước thứ Sáu'
const mail = { kind: 'test', recipient: 'hoa@so.gov.vn', subject, body: 'Kính gửi Bà Hoa,\n\nĐường dẫn.\n' }
const configured = (url: string) => ({ MAIL_URL: url, MAIL_FROM: from })

const senderOf = ({ deps }: Pick<TestApp, 'deps'>, url: string) => {
  const transport = smtpTransport({ url, from })
  return { db: deps.db, now: deps.now, log: silentLog(), transport }
}
const rowsOf = ({ deps }: TestApp) => deps.db.selectFrom('outbox').selectAll().orderBy('id').execute()

describeEngines('the queue of mail', (engine) => {
  it('sends plain text with its marks, once, and forgets the body', async () => {
    const server = await startMailServer()
    const test = await openApp(await engine.open())
    await insertMail(test.deps.db, { ...mail, subject: subject.normalize('NFD') }, start)
    const sender = senderOf(test, server.url)
    expect(await sendDue(sender)).toBe(1)
    expect(await sendDue(sender)).toBe(0)
    const [got] = server.mails
    expect(got?.to).toEqual([mail.recipient])
    expect(got?.text).toMatch(/^From: khao-sat@so\.gov\.vn/m)
    expect(got?.text).toContain('Auto-Submitted: auto-generated')
    expect([...(got?.text ?? '')].every((letter) => letter.charCodeAt(0) < 128)).toBe(true)
    expect(readMail(got?.text ?? '')).toEqual({ subject, body: mail.body })
    expect(await rowsOf(test)).toMatchObject([{ sentAt: start, body: '', error: null, tries: 1 }])
  })

  it('tries again after 1, 2, 4 … 60 minutes while the server is down or busy, and gives up after three days', async () => {
    const server = await startMailServer(() => 451)
    const test = await openApp(await engine.open())
    await insertMail(test.deps.db, mail, start)
    const sender = senderOf(test, server.url)
    expect(await sendDue(sender)).toBe(1)
    expect(await rowsOf(test)).toMatchObject([{ error: 'EENVELOPE 451', dueAt: '2026-03-10T02:01:00.000Z', tries: 1 }])
    await server.stop()
    const waits: number[] = []
    let last = Date.parse(start)
    for (;;) {
      const due = Date.parse((await rowsOf(test))[0]?.dueAt ?? '')
      waits.push((due - last) / 60_000)
      last = due
      test.setNow(new Date(due).toISOString())
      await sendDue(sender)
      if ((await rowsOf(test))[0]?.failedAt) break
    }
    expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect(new Set(waits.slice(8))).toEqual(new Set([60]))
    const days = (last - Date.parse(start)) / 86_400_000
    expect(days).toBeGreaterThanOrEqual(3)
    expect(days).toBeLessThan(3.1)
    const [row] = await rowsOf(test)
    expect(row?.error).toMatch(/^E[A-Z]+$/)
    expect(row?.body).toBe('')
    expect(await readMailQueue(test.deps.db)).toMatchObject({ waiting: 0, failed: 1 })
  })

  it('gives a refused recipient up at once, and goes on with the next', async () => {
    const server = await startMailServer((address) => (address.startsWith('khong') ? 550 : undefined))
    const test = await openApp(await engine.open())
    await insertMail(test.deps.db, { ...mail, recipient: 'khong.co@so.gov.vn' }, start)
    await insertMail(test.deps.db, mail, start)
    expect(await readMailQueue(test.deps.db)).toMatchObject({ waiting: 2, failed: 0 })
    expect(await sendDue(senderOf(test, server.url))).toBe(2)
    expect(await rowsOf(test)).toMatchObject([{ failedAt: start, error: 'EENVELOPE 550', body: '' }, { sentAt: start }])
    await forgetMail(test.deps.db, '2026-03-11T00:00:00Z')
    expect(await rowsOf(test)).toEqual([])
  })

  it('sends each mail once though two processes look at the same time', async () => {
    const server = await startMailServer()
    const test = await openApp(await engine.open())
    for (let i = 0; i < 6; i++) await insertMail(test.deps.db, { ...mail, body: `${i}` }, start)
    await Promise.all([sendDue(senderOf(test, server.url)), sendDue(senderOf(test, server.url))])
    expect(server.mails.map(({ text }) => readMail(text).body.trim()).sort()).toEqual(['0', '1', '2', '3', '4', '5'])
  })

  it('starts with what waits, and stops', async () => {
    const server = await startMailServer()
    const test = await openApp(await engine.open())
    await insertMail(test.deps.db, mail, start)
    const mailer = startMailer(senderOf(test, server.url))
    await vi.waitFor(() => expect(server.mails).toHaveLength(1))
    await mailer.stop()
    expect(await findDueMail(test.deps.db, start)).toBeUndefined()
  })
})

describeEngines('somebody who forgot the password', (engine) => {
  const page = '/can-bo/quen-mat-khau'

  it('gets a link by mail for sixty minutes; the old password holds until a new one is chosen', async () => {
    const server = await startMailServer()
    const test = await openApp(await engine.open(), configured(server.url))
    await signInAdministrator(test)
    const staff = await findActiveStaff(test.deps.db, 'hoa.lt')
    await updateStaff(test.deps.db, staff?.id ?? '', { email: 'hoa@so.gov.vn' })
    const hoa = test.visitor()
    await hoa.open('/can-bo/dang-nhap')
    expect(hoa.page.html).toContain(page)
    await hoa.open(page)
    await hoa.send(page, { who: ' HOA.LT ' })
    expect(hoa.page.text).toContain('60 phút')
    await vi.waitFor(async () => expect(await rowsOf(test)).toHaveLength(1))
    await sendDue(senderOf(test, server.url))
    const { body } = readMail(server.mails[0]?.text ?? '')
    const link = /http:\/\/hailong\.test(\/can-bo\/loi-moi\/[\w-]{22})/.exec(body)?.[1] ?? ''
    expect(body).toContain('Lê Thị Hoa')

    const other = test.visitor()
    await other.open('/can-bo/dang-nhap')
    expect((await other.send('/can-bo/dang-nhap', { login: 'hoa.lt', password })).status).toBe(200)
    test.setNow('2026-03-10T03:00:01Z')
    expect((await hoa.open(link)).status).toBe(410)
    test.setNow('2026-03-10T02:59:00Z')
    await hoa.open(link)
    const next = 'một câu khác dễ nhớ'
    await hoa.send('/can-bo/loi-moi', { password: next, repeat: next })
    expect(hoa.page.url).toBe('/can-bo/ket-qua')
    expect((await other.open('/can-bo/tai-khoan')).url).toContain('/can-bo/dang-nhap')
  })

  it('reads the same whether there is an account or not, and is not flooded', async () => {
    const server = await startMailServer()
    const test = await openApp(await engine.open(), configured(server.url))
    await signInAdministrator(test)
    const staff = await findActiveStaff(test.deps.db, 'hoa.lt')
    await updateStaff(test.deps.db, staff?.id ?? '', { email: 'hoa@so.gov.vn' })
    const texts = new Set<string>()
    const visitor = test.visitor()
    const ask = async (who: string) => {
      await visitor.open(page)
      return visitor.send(page, { who })
    }
    for (const who of ['khong.co', 'hoa@so.gov.vn', 'hoa.lt', '']) texts.add((await ask(who)).text)
    expect(texts.size).toBe(1)
    for (let i = 0; i < 6; i++) await ask('hoa.lt')
    await vi.waitFor(async () => expect((await rowsOf(test)).length).toBeGreaterThanOrEqual(4))
    expect(await rowsOf(test)).toHaveLength(4)
    const links = await test.deps.db.selectFrom('oneTimeLink').where('staffId', 'is not', null).selectAll().execute()
    expect(links).toHaveLength(1)
    for (let i = 0; i < 12; i++) await ask(`ten.${i}`)
    expect(visitor.page.status).toBe(429)
  })

  it('has no such page where no mail is sent', async () => {
    const test = await openApp(await engine.open())
    expect((await test.visitor().open(page)).status).toBe(404)
    expect((await test.visitor().open('/can-bo/dang-nhap')).html).not.toContain(page)
  })
})

describe('settings of mail', () => {
  it('need a sender, and never show the password', () => {
    const wrong = (env: Record<string, string>) => {
      try {
        readConfig(env)
        return ''
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error
        return error.message
      }
    }
    expect(wrong({ MAIL_URL: 'smtp://a:secret@host' })).toContain('MAIL_FROM')
    expect(wrong({ MAIL_URL: 'http://a:secret@host', MAIL_FROM: from })).toMatch(/^MAIL_URL: expects smtp:.*nothing$/u)
    expect(readConfig({ MAIL_URL: 'smtp://h:25', MAIL_FROM: from }).mail).toEqual({ url: 'smtp://h:25', from })
    expect(readConfig({}).mail).toBeNull()
  })

  it('wait up to an hour', () => {
    expect([0, 1, 5, 6, 7, 100].map(pauseAfter)).toEqual([1, 2, 32, 60, 60, 60])
  })
})
