import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import { drain } from '../../server/ledger/follow'
import { rebuild } from '../../server/ledger/rebuild'
import { verify } from '../../server/ledger/verify'
import { describeEngines, type Engine } from '../support/database'
import { answerOf, keep, listEntries, mark, openLedger, tallyLines } from '../support/ledger'

describeEngines('rebuild', (engine) => {
  it('changes nothing in a healthy database', async () => {
    const connection = await openMarked(engine)
    const before = await everything(connection)
    expect(await rebuild(connection)).toEqual({ entries: 350, tallies: 0, standings: 0 })
    expect(await everything(connection)).toEqual(before)
  })

  it.each([
    ['all tallies gone', ['delete from tally_day', 'delete from tally_half', 'delete from tally_pair']],
    ['a number changed', [`update tally_half set counts = replace(counts, '1', '7')`]],
    ['a row that belongs nowhere', [`update tally_day set field = field || 'x' where channel = 'phone'`]],
    ['text that is no JSON', [`update tally_pair set counts = '?'`]],
    ['standings changed', [`update response set standing = 'invalid' where channel = 'paper'`]],
  ])('heals %s, exactly', async (_, damages) => {
    const connection = await openMarked(engine)
    const before = await everything(connection)
    for (const damage of damages) await sql.raw(damage).execute(connection.db)
    expect(await everything(connection)).not.toEqual(before)
    const { tallies, standings } = await rebuild(connection)
    expect(tallies + standings).toBeGreaterThan(0)
    expect(await everything(connection)).toEqual(before)
    expect((await verify(connection)).findings).toEqual([])
  })

  it('is right while answers, marks and withdrawals go on arriving', async () => {
    const connection = await openMarked(engine)
    let done = false
    const busy = (async () => {
      for (let i = 1000; !done; i++) {
        const [id = 0] = await keep(connection, [answerOf(i)])
        await mark(connection.db, id, i % 2 === 0 ? 'withdraw' : 'doubt')
        await drain(connection)
      }
    })()
    for (let round = 0; round < 4; round++) {
      await sql`delete from tally_day where channel = 'phone'`.execute(connection.db)
      await rebuild(connection)
    }
    done = true
    await busy
    await rebuild(connection)
    expect((await verify(connection)).findings).toEqual([])
  })

  it('leaves what waits in the inbox to the follower', async () => {
    const connection = await openMarked(engine)
    await keep(connection, [answerOf(2000)])
    expect((await rebuild(connection)).entries).toBe(350)
    expect(await drain(connection)).toBe(1)
    expect((await verify(connection)).findings).toEqual([])
  })
})

/** Three hundred answers and fifty marks of all kinds that change a count. */
async function openMarked(engine: Engine): Promise<Connection> {
  const connection = await openLedger(engine)
  const ids = await keep(
    connection,
    Array.from({ length: 300 }, (_, i) => answerOf(i)),
  )
  const kinds = ['doubt', 'withdraw', 'test', 'repeat', 'trust'] as const
  for (let i = 0; i < 50; i++) await mark(connection.db, ids[(i * 7) % 40] ?? 0, kinds[i % kinds.length] ?? 'doubt')
  await drain(connection)
  return connection
}

async function everything(connection: Connection) {
  const { db } = connection
  return {
    tallies: await tallyLines(connection),
    responses: await db.selectFrom('response').selectAll().orderBy('id').execute(),
    entries: await listEntries(db),
    head: await db.selectFrom('logHead').selectAll().execute(),
  }
}
