import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findPoint } from '../../db/points'
import { countsOf } from '../../db/statistics'
import { inTransaction } from '../../db/transaction'
import { replacePoint } from '../../server/actions/point-replacement'
import { drain } from '../../server/ledger/follow'
import { randomBytesPooled } from '../../server/random'
import { resolveParameters } from '../../server/reports/parameters'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { answerOf, keep } from '../support/ledger'
import { signInAs } from '../support/staff'

const at = '2026-03-10T02:00:00.000Z'

describeEngines('codes that were replaced', (engine) => {
  it('a point goes on in another office under a new code with all it had, and the old one is closed once', async () => {
    const { deps } = await openApp(await engine.open())
    await insertDepartment(deps.db)
    const replace = () =>
      inTransaction(deps.db, async (db) => {
        const point = await findPoint(db, '9H5N')
        if (!point) throw new Error('missing')
        return replacePoint(db, { point, officeCode: 'CQ', at, random: randomBytesPooled, staffId: null })
      })
    const old = await findPoint(deps.db, '9H5N')
    const { code } = await replace()
    expect(await findPoint(deps.db, code)).toEqual({ ...old, code, officeCode: 'CQ', createdAt: at })
    expect(await findPoint(deps.db, '9H5N')).toEqual({ ...old, replacedBy: code, closedAt: at })
    const [audit] = await listAudit(deps.db, { limit: 1 })
    expect(audit).toMatchObject({ action: 'point.replace', subject: '9H5N' })
    await expect(replace()).rejects.toThrow('was replaced')
  })

  it('a printed code leads on through every replacement, and a form begun before is kept at the new point', async () => {
    const test = await openApp(await engine.open())
    const { db } = test.deps
    const replace = (code: string) =>
      inTransaction(db, async (db) => {
        const point = await findPoint(db, code)
        if (!point) throw new Error('missing')
        return (await replacePoint(db, { point, at, random: randomBytesPooled, staffId: null })).code
      })
    const citizen = test.visitor()
    await citizen.open(`/k/${test.point}`)
    const second = await replace(test.point)
    const third = await replace(second)
    test.setNow('2026-03-10T02:01:00Z')
    await citizen.send(`/k/${test.point}/gui`, { '1.1': '4' })
    expect(citizen.page.url).toMatch(/^\/phieu\//)
    const page = await citizen.open(`/k/${test.point.toLowerCase()}`)
    expect(page.status).toBe(200)
    expect(page.html).toContain(`action="/k/${third}/gui"`)
    const rows = await db.selectFrom('response').select(['point', 'flags']).execute()
    expect(rows).toEqual([{ point: third, flags: '' }])
  })

  it('results of a point have its answers under every code it had in its office, asked by any of them', async () => {
    const test = await openApp(await engine.open(), {}, '2026-03-18T02:00:00Z')
    const { db, connection } = test.deps
    await insertDepartment(db)
    const replace = (code: string, officeCode?: string) =>
      inTransaction(db, async (db) => {
        const point = await findPoint(db, code)
        if (!point) throw new Error('missing')
        return (await replacePoint(db, { point, officeCode, at, random: randomBytesPooled, staffId: null })).code
      })
    const second = await replace('9H5N')
    const elsewhere = await replace(second, 'CQ')
    const answers = (point: string, office: string, count: number, from: number) =>
      Array.from({ length: count }, (_, i) => answerOf(from + i, { office, point, submittedOn: '2026-03-10' }))
    await keep(connection, answers('9H5N', 'CQ-1', 6, 0))
    await keep(connection, answers(second, 'CQ-1', 7, 100))
    await keep(connection, answers(elsewhere, 'CQ', 8, 200))
    await drain(connection)
    const count = async (point: string) => {
      const found = await resolveParameters({ connection, today: '2026-03-18' }, { point })
      if (!found.ok) throw new Error(found.error)
      const counts = await countsOf(connection, found.value.scope)
      return [found.value.points?.map(({ code }) => code).join(), counts.counted?.n]
    }
    expect(await count('9H5N')).toEqual([second, 13])
    expect(await count(second)).toEqual([second, 13])
    expect(await count(`9H5N,${second}`)).toEqual([second, 13])
    expect(await count(elsewhere)).toEqual([elsewhere, 8])
    const person = await signInAs(test, 'administrator')
    await person.open('/can-bo/ket-qua?period=2026-Q1&place=c.CQ-1')
    expect(person.page.html).not.toContain('d.9H5N')
    expect(person.page.html).toContain(`d.${second}`)
  })

  it('the administrator gives a point a new code after a question, and pressing twice gives one', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    const address = `/can-bo/diem/${test.point}/ma-moi`
    await person.open(address)
    expect(person.page.text).toContain(`Thay mã ${test.point} bằng mã mới?`)
    await person.send(address)
    const code = /diem\/(\w{4})/.exec(person.page.url)?.[1] ?? ''
    expect(code).not.toBe(test.point)
    expect(person.page.text).toContain(`${test.point}, vẫn dùng được`)
    await person.post(address, '')
    expect(person.page.url).toContain(code)
    await person.open(`/can-bo/diem?q=${test.point}`)
    expect(person.page.html).toContain(`/can-bo/diem/${code}"`)
    await person.open(`/can-bo/diem/${test.point}`)
    expect(person.page.text).toContain('Mã này đã được thay.')
    expect((await person.post(`/can-bo/diem/${test.point}/trang-thai`, 'state=open')).status).toBe(403)
    expect((await findPoint(test.deps.db, test.point))?.replacedBy).toBe(code)
  })
})
