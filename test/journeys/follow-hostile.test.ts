import { expect, it } from 'vitest'
import { insertCaseFile } from '../../db/case-files'
import { findCase } from '../../db/cases'
import { saveContacts } from '../../db/feedback-offices'
import { seal } from '../../server/store/seal'
import { openApp, type TestApp } from '../support/app'
import { act, openedCase, staffOf } from '../support/cases'
import { describeEngines, type Engine } from '../support/database'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const now = '2026-03-10T02:00:00Z'
const wrong = 'Mã phiếu hoặc mã tra cứu chưa đúng. Mời Ông/Bà kiểm tra lại từng ký tự.'
const noSecret = '0000-0000-0000-0000'

/** Limits on, as they are outside of tests; each visitor behind a proxy with the address that is said. */
async function openLimited(engine: Engine, limits = 'on') {
  const app = await openApp(await engine.open(), { RATE_LIMITS: limits }, now)
  // Without a connection the asking machine is called so; the product believes what it says of others.
  Object.assign(app.deps.config, { trustedProxies: ['unknown'] })
  return app
}

async function tryCodes(app: TestApp, ma: string, secret: string, address = '10.0.0.1') {
  const body = String(new URLSearchParams({ ma, 'bi-mat': secret }))
  const guess = app.visitor()
  const page = await guess.post('/tra-cuu', body, { 'X-Forwarded-For': address })
  return { page, guess }
}

async function follow(app: TestApp, { code, secret }: { code: string; secret: string }): Promise<Visitor> {
  const { guess } = await tryCodes(app, code, secret, '10.9.9.9')
  return guess
}

