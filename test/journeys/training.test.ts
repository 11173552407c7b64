import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from '../../server/config'
import { trainingRoom } from '../../server/training-room'
import { openApp } from '../support/app'
import { visitorOf } from '../support/browserless'
import { describeEngines } from '../support/database'
import { type Product, startProduct } from '../support/product'
import { password, signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/tap-huan'
const band = 'TẬP HUẤN – số liệu không có thật'

describeEngines('the page of the training room', (engine) => {
  it('is for the administrator of the whole installation', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    expect((await person.open(base)).text).toContain('handler.demo')
    expect((await person.open('/tap-huan')).status).toBe(404)
    expect((await (await signInAs(test, 'statistics')).open(base)).status).toBe(403)
    expect((await (await signInAs(test, 'administrator', 'CQ')).open(base)).status).toBe(403)
  })

  it('says that it is switched off, and refuses a second change meanwhile', async () => {
    const test = await openApp(await engine.open(), { TRAINING_PORT: 'off' })
    test.deps.room = trainingRoom(test.deps, () => Promise.reject(new Error('never opened')))
    const person = await signInAs(test, 'administrator')
    expect((await person.open(base)).text).toContain('Không dùng (TRAINING_PORT đặt là off)')
    expect(await test.deps.room.open()).toMatchObject({ ok: false, error: 'off' })
    const room = trainingRoom(
      { ...test.deps, config: readConfig({}), deeds: { do: () => new Promise(() => {}) } },
      () => Promise.reject(new Error('never opened')),
    )
    void room.open()
    expect(await room.reset()).toMatchObject({ ok: false, error: 'busy' })
    expect(room.state()).toEqual({ state: 'busy' })
  })
})

it('the administrator opens the room beside the real data; everything in it is marked; it is renewed and closed', {
  timeout: 120_000,
}, async () => {
  const product = await startProduct()
  onTestFinished(() => product.stop())
  const real = await administratorOf(product)
  await real.open(base)
  await real.send(`${base}/mo`)
  await ended(real)
  const url = /http:\/\/[\d.]+:\d+/.exec(real.page.text.split('đang mở tại ')[1] ?? '')?.[0] ?? ''
  expect(url).not.toBe('')
  expect(new URL(url).port).not.toBe(new URL(product.survey).port)

  const room = visitorOf(url)
  await room.open('/tap-huan')
  expect(room.page.text).toContain('Mật khẩu của tất cả: hai-long-demo')
  for (const path of ['/', '/k/TC21', '/k/nope', '/ket-qua', '/can-bo/dang-nhap', '/tap-huan']) {
    const page = await room.open(path)
    expect([path, page.text.includes(band)]).toEqual([path, true])
    expect(page.html).toContain('<meta name="robots" content="noindex,nofollow"')
    expect(page.headers.get('X-Robots-Tag')).toContain('noindex')
  }
  await room.open('/k/TC21')
  await room.send('/k/TC21/gui', { '1.1': '4', '1.2': '4' })
  expect([room.page.url.startsWith('/phieu/'), room.page.text.includes(band)]).toEqual([true, true])

  // Both signed in at once: ports of a host share cookies, so the names differ.
  await room.open('/can-bo/dang-nhap')
  await room.send('/can-bo/dang-nhap', { login: 'statistics.demo', password: 'hai-long-demo' })
  for (const path of ['/can-bo/ket-qua', '/can-bo/diem', '/can-bo/khong-co']) {
    const page = await room.open(path)
    expect([path, page.text.includes(band)]).toEqual([path, true])
  }
  const cookies = await cookieNames(url)
  expect(cookies.length).toBeGreaterThan(0)
  for (const name of cookies) expect(name).toContain('tap-huan')
  const report = await room.open('/can-bo/xuat/satisfaction.json?from=2020-01-01')
  expect(report.headers.get('Content-Disposition')).toContain('tap-huan_')
  expect(JSON.parse(report.html).notes[0]).toBe(band)
  expect((await room.open('/can-bo/diem/TC21/ap-phich.svg')).html).toContain('TẬP HUẤN')

  // The real data knows nothing of it, nor of its accounts.
  expect(product.countResponses()).toBe(0)
  const stranger = visitorOf(new URL(product.survey).origin)
  await stranger.open('/can-bo/dang-nhap')
  await stranger.send('/can-bo/dang-nhap', { login: 'statistics.demo', password: 'hai-long-demo' })
  expect(stranger.page.status).toBe(422)
  expect((await real.open('/')).text).not.toContain(band)

  await real.open(base)
  await real.send(`${base}/lam-lai`)
  await ended(real)
  expect(real.page.text).toContain('Đã xong Phòng tập huấn đang mở tại')
  await real.open(base)
  await real.send(`${base}/dong`)
  await ended(real)
  expect((await real.open(base)).text).toContain('Đang đóng')
  await expect(fetch(url)).rejects.toThrow()
  expect(existsSync(join(product.dataDir, 'training', 'hailong.db'))).toBe(true)
})

it('a port that is taken is told with the setting that changes it', { timeout: 60_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const product = await startProduct({ TRAINING_PORT: String(port) })
  onTestFinished(() => product.stop())
  const real = await administratorOf(product)
  await real.open(base)
  await real.send(`${base}/mo`)
  expect(await ended(real)).toContain(
    `Cổng ${port} đang có chương trình khác dùng. Xin dừng chương trình ấy, hoặc đặt TRAINING_PORT`,
  )
})

it('stays open over a restart', { timeout: 120_000 }, async () => {
  const first = await startProduct()
  const real = await administratorOf(first)
  await real.open(base)
  await real.send(`${base}/mo`)
  await ended(real)
  await first.pause()
  const second = await startProduct({ DATA_DIR: first.dataDir })
  onTestFinished(() => second.stop())
  const again = visitorOf(new URL(second.survey).origin)
  await again.open('/can-bo/dang-nhap')
  await again.send('/can-bo/dang-nhap', { login: 'hoa.lt', password })
  for (let i = 0; i < 200 && !again.page.text.includes('Đang mở'); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    await again.open(base)
  }
  expect(again.page.text).toContain('Đang mở')
})

async function administratorOf(product: Product): Promise<Visitor> {
  const setup = new URL(product.setup)
  const person = visitorOf(setup.origin)
  await person.open(setup.pathname)
  await person.send('/can-bo/thiet-lap', { name: 'Lê Thị Hoa', login: 'hoa.lt', password, repeat: password })
  return person
}

async function ended(person: Visitor): Promise<string> {
  const { url } = person.page
  for (let i = 0; i < 1200 && person.page.text.includes('Đang chạy'); i++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    await person.open(url)
  }
  return person.page.text
}

async function cookieNames(url: string): Promise<string[]> {
  const body = new URLSearchParams({ login: 'viewer.demo', password: 'hai-long-demo' })
  const headers = { Origin: url }
  const response = await fetch(`${url}/can-bo/dang-nhap`, { method: 'POST', body, headers, redirect: 'manual' })
  return response.headers.getSetCookie().map((cookie) => cookie.split('=')[0] ?? '')
}
