import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findActiveStaff } from '../../db/staff'
import { invitePerson } from '../../server/actions/invitations'
import { makeRecoveryCode, readSecondStep } from '../../server/domain/recovery-codes'
import { randomBytesPooled } from '../../server/random'
import { seal, unseal } from '../../server/store/seal'
import { totpStepOf } from '../../server/store/totp'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { password, signInAdministrator, signInAs } from '../support/staff'
import { codeAt, recoveryCodesOn, secretOn } from '../support/totp'
import type { Visitor } from '../support/visitor'

const setUpPath = '/can-bo/tai-khoan/hai-buoc'
const signInPath = '/can-bo/dang-nhap'
const start = '2026-03-10T02:00:00Z'
const required = { TWO_STEP: 'administrators' }

/** Sets the second step up on the page that is open. */
async function setUp(person: Visitor, instant = start) {
  const secret = secretOn(person.page.html)
  await person.send(setUpPath, { code: codeAt(secret, instant) })
  return { secret, codes: recoveryCodesOn(person.page.html) }
}

async function givePassword(test: TestApp, login = 'hoa.lt'): Promise<Visitor> {
  const person = test.visitor()
  await person.open(signInPath)
  await person.send(signInPath, { login, password })
  return person
}

describeEngines('the second step', (engine) => {
  it('is set up by an administrator before anything else, and asked for at the next sign-in', async () => {
    const test = await openApp(await engine.open(), required)
    const hoa = await signInAdministrator(test)
    expect(hoa.page.url).toBe(setUpPath)
    expect(hoa.page.text).toContain('bắt buộc đăng nhập hai bước')
    await hoa.open('/can-bo/diem?a=1')
    expect(hoa.page.url).toBe(`${setUpPath}?tiep=%2Fcan-bo%2Fdiem%3Fa%3D1`)
    const secret = secretOn(hoa.page.html)
    await hoa.open(setUpPath)
    expect(secretOn(hoa.page.html)).toBe(secret)

    await hoa.open('/can-bo/diem')
    await hoa.send(setUpPath, { code: '000000' })
    expect(hoa.page.status).toBe(422)
    expect(secretOn(hoa.page.html)).toBe(secret)
    const { codes } = await setUp(hoa)
    expect(codes).toHaveLength(10)
    expect(hoa.page.html).toContain('href="/can-bo/diem"')
    expect((await hoa.open('/can-bo/diem')).url).toBe('/can-bo/diem')

    test.setNow('2026-03-10T02:05:00Z')
    const again = await givePassword(test)
    expect(again.page.text).toContain('Bước thứ hai')
    expect((await again.open('/can-bo/diem')).url).toContain(signInPath)
    const home = await givePassword(test)
    await home.send(`${signInPath}/ma`, { code: codeAt(secret, '2026-03-10T02:05:00Z').replace(/(...)/, '$1 ') })
    expect(home.page.url).toBe('/can-bo/ket-qua')
  })

  it('is what an invited administrator comes to after choosing a password', async () => {
    const test = await openApp(await engine.open(), required)
    const minh = { login: 'minh.tv', name: 'Minh', email: null, role: 'administrator', officeCode: null } as const
    const invited = await invitePerson(test.deps.db, { ...test.deps, staff: null }, minh)
    const person = test.visitor()
    await person.open(`/can-bo/loi-moi/${invited.ok ? invited.token : ''}`)
    await person.send('/can-bo/loi-moi', { password, repeat: password })
    expect(person.page.url).toBe(setUpPath)
    expect((await setUp(person)).codes).toHaveLength(10)
  })

  it('takes a code once, and the one before or after the clock', async () => {
    const test = await openApp(await engine.open(), required)
    const { secret } = await setUp(await signInAdministrator(test))
    const tryCode = async (shownAt: string) => {
      const person = await givePassword(test)
      return (await person.send(`${signInPath}/ma`, { code: codeAt(secret, shownAt) })).status
    }
    expect(await tryCode(start)).toBe(422)
    expect(await tryCode('2026-03-10T02:00:30Z')).toBe(200)
    expect(await tryCode('2026-03-10T02:00:30Z')).toBe(422)
    expect(await tryCode('2026-03-10T02:01:00Z')).toBe(422)
    test.setNow('2026-03-10T02:10:00Z')
    expect(await tryCode('2026-03-10T02:09:30Z')).toBe(200)
    expect(await tryCode('2026-03-10T02:09:00Z')).toBe(422)
  })

  it('takes a code once also from two windows at the same moment', async () => {
    const test = await openApp(await engine.open(), required)
    const { secret, codes } = await setUp(await signInAdministrator(test))
    test.setNow('2026-03-10T02:10:00Z')
    for (const code of [codeAt(secret, '2026-03-10T02:10:00Z'), codes[0] ?? '']) {
      const windows = [await givePassword(test), await givePassword(test)]
      const sent = await Promise.all(windows.map((window) => window.send(`${signInPath}/ma`, { code })))
      expect(sent.map(({ status }) => status).sort()).toEqual([200, 422])
    }
  })

  it('takes recovery codes instead, each once, and says how many are left', async () => {
    const test = await openApp(await engine.open(), required)
    const { codes } = await setUp(await signInAdministrator(test))
    const [first = '', second = ''] = codes
    const person = await givePassword(test)
    await person.send(`${signInPath}/ma`, { code: first.toLowerCase().replace('-', ' ') })
    expect(person.page.text).toContain('còn 9 mã')
    expect((await person.open('/can-bo/diem')).status).toBe(200)
    const next = await givePassword(test)
    expect((await next.send(`${signInPath}/ma`, { code: first })).status).toBe(422)
    await next.send(`${signInPath}/ma`, { code: second })
    expect(next.page.text).toContain('còn 8 mã')
    const stored = await test.deps.db.selectFrom('recoveryCode').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(second)
  })

  it('keeps what was being written on the way through both pages', async () => {
    const test = await openApp(await engine.open(), required)
    const hoa = await signInAdministrator(test)
    const { secret } = await setUp(hoa)
    await hoa.open('/can-bo/nhan-su')
    test.setNow('2026-03-11T13:59:00Z')
    await hoa.send('/can-bo/nhan-su', { name: 'Trần "Văn" Minh', login: 'minh.tv' })
    await hoa.send(signInPath, { login: 'hoa.lt', password })
    await hoa.send(`${signInPath}/ma`, { code: '123456' })
    await hoa.send(`${signInPath}/ma`, { code: codeAt(secret, '2026-03-11T13:59:00Z') })
    await hoa.send('/can-bo/nhan-su')
    expect(hoa.page.text).toContain('Đường dẫn mời')
    expect(hoa.page.text).toContain('Trần "Văn" Minh')
  })

  it('a form sent before it was set up is kept and sent afterwards', async () => {
    const test = await openApp(await engine.open(), required)
    const hoa = await signInAdministrator(test)
    const form = { name: 'Trần Văn Minh', login: 'minh.tv', email: '', role: 'viewer', office: 'CQ' }
    await hoa.post('/can-bo/nhan-su', new URLSearchParams(form))
    expect(hoa.page.status).toBe(422)
    expect(hoa.page.text).toContain('vẫn còn')
    await setUp(hoa)
    await hoa.send('/can-bo/nhan-su')
    expect(hoa.page.text).toContain('Trần Văn Minh')
  })

  it('is one’s own choice where it is not required, and is turned off with the password', async () => {
    const test = await openApp(await engine.open(), required)
    const clerk = await signInAs(test, 'statistics')
    expect(clerk.page.url).toBe('/can-bo/ket-qua')
    await clerk.open(setUpPath)
    await setUp(clerk)
    await clerk.open(setUpPath)
    await clerk.send(`${setUpPath}/tat`, { 'off-password': 'không phải' })
    expect(clerk.page.status).toBe(422)
    await clerk.send(`${setUpPath}/tat`, { 'off-password': password })
    expect(clerk.page.text).toContain('Đã tắt đăng nhập hai bước')
    expect((await givePassword(test, 'statistics.all')).page.url).toBe('/can-bo/ket-qua')
  })

  it('cannot be turned off where it is required, but moves to another telephone with password and code', async () => {
    const test = await openApp(await engine.open(), required)
    const hoa = await signInAdministrator(test)
    const { codes } = await setUp(hoa)
    await hoa.open(setUpPath)
    expect(hoa.page.html).not.toContain(`${setUpPath}/tat`)
    const off = new URLSearchParams({ 'off-password': password })
    expect((await hoa.post(`${setUpPath}/tat`, off)).status).toBe(403)
    await hoa.open(setUpPath)
    await hoa.send(`${setUpPath}/doi`, { 'replace-password': password, 'replace-code': '999999' })
    expect(hoa.page.status).toBe(422)
    await hoa.send(`${setUpPath}/doi`, { 'replace-password': password, 'replace-code': codes[3] ?? '' })
    expect(hoa.page.url).toBe(setUpPath)
    const { codes: fresh } = await setUp(hoa)
    await hoa.open(setUpPath)
    await hoa.send(`${setUpPath}/ma-du-phong`, { 'renew-password': password, 'renew-code': codes[4] ?? '' })
    expect([hoa.page.status, recoveryCodesOn(hoa.page.html)]).toEqual([422, []])
    await hoa.send(`${setUpPath}/ma-du-phong`, { 'renew-password': password, 'renew-code': fresh[1] ?? '' })
    const renewed = recoveryCodesOn(hoa.page.html)
    expect(renewed).toHaveLength(10)
    const person = await givePassword(test)
    expect((await person.send(`${signInPath}/ma`, { code: fresh[0] ?? '' })).status).toBe(422)
    expect((await person.send(`${signInPath}/ma`, { code: renewed[0] ?? '' })).status).toBe(200)
  })

  it('makes a guesser wait, but not the owner on the own device', async () => {
    const test = await openApp(await engine.open(), required)
    const hoa = await signInAdministrator(test)
    const { secret } = await setUp(hoa)
    await hoa.open('/can-bo/tai-khoan')
    await hoa.send('/can-bo/dang-xuat')
    const guesser = await givePassword(test)
    const statuses: number[] = []
    for (let i = 0; i < 9; i++) statuses.push((await guesser.send(`${signInPath}/ma`, { code: `00000${i}` })).status)
    expect(statuses).toEqual([...Array(8).fill(422), 429])
    test.setNow('2026-03-10T02:10:00Z')
    await hoa.open(signInPath)
    await hoa.send(signInPath, { login: 'hoa.lt', password })
    await hoa.send(`${signInPath}/ma`, { code: codeAt(secret, '2026-03-10T02:10:00Z') })
    expect(hoa.page.url).toBe('/can-bo/ket-qua')
  })

  it('ends what was begun with an old password, after ten minutes, or with a made-up state', async () => {
    const test = await openApp(await engine.open(), required)
    const hoa = await signInAdministrator(test)
    const { secret } = await setUp(hoa)
    const person = await givePassword(test)
    test.setNow('2026-03-10T02:10:01Z')
    await person.send(`${signInPath}/ma`, { code: codeAt(secret, '2026-03-10T02:10:01Z') })
    expect(person.page.text).toContain('quá 10 phút')
    const other = await givePassword(test)
    const next = 'một câu khác dễ nhớ'
    await hoa.open('/can-bo/tai-khoan')
    await hoa.send('/can-bo/tai-khoan', { old: password, new: next, repeat: next })
    await other.send(`${signInPath}/ma`, { code: codeAt(secret, '2026-03-10T02:10:01Z') })
    expect(other.page.status).toBe(422)
    await other.post(`${signInPath}/ma`, new URLSearchParams({ waiting: 'AAAA', code: '123456' }))
    expect(other.page.status).toBe(422)
  })

  it('stands sealed in the database, and every staff route waits for it', async () => {
    const test = await openApp(await engine.open(), required)
    const hoa = await signInAdministrator(test)
    const secret = secretOn(hoa.page.html)
    const staff = await findActiveStaff(test.deps.db, 'hoa.lt')
    expect(staff?.totpSecret).not.toContain(secret)
    const api = await hoa.open('/api/v1/reports/satisfaction.json')
    expect([api.status, api.html]).toEqual([403, expect.stringContaining('second-step-needed')])
  })
})

