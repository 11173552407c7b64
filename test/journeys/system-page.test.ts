import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { listAudit } from '../../db/audit'
import { answerSipas } from '../support/answers'
import { openApp } from '../support/app'
import { describeEngines } from '../support/database'
import { answerOf, keep } from '../support/ledger'
import { signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/he-thong'

async function ended(person: Visitor): Promise<string> {
  const { url } = person.page
  for (let i = 0; i < 200 && person.page.text.includes('Đang chạy'); i++) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    await person.open(url)
  }
  return person.page.text
}

describeEngines('the page of the running system', (engine) => {
  it('shows program, data, mail, backup and disk to the administrator', async () => {
    const test = await openApp(await engine.open())
    await answerSipas(test, 12, 5)
    const person = await signInAs(test, 'administrator')
    test.setNow('2026-03-10T05:20:00Z')
    const { text } = await person.open(base)
    expect(text).toContain('3 giờ 20 phút, từ 10/03/2026 09:00')
    expect(text).toContain(engine.name === 'sqlite' ? 'SQLite 3.' : 'PostgreSQL ')
    expect(text).toMatch(/Cỡ cơ sở dữ liệu [\d,.]+\s(KB|MB)/)
    expect(text).toMatch(/Phiếu 12 Mục trong sổ phiếu 12 Cấu trúc dữ liệu 006-feedback \(6 bước, đủ\)/)
    expect(text).toMatch(/Chỗ trống trên ổ đĩa [\d,.]+\s(MB|GB|TB)/)
    expect(text).toContain('Chưa đặt MAIL_URL')
    expect(text).toContain('Chưa có bản sao lưu nào. Cần xem')
    expect(text).toContain('Chưa kiểm tra lần nào.')
    for (const role of ['intake', 'statistics', 'auditor', 'approver'] as const)
      expect((await (await signInAs(test, role)).open(base)).status).toBe(403)
  })

  it('checks integrity in the background, and says what it found', async () => {
    const test = await openApp(await engine.open())
    await answerSipas(test, 5, 4)
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    await person.send(`${base}/doi-chieu`)
    expect(await ended(person)).toContain('Đã xong Đã đối chiếu 5 mục trong sổ phiếu: tất cả đều khớp.')
    expect((await person.open(base)).text).toContain('10/03/2026 09:00: 5 mục, tất cả đều khớp.')

    await sql`update response set answers = ${'1'.repeat(24)} where id = 3`.execute(test.deps.db)
    await person.send(`${base}/doi-chieu`)
    const text = await ended(person)
    expect(text).toContain('Chưa làm được Đã đối chiếu 5 mục trong sổ phiếu: có 4 sai lệch. leaf-differs 2: Phiếu số 2')
    expect((await person.open(base)).text).toContain('Lần kiểm tra gần nhất. 10/03/2026 09:00: có 4 sai lệch.')
    const actions = (await listAudit(test.deps.db, { limit: 2 })).map(({ action, detail }) => [action, detail])
    expect(actions[0]).toEqual(['system.verify', '{"entries":5,"findings":4}'])
  })

  it('says when answers wait too long for the log', async () => {
    const test = await openApp(await engine.open())
    const person = await signInAs(test, 'administrator')
    // Kept past the follower, which is told nothing and looks each second.
    await test.deps.db.deleteFrom('logHead').execute()
    await keep(test.deps.connection, [
      answerOf(1, { office: 'CQ', point: test.point, receivedAt: '2026-03-10T01:50:00.000Z' }),
    ])
    const { text } = await person.open(base)
    expect(text).toContain('1 mục, chờ lâu nhất 10 phút Cần xem')
    await test.deps.db
      .insertInto('logHead')
      .values({ id: 1, size: 0, peaks: Buffer.alloc(0) })
      .execute()
  })
})
