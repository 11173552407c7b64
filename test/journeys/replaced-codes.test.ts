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
})
