import fc from 'fast-check'
import { expect, it } from 'vitest'
import { insertOffice } from '../../db/offices'
import { firstOffice } from '../../db/seed/first-office'
import { findNearestTarget, saveTarget } from '../../db/targets'
import { answerSipas } from '../support/answers'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAdministrator } from '../support/staff'

const target = (officeCode: string, hundredths: number, year = 2026) => {
  return { officeCode, year, kind: 'satisfaction' as const, operator: '>=' as const, hundredths, source: 'Kế hoạch' }
}

describeEngines('the target of an office', ({ open }) => {
  it('is the one of the nearest office above until it has its own, and everybody is told whose it is', async () => {
    const app = await openApp(await open())
    await insertDepartment(app.deps.db)
    await answerSipas(app, 30, 5, { submittedOn: '2026-02-10', point: '9H5N', office: 'CQ-1' })
    await saveTarget(app.deps.db, target(firstOffice.code, 9000))
    const hoa = await signInAdministrator(app)
    const results = '/can-bo/ket-qua?period=2026-02&place=c.CQ-1'
    const whose = /Đây là chỉ tiêu của (.*?); đơn vị chưa có chỉ tiêu riêng\./
    expect(whose.exec((await hoa.open(results)).text)?.[1]).toBe(firstOffice.name)
    const page = '/can-bo/ky-bao-cao/CQ-1/2026-02'
    await hoa.open(page)
    expect(hoa.page.text).toMatch(/đang dùng chỉ tiêu từ 90\s% trở lên của/)
    expect(hoa.field('percent')).toBe('')
    for (const step of ['chot', 'duyet', 'cong-bo']) {
      await hoa.open(`${page}/${step}`)
      await hoa.send(`${page}/${step}`)
    }
    const citizen = app.visitor()
    expect(whose.exec((await citizen.open('/ket-qua/CQ-1/2026-02')).text)?.[1]).toBe(firstOffice.name)

    await hoa.open(page)
    await hoa.send(`${page}/chi-tieu`, { operator: '>', percent: '95', source: '' })
    expect(hoa.page.text).not.toContain('đang dùng chỉ tiêu')
    expect((await hoa.open(results)).text).not.toMatch(whose)
    // What was published stays as it was.
    expect((await citizen.open('/ket-qua/CQ-1/2026-02')).text).toMatch(whose)
  })

  it('is found along any chain of offices, also one that bites its tail', async () => {
    const { db } = await open()
    const chain = ['A', 'B', 'C', 'D']
    for (const [i, code] of chain.entries()) {
      const rest = { address: null, phone: null, createdAt: '2026-01-01T00:00:00Z' }
      await insertOffice(db, { code, name: `Phòng ${code}`, parentCode: chain[i - 1] ?? null, ...rest })
    }
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...chain)), fc.constantFrom(...chain), async (own, asked) => {
        await db.deleteFrom('target').execute()
        for (const code of own) await saveTarget(db, target(code, 9000))
        const above = chain.slice(0, chain.indexOf(asked) + 1)
        const expected = above.findLast((code) => own.includes(code))
        expect((await findNearestTarget(db, asked, 2026))?.officeCode).toBe(expected)
        expect(await findNearestTarget(db, asked, 2025)).toBeUndefined()
      }),
      { numRuns: 20 },
    )
    await db.deleteFrom('target').execute()
    await db.updateTable('office').set({ parentCode: 'D' }).where('code', '=', 'A').execute()
    expect(await findNearestTarget(db, 'B', 2026)).toBeUndefined()
  })
})