describe('codes and seals', () => {
  it('follow RFC 6238 (appendix B, SHA-1, last six digits)', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    const at = (seconds: number) => new Date(seconds * 1000)
    for (const [seconds, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
    ] as const) {
      const step = Math.floor(seconds / 30)
      expect(totpStepOf(secret, code, at(seconds))).toBe(step)
      expect(totpStepOf(secret, code, at(seconds + 30))).toBe(step)
      expect(totpStepOf(secret, code, at(seconds - 30))).toBe(step)
      expect(totpStepOf(secret, code, at(seconds + 90))).toBeNull()
    }
  })

  it('are read however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = makeRecoveryCode(bytes)
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
        for (const typed of [code, code.toLowerCase(), code.replace('-', ' '), ` ${code.replace('-', '')} `])
          expect(readSecondStep(typed)).toEqual({ kind: 'recovery', code })
      }),
    )
    expect(readSecondStep('123 456')).toEqual({ kind: 'totp', code: '123456' })
    for (const typed of ['', '12345', '1234567', '7F3KM-9H5N0', 'abc']) expect(readSecondStep(typed)).toBeNull()
  })

  it('open for their key and purpose alone', () => {
    const [key, other] = [randomBytesPooled(32), randomBytesPooled(32)]
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, at) => {
        const sealed = seal(key, 'a', text)
        expect(unseal(key, 'a', sealed)).toBe(text)
        expect(unseal(key, 'b', sealed)).toBeNull()
        expect(unseal(other, 'a', sealed)).toBeNull()
        const bytes = Buffer.from(sealed, 'base64url')
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1
        expect(unseal(key, 'a', bytes.toString('base64url'))).toBeNull()
      }),
    )
    expect(unseal(key, 'a', 'x')).toBeNull()
  })
})
