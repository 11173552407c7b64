import { expect, it } from 'vitest'
import { type Connection, connect, type Place } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { hailong } from '../support/command'
import { describeEngines, temporaryFolder } from '../support/database'
import { answerOf, insertLedgerPlaces, keep } from '../support/ledger'

describeEngines('hailong verify and rebuild', (engine) => {
  it('take what waits, and say that all is well', async () => {
    const place = await engine.place()
    await change(place, async (connection) => {
      await migrate(connection)
      await insertLedgerPlaces(connection.db)
      await keep(connection, [answerOf(1), answerOf(2)])
    })
    const verified = await hailong(place, 'verify')
    expect(verified).toMatchObject({ code: 0, said: 'Đã đối chiếu 2 mục trong sổ phiếu: tất cả đều khớp.\n' })
    expect(verified.out.toString()).toBe('')
    expect(await hailong(place, 'rebuild')).toMatchObject({ code: 0, said: expect.stringContaining('vốn đã đúng') })
  })

  it('name each finding on a line of its own; what can be derived again is healed', async () => {
    const place = await engine.place()
    await change(place, async (connection) => {
      await migrate(connection)
      await insertLedgerPlaces(connection.db)
      await keep(connection, [answerOf(1, { submittedOn: '2026-03-10' })])
    })
    await hailong(place, 'verify')
    await change(place, ({ db }) => db.deleteFrom('tallyHalf').execute())
    const missing = await hailong(place, 'verify')
    expect(missing.code).toBe(1)
    expect(missing.out.toString()).toMatch(/^tally-differs -: Bảng tally_half: dòng \[.*2026-03a.*\] bị thiếu.*\n$/)
    expect(missing.said).toContain('có 1 sai lệch')
    expect(await hailong(place, 'rebuild')).toMatchObject({ code: 0, said: expect.stringContaining('sửa 1 dòng') })
    expect((await hailong(place, 'verify')).code).toBe(0)

    await change(place, ({ db }) => db.updateTable('response').set({ comment: 'x' }).execute())
    const changed = await hailong(place, 'verify')
    expect(changed.code).toBe(1)
    expect(changed.out.toString()).toMatch(/^leaf-differs 0: Phiếu số 0 \(đơn vị CQ.*, ngày 10\/03\/2026\) khác với/)
  })
})

it('hailong verify answers 2 when it could not run', async () => {
  const place = { dataDir: await temporaryFolder(), databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }
  expect((await hailong(place, 'verify')).code).toBe(2)
})

async function change(place: Required<Place>, change: (connection: Connection) => Promise<unknown>): Promise<void> {
  const connection = await connect(place)
  await change(connection)
  await connection.close()
}
