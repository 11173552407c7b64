import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { type Connection, connect } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { insertMark } from '../../db/responses'
import { insertRowsOf } from '../../db/responses-write'
import { inTransaction } from '../../db/transaction'
import { drain, followOnce } from '../../server/ledger/follow'
import { verify } from '../../server/ledger/verify'
import { describeEngines } from '../support/database'
import { answerOf, insertLedgerPlaces, listEntries } from '../support/ledger'

const writers = 5
const perWriter = 40

describeEngines('two followers and several writers', (engine) => {
  it('number every committed answer and mark once, without gap, whatever the order of commits', async () => {
    const place = await engine.place()
    const open = async () => {
      const connection = await connect(place)
      onTestFinished(() => connection.close())
      return connection
    }
    const connection = await open()
    await migrate(connection)
    await insertLedgerPlaces(connection.db)

    let writing = true
    const follow = async (own: Connection) => {
      while (writing) {
        await followOnce(own)
        await sleep(3 * Math.random())
      }
      await drain(own)
    }
    const followers = [follow(await open()), follow(await open())]
    const written = Array.from({ length: writers }, (_, w) => write(connection, w))
    const kept = (await Promise.all(written)).reduce((sum, n) => sum + n, 0)
    writing = false
    await Promise.all(followers)

    const entries = await listEntries(connection.db)
    expect(entries.map((entry) => entry.no)).toEqual(Array.from({ length: kept }, (_, i) => i))
    const [responses, marks] = await Promise.all([
      connection.db.selectFrom('response').select('id').execute(),
      connection.db.selectFrom('responseMark').select('id').execute(),
    ])
    expect(responses.length + marks.length).toBe(kept)
    expect(await verify(connection)).toEqual({ entries: kept, waiting: 0, findings: [] })
  })
})

/** Answers, every fifth with a mark, in transactions that commit late, overlap, and sometimes roll back. */
async function write(connection: Connection, writer: number): Promise<number> {
  const insertRows = insertRowsOf(connection)
  let kept = 0
  for (let i = 0; i < perWriter; i++) {
    const marked = i % 5 === 0
    const isKept = i % 10 !== 7
    const attempt = inTransaction(
      connection.db,
      async (db) => {
        const [outcome] = await insertRows(db, [answerOf(writer * perWriter + i)])
        const when = { markedOn: '2026-03-20', markedAt: '2026-03-20T02:00:00.000Z' }
        if (marked && outcome)
          await insertMark(db, { responseId: outcome.id, kind: 'withdraw', reason: '', by: null, ...when })
        await sleep(8 * Math.random())
        if (!isKept) throw new Error('undone on purpose')
      },
      'read committed',
    )
    await (isKept ? attempt : expect(attempt).rejects.toThrow('on purpose'))
    if (isKept) kept += marked ? 2 : 1
  }
  return kept
}
