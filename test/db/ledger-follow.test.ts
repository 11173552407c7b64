import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Connection } from '../../db/connect'
import { getHead } from '../../db/log'
import { addAnswers, addPairs, emptyCounts, emptyPairs } from '../../server/domain/counts'
import { appendLeaf } from '../../server/domain/merkle'
import { halfOf } from '../../server/domain/period'
import { markKinds, type Standing, standingAfter, validStandings } from '../../server/domain/standing'
import { logRoot, packPeaks } from '../../server/ledger/checkpoint'
import { drain, followOnce, startFollower } from '../../server/ledger/follow'
import { sha256 } from '../../server/ledger/leaf'
import { countsText } from '../../server/ledger/tally'
import { describeEngines } from '../support/database'
import { answerOf, keep, listEntries, mark, openLedger, tallyLines } from '../support/ledger'
import { silentLog } from '../support/log'

const satisfied = [false, false, false, true, true]

describeEngines('the follower', (engine) => {
  it('numbers 600 waiting answers in three steps, without gap, and grows the tree', async () => {
    const connection = await openLedger(engine)
    await keep(
      connection,
      Array.from({ length: 600 }, (_, i) => answerOf(i)),
    )
    expect([await followOnce(connection), await followOnce(connection)]).toEqual([256, 256])
    expect(await drain(connection)).toBe(88)
    expect(await followOnce(connection)).toBe(0)
    await expectWholeLog(connection, 600)
  })

  it('writes answers before marks, each by leaf hash', async () => {
    const connection = await openLedger(engine)
    const ids = await keep(
      connection,
      Array.from({ length: 20 }, (_, i) => answerOf(i)),
    )
    for (const id of ids) await mark(connection.db, id, 'doubt')
    await followOnce(connection)
    const entries = await listEntries(connection.db)
    expect(entries.map((entry) => entry.kind)).toEqual([...Array(20).fill('response'), ...Array(20).fill('mark')])
    for (const kind of ['response', 'mark']) {
      const leaves = entries.filter((entry) => entry.kind === kind).map(({ leaf }) => Buffer.from(leaf).toString('hex'))
      expect(leaves).toEqual([...leaves].sort())
    }
  })

  it('applies the marks of one answer in the order in which they were made', async () => {
    const connection = await openLedger(engine)
    const ids = await keep(
      connection,
      Array.from({ length: 12 }, (_, i) => answerOf(i)),
    )
    for (const id of ids) for (const kind of ['doubt', 'invalid', 'trust'] as const) await mark(connection.db, id, kind)
    await drain(connection)
    const rows = await connection.db.selectFrom('response').select('standing').distinct().execute()
    expect(rows).toEqual([{ standing: 'counted' }])
    await expectWholeLog(connection, 48)
  })

  it('counts what a plain loop counts, whatever was sent and marked between the steps', async () => {
    const connection = await openLedger(engine)
    const model: { id: number; row: ReturnType<typeof answerOf>; standing: Standing }[] = []
    const act = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ sent: fc.nat(200), standing: fc.constantFrom('counted', 'under-half', 'test') }),
      },
      { weight: 2, arbitrary: fc.record({ marked: fc.nat(1000), kind: fc.constantFrom(...markKinds) }) },
      { weight: 1, arbitrary: fc.constant('follow' as const) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        for (const one of acts) {
          if (one === 'follow') await followOnce(connection)
          else if ('sent' in one) {
            const sentStanding = one.standing as Standing
            const row = answerOf(one.sent, { sentStanding, standing: sentStanding })
            const [id = 0] = await keep(connection, [row])
            model.push({ id, row, standing: sentStanding })
          } else {
            const target = model[one.marked % model.length]
            if (!target) continue
            await mark(connection.db, target.id, one.kind)
            target.standing = standingAfter(target.row.sentStanding, target.standing, one.kind)
          }
        }
        await drain(connection)
        expect(await tallyLines(connection)).toEqual(countPlainly(model))
      }),
      { numRuns: 12 },
    )
    const stored = await connection.db.selectFrom('response').select(['id', 'standing']).orderBy('id').execute()
    expect(stored).toEqual(model.map(({ id, standing }) => ({ id, standing })))
  })

  it('erases a withdrawn answer in the same step, and keeps of it one in the count', async () => {
    const connection = await openLedger(engine)
    const row = answerOf(1, { comment: 'Nguyễn Văn A', extras: '{"reasons":{"1.1":[0]}}', traits: '01' })
    const [id = 0] = await keep(connection, [row])
    await drain(connection)
    await mark(connection.db, id, 'withdraw')
    await drain(connection)
    const kept = await connection.db.selectFrom('response').selectAll().executeTakeFirstOrThrow()
    const { answers, traits, extras, comment, submittedAt, answersSalt, restSalt, clientId, contentMac } = kept
    for (const gone of [answers, traits, extras, comment, submittedAt, answersSalt, restSalt, clientId, contentMac])
      expect(gone).toBeNull()
    expect(kept).toMatchObject({ standing: 'withdrawn', submittedOn: row.submittedOn })
    expect(kept.receivedAt).toBe('2026-03-10T00:00:00.000Z')
    expect(kept.answersCommit).toEqual(sha256(Buffer.concat([Buffer.alloc(16, 1), Buffer.from(row.answers ?? '')])))
    const counts = JSON.stringify({ ...emptyCounts(24, 5), n: 1 })
    const where = `${halfOf(row.submittedOn)} ${row.channel} withdrawn`
    expect((await tallyLines(connection)).filter((line) => line.startsWith('tallyHalf'))).toEqual([
      `tallyHalf ${row.office} sipas-24@1 ${where} ${counts}`,
    ])
  })

  it('leaves what it cannot take, and takes the rest', async () => {
    const connection = await openLedger(engine)
    const [first = 0, second = 0] = await keep(connection, [answerOf(1), answerOf(2), answerOf(3)])
    await connection.db.deleteFrom('response').where('id', '=', first).execute()
    await connection.db.updateTable('response').set({ answersSalt: null }).where('id', '=', second).execute()
    expect(await drain(connection)).toBe(1)
    expect(await connection.db.selectFrom('logInbox').select('ref').orderBy('ref').execute()).toEqual([
      { ref: first },
      { ref: second },
    ])
  })

  it('runs until it is stopped, and then takes what still waits', async () => {
    const connection = await openLedger(engine)
    const follower = startFollower(connection, silentLog())
    await keep(
      connection,
      Array.from({ length: 300 }, (_, i) => answerOf(i)),
    )
    follower.wake()
    await follower.stop()
    await expectWholeLog(connection, 300)
  })

  it('says when it cannot go on, and goes on when it can', async () => {
    const connection = await openLedger(engine)
    await connection.db
      .updateTable('logHead')
      .set({ peaks: Buffer.alloc(3) })
      .execute()
    await keep(connection, [answerOf(1)])
    let tell = (_: unknown) => {}
    const told = new Promise((resolve) => {
      tell = resolve
    })
    const follower = startFollower(connection, { error: ({ err }) => tell(err) })
    expect(await told).toMatchObject({ message: expect.stringContaining('peaks') })
    await connection.db
      .updateTable('logHead')
      .set({ peaks: Buffer.alloc(0) })
      .execute()
    await follower.stop()
    await expectWholeLog(connection, 1)
  })
})

