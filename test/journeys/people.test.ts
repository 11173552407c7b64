import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findActiveStaff, findStaff, insertStaff } from '../../db/staff'
import { makeInvitation } from '../../server/actions/invitations'
import { changePerson, lockPerson } from '../../server/actions/person-changes'
import { pageOf } from '../../server/domain/paging'
import { choosePeople } from '../../server/domain/people-list'
import type { Role } from '../../server/domain/permissions'
import { peopleDeps } from '../../server/people-views'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { password, signInAdministrator, signInAs } from '../support/staff'
import { codeAt, recoveryCodesOn, secretOn } from '../support/totp'

const base = '/can-bo/nhan-su'
const signIn = '/can-bo/dang-nhap'
const minh = { name: 'Trần Văn Minh', login: 'minh.tv', email: 'minh@so.gov.vn', role: 'statistics', office: '' }
const linkOn = (html: string) => /(\/can-bo\/loi-moi\/[\w-]{22})/.exec(html)?.[1] ?? ''
const idOf = async ({ deps }: TestApp, login: string) => (await findActiveStaff(deps.db, login))?.id ?? ''

async function add(test: TestApp, login: string, role: Role, officeCode: string | null, name = login) {
  const row = { id: `id-${login}`, login, name, role, officeCode, passwordHash: 'x', disabledAt: null }
  await insertStaff(test.deps.db, { ...row, createdAt: test.deps.now().toISOString() })
  return row.id
}

