import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { type NewResponse, type Outcome, responseWriter } from '../../db/responses'
import { groupCommit, Overloaded, StorageFailed } from '../../server/submit-queue'
import { runChild } from '../support/child'
import { describeEngines, type Engine, temporaryFolder } from '../support/database'
import { insertPlaces, newResponse } from '../support/responses'

describe('the queue of answers', () => {
  it('writes what came meanwhile in one batch, and refuses what is too much', async () => {
    const sizes: number[] = []
    const write = async (rows: NewResponse[]): Promise<Outcome[]> => {
      sizes.push(rows.length)
      await new Promise(setImmediate)
      return rows.map((_, id) => ({ outcome: 'new', id }))
    }
    const submit = groupCommit(write, { maxWaiting: 5, maxBatch: 3 })
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => submit(newResponse())))
    expect(sizes).toEqual([3, 2])
    expect(results.at(-1)).toMatchObject({ status: 'rejected', reason: expect.any(Overloaded) })
    expect(await submit(newResponse())).toEqual({ outcome: 'new', id: 0 })
  })

  it('tells a database that cannot be reached from a mistake of ours', async () => {
    const gone = await connect({ dataDir: await temporaryFolder(), databaseUrl: 'postgres://nobody@127.0.0.1:1/none' })
    onTestFinished(() => gone.close())
    await expect(groupCommit(responseWriter(gone))(newResponse())).rejects.toMatchObject({ reason: 'gone' })
    const mistake = new Error('a mistake')
    await expect(groupCommit(() => Promise.reject(mistake))(newResponse())).rejects.toBe(mistake)
  })

  it('waits for another program that holds the lock, while pages are still read', async () => {
    const connection = await connect({ dataDir: await temporaryFolder() })
    onTestFinished(() => connection.close())
    await migrate(connection)
    const { submit } = await openQueue(connection)
    const holder = runChild(new URL('../support/lock-holder.mjs', import.meta.url), connection.raw?.name ?? '')
    await holder.printed(1)
    const answers = Promise.all([1, 2, 3].map(() => submit(newResponse())))
    for (let i = 0; i < 20; i++) expect(await connection.db.selectFrom('response').select('id').execute()).toEqual([])
    holder.process.stdin.write('go on\n')
    expect((await answers).map(({ outcome }) => outcome)).toEqual(['new', 'new', 'new'])
  })

  describeEngines('a full disk', (engine) => {
    it('refuses the batch, goes on reading, and works again afterwards', async () => {
      const queue = await openQueue(await openOwn(engine))
      const row = newResponse({ comment: 'x'.repeat(100_000) })
      await queue.fillDisk()
      await expect(queue.submit(row)).rejects.toBeInstanceOf(StorageFailed)
      await expect(queue.submit(row)).rejects.toMatchObject({ reason: 'full' })
      expect(await queue.db.selectFrom('response').select('id').execute()).toEqual([])
      await queue.freeDisk()
      expect(await queue.submit(row)).toMatchObject({ outcome: 'new' })
      expect(await queue.submit(row)).toMatchObject({ outcome: 'same' })
    })
  })
})

/** A database of its own, because the test changes its tables. */
async function openOwn(engine: Engine) {
  const connection = await connect(await engine.place())
  onTestFinished(() => connection.close())
  await migrate(connection)
  return connection
}

async function openQueue(connection: Awaited<ReturnType<typeof connect>>) {
  const { db, raw } = connection
  await insertPlaces(db)
  const submit = groupCommit(responseWriter(connection))
  if (raw) {
    const limit = (pages: number) => raw.pragma(`max_page_count = ${pages}`)
    const pages = () => raw.pragma('page_count', { simple: true }) as number
    return { db, raw, submit, fillDisk: async () => limit(pages()), freeDisk: async () => limit(1_000_000) }
  }
  const fillDisk = async () => {
    await sql`create function full_disk() returns trigger as 'begin raise sqlstate ''53100''; end' language plpgsql`.execute(
      db,
    )
    await sql`create trigger full_disk before insert on response execute function full_disk()`.execute(db)
  }
  return { db, raw, submit, fillDisk, freeDisk: () => sql`drop trigger full_disk on response`.execute(db) }
}