/** Gapless numbers, nothing waiting, entries = answers + marks, and the head is what the leaves make. */
async function expectWholeLog(connection: Connection, size: number): Promise<void> {
  const entries = await listEntries(connection.db)
  expect(entries.map((entry) => entry.no)).toEqual(Array.from({ length: size }, (_, i) => i))
  expect(await connection.db.selectFrom('logInbox').selectAll().execute()).toEqual([])
  let peaks: Uint8Array[] = []
  for (const { no, leaf } of entries) peaks = appendLeaf(sha256, peaks, no, leaf)
  expect(await getHead(connection.db)).toEqual({ size, peaks: packPeaks(peaks) })
  expect((await logRoot(connection.db)).size).toBe(size)
}

function countPlainly(model: { row: ReturnType<typeof answerOf>; standing: Standing }[]): string[] {
  const groups = new Map<
    string,
    { counts: ReturnType<typeof emptyCounts> } | { pairs: ReturnType<typeof emptyPairs> }
  >()
  for (const { row, standing } of model) {
    const { office, point, version, channel, field, submittedOn } = row
    const answers = standing === 'withdrawn' ? '' : (row.answers ?? '')
    const half = ['', office, version, halfOf(submittedOn), channel, standing].join(' ')
    for (const key of [
      ['tallyDay', point, version, submittedOn, channel, field, standing].join(' '),
      `tallyHalf${half}`,
    ]) {
      const group = groups.get(key) ?? { counts: emptyCounts(24, 5) }
      groups.set(key, group)
      if ('counts' in group) addAnswers(group.counts, answers, satisfied)
    }
    if (!validStandings.includes(standing)) continue
    const group = groups.get(`tallyPair${half}`) ?? { pairs: emptyPairs(24) }
    groups.set(`tallyPair${half}`, group)
    if ('pairs' in group) addPairs(group.pairs, answers, satisfied)
  }
  return [...groups].map(([key, g]) => `${key} ${countsText('counts' in g ? g.counts : g.pairs)}`).sort()
}
