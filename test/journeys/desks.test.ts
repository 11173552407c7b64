import { expect, it } from 'vitest'
import { updatePoint } from '../../db/points'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { insertDepartment } from '../support/department'

describeEngines('a desk that serves several offices', (engine) => {
  it('asks once for which office people came, and each answer belongs to that office', async () => {
    const test = await openApp(await engine.open())
    const { db } = test.deps
    await insertDepartment(db)
    await updatePoint(db, '9H5N', { deskCode: '7F3K' })
    const citizen = test.visitor()
    const page = await citizen.open('/k/7F3K')
    expect(page.text).toContain('Ông/Bà đến làm thủ tục của cơ quan nào?')
    expect(page.text).toContain('UBND phường')
    expect(page.html.match(/href="\/k\/[^"]+"/g)).toEqual(['href="/k/7F3K?chon=1"', 'href="/k/9H5N?chon=1"'])
    expect(Buffer.byteLength(page.html)).toBeLessThan(24 * 1024)

    await citizen.open('/k/9H5N?chon=1')
    await citizen.send('/k/9H5N/gui', { '1.1': '4' })
    await citizen.open('/k/7F3K?chon=1')
    await citizen.send('/k/7F3K/gui', { '1.1': '4' })
    const rows = await db.selectFrom('response').select(['point', 'office']).orderBy('id').execute()
    expect(rows).toEqual([
      { point: '9H5N', office: 'CQ-1' },
      { point: '7F3K', office: 'CQ' },
    ])
  })

  it('asks nothing while only one of them is open, and all closed is closed', async () => {
    const test = await openApp(await engine.open())
    const { db } = test.deps
    await insertDepartment(db)
    await updatePoint(db, '9H5N', { deskCode: '7F3K' })
    await updatePoint(db, '7F3K', { closedAt: '2026-03-01T00:00:00.000Z' })
    const citizen = test.visitor()
    await citizen.open('/k/7F3K')
    expect(citizen.page.url).toBe('/k/9H5N?chon=1')
    await updatePoint(db, '7F3K', { closedAt: null })
    await updatePoint(db, '9H5N', { closedAt: '2026-03-01T00:00:00.000Z' })
    test.setNow('2026-03-10T02:01:00Z')
    expect((await citizen.open('/k/7F3K')).text).toContain('Gửi phiếu')
    await updatePoint(db, '7F3K', { closedAt: '2026-03-01T00:00:00.000Z', hours: 'T2–T6 7:30–11:30' })
    test.setNow('2026-03-10T02:02:00Z')
    expect((await citizen.open('/k/7F3K')).status).toBe(410)
    expect(citizen.page.text).toContain('Giờ mở: T2–T6 7:30–11:30')
  })

  it('a shared tablet goes back to the choice of offices after each answer', async () => {
    const test = await openApp(await engine.open())
    await insertDepartment(test.deps.db)
    await updatePoint(test.deps.db, '9H5N', { deskCode: '7F3K', kind: 'tablet', channel: 'tablet', quickFirst: 1 })
    const citizen = test.visitor()
    await citizen.open('/k/9H5N/nhanh?chon=1')
    await citizen.send('/k/9H5N/gui', { '0.1': '4', '1.1': '4' })
    expect(citizen.page.url).toMatch(/^\/cam-on\/9H5N/)
    expect(citizen.page.headers.get('Refresh')).toContain('url=/k/7F3K')
  })

  it('remembers that an answer at a desk came outside its hours, and nothing else changes', async () => {
    // A Tuesday, 9:00 in Vietnam.
    const test = await openApp(await engine.open(), {}, '2026-03-10T02:00:00Z')
    const send = async (instant: string) => {
      test.setNow(instant)
      const citizen = test.visitor()
      await citizen.open(`/k/${test.point}`)
      await citizen.send(`/k/${test.point}/gui`, { '1.1': '4' })
      expect(citizen.page.url).toMatch(/^\/phieu\//)
      const query = test.deps.db.selectFrom('response').select('flags').orderBy('id', 'desc')
      return (await query.executeTakeFirstOrThrow()).flags
    }
    await updatePoint(test.deps.db, test.point, { hours: 'T2–T6 7:30–11:30' })
    expect(await send('2026-03-10T02:00:00Z')).toBe('')
    expect(await send('2026-03-10T05:00:00Z')).toBe('outside-hours')
    await updatePoint(test.deps.db, test.point, { kind: 'poster' })
    expect(await send('2026-03-10T05:01:00Z')).toBe('')
  })
})
