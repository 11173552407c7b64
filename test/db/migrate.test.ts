import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { type Connection, connect, type Place } from '../../db/connect'
import { migrate } from '../../db/migrate'
import { describeEngines } from '../support/database'

const all = ['001-first', '002-publishing', '003-packed-pairs', '004-administration', '005-calendar', '006-feedback']

describeEngines('migrate', (engine) => {
  it('makes every table once', async () => {
    const connection = await opened(await engine.place())
    expect(await migrate(connection)).toEqual(all)
    expect(await migrate(connection)).toEqual([])
    expect(await connection.db.selectFrom('logHead').selectAll().execute()).toEqual([
      { id: 1, size: 0, peaks: Buffer.alloc(0) },
    ])
  })

  it('lets two processes start at once', async () => {
    const place = await engine.place()
    const connections = await Promise.all([opened(place), opened(place), opened(place)])
    const results = await Promise.all(connections.map(migrate))
    expect(results.flat()).toEqual(all)
  })

  it('leaves a database alone that a newer program has migrated', async () => {
    const connection = await opened(await engine.place())
    await migrate(connection)
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2999-01-01')`.execute(connection.db)
    await expect(migrate(connection)).rejects.toMatchObject({ code: 'newer-database', unknown: ['999-later'] })
  })
})

async function opened(place: Place): Promise<Connection> {
  const connection = await connect(place)
  onTestFinished(() => connection.close())
  return connection
}
