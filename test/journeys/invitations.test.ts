import { expect, it } from 'vitest'
import { findStaff, updateStaff } from '../../db/staff'
import { invitePerson, makeInvitation } from '../../server/actions/invitations'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { password } from '../support/staff'

const base = '/can-bo/loi-moi'
const minh = { login: 'minh.tv', name: 'Trần Văn Minh', email: null, role: 'viewer', officeCode: null } as const

async function invite(test: TestApp) {
  const invited = await invitePerson(test.deps.db, { ...test.deps, staff: null }, minh)
  if (!invited.ok) throw new Error(invited.error)
  return invited
}

describeEngines('an invited person', (engine) => {
  it('chooses a password through the link, once, and is signed in', async () => {
    const test = await openApp(await engine.open())
    const { token } = await invite(test)
    const person = test.visitor()
    await person.open('/can-bo/dang-nhap')
    expect((await person.send('/can-bo/dang-nhap', { login: minh.login, password: '' })).status).toBe(422)

    await person.open(`${base}/${token}`)
    expect(person.page.text).toContain('Trần Văn Minh')
    await person.send(base, { password: 'ngắn', repeat: 'ngắn' })
    expect([person.page.status, person.field('password')]).toEqual([422, ''])
    await person.send(base, { password, repeat: `${password} khác` })
    expect(person.page.text).toContain('chưa giống nhau')
    await person.send(base, { password, repeat: password })
    expect(person.page.url).toBe('/can-bo/ket-qua')
    expect((await test.visitor().open(`${base}/${token}`)).status).toBe(410)

    const elsewhere = test.visitor()
    await elsewhere.open('/can-bo/dang-nhap')
    expect((await elsewhere.send('/can-bo/dang-nhap', { login: minh.login, password })).url).toBe('/can-bo/ket-qua')
  })

  it('has seven days; a newer link ends the one before; somebody locked has none', async () => {
    const test = await openApp(await engine.open())
    const { token, staffId } = await invite(test)
    const next = await makeInvitation(test.deps.db, { ...test.deps, staff: null }, staffId)
    expect((await test.visitor().open(`${base}/${token}`)).status).toBe(410)
    expect((await test.visitor().open(`${base}/${next}`)).status).toBe(200)
    await updateStaff(test.deps.db, staffId, { disabledAt: '2026-03-10T02:00:00Z' })
    expect((await test.visitor().open(`${base}/${next}`)).status).toBe(410)
    await updateStaff(test.deps.db, staffId, { disabledAt: null })
    test.setNow('2026-03-17T02:00:01Z')
    expect((await test.visitor().open(`${base}/${next}`)).status).toBe(410)
  })

  it('cannot become the first administrator with an invitation, nor the other way round', async () => {
    const test = await openApp(await engine.open())
    const { token } = await invite(test)
    expect((await test.visitor().open(`/can-bo/thiet-lap/${token}`)).status).toBe(410)
    expect((await test.visitor().open(`${base}/${test.setupToken}`)).status).toBe(410)
    const form = { name: 'Kẻ gian', login: 'ke.gian', password, repeat: password }
    const sent = await test.visitor().post(`/can-bo/thiet-lap/${token}`, new URLSearchParams(form))
    expect(sent.status).toBe(410)
  })

  it('uses the link once even with two windows; the link is kept as a hash alone', async () => {
    const test = await openApp(await engine.open())
    const { token, staffId } = await invite(test)
    const sent = await Promise.all(
      ['một câu dễ nhớ', 'một câu khác hẳn'].map(async (chosen) => {
        const window = test.visitor()
        return (await window.post(`${base}/${token}`, new URLSearchParams({ password: chosen, repeat: chosen }))).status
      }),
    )
    expect(sent.sort()).toEqual([200, 410])
    const links = await test.deps.db.selectFrom('oneTimeLink').selectAll().execute()
    expect(JSON.stringify(links)).not.toContain(token)
    expect((await findStaff(test.deps.db, staffId))?.passwordHash).toMatch(/^\$argon2id/)
  })
})
