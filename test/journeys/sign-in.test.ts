import { expect, it } from 'vitest'
import { createAdministrator } from '../../server/actions/staff'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import type { Visitor } from '../support/visitor'

const admin = { name: 'Lê Thị Hoa', login: 'hoa.lt', password: 'mưa xuân trên sông', repeat: 'mưa xuân trên sông' }
const signInPath = '/can-bo/dang-nhap'

async function setUp(app: TestApp): Promise<Visitor> {
  const visitor = app.visitor()
  await visitor.open(`/can-bo/thiet-lap/${app.setupToken}`)
  await visitor.send('/can-bo/thiet-lap', admin)
  return visitor
}

async function tryPassword(visitor: Visitor, login: string, password: string) {
  await visitor.open(signInPath)
  return visitor.send(signInPath, { login, password })
}

describeEngines('staff sign in', ({ open }) => {
  it('the first administrator sets up through the one-time link, once', async () => {
    const app = await openApp(await open())
    const hoa = app.visitor()
    await hoa.open(`/can-bo/thiet-lap/${app.setupToken}`)
    expect(hoa.page.status).toBe(200)

    await hoa.send('/can-bo/thiet-lap', { ...admin, password: 'ngắn', repeat: 'ngắn' })
    expect(hoa.page.status).toBe(422)
    expect(hoa.page.text).toContain('ít nhất 10 ký tự')
    expect(hoa.field('name')).toBe('Lê Thị Hoa')
    expect(hoa.field('login')).toBe('hoa.lt')
    expect(hoa.field('password')).toBe('')

    await hoa.send('/can-bo/thiet-lap', { ...admin, repeat: 'khác với mật khẩu' })
    expect(hoa.page.status).toBe(422)
    await hoa.send('/can-bo/thiet-lap', admin)
    expect(hoa.page.url).toContain('/can-bo/ket-qua')
    expect(hoa.page.text).toContain('Lê Thị Hoa')

    const late = await app.visitor().open(`/can-bo/thiet-lap/${app.setupToken}`)
    expect(late.status).toBe(410)
    expect((await app.visitor().open('/can-bo/thiet-lap/doan-mo')).status).toBe(410)
  })

  it('a set-up link runs out after seven days', async () => {
    const app = await openApp(await open())
    app.setNow('2026-03-17T02:00:01Z')
    expect((await app.visitor().open(`/can-bo/thiet-lap/${app.setupToken}`)).status).toBe(410)
  })

  it('leads to the sign-in page and back to the page that was asked for', async () => {
    const app = await openApp(await open())
    await setUp(app)
    const visitor = app.visitor()
    await visitor.open('/can-bo/ky-bao-cao?nam=2026')
    expect(visitor.page.url).toBe('/can-bo/dang-nhap?tiep=%2Fcan-bo%2Fky-bao-cao%3Fnam%3D2026')
    await visitor.send(signInPath, { login: ' HOA.LT ', password: admin.password.normalize('NFD') })
    expect(visitor.page.url).toBe('/can-bo/ky-bao-cao?nam=2026')
  })

  it('never leads to another site', async () => {
    const app = await openApp(await open())
    await setUp(app)
    for (const next of ['//evil.example/can-bo', 'https://evil.example/can-bo', '/\\evil.example', '/can-bovien']) {
      const visitor = app.visitor()
      await visitor.open(`${signInPath}?tiep=${encodeURIComponent(next)}`)
      await visitor.send(signInPath, { login: 'hoa.lt', password: admin.password })
      expect(visitor.page.url).toMatch(/^\/can-bo\/ket-qua/)
    }
  })

  it('says the same for an unknown login and a wrong password, and keeps the login', async () => {
    const app = await openApp(await open())
    await setUp(app)
    const visitor = app.visitor()
    const wrong = await tryPassword(visitor, 'hoa.lt', 'sai mật khẩu rồi')
    expect(wrong.status).toBe(422)
    expect(visitor.field('login')).toBe('hoa.lt')
    const unknown = await tryPassword(visitor, 'khong.co', 'sai mật khẩu rồi')
    expect(unknown.status).toBe(422)
    expect(unknown.text).toBe(wrong.text)
  })

  it('stores no password, no token: only hashes', async () => {
    const connection = await open()
    const app = await openApp(connection)
    await setUp(app)
    const staff = await connection.db.selectFrom('staff').selectAll().executeTakeFirstOrThrow()
    expect(staff.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const links = await connection.db.selectFrom('oneTimeLink').selectAll().execute()
    expect(links.map((link) => link.tokenHash)).not.toContain(app.setupToken)
  })

  it('ends a session after twelve hours without a page, and not before', async () => {
    const app = await openApp(await open())
    const hoa = await setUp(app)
    for (const instant of ['2026-03-10T13:59:00Z', '2026-03-11T01:58:00Z']) {
      app.setNow(instant)
      expect((await hoa.open('/can-bo/tai-khoan')).url).toBe('/can-bo/tai-khoan')
    }
    app.setNow('2026-03-11T13:59:00Z')
    expect((await hoa.open('/can-bo/tai-khoan')).url).toContain(signInPath)
  })

  it('keeps what was being written when the session ended, and sends it when the person says so', async () => {
    const app = await openApp(await open())
    const hoa = await setUp(app)
    await hoa.open('/can-bo/nhan-su')
    app.setNow('2026-03-11T13:59:00Z')
    await hoa.send('/can-bo/nhan-su', { name: 'Trần "Văn" Minh', login: 'minh.tv' })
    expect(hoa.page.text).toContain('Nội dung được giữ')
    await hoa.send(signInPath, { login: admin.login, password: 'không phải mật khẩu này' })
    expect(hoa.page.status).toBe(422)
    await hoa.send(signInPath, { login: admin.login, password: admin.password })
    expect(hoa.page.text).toContain('Đã đăng nhập lại')
    await hoa.send('/can-bo/nhan-su')
    expect(hoa.page.text).toContain('Đường dẫn mời')
    expect(hoa.page.text).toContain('Trần "Văn" Minh')
  })

  it('never keeps a password, and sends what was kept to the staff area alone', async () => {
    const app = await openApp(await open())
    const hoa = await setUp(app)
    await hoa.open('/can-bo/tai-khoan')
    app.setNow('2026-03-11T13:59:00Z')
    await hoa.send('/can-bo/tai-khoan', { old: admin.password, new: 'một câu khác', repeat: 'một câu khác' })
    expect([hoa.page.url, hoa.page.html.includes('một câu khác')]).toEqual([signInPath, false])
    const form = { ...admin, 'gui-lai': 'http://elsewhere.test/can-bo', 'giu.name': 'x' }
    await hoa.post(signInPath, new URLSearchParams(form))
    expect(hoa.page.url).toBe('/can-bo/ket-qua')
  })

  it('signs out for good, in every copy of the cookie', async () => {
    const app = await openApp(await open())
    const hoa = await setUp(app)
    await hoa.open('/can-bo/tai-khoan')
    await hoa.send('/can-bo/dang-xuat')
    expect(hoa.page.text).toContain('Đã đăng xuất')
    expect((await app.deps.db.selectFrom('session').selectAll().execute()).length).toBe(0)
    expect((await hoa.open('/can-bo/tai-khoan')).url).toContain(signInPath)
  })

  it('a change of password ends the other sessions', async () => {
    const app = await openApp(await open())
    const desk = await setUp(app)
    const home = app.visitor()
    await tryPassword(home, 'hoa.lt', admin.password)
    const next = 'một câu khác dễ nhớ'

    await desk.open('/can-bo/tai-khoan')
    await desk.send('/can-bo/tai-khoan', { old: 'sai', new: next, repeat: next })
    expect(desk.page.status).toBe(422)
    expect(desk.page.text).toContain('Mật khẩu đang dùng chưa đúng')
    await desk.send('/can-bo/tai-khoan', { old: admin.password, new: next, repeat: next })
    expect(desk.page.text).toContain('Đã đổi mật khẩu')

    expect((await desk.open('/can-bo/tai-khoan')).url).toBe('/can-bo/tai-khoan')
    expect((await home.open('/can-bo/tai-khoan')).url).toContain(signInPath)
    expect((await tryPassword(home, 'hoa.lt', admin.password)).status).toBe(422)
    expect((await tryPassword(home, 'hoa.lt', next)).status).toBe(200)
  })

  it('a disabled account is out at once', async () => {
    const app = await openApp(await open())
    const hoa = await setUp(app)
    await app.deps.db.updateTable('staff').set({ disabledAt: '2026-03-10T03:00:00Z' }).execute()
    expect((await hoa.open('/can-bo/tai-khoan')).url).toContain(signInPath)
    expect((await tryPassword(app.visitor(), 'hoa.lt', admin.password)).status).toBe(422)
  })

  it('a guesser has to wait; the colleague behind the same address and the owner on the own device do not', async () => {
    const app = await openApp(await open())
    const hoa = await setUp(app)
    await hoa.open('/can-bo/tai-khoan')
    await hoa.send('/can-bo/dang-xuat')

    const guesser = app.visitor()
    const statuses: number[] = []
    for (let i = 0; i < 10; i++) statuses.push((await tryPassword(guesser, 'hoa.lt', `đoán lần thứ ${i}`)).status)
    expect(statuses).toEqual([...Array(8).fill(422), 429, 429])
    expect(guesser.page.text).toMatch(/thử lại sau \d+ phút/)
    expect(Number(guesser.page.headers.get('Retry-After'))).toBeGreaterThan(0)

    const colleague = app.visitor()
    expect((await tryPassword(colleague, 'minh.tv', 'một câu nào đó')).status).toBe(422)
    expect((await tryPassword(hoa, 'hoa.lt', admin.password)).status).toBe(200)
  })

  it('own devices help nobody to guess at a colleague', async () => {
    const app = await openApp(await open())
    await setUp(app)
    const insider = { login: 'minh.tv', name: 'Trần Văn Minh', password: 'một câu của anh Minh' }
    await createAdministrator({ ...app.deps }, insider)
    let guesses = 0
    for (let device = 0; device < 6; device++) {
      const visitor = app.visitor()
      await tryPassword(visitor, insider.login, insider.password)
      await visitor.open('/can-bo/tai-khoan')
      await visitor.send('/can-bo/dang-xuat')
      for (let i = 0; i < 8; i++) if ((await tryPassword(visitor, 'hoa.lt', `${device} ${i}`)).status === 422) guesses++
    }
    expect(guesses).toBe(8)
  })

  it('a device stays known to everybody who signed in on it', async () => {
    const app = await openApp(await open())
    const desk = await setUp(app)
    const other = { login: 'minh.tv', name: 'Trần Văn Minh', password: 'một câu của anh Minh' }
    await createAdministrator({ ...app.deps }, other)
    for (const { login, password } of [other, admin]) {
      await desk.open('/can-bo/tai-khoan')
      await desk.send('/can-bo/dang-xuat')
      await tryPassword(desk, login, password)
    }
    await desk.send('/can-bo/dang-xuat')
    const guesser = app.visitor()
    for (let i = 0; i < 9; i++) await tryPassword(guesser, other.login, `${i}`)
    expect(guesser.page.status).toBe(429)
    expect((await tryPassword(desk, other.login, other.password)).status).toBe(200)
  })

  it('a session left open is no way to guess the password', async () => {
    const app = await openApp(await open())
    const hoa = await setUp(app)
    const next = 'một câu khác dễ nhớ'
    const guess = (old: string) =>
      hoa.post('/can-bo/tai-khoan', new URLSearchParams({ old, new: next, repeat: next })).then(({ status }) => status)
    const statuses: number[] = []
    for (let i = 0; i < 9; i++) statuses.push(await guess(`đoán ${i}`))
    expect(statuses).toEqual([...Array(8).fill(422), 429])
    expect(await guess(admin.password)).toBe(429)
    expect(hoa.page.text).toContain('thử lại sau 15 phút')
  })

  it('refuses a form that another site sends', async () => {
    const app = await openApp(await open())
    const hoa = await setUp(app)
    const change = new URLSearchParams({
      old: admin.password,
      new: 'mật khẩu của kẻ gian',
      repeat: 'mật khẩu của kẻ gian',
    })
    const foreign = { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await hoa.post('/can-bo/tai-khoan', change, foreign)).status).toBe(403)
    expect((await hoa.post('/can-bo/tai-khoan', change, { Origin: 'null' })).status).toBe(403)
    expect((await tryPassword(app.visitor(), 'hoa.lt', admin.password)).status).toBe(200)
  })

  it('sends a cookie that scripts cannot read: plain on http, __Host- on https', async () => {
    const onHttp = await cookieOf(await openApp(await open()), 'http://hailong.test')
    expect(onHttp).toMatch(/^hl=[\w-]{44}; Path=\/; HttpOnly; SameSite=Lax$/)
    const https = await openApp(await open(), { PUBLIC_URL: 'https://hailong.test' })
    expect(await cookieOf(https, 'https://hailong.test')).toMatch(
      /^__Host-hl=[\w-]{44}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })
})

async function cookieOf(app: TestApp, origin: string): Promise<string> {
  const response = await app.app.request(`${origin}/can-bo/thiet-lap/${app.setupToken}`, {
    method: 'POST',
    body: new URLSearchParams(admin),
    headers: { Origin: origin, Host: 'hailong.test' },
  })
  return response.headers.getSetCookie()[0] ?? ''
}
