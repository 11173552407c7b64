import { expect, it } from 'vitest'
import { findPoint, insertPoint, listOldCodes, listPoints, updatePoint } from '../../db/points'
import { inTransaction } from '../../db/transaction'
import { postersOf } from '../../server/posters'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'

/** Three hundred points, the last of them at the desk of 7F3K. */
async function insertMany({ deps }: TestApp) {
  await insertDepartment(deps.db)
  await inTransaction(deps.db, async (db) => {
    const like = await findPoint(db, '9H5N')
    if (!like) throw new Error('missing')
    for (let i = 0; i < 300; i++) await insertPoint(db, { ...like, code: `X${i}`, name: `Quầy ${i}` })
    await updatePoint(db, 'X299', { deskCode: '7F3K' })
  })
}

describeEngines('posters of many points', (engine) => {
  it('are made with as many questions to the database as that of one', async () => {
    const test = await openApp(await engine.open())
    await insertMany(test)
    const points = await listPoints(test.deps.db, ['CQ-1'])
    const count = async (some: typeof points) => {
      let asked = 0
      const db = test.deps.db.withPlugin({
        transformQuery: ({ node }) => {
          asked++
          return node
        },
        transformResult: async ({ result }) => result,
      })
      const posters = await postersOf({ ...test.deps, db }, some)
      return { asked, posters }
    }
    await count(points)
    const all = await count(points)
    expect(all.posters).toHaveLength(301)
    expect(all.posters.map(({ code }) => code)).toContain('7F3K')
    expect(all.posters.find(({ code }) => code === '9H5N')).toMatchObject({ office: 'UBND phường', point: 'Quầy 1' })
    expect(all.asked).toBe((await count(points.filter(({ code }) => code === 'X299'))).asked)
  })

  it('a code knows those before it, youngest first, of other offices too', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const { db } = test.deps
    const on = (day: string) => ({ createdAt: `2026-02-${day}T00:00:00.000Z` })
    await updatePoint(db, '9H5N', { replacedBy: '7F3K', ...on('01') })
    await updatePoint(db, '7F3K', { replacedBy: '8G4M', ...on('02') })
    expect(await listOldCodes(db, '8G4M')).toEqual(['7F3K', '9H5N'])
    expect(await listOldCodes(db, '9H5N')).toEqual([])
  })
})