describeEngines('people', (engine) => {
  it('the administrator adds somebody, who signs in through the link; the list says so', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    await hoa.open(base)
    expect(hoa.page.text).toContain('Hệ thống chưa được cài đặt để gửi thư')
    await hoa.post(base, new URLSearchParams({ ...minh, email: 'không phải thư' }))
    expect(hoa.page.status).toBe(422)
    expect(hoa.page.text).toContain('Thư điện tử chưa đúng')
    expect(hoa.field('name')).toBe('Trần Văn Minh')
    await hoa.post(base, new URLSearchParams(minh))
    expect(hoa.page.status).toBe(200)
    expect(hoa.page.html).toContain('data-copy="http://hailong.test/can-bo/loi-moi/')
    const link = linkOn(hoa.page.html)
    await hoa.post(base, new URLSearchParams({ ...minh, login: 'MINH.TV' }))
    expect(hoa.page.text).toContain('đã có người dùng')
    await hoa.open(base)
    expect(hoa.page.text).toMatch(/Trần Văn Minh minh\.tv · minh@so\.gov\.vn .* Đã mời Chưa đăng nhập/)
    expect(hoa.page.html).not.toContain(link)

    const person = test.visitor()
    await person.open(link)
    await person.send('/can-bo/loi-moi', { password, repeat: password })
    expect(person.page.text).toContain('Trần Văn Minh')
    await hoa.open(base)
    expect(hoa.page.text).toMatch(/minh@so\.gov\.vn .* Đang dùng 10\/03\/2026.09:00/)
  })

  it('are found without marks, by role, office and state, page by page, in the address', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const hoa = await signInAdministrator(test)
    for (let i = 0; i < 120; i++) await add(test, `can.bo.${i}`, 'intake', 'CQ-1', `Nguyễn Văn Đức ${i}`)
    await add(test, 'yen.tt', 'viewer', 'CQ', 'Trần Thị Yến')
    await hoa.open(base)
    expect(hoa.page.text).toContain('122 người')
    expect(hoa.page.text).toContain('Trang 1/3')
    await hoa.open(`${base}?trang=3`)
    expect(hoa.page.text).toContain('Trần Thị Yến')
    await hoa.open(`${base}?q=thi+YEN`)
    expect(hoa.page.text).toContain('1 trong 122 người')
    await hoa.open(`${base}?q=duc&co-quan=CQ-1&vai-tro=intake&trang=2`)
    expect(hoa.page.text).toContain('120 trong 122 người')
    expect(hoa.page.html).toContain('q=duc&amp;vai-tro=intake&amp;co-quan=CQ-1&amp;trang=3')
    await hoa.open(`${base}?tinh-trang=locked`)
    expect(hoa.page.text).toContain('Không có ai khớp')
  })

  it('are changed, locked and let in again, and everything is written down', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const hoa = await signInAdministrator(test)
    const clerk = await signInAs(test, 'intake', 'CQ')
    const id = await idOf(test, 'intake.cq')
    await hoa.open(`${base}/${id}`)
    await hoa.send(`${base}/${id}`, { name: 'Phạm Thị Thu', role: 'handler', office: 'CQ-1' })
    expect(hoa.page.text).toContain('Đã lưu')
    expect(await findStaff(test.deps.db, id)).toMatchObject({
      name: 'Phạm Thị Thu',
      role: 'handler',
      officeCode: 'CQ-1',
    })
    expect((await clerk.open('/can-bo/tai-khoan')).text).toContain('Cán bộ xử lý')

    await hoa.send(`${base}/${id}/khoa`)
    expect(hoa.page.text).toContain('Đã khóa')
    expect((await clerk.open('/can-bo/tai-khoan')).url).toContain(signIn)
    await hoa.send(`${base}/${id}/mo-khoa`)
    await clerk.open(signIn)
    expect((await clerk.send(signIn, { login: 'intake.cq', password })).status).toBe(200)
    await hoa.open(`${base}/${id}`)
    await hoa.send(`${base}/${id}/phien`)
    expect((await clerk.open('/can-bo/tai-khoan')).url).toContain(signIn)
    const rows = await listAudit(test.deps.db, { subject: id, limit: 20 })
    expect(rows.map(({ action }) => action)).toEqual([
      ...['sign-in.end', 'sign-in.ok', 'staff.unlock', 'staff.lock', 'staff.change', 'sign-in.ok'],
    ])
    expect(JSON.parse(rows[4]?.detail ?? '')).toEqual({
      before: { name: 'Cán bộ intake', email: null, role: 'intake', officeCode: 'CQ' },
      after: { name: 'Phạm Thị Thu', email: null, role: 'handler', officeCode: 'CQ-1' },
    })
  })

  it('a password reset by the administrator ends the old one and every session, and gives a link', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    const clerk = await signInAs(test, 'intake')
    const id = await idOf(test, 'intake.all')
    await hoa.open(`${base}/${id}`)
    await hoa.send(`${base}/${id}/mat-khau`)
    const link = linkOn(hoa.page.html)
    expect((await clerk.open('/can-bo/tai-khoan')).url).toContain(signIn)
    expect((await clerk.send(signIn, { login: 'intake.all', password })).status).toBe(422)
    await clerk.open(link)
    await clerk.send('/can-bo/loi-moi', { password: 'một câu mới hẳn', repeat: 'một câu mới hẳn' })
    expect(clerk.page.url).toBe('/can-bo/phan-anh')
  })

  it('a link ends when its person is locked, gets another address, or chooses a password otherwise', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    const clerk = await signInAs(test, 'intake')
    const id = await idOf(test, 'intake.all')
    const open = async (token: string) => (await test.visitor().open(`/can-bo/loi-moi/${token}`)).status
    const link = () => makeInvitation(test.deps.db, { ...test.deps, staff: null }, id)
    await hoa.open(`${base}/${id}`)

    const first = await link()
    expect(await open(first)).toBe(200)
    await hoa.send(`${base}/${id}`, { email: 'moi@so.gov.vn' })
    expect(await open(first)).toBe(410)

    const second = await link()
    const change = { old: password, new: 'một câu khác hẳn', repeat: 'một câu khác hẳn' }
    await clerk.open('/can-bo/tai-khoan')
    await clerk.send('/can-bo/tai-khoan', change)
    expect(await open(second)).toBe(410)

    const third = await link()
    await hoa.send(`${base}/${id}/khoa`)
    await hoa.send(`${base}/${id}/mo-khoa`)
    expect(await open(third)).toBe(410)
  })

  it('a lost telephone: the administrator takes the second step away, and it is set up anew', async () => {
    const test = await openApp(await engine.open(), { TWO_STEP: 'everybody' })
    const hoa = await signInAdministrator(test)
    await hoa.send('/can-bo/tai-khoan/hai-buoc', { code: codeAt(secretOn(hoa.page.html), '2026-03-10T02:00:00Z') })
    const clerk = await signInAs(test, 'intake')
    await clerk.send('/can-bo/tai-khoan/hai-buoc', { code: codeAt(secretOn(clerk.page.html), '2026-03-10T02:00:00Z') })
    const [code = ''] = recoveryCodesOn(clerk.page.html)
    const id = await idOf(test, 'intake.all')
    await hoa.open(`${base}/${id}`)
    await hoa.send(`${base}/${id}/hai-buoc`)
    expect(hoa.page.text).toContain('Đã đặt lại bước thứ hai')
    await clerk.open(signIn)
    await clerk.send(signIn, { login: 'intake.all', password })
    expect(clerk.page.url).toBe('/can-bo/tai-khoan/hai-buoc')
    expect(await test.deps.db.selectFrom('recoveryCode').where('staffId', '=', id).selectAll().execute()).toEqual([])
    expect(code).not.toBe('')
  })

  it('links for everybody who has not come yet are made at once, as slips to print', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    for (const login of ['an.nv', 'binh.tt']) await hoa.post(base, new URLSearchParams({ ...minh, login, name: login }))
    const old = linkOn(hoa.page.html)
    await hoa.open(`${base}?q=an.nv`)
    expect(hoa.page.text).toContain('Tạo đường dẫn mời cho 1 người')
    await hoa.open(base)
    await hoa.send(`${base}/duong-dan`)
    const links = [...hoa.page.html.matchAll(/data-copy="[^"]*(\/can-bo\/loi-moi\/[\w-]{22})"/g)].map(
      ([, link]) => link,
    )
    expect(links).toHaveLength(2)
    expect((await test.visitor().open(old)).status).toBe(410)
    for (const link of links) expect((await test.visitor().open(link ?? '')).status).toBe(200)
  })

  it('mails the link where mail is sent', async () => {
    const mail = { MAIL_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@so.gov.vn' }
    const test = await openApp(await engine.open(), mail)
    const hoa = await signInAdministrator(test)
    await hoa.post(base, new URLSearchParams(minh))
    expect(hoa.page.text).toContain('đang được gửi đến minh@so.gov.vn')
    const rows = await test.deps.db.selectFrom('outbox').selectAll().execute()
    expect(rows).toMatchObject([{ recipient: 'minh@so.gov.vn', kind: 'invitation' }])
    expect(rows[0]?.body).toContain(linkOn(hoa.page.html))
  })
})