describeEngines('somebody who guesses', (engine) => {
  it('learns nothing: an unknown code, a wrong look-up code and nonsense get the same reply', async () => {
    const app = await openLimited(engine, 'off')
    const { code, secret } = await openedCase(app)
    const other = await openedCase(app)
    const replies = []
    for (const [ma, bi] of [
      [code, other.secret],
      ['CQ-26-999999', other.secret],
      ['CQ-26-999999', noSecret],
      [code, noSecret],
      ['không phải mã', 'x'],
    ] as const) {
      const { page } = await tryCodes(app, ma, bi)
      expect(page.text).toContain(wrong)
      const html = page.html.replace(/value="[^"]*"/g, '')
      replies.push([page.status, html, page.headers.get('Cache-Control'), page.headers.get('Location')])
    }
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]?.[0]).toBe(422)
    const { guess } = await tryCodes(app, code.toLowerCase(), `${secret.slice(0, -1)}!`)
    expect(guess.field('ma')).toBe(code.toLowerCase())
    expect(guess.field('bi-mat')).toBe(`${secret.slice(0, -1)}!`)
  })

  it('asks the database the same, whether there is such a case or not', async () => {
    const app = await openLimited(engine, 'off')
    const { code } = await openedCase(app)
    const { secret } = await openedCase(app)
    const counts: number[] = []
    for (const ma of [code, 'CQ-26-777777']) {
      const before = counter.queries
      const watched = watch(app)
      await tryCodes(app, ma, secret)
      watched.stop()
      counts.push(counter.queries - before)
    }
    expect(counts[0]).toBe(counts[1])
    expect(counts[0]).toBeGreaterThan(0)
  })

  it('is told to wait after eight tries, with the telephone of the office; the sender elsewhere is not', async () => {
    const app = await openLimited(engine)
    const opened = await openedCase(app)
    const contacts = { phone: '0234 3822 168', zalo: '', email: '', website: '', reception: '', dataContact: '' }
    const own = { ...contacts, retention: '', allowsAnonymous: null, hidesSender: null }
    await saveContacts(app.deps.db, 'CQ', own, now)
    for (let i = 0; i < 8; i++) expect((await tryCodes(app, opened.code, noSecret)).page.status).toBe(422)
    // Typed in another way it is the same case.
    const { page } = await tryCodes(app, ` ${opened.code.toLowerCase().replaceAll('-', ' ')}`, opened.secret)
    expect(page.status).toBe(429)
    expect(page.text).toContain('Vui lòng thử lại sau 15 phút, hoặc gọi 0234 3822 168 để được tra giúp.')
    expect(Number(page.headers.get('Retry-After'))).toBeGreaterThan(60)
    // Of a case that does not exist the same is said.
    for (let i = 0; i < 8; i++) await tryCodes(app, 'CQ-26-555555', noSecret)
    expect((await tryCodes(app, 'CQ-26-555555', noSecret)).page.text).toContain('hoặc gọi 0234 3822 168')
    expect((await tryCodes(app, opened.code, opened.secret, '10.0.0.2')).page.text).toContain(opened.code)
  })

  it('who guesses at many cases from many places still locks nobody out', async () => {
    const app = await openLimited(engine)
    const opened = await openedCase(app)
    for (let i = 0; i < 45; i++) await tryCodes(app, opened.code, noSecret, `10.1.${i}.1`)
    expect((await tryCodes(app, opened.code, noSecret, '10.1.99.1')).page.status).toBe(429)
    expect((await tryCodes(app, opened.code, opened.secret, '10.1.99.2')).page.status).toBe(200)
    // One guesser in an office: whoever else sits behind the same address is let through with the right code.
    for (let i = 0; i < 320; i++) await tryCodes(app, `CQ-26-${100000 + i}`, noSecret, '10.2.0.1')
    expect((await tryCodes(app, 'CQ-26-654321', noSecret, '10.2.0.1')).page.status).toBe(429)
    expect((await tryCodes(app, opened.code, opened.secret, '10.2.0.1')).page.status).toBe(200)
  })

  it('gets nowhere with a token that was changed, is old, or is for something else', async () => {
    const app = await openLimited(engine, 'off')
    const opened = await openedCase(app)
    const sender = await follow(app, opened)
    const token = sender.page.url.slice('/tra-cuu/'.length)
    const stranger = app.visitor()
    for (let i = 0; i < token.length; i += 7) {
      const changed = token.slice(0, i) + (token[i] === 'A' ? 'B' : 'A') + token.slice(i + 1)
      expect((await stranger.open(`/tra-cuu/${changed}`)).status).toBe(404)
    }
    const until = Date.parse(now) + 3_600_000
    for (const [key, purpose] of [
      [app.deps.keys.session, 'follow'],
      [app.deps.keys.secret, 'totp'],
    ] as const) {
      const forged = seal(key, purpose, `${until} ${opened.id}`)
      expect((await stranger.open(`/tra-cuu/${forged}`)).status).toBe(404)
    }
    expect((await stranger.open(`/tra-cuu/${'A'.repeat(5000)}`)).status).toBe(404)
    app.setNow('2026-03-10T04:00:01Z')
    await stranger.open(`/tra-cuu/${token}`)
    expect(stranger.page.status).toBe(410)
    expect(stranger.page.text).toContain('trang chỉ mở trong 2 giờ')
    expect(stranger.page.html).not.toContain('Trần Văn Bình')
    expect(stranger.field('ma')).toBe(opened.code)
    for (const form of ['bo-sung', 'xem-xet-lai', 'rut', 'danh-gia', 'ho-ten', 'thong-bao']) {
      expect((await stranger.post(`/tra-cuu/${token}/${form}`, 'noi-dung=x')).status).toBe(410)
    }
    expect((await findCase(app.deps.db, opened.code))?.state).toBe('new')
  })

  it('what was typed when the time was over comes back after the codes, and is not sent by that', async () => {
    const app = await openLimited(engine, 'off')
    await signInAs(app, 'intake')
    const intake = await staffOf(app, 'intake.all')
    const opened = await openedCase(app)
    await act(app, intake, opened.code, { deed: 'ask-sender', text: 'Số biên nhận?' })
    const sender = await follow(app, opened)
    await sender.open(`${sender.page.url}/bo-sung`)
    app.setNow('2026-03-10T05:00:00Z')
    await sender.send('/tra-cuu/', { 'noi-dung': 'Số <b>0123</b> & hơn' })
    expect(sender.page.status).toBe(410)
    expect(sender.page.text).toContain('cơ quan chưa nhận nội dung này')
    await sender.send('/tra-cuu', { 'bi-mat': opened.secret })
    expect(sender.page.text).toContain('chưa được gửi')
    expect(sender.field('noi-dung')).toBe('Số <b>0123</b> & hơn')
    expect((await findCase(app.deps.db, opened.code))?.state).toBe('awaiting-sender')
    await sender.send('/tra-cuu/')
    expect(sender.page.text).toContain('Đã nhận phần bổ sung.')
    expect(sender.page.html).toContain('Số &lt;b>0123&lt;/b> &amp; hơn')
  })

  it('finds no file of another case through the own token, none of the staff, and no other case', async () => {
    const app = await openLimited(engine, 'off')
    const [mine, theirs] = [await openedCase(app), await openedCase(app)]
    const file = { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-'), width: null, height: null }
    const kept = { draftId: null, createdBy: null, file: { ...file, sha256: 'x' } }
    const at = app.deps.now().toISOString()
    await insertCaseFile(app.deps.db, { ...kept, id: 'own', caseId: mine.id, createdAt: at })
    await insertCaseFile(app.deps.db, { ...kept, id: 'theirs', caseId: theirs.id, createdAt: at })
    await insertCaseFile(app.deps.db, { ...kept, id: 'internal', caseId: mine.id, createdAt: at, internal: true })
    await signInAs(app, 'intake')
    const { id: createdBy } = await staffOf(app, 'intake.all')
    const later = '2026-03-10T03:00:00.000Z'
    await insertCaseFile(app.deps.db, { ...kept, id: 'draft', caseId: mine.id, createdAt: later, createdBy })
    const sender = await follow(app, mine)
    const address = sender.page.url
    expect(sender.page.html.match(/\/tep\/\w+/g)).toEqual(['/tep/own'])
    const download = await sender.open(`${address}/tep/own`)
    expect([download.status, download.headers.get('Content-Disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment/),
    ])
    for (const id of ['theirs', 'internal', 'draft', 'nothing', '..%2fown', "'"])
      expect([id, (await sender.open(`${address}/tep/${id}`)).status]).toEqual([id, 404])
    expect(sender.page.html).not.toContain(theirs.code)
  })

  it('no address, cache or other site learns anything of a case', async () => {
    const app = await openLimited(engine, 'off')
    const opened = await openedCase(app)
    const sender = await follow(app, opened)
    const address = sender.page.url
    expect(address).not.toContain(opened.code)
    for (const path of ['/tra-cuu', address, `${address}/rut`, `${address}/han.ics`, '/tra-cuu/nothing']) {
      const { headers } = await sender.open(path)
      expect([path, headers.get('Cache-Control')]).toEqual([path, 'private, no-store'])
      expect([path, headers.get('Referrer-Policy')]).toEqual([path, 'no-referrer'])
      expect([path, headers.get('X-Robots-Tag')]).toEqual([path, 'noindex, nofollow'])
    }
    expect(sender.cookieValues()).toEqual([])
    const redirect = await app.app.request('http://hailong.test/tra-cuu', {
      method: 'POST',
      body: new URLSearchParams({ ma: opened.code, 'bi-mat': opened.secret }),
    })
    expect(redirect.headers.get('Location')).not.toContain(opened.secret)
    expect(redirect.headers.get('Cache-Control')).toBe('private, no-store')
  })

  it('a secret in the address is not taken: only the code is', async () => {
    const app = await openLimited(engine, 'off')
    const visitor = app.visitor()
    await visitor.open('/tra-cuu?ma=CQ-26-000001&bi-mat=AAAA-BBBB')
    expect(visitor.field('ma')).toBe('CQ-26-000001')
    expect(visitor.field('bi-mat')).toBe('')
  })
})

