import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { type Connection, connect } from '../../db/connect'
import { migrate } from '../../db/migrate'
import type { Db } from '../../db/schema'
import { bundle, runChild } from '../support/child'
import { describeEngines } from '../support/database'
import { insertPlaces } from '../support/responses'

const rounds = 10

describeEngines('a process killed under load', (engine) => {
  it('has kept every acknowledged answer once', { timeout: 120_000 }, async () => {
    const place = await engine.place()
    const connection = await connect(place)
    onTestFinished(() => connection.close())
    await migrate(connection)
    await insertPlaces(connection.db)
    const writer = await bundle(new URL('../support/writer.ts', import.meta.url))

    const acknowledged: string[] = []
    for (let round = 0; round < rounds; round++) {
      const child = runChild(writer, JSON.stringify(place))
      await child.printed(100)
      if (round % 2 === 1) await endServerProcesses(connection)
      await child.printed(child.lines.length + 37 * (round + 1))
      await child.kill()
      acknowledged.push(...child.lines)
    }

    const kept = await countByClientId(connection.db)
    expect(acknowledged.length).toBeGreaterThan(rounds * 100)
    expect(acknowledged.filter((id) => kept.get(id) !== 1)).toEqual([])
    expect([...kept.values()].every((times) => times === 1)).toBe(true)
    expect(await countUnlogged(connection.db)).toEqual([0, 0])
    if (connection.raw) expect(connection.raw.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

/** PostgreSQL: ends the server's side of every other connection, in the middle of whatever it does. */
async function endServerProcesses({ engine, db }: Connection): Promise<void> {
  if (engine === 'sqlite') return
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db)
}

async function countByClientId(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('response').select('clientId').execute()
  const counts = new Map<string, number>()
  for (const { clientId } of rows) counts.set(clientId ?? '', (counts.get(clientId ?? '') ?? 0) + 1)
  return counts
}

/** Answers without an inbox row, and inbox rows without an answer or twice. */
async function countUnlogged(db: Db): Promise<[number, number]> {
  const { rows } = await sql<{ lost: number; odd: number }>`select
    (select count(*) from response where id not in (select ref from log_inbox)) as lost,
    (select count(*) from log_inbox) - (select count(*) from response) as odd`.execute(db)
  return [rows[0]?.lost ?? -1, rows[0]?.odd ?? -1]
}
