import { describe, expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { describeDevice } from '../../server/domain/device'
import { failureCounter } from '../../server/sign-in-log'
import { deviceWords } from '../../web/vi/device'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { password, signInAdministrator, signInAs } from '../support/staff'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const account = '/can-bo/tai-khoan'

async function signInWith(test: TestApp, userAgent: string) {
  const visitor = test.visitor()
  const form = new URLSearchParams({ login: 'hoa.lt', password })
  await visitor.post('/can-bo/dang-nhap', form, { 'User-Agent': userAgent })
  return visitor
}

describeEngines('own sessions', (engine) => {
  it('are listed with device and times in Viet Nam; one ends, then all others', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-10T20:30:00Z')
    const hoa = await signInAdministrator(test)
    test.setNow('2026-03-10T21:00:00Z')
    const phone = await signInWith(test, iphone)
    const office = await signInWith(test, chrome)
    await hoa.open(account)
    expect(hoa.page.text).toMatch(/Chrome trên Windows Đăng nhập 11\/03\/2026.04:00/)
    expect(hoa.page.text).toContain('Safari trên iPhone')
    expect(hoa.page.text.split('Thiết bị này')).toHaveLength(2)
    const present = /name="one" value="([^"]+)"[\s\S]*?aria-label="Đăng xuất ([^"]+), đăng nhập/g
    const rows = [...hoa.page.html.matchAll(present)].map(([, id = '', device = '']) => ({ id, device }))
    const chosen = rows.find(({ device }) => device === 'Safari trên iPhone')
    await hoa.post(`${account}/phien`, new URLSearchParams({ one: chosen?.id ?? '' }))
    expect((await phone.open(account)).url).toContain('/can-bo/dang-nhap')
    expect((await office.open(account)).url).toBe(account)

    await hoa.open(account)
    await hoa.send(`${account}/phien`, { others: '1' })
    expect((await office.open(account)).url).toContain('/can-bo/dang-nhap')
    expect((await hoa.open(account)).url).toBe(account)
  })

  it('of a colleague cannot be ended', async () => {
    const test = await openApp(await engine.open())
    await signInAdministrator(test)
    const [session] = await test.deps.db.selectFrom('session').selectAll().execute()
    const clerk = await signInAs(test, 'intake')
    await clerk.post(`${account}/phien`, new URLSearchParams({ one: session?.tokenHash ?? '' }))
    const left = await test.deps.db.selectFrom('session').select('staffId').execute()
    expect(left).toHaveLength(2)
  })

  it('leave a trace in the audit without password or address, and few rows of an attack', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    await hoa.open(account)
    await hoa.send('/can-bo/dang-xuat')
    const guesser = test.visitor()
    for (let i = 0; i < 30; i++)
      await guesser.post('/can-bo/dang-nhap', new URLSearchParams({ login: 'hoa.lt', password: `đoán ${i}` }))
    const mistaken = new URLSearchParams({ login: 'Mật khẩu Bí mật của tôi', password: 'x' })
    await guesser.post('/can-bo/dang-nhap', mistaken)
    const rows = await listAudit(test.deps.db, { limit: 20 })
    const told = rows.map(({ action, subject, detail }) => [action, subject.length > 10 ? 'id' : subject, detail])
    expect(told.slice(0, 6)).toEqual([
      ['sign-in.failed', 'mat…', '{"tries":1}'],
      ['sign-in.locked', 'id', '{"tries":10}'],
      ['sign-in.locked', 'id', '{"tries":1}'],
      ['sign-in.failed', 'id', '{"tries":1}'],
      ['sign-out', 'id', ''],
      ['sign-in.ok', 'id', '{"device":"/"}'],
    ])
  })
})

describe('failed tries', () => {
  it('of a hundred thousand names fill some hundred rows an hour', () => {
    const count = failureCounter()
    const at = new Date('2026-03-10T02:00:00Z')
    let rows = 0
    for (let i = 0; i < 100_000; i++) if (count({ action: 'sign-in.failed', login: `ten.${i % 5000}` }, at)) rows++
    expect(rows).toBeGreaterThan(60)
    expect(rows).toBeLessThan(200)
    expect(count({ action: 'sign-in.failed', login: 'khac' }, new Date('2026-03-10T03:00:00Z'))?.tries).toBe(1)
  })
})

describe('a device in words', () => {
  it('names browser and system', () => {
    const words = (userAgent: string) => deviceWords(describeDevice(userAgent))
    expect(words(chrome)).toBe('Chrome trên Windows')
    expect(words(chrome.replace('Chrome/131.0.0.0', 'Chrome/131.0.0.0 Edg/131'))).toContain('trên Windows')
    expect(words(`${chrome} Edg/131.0`)).toBe('Edge trên Windows')
    expect(words(`${chrome} coc_coc_browser/130`)).toBe('Cốc Cốc trên Windows')
    expect(words(iphone)).toBe('Safari trên iPhone')
    expect(words('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0')).toBe('Firefox trên Linux')
    expect(words('curl/8.5')).toBe('Không rõ thiết bị')
  })
})
