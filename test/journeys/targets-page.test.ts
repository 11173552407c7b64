import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findTarget, listTargets } from '../../db/targets'
import { inheritTargets } from '../../server/domain/target-tree'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'

const base = '/can-bo/chi-tieu'

describeEngines('the page of targets', (engine) => {
  it('a leader sets the targets of the department, and offices below follow them until they have their own', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const leader = await signInAs(test, 'approver')
    await leader.open(base)
    expect(leader.page.text).toContain('Chỉ tiêu năm 2026')
    expect(leader.page.text).toContain('UBND phường chưa có')
    await leader.open(`${base}/CQ?nam=2026`)
    await leader.send(`${base}/CQ`, {
      ...{ 'satisfaction.operator': '>', 'satisfaction.percent': '87', 'satisfaction.source': 'KH 12/KH-UBND' },
      ...{ 'dossiers-on-time.percent': '98,5', 'cases-answered.percent': '100' },
    })
    expect(leader.page.text).toContain('Đã lưu chỉ tiêu của Cơ quan của tôi.')
    expect(leader.page.text).toMatch(/Cơ quan của tôi trên 87\s% riêng KH 12\/KH-UBND/)
    expect(leader.page.text).toMatch(/UBND phường trên 87\s% Cơ quan của tôi/)
    await leader.open(`${base}?nam=2026&loai=dossiers-on-time`)
    expect(leader.page.text).toMatch(/UBND phường từ 98,5\s% trở lên/)
    await leader.open(`${base}/CQ-1?nam=2026`)
    expect(leader.page.text).toMatch(/Đang theo Cơ quan của tôi: trên 87\s%\./)
    await leader.send(`${base}/CQ-1`, { 'satisfaction.percent': '90' })
    expect(leader.page.text).toMatch(/UBND phường từ 90\s% trở lên riêng/)
    // Taken away again: the one of the office above holds.
    await leader.open(`${base}/CQ-1?nam=2026`)
    await leader.send(`${base}/CQ-1`, { 'satisfaction.percent': '' })
    expect(leader.page.text).toMatch(/UBND phường trên 87\s% Cơ quan của tôi/)
    const actions = (await listAudit(test.deps.db, { limit: 5 })).map(({ action, subject }) => `${action} ${subject}`)
    expect(actions.slice(0, 2)).toEqual(['target.remove CQ-1 2026', 'target.set CQ-1 2026'])
    // The form of a period shows the same target.
    await leader.open('/can-bo/ky-bao-cao/CQ/2026-02')
    expect(leader.field('percent')).toBe('87')
  })

  it('last year’s targets are copied, without touching what the year has already', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const leader = await signInAs(test, 'approver')
    const set = async (office: string, year: number, values: Record<string, string>) => {
      await leader.open(`${base}/${office}?nam=${year}`)
      await leader.send(`${base}/${office}`, values)
    }
    await set('CQ', 2025, { 'satisfaction.percent': '85', 'participation.percent': '90' })
    await set('CQ-1', 2025, { 'satisfaction.percent': '86' })
    await set('CQ', 2026, { 'satisfaction.percent': '91' })
    await leader.open(`${base}?nam=2026`)
    expect(leader.page.text).toContain('2 chỉ tiêu của năm 2025 chưa có trong năm 2026.')
    await leader.send(base, { nam: '2026', loai: 'satisfaction' })
    await leader.post(base, 'nam=2026&loai=satisfaction')
    const kept = (await listTargets(test.deps.db, 2026)).map((t) => `${t.officeCode} ${t.kind} ${t.hundredths}`)
    expect(kept).toEqual(['CQ participation 9000', 'CQ satisfaction 9100', 'CQ-1 satisfaction 8600'])
    expect((await leader.open(`${base}?nam=2026`)).text).not.toContain('Dùng lại chỉ tiêu')
  })

  it('a refused form keeps everything typed and saves nothing', async () => {
    const test = await openApp(await engine.open())
    const leader = await signInAs(test, 'approver')
    await leader.open(`${base}/CQ`)
    await leader.send(`${base}/CQ`, { 'satisfaction.percent': '90', 'participation.percent': '120' })
    expect(leader.page.status).toBe(422)
    expect(leader.page.text).toContain('Tham gia đánh giá: Tỷ lệ cần lớn hơn 0, không quá 100')
    expect(leader.field('satisfaction.percent')).toBe('90')
    expect(await findTarget(test.deps.db, 'CQ', 2026)).toBeUndefined()
  })

  it('others read the targets of their part and change none', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const leader = await signInAs(test, 'approver')
    await leader.open(`${base}/CQ`)
    await leader.send(`${base}/CQ`, { 'satisfaction.percent': '90' })
    const clerk = await signInAs(test, 'intake', 'CQ-1')
    await clerk.open(base)
    expect(clerk.page.text).toMatch(/UBND phường từ 90\s% trở lên Cơ quan của tôi/)
    expect(clerk.page.html).not.toContain(`${base}/CQ-1`)
    expect((await clerk.open(`${base}/CQ-1`)).status).toBe(403)
    expect((await clerk.post(`${base}/CQ-1`, 'nam=2026')).status).toBe(403)
    expect((await clerk.post(base, 'nam=2026')).status).toBe(403)
    const local = await signInAs(test, 'approver', 'CQ-1')
    expect((await local.open(`${base}/CQ`)).status).toBe(404)
    expect((await local.post(`${base}/CQ`, 'nam=2026&satisfaction.percent=10')).status).toBe(404)
    expect((await findTarget(test.deps.db, 'CQ', 2026))?.hundredths).toBe(9000)
  })
})

describe('inherited targets', () => {
  it('are those of the nearest office above with a target', () => {
    const codes = ['A', 'B', 'C', 'D', 'E']
    const trees = fc.tuple(...codes.map((_, i) => fc.option(fc.nat({ max: Math.max(0, i - 1) }))))
    fc.assert(
      fc.property(trees, fc.uniqueArray(fc.constantFrom(...codes)), (parents, own) => {
        const offices = codes.map((code, i) => {
          const above = i === 0 ? null : (parents[i] ?? null)
          return { code, name: code, parentCode: above === null ? null : (codes[above] ?? null) }
        })
        const holding = inheritTargets(offices, new Map(own.map((code) => [code, code])))
        for (const { code, parentCode } of offices) {
          const expected = own.includes(code) ? code : parentCode && holding.get(parentCode)?.target
          expect(holding.get(code)?.target ?? null).toBe(expected ?? null)
          expect(holding.get(code)?.of.code ?? null).toBe(holding.get(code)?.target ?? null)
        }
      }),
    )
  })
})
