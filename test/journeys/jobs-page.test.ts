import { expect, it } from 'vitest'
import { findActiveStaff } from '../../db/staff'
import type { Report } from '../../server/progress'
import { openApp, type TestApp } from '../support/app'
import { describeEngines } from '../support/database'
import { signInAs } from '../support/staff'

const idOf = async (test: TestApp, login: string) => (await findActiveStaff(test.deps.db, login))?.id ?? ''

describeEngines('the page of long work', (engine) => {
  it('shows how far it is and how it ended, to the person who began it', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    const owner = await idOf(test, 'administrator.all')
    let report: Report = () => {}
    let finish = () => {}
    const waits = new Promise<void>((resolve) => {
      finish = resolve
    })
    const id = test.deps.progress.start('Đối chiếu', owner, async (say) => {
      report = say
      await waits
      return { ok: true, text: 'Khớp cả.', next: { address: '/can-bo/he-thong', label: 'Về trang hệ thống' } }
    })
    const page = await person.open(`/can-bo/viec/${id}`)
    expect(page.text).toContain('Đang chạy')
    expect(page.html).toContain('<noscript><meta http-equiv="refresh" content="3"')
    report(1200, 4800)
    test.setNow('2026-03-10T02:01:05Z')
    expect((await person.open(`/can-bo/viec/${id}`)).text).toContain('1.200/4.800 (25 %) Đã chạy 1 phút 5 giây.')
    finish()
    await new Promise(setImmediate)
    const ended = await person.open(`/can-bo/viec/${id}`)
    expect(ended.text).toContain('Đã xong Khớp cả. Mất 1 phút 5 giây. Về trang hệ thống')
    expect(ended.html).not.toContain('http-equiv="refresh"')

    const other = await signInAs(test, 'statistics')
    expect((await other.open(`/can-bo/viec/${id}`)).status).toBe(404)
    test.setNow('2026-03-10T05:00:00Z')
    test.deps.progress.start('Khác', owner, async () => ({ ok: true, text: '' }))
    expect((await person.open(`/can-bo/viec/${id}`)).status).toBe(404)
  })

  it('says so when it failed', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    const id = test.deps.progress.start('Sao lưu', await idOf(test, 'administrator.all'), () =>
      Promise.reject(new Error('x')),
    )
    await new Promise(setImmediate)
    expect((await person.open(`/can-bo/viec/${id}`)).text).toContain('Chưa làm được Công việc dừng giữa chừng')
  })
})