describeEngines('an administrator', (engine) => {
  it('of an office manages people of that part alone, and gives nothing beyond it', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    await signInAdministrator(test)
    await add(test, 'tren', 'viewer', 'CQ')
    await add(test, 'duoi', 'viewer', 'CQ-1')
    const local = await signInAs(test, 'administrator', 'CQ-1')
    await local.open(base)
    expect(local.page.text).toContain('2 người')
    expect(local.page.html).not.toContain('>Toàn hệ thống<')
    for (const id of [await idOf(test, 'hoa.lt'), 'id-tren', 'none']) {
      expect((await local.open(`${base}/${id}`)).status).toBe(404)
      for (const form of ['', '/khoa', '/mat-khau', '/hai-buoc', '/phien', '/moi', '/mo-khoa'])
        expect((await local.post(`${base}/${id}${form}`, new URLSearchParams(minh))).status).toBe(404)
    }
    for (const office of ['', 'CQ', 'none']) {
      await local.post(base, new URLSearchParams({ ...minh, office }))
      expect([office, local.page.status]).toEqual([office, 422])
      await local.post(`${base}/id-duoi`, new URLSearchParams({ ...minh, office }))
      expect([office, local.page.status]).toEqual([office, 422])
    }
    await local.post(base, new URLSearchParams({ ...minh, office: 'CQ-1' }))
    expect(local.page.status).toBe(200)
    expect((await findStaff(test.deps.db, 'id-duoi'))?.officeCode).toBe('CQ-1')
    expect((await findStaff(test.deps.db, 'id-tren'))?.disabledAt).toBeNull()
  })

  it('cannot lock, reset or demote oneself, but changes the own name', async () => {
    const test = await openApp(await engine.open())
    const hoa = await signInAdministrator(test)
    const id = await idOf(test, 'hoa.lt')
    await hoa.open(`${base}/${id}`)
    expect(hoa.page.html).not.toContain('/khoa"')
    for (const form of ['khoa', 'mat-khau', 'hai-buoc', 'phien'])
      expect((await hoa.post(`${base}/${id}/${form}`, 'x=1')).status).toBe(422)
    const demoted = { name: 'Hoa', email: '', role: 'viewer', office: '' }
    expect((await hoa.post(`${base}/${id}`, new URLSearchParams(demoted))).status).toBe(422)
    expect(hoa.page.text).toContain('tài khoản của chính mình')
    await hoa.open(`${base}/${id}`)
    await hoa.send(`${base}/${id}`, { name: 'Lê Thị Hoa Hồng' })
    expect(hoa.page.text).toContain('Lê Thị Hoa Hồng')
  })

  it('is never the last to be locked or demoted, even when two do so at the same moment', async () => {
    const test = await openApp(await engine.open())
    for (let round = 0; round < 5; round++) {
      const [a, b] = [
        await add(test, `a.${round}`, 'administrator', null),
        await add(test, `b.${round}`, 'administrator', null),
      ]
      if (round > 0)
        await test.deps.db.updateTable('staff').set({ disabledAt: 'x' }).where('id', 'not in', [a, b]).execute()
      const as = async (id: string) => {
        const staff = { id, login: id, name: id, role: 'administrator' as const, officeCode: null, officeName: '' }
        return peopleDeps(test.deps, staff)
      }
      const demotion = { login: '', name: 'A', email: '', role: 'viewer', office: '' }
      const done = await Promise.all([
        lockPerson(await as(a), b, true),
        round % 2 ? changePerson(await as(b), a, demotion) : lockPerson(await as(b), a, true),
      ])
      expect(done.filter(({ ok }) => ok)).toHaveLength(1)
      expect(done).toContainEqual({ ok: false, error: 'last-administrator' })
    }
  })
})

describe('the list of people', () => {
  const person = (name: string, login = 'x') => ({
    ...{ name, login, email: null, role: 'viewer', officeCode: null, passwordHash: 'x', disabledAt: null },
  })
  const everything = { words: '', role: '', office: '', state: '' } as const

  it('stands by given name', () => {
    const names = ['Lê Thị Hoa', 'Trần Văn An', 'Nguyễn Thị Ân', 'Đỗ Văn An', 'Y Bình']
    const sorted = choosePeople(
      names.map((name) => person(name)),
      [],
      everything,
    ).map(({ name }) => name)
    expect(sorted).toEqual(['Đỗ Văn An', 'Trần Văn An', 'Nguyễn Thị Ân', 'Y Bình', 'Lê Thị Hoa'])
  })

  it('falls into pages that hold everybody once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 20 }), (lines, size) => {
        const { pages } = pageOf(lines, 1, size)
        const all = Array.from({ length: pages }, (_, i) => pageOf(lines, i + 1, size).lines).flat()
        expect(all).toEqual(lines)
        expect(pageOf(lines, pages + 5, size).page).toBe(pages)
        expect(pageOf(lines, Number.NaN, size).page).toBe(1)
      }),
    )
  })
})
