import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { findPoint, listAtDesk, listPoints } from '../../db/points'
import { findStaffByLogin } from '../../db/staff'
import type { TypedPoint } from '../../server/actions/point-form'
import { addPoint, changePoint, renewCode, shareDesk, switchPoint } from '../../server/actions/points'
import { randomBytesPooled } from '../../server/random'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'
import { signInAs } from '../support/staff'

const typed: TypedPoint = {
  ...{ name: 'Quầy 5', office: 'CQ-1', kind: 'desk', host: '', survey: 'sipas-24', quick: '', hours: '', field: '' },
  ...{ asks: '1', procedures: '' },
}

async function prepare(test: TestApp) {
  await insertDepartment(test.deps.db)
  await signInAs(test, 'administrator')
  const found = await findStaffByLogin(test.deps.db, 'administrator.all')
  if (!found) throw new Error('missing')
  const { id, login, name, officeCode } = found
  const staff = { id, login, name, officeCode, role: 'administrator' as const, officeName: '' }
  return { ...test.deps, staff, random: randomBytesPooled }
}

describeEngines('points that several people change at once', (engine) => {
  it('two clicks give a desk one point of an office', async () => {
    const test = await openApp(await engine.open())
    const deps = await prepare(test)
    const share = () => shareDesk(deps, ['CQ', 'CQ-1'], '7F3K', 'CQ-1')
    const shared = await Promise.all([share(), share(), share()])
    expect(shared.filter(({ ok }) => ok)).toHaveLength(1)
    expect(shared.filter((one) => !one.ok && one.error === 'served')).toHaveLength(2)
    expect(await listAtDesk(test.deps.db, '7F3K')).toHaveLength(1)
  })

  it('a code that is being replaced keeps what it was; the change is refused or goes on with the new code', async () => {
    const test = await openApp(await engine.open())
    const deps = await prepare(test)
    const [renewed, changed] = await Promise.all([
      renewCode(deps, '9H5N'),
      changePoint(deps, '9H5N', { ...typed, name: 'Quầy mới' }),
      switchPoint(deps, '9H5N', false),
    ])
    if (!renewed.ok) throw new Error(renewed.error)
    expect((await findPoint(test.deps.db, renewed.code))?.name).toBe(changed.ok ? 'Quầy mới' : 'Quầy 1')
    expect(await changePoint(deps, '9H5N', typed)).toEqual({ ok: false, error: 'replaced' })
    expect(await switchPoint(deps, '9H5N', true)).toEqual({ ok: false, error: 'forbidden' })
    expect(await shareDesk(deps, ['CQ', 'CQ-1'], '9H5N', 'CQ')).toEqual({ ok: false, error: 'unknown-office' })
    const person = await signInAs(test, 'administrator', 'CQ-1')
    const form = new URLSearchParams(typed)
    expect((await person.post('/can-bo/diem/9H5N', form)).status).toBe(409)
    expect((await findPoint(test.deps.db, '9H5N'))?.replacedBy).toBe(renewed.code)
  })

  it('pausing twice at once is one act, and an office that has ended gets no point', async () => {
    const test = await openApp(await engine.open())
    const deps = await prepare(test)
    await Promise.all([switchPoint(deps, '9H5N', false), switchPoint(deps, '9H5N', false)])
    const closed = (await listAudit(test.deps.db, { limit: 20 })).filter(({ action }) => action === 'point.close')
    expect(closed).toHaveLength(1)
    await test.deps.db.updateTable('office').set({ validTo: '2026-03-01' }).where('code', '=', 'CQ-1').execute()
    const points = await listPoints(test.deps.db)
    expect(await addPoint(deps, ['CQ-1'], typed)).toMatchObject({ error: 'invalid', faults: [{ field: 'office' }] })
    expect(await shareDesk(deps, ['CQ', 'CQ-1'], '7F3K', 'CQ-1')).toEqual({ ok: false, error: 'unknown-office' })
    expect(await listPoints(test.deps.db)).toEqual(points)
  })
})
