import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findPoint } from '../../db/points'
import { inTransaction } from '../../db/transaction'
import { replacePoint } from '../../server/actions/point-replacement'
import { randomBytesPooled } from '../../server/random'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'

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
})
