import { expect, it, onTestFinished } from 'vitest'
import { type Connection, connect, connectReadOnly, scan } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { importResponses } from '../../db/responses'
import { scanResponses } from '../../db/responses-read'
import { saveSetting } from '../../db/settings'
import { describeEngines } from '../support/database'
import { insertPlaces, newResponse } from '../support/responses'

describeEngines('a scan', (engine) => {
  it('gives every row in camel case, while others write', async () => {
    const connection = await engine.open()
    await fill(connection, 2500)
    const query = connection.db
      .selectFrom('response')
      .select(['id', 'submittedOn', 'answersSalt'])
      .orderBy('id')
      .compile()
    const ids: number[] = []
    for await (const row of scan(connection, query)) {
      if (ids.length % 1000 === 0) await saveSetting(connection.db, 'read', String(ids.length))
      expect(row).toEqual({ id: row.id, submittedOn: '2026-03-10', answersSalt: Buffer.alloc(16, 1) })
      ids.push(row.id)
    }
    expect(ids).toEqual(Array.from({ length: 2500 }, (_, i) => i + 1))
  })

  it('can be left early, and passes a failure on', async () => {
    const connection = await engine.open()
    await fill(connection, 1500)
    const query = connection.db.selectFrom('response').select('id').orderBy('id').compile()
    for (let i = 0; i < 20; i++) for await (const { id } of scan(connection, query)) if (id === 3) break
    const broken = scan(connection, { ...query, sql: 'select id from nowhere' })
    await expect(broken.next()).rejects.toThrow(/nowhere/)
    expect(await connection.db.selectFrom('setting').selectAll().execute()).toEqual([])
  })

  it('works on a connection that may only read', async () => {
    const place = await engine.place()
    const writer = await connect(place)
    onTestFinished(() => writer.close())
    await migrate(writer)
    await saveSetting(writer.db, 'a', '1')
    const reader = await connectReadOnly(place)
    onTestFinished(() => reader.close())
    const rows = []
    for await (const row of scan(reader, reader.db.selectFrom('setting').selectAll().compile())) rows.push(row)
    expect(rows).toEqual([{ key: 'a', value: '1' }])
    await expect(saveSetting(reader.db, 'b', '2')).rejects.toThrow(/read-?only/i)
  })
})

describeEngines('responses for an export', (engine) => {
  it('are those of the scope that stand in the log, in an order that does not tell when they came', async () => {
    const connection = await engine.open()
    await fill(connection, 20)
    await connection.db.updateTable('response').set({ submittedOn: '2026-04-01' }).where('id', '=', 5).execute()
    for (let no = 0; no < 19; no++) {
      const leaf = Buffer.alloc(32, 255 - no)
      await connection.db
        .insertInto('logEntry')
        .values({ no, kind: 'response', ref: no + 1, leaf })
        .execute()
    }
    const all = { offices: null, points: null, channels: null, version: null, from: '2026-03-10', to: '2026-03-10' }
    const answers = async (scope: typeof all | object) => {
      const found: string[] = []
      for await (const batch of scanResponses(connection, { ...all, ...scope }))
        for (const row of batch) found.push(row.comment ?? '')
      return found
    }
    const expected = Array.from({ length: 19 }, (_, i) => String(19 - i)).filter((comment) => comment !== '5')
    expect(await answers({})).toEqual(expected)
    expect(await answers({ offices: ['UBND'], points: ['7F3K'], channels: ['phone'], version: 'thu@1' })).toEqual(
      expected,
    )
    for (const nothing of [{ offices: [] }, { points: ['XXXX'] }, { channels: ['paper'] }, { version: 'thu@2' }])
      expect(await answers(nothing)).toEqual([])
    expect(await answers({ to: '2026-04-01' })).toContain('5')
  })
})

async function fill(connection: Connection, count: number): Promise<void> {
  await insertPlaces(connection.db)
  const rows = Array.from({ length: count }, (_, i) => newResponse({ comment: String(i + 1) }))
  await importResponses(connection, rows)
}
