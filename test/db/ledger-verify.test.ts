import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { type Connection, connect, isFull } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { figuresHash, logRoot } from '../../server/ledger/checkpoint'
import type { Finding } from '../../server/ledger/findings'
import { drain } from '../../server/ledger/follow'
import { answersCommitment } from '../../server/ledger/leaf'
import { rebuild } from '../../server/ledger/rebuild'
import { verify } from '../../server/ledger/verify'
import { describeEngines, type Engine } from '../support/database'
import { answerOf, insertLedgerPlaces, keep, listEntries, mark, openLedger, tallyLines } from '../support/ledger'

describeEngines('verify', (engine) => {
  it('finds nothing in a healthy database, takes what waits, and changes nothing else', async () => {
    const { connection, ids } = await openHealthy(engine)
    await mark(connection.db, ids[3] ?? 0, 'test')
    const before = await listEntries(connection.db)
    expect(await verify(connection)).toEqual({ entries: 44, waiting: 0, findings: [] })
    expect((await listEntries(connection.db)).slice(0, 43)).toEqual(before)
  })

  it('finds nothing in an empty one', async () => {
    expect(await verify(await openLedger(engine))).toEqual({ entries: 0, waiting: 0, findings: [] })
  })

  it('names an answer with one changed digit, and the counts that no longer fit', async () => {
    const { connection, ids, noOf } = await openHealthy(engine)
    const id = ids[7] ?? 0
    const { answers, office, point, submittedOn } = await getResponse(connection, id)
    const changed = `${answers?.startsWith('1') ? '5' : '1'}${answers?.slice(1)}`
    await connection.db.updateTable('response').set({ answers: changed }).where('id', '=', id).execute()
    const { findings } = await verify(connection)
    const row = { kind: 'response', office, point, day: submittedOn }
    expect(findings[0]).toEqual({ code: 'leaf-differs', no: await noOf(id), row })
    expect(findings.slice(1).map(tableOf)).toEqual(expect.arrayContaining(['tallyDay', 'tallyHalf']))
  })

  it.each([
    'comment',
    'traits',
    'extras',
    'flags',
    'field',
    'submittedOn',
    'submittedAt',
    'office',
    'sentStanding',
  ] as const)('names an answer whose %s was changed', async (column) => {
    const { connection, ids, noOf } = await openHealthy(engine)
    const id = ids[7] ?? 0
    const { office } = await getResponse(connection, id)
    const value = { office: office === 'CQ' ? 'CQ-1' : 'CQ', submittedOn: '2026-04-01', sentStanding: 'test' }
    const changed = { comment: 'x', traits: 'x', extras: 'x', flags: 'x', field: 'x', submittedAt: 'x', ...value }
    await connection.db
      .updateTable('response')
      .set({ [column]: changed[column] })
      .where('id', '=', id)
      .execute()
    expect(leafFindings(await verify(connection))).toEqual([await noOf(id)])
  })

  it('is not deceived by a commitment beside changed answers', async () => {
    const { connection, ids, noOf } = await openHealthy(engine)
    const id = ids[7] ?? 0
    const no = await noOf(id)
    const row = await getResponse(connection, id)
    const forged = { answersCommit: answersCommitment(row), answers: '5'.repeat(24) }
    await connection.db.updateTable('response').set(forged).where('id', '=', id).execute()
    expect((await verify(connection)).findings[0]).toMatchObject({ code: 'not-erased', no })
  })

  it('names a deleted row, and a deleted entry', async () => {
    const { connection, ids, noOf } = await openHealthy(engine)
    const [first = 0, second = 0] = ids.slice(6)
    const [gone, cut] = [await noOf(first), await noOf(second)]
    await connection.db.deleteFrom('response').where('id', '=', first).execute()
    await connection.db.deleteFrom('logEntry').where('no', '=', cut).execute()
    const { findings } = await verify(connection)
    expect(findings).toContainEqual({ code: 'row-missing', no: gone })
    expect(findings).toContainEqual({ code: 'number-gap', no: cut })
    expect(findings).toContainEqual({ code: 'row-unlogged', kind: 'response', id: second })
    expect(findings).toContainEqual({ code: 'head-differs', size: 43, entries: 42 })
  })

  it('names a row that never went through the log, and one that waits in vain', async () => {
    const { connection } = await openHealthy(engine)
    const [unlogged = 0, stuck = 0] = await keep(connection, [answerOf(100), answerOf(101)])
    await connection.db.deleteFrom('logInbox').where('ref', '=', unlogged).execute()
    await connection.db.deleteFrom('response').where('id', '=', stuck).execute()
    expect((await verify(connection)).findings).toEqual([
      { code: 'stuck', kind: 'response', id: stuck },
      { code: 'row-unlogged', kind: 'response', id: unlogged },
    ])
  })

  it('names a changed mark, a changed standing and an answer without levels', async () => {
    const { connection, ids, noOf } = await openHealthy(engine)
    const [standing = 0, emptied = 0] = ids.slice(6)
    await connection.db.updateTable('responseMark').set({ reason: 'x' }).where('kind', '=', 'doubt').execute()
    await connection.db.updateTable('response').set({ standing: 'test' }).where('id', '=', standing).execute()
    await connection.db.updateTable('response').set({ answers: null }).where('id', '=', emptied).execute()
    const codes = (await verify(connection)).findings.map((f) => ('no' in f ? `${f.code} ${f.no}` : f.code))
    expect(codes).toContain(`standing-differs ${await noOf(standing)}`)
    expect(codes).toContain(`answers-missing ${await noOf(emptied)}`)
    const doubt = (await listEntries(connection.db)).filter(({ kind }) => kind === 'mark').map(({ no }) => no)
    expect(codes.filter((code) => doubt.some((no) => code === `leaf-differs ${no}`))).toHaveLength(1)
  })

  it.each(['tally_day', 'tally_half', 'tally_pair'])(
    'names a changed row of %s, a surplus and a missing one',
    async (table) => {
      const { connection } = await openHealthy(engine)
      const name = sql.table(table)
      await sql`update ${name} set counts = replace(counts, '1', '2') where channel = 'phone'`.execute(connection.db)
      await sql`delete from ${name} where channel = 'tablet'`.execute(connection.db)
      await sql`update ${name} set version = 'x' where channel = 'paper'`.execute(connection.db)
      const { findings } = await verify(connection)
      expect(new Set(findings.map((f) => f.code))).toEqual(new Set(['tally-differs']))
      const kinds = findings.map((f) => f.code === 'tally-differs' && `${f.missing} ${f.surplus}`)
      expect(new Set(kinds)).toEqual(new Set(['false false', 'true false', 'false true']))
    },
  )

  it('names a changed peak, a changed leaf and a changed size', async () => {
    const { connection } = await openHealthy(engine)
    const { peaks } = await connection.db.selectFrom('logHead').select('peaks').executeTakeFirstOrThrow()
    await connection.db
      .updateTable('logHead')
      .set({ peaks: Buffer.from(peaks).fill(1, 0, 1) })
      .execute()
    expect((await verify(connection)).findings).toEqual([{ code: 'head-differs', size: 43, entries: 43 }])
    await connection.db.updateTable('logHead').set({ peaks }).execute()
    await connection.db
      .updateTable('logEntry')
      .set({ leaf: Buffer.alloc(32) })
      .where('no', '=', 5)
      .execute()
    expect((await verify(connection)).findings.map((f) => f.code)).toEqual(['leaf-differs', 'head-differs'])
  })

  it('names an answer under a survey that does not exist, and rebuilds nothing from it', async () => {
    const connection = await openOwn(engine)
    const [id = 0] = await keep(connection, [answerOf(1), answerOf(2)])
    await drain(connection)
    if (connection.raw) connection.raw.pragma('foreign_keys = off')
    else await sql`alter table response drop constraint response_version_fkey`.execute(connection.db)
    await connection.db.updateTable('response').set({ version: 'khong@1' }).where('id', '=', id).execute()
    const codes = (await verify(connection)).findings.map((f) => f.code)
    expect(codes).toEqual(expect.arrayContaining(['leaf-differs', 'tally-differs']))
    const before = await tallyLines(connection)
    await expect(rebuild(connection)).rejects.toThrow('unknown survey versions')
    expect(await tallyLines(connection)).toEqual(before)
  })

  it('does not take a full disk for a finding', async () => {
    const connection = await openOwn(engine)
    await keep(
      connection,
      Array.from({ length: 40 }, (_, i) => answerOf(i)),
    )
    const { db, raw } = connection
    if (raw) raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`)
    else {
      const fail = `as 'begin raise sqlstate ''53100''; end' language plpgsql`
      await sql`create function full_disk() returns trigger ${sql.raw(fail)}`.execute(db)
      await sql`create trigger full_disk before insert on log_entry execute function full_disk()`.execute(db)
    }
    await expect(verify(connection)).rejects.toSatisfy(isFull)
  })

  it('goes on when the log cannot be continued, and says so', async () => {
    const { connection } = await openHealthy(engine)
    await keep(connection, [answerOf(100)])
    await connection.db.updateTable('logHead').set({ size: 42 }).execute()
    const codes = (await verify(connection)).findings.map((f) => f.code)
    expect(codes).toEqual(expect.arrayContaining(['follower-failed', 'head-differs']))
  })

  it('holds closed periods against the log they were closed on', async () => {
    const { connection } = await openHealthy(engine)
    await close(connection, 'good')
    await keep(connection, [answerOf(200)])
    await drain(connection)
    expect((await verify(connection)).findings).toEqual([])
    await close(connection, 'forged', { period: '2026-04', logRoot: '00'.repeat(32) })
    await close(connection, 'future', { period: '2026-05', logSize: 1000 })
    await close(connection, 'edited', { period: '2026-06', figures: '{"n":2}' })
    const found = (await verify(connection)).findings.map((f) => 'period' in f && `${f.code} ${f.id}`)
    expect(found).toEqual(['checkpoint-differs forged', 'checkpoint-differs future', 'figures-differ edited'])
  })

  it('sees no difference while answers and marks go on arriving', async () => {
    const { connection, ids } = await openHealthy(engine)
    let done = false
    const busy = (async () => {
      for (let i = 300; !done; i++) {
        const [id = 0] = await keep(connection, [answerOf(i)])
        if (i % 3 === 0) await mark(connection.db, i % 2 === 0 ? id : (ids[i % 40] ?? 0), 'withdraw')
        await drain(connection)
      }
    })()
    for (let round = 0; round < 5; round++) expect((await verify(connection)).findings).toEqual([])
    done = true
    await busy
  })
})

/** Forty answers in the log, one doubted, one withdrawn, one marked as a test: 43 entries. */
async function openHealthy(engine: Engine) {
  const connection = await openLedger(engine)
  const ids = await keep(
    connection,
    Array.from({ length: 40 }, (_, i) => answerOf(i, { comment: 'Cảm ơn' })),
  )
  await drain(connection)
  for (const [i, kind] of (['doubt', 'withdraw', 'test'] as const).entries())
    await mark(connection.db, ids[i] ?? 0, kind)
  await drain(connection)
  const noOf = async (id: number) =>
    (await listEntries(connection.db)).find((entry) => entry.kind === 'response' && entry.ref === id)?.no ?? -1
  return { connection, ids, noOf }
}

/** A database of its own, because the test changes its tables. */
async function openOwn(engine: Engine): Promise<Connection> {
  const connection = await connect(await engine.place())
  onTestFinished(() => connection.close())
  await migrate(connection)
  await insertLedgerPlaces(connection.db)
  return connection
}

function getResponse({ db }: Connection, id: number) {
  return db.selectFrom('response').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

const tableOf = (finding: Finding) => finding.code === 'tally-differs' && finding.table
const leafFindings = ({ findings }: { findings: Finding[] }) =>
  findings.flatMap((finding) => (finding.code === 'leaf-differs' ? [finding.no] : []))

async function close(connection: Connection, id: string, forged: object = {}): Promise<void> {
  const { size, root } = await logRoot(connection.db)
  const figures = '{"n":1}'
  const closed = { figures, figuresHash: figuresHash(figures), logSize: size, logRoot: root, state: 'closed' as const }
  const when = { closedAt: '2026-04-01T00:00:00.000Z', closedBy: 'admin' }
  const open = { approvedAt: null, approvedBy: null, publishedAt: null, publishedBy: null }
  const never = { reopenedAt: null, reopenedBy: null, reopenReason: null }
  const snapshot = { id, officeCode: 'CQ', period: '2026-03', ...closed, ...when, ...open, ...never, ...forged }
  await connection.db.insertInto('periodSnapshot').values(snapshot).execute()
}
