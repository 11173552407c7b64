import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { defaultScoring } from '../../db/seed/scoring'
import { readScoringForm, writeScoringForm } from '../../server/domain/scoring-form'
import { readScoring } from '../../server/reports/case-scoring'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'

const base = '/can-bo/so-lieu-pakn/bang-diem'

it('the form of a table of points says the table again', () => {
  const read = readScoringForm(writeScoringForm(defaultScoring))
  expect(read).toMatchObject({ ok: true })
  if (read.ok) expect(read.rules).toEqual(expect.arrayContaining([...defaultScoring]))
})

describeEngines('the table of points', (engine) => {
  it('a leader sets the formula of the province; what cannot be read is said, and kept', async () => {
    const test = await openApp(await engine.open())
    const leader = await signInAs(test, 'approver')
    await leader.open(base)
    expect(leader.field('on-time.steps')).toBe('100: 2; 90: 1')
    await leader.send(base, {
      'on-time.steps': '100: hai; 90: 1',
      'published.form': 'linear',
      'published.steps': '100: 1,5',
    })
    expect([leader.page.status, leader.field('on-time.steps')]).toEqual([422, '100: hai; 90: 1'])
    expect(leader.page.text).toContain('Xin ghi như ví dụ: 100: 2; 90: 1.')
    expect(leader.page.text).toContain('Xin ghi số điểm từ 0 đến 100')
    await leader.send(base, {
      'on-time.steps': '100: 3; 95,5: 1,25',
      'published.form': 'linear',
      'published.steps': '100: 1,5',
      'published.whenNone': '1,5',
      'published.source': 'Quyết định của tỉnh',
    })
    expect(leader.page.text).toContain('Đã lưu bảng chấm điểm.')
    const rules = await readScoring(test.deps.db)
    expect(rules.find(({ metric }) => metric === 'on-time')).toMatchObject({
      steps: [
        { from: 10_000, points: 3 },
        { from: 9550, points: 1.25 },
      ],
    })
    const report = JSON.parse((await leader.open('/can-bo/xuat/case-indicators.json?period=2026-03')).html)
    expect(report.rows.find(({ key }: { key: string }) => key === 'score-published')).toMatchObject({
      value: 1.5,
      rate: null,
    })
    const [audit] = await listAudit(test.deps.db, { actions: ['scoring.change'], limit: 5 })
    expect(JSON.parse(audit?.detail ?? '')).toMatchObject({
      before: { published: '' },
      after: { published: 'linear · 100: 1,5 · 1,5' },
    })
  })

  it('it belongs to the whole installation', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    const below = await signInAs(test, 'approver', 'CQ-1')
    expect((await below.open(base)).status).toBe(403)
    await below.open('/can-bo/so-lieu-pakn')
    expect(below.page.text).not.toContain('Bảng chấm điểm')
    expect((await (await signInAs(test, 'viewer')).open(base)).status).toBe(403)
  })
})