describeEngines('the sender of a denunciation', (engine) => {
  it('follows it in words that say nothing internal', async () => {
    const app = await openLimited(engine, 'off')
    await signInAs(app, 'approver')
    const approver = await staffOf(app, 'approver.all')
    const opened = await openedCase(app)
    const rest = { contentType: null, contentGroup: 'unclassified', field: '', procedureCode: null } as const
    expect(await act(app, approver, opened.code, { deed: 'classify', kind: 'denunciation', ...rest })).toMatchObject({
      ok: true,
    })
    await act(app, approver, opened.code, { deed: 'restrict', restricted: true, reason: 'Nêu tên học sinh lớp 9A' })
    await act(app, approver, opened.code, {
      deed: 'assign',
      assigneeId: approver.id,
      department: 'Thanh tra',
      note: '',
    })
    const sender = await follow(app, opened)
    expect(sender.page.text).toContain('Đang xử lý')
    for (const hidden of ['9A', 'Thanh tra', 'tố cáo', 'hạn chế', 'Cán bộ approver'])
      expect(sender.page.text).not.toContain(hidden)
    expect(sender.page.text).not.toContain('Công khai, đã che')
    const door = 'gửi đơn đến Ban Tiếp công dân, 1 Lê Lợi.'
    const text = 'Nội dung Ông/Bà gửi có dấu hiệu tố cáo. Thông tin được giữ kín.'
    await act(app, approver, opened.code, { deed: 'refuse', ground: 'denunciation', text, door })
    await sender.open(sender.page.url)
    expect(sender.page.text).toContain(`${text} Ông/Bà có thể: ${door}`)
  })
})

const counter = { queries: 0 }

/** Counts what is asked of the database from now on. */
function watch(app: TestApp) {
  const executor = app.deps.db.getExecutor()
  const run = executor.executeQuery.bind(executor)
  executor.executeQuery = async (query, ...rest) => {
    counter.queries += 1
    return run(query, ...rest)
  }
  return {
    stop: () => {
      executor.executeQuery = run
    },
  }
}
