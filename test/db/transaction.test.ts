import { expect, it } from 'vitest'
import { insertAudit } from '../../db/audit'
import { isUnique } from '../../db/connect'
import { saveSetting } from '../../db/settings'
import { inTransaction } from '../../db/transaction'
import { describeEngines } from '../support/database'

describeEngines('a transaction', (engine) => {
  it('keeps everything or nothing', async () => {
    const { db } = await engine.open()
    const broken = inTransaction(db, async (db) => {
      await saveSetting(db, 'a', '1')
      throw new Error('changed our mind')
    })
    await expect(broken).rejects.toThrow('changed our mind')
    expect(await inTransaction(db, (db) => saveSetting(db, 'b', '2').then(() => 'done'))).toBe('done')
    expect(await db.selectFrom('setting').selectAll().execute()).toEqual([{ key: 'b', value: '2' }])
  })

  it('goes on inside the one that is open', async () => {
    const { db } = await engine.open()
    const broken = inTransaction(db, async (db) => {
      await inTransaction(db, (db) => saveSetting(db, 'a', '1'))
      throw new Error('changed our mind')
    })
    await expect(broken).rejects.toThrow()
    expect(await db.selectFrom('setting').selectAll().execute()).toEqual([])
  })

  it('never lets two decide on what both have read', async () => {
    const { db } = await engine.open()
    const takeLast = (by: string) =>
      inTransaction(db, async (db) => {
        const taken = await db.selectFrom('audit').select('id').execute()
        if (taken.length > 0) return 'too late'
        await insertAudit(db, { at: '', staffId: null, action: by, subject: '', detail: '' })
        return 'taken'
      })
    const results = await Promise.all(['a', 'b', 'c', 'd'].map(takeLast))
    expect(results.toSorted()).toEqual(['taken', 'too late', 'too late', 'too late'])
  })

  it('names a key that is taken', async () => {
    const { db } = await engine.open()
    const insert = () => db.insertInto('setting').values({ key: 'a', value: '' }).execute()
    await insert()
    expect(await insert().catch(isUnique)).toBe(true)
    const missing = { tokenHash: 'x', staffId: 'nobody', createdAt: '', seenAt: '', expiresAt: '' }
    expect(await db.insertInto('session').values(missing).execute().catch(isUnique)).toBe(false)
  })
})
