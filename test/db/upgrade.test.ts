import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { connect } from '../../db/connect'
import { listApplied, listPending } from '../../db/migrate'
import { restoreBackup } from '../../server/store/restore'
import { upgrade } from '../../server/store/upgrade'
import { fillPlace } from '../support/backup'
import { hailong } from '../support/command'
import { describeEngines, temporaryFolder } from '../support/database'

const at = (minute: number) => ({ program: '0.0.1', now: new Date(Date.UTC(2026, 2, 10, 2, minute)) })

describeEngines('upgrade', (engine) => {
  it('makes a new database and copies nothing', async () => {
    const place = await engine.place()
    const connection = await connect(place)
    await upgrade(connection, place.dataDir, at(0))
    expect(await listPending(connection)).toEqual([])
    await upgrade(connection, place.dataDir, at(1))
    expect((await readdir(place.dataDir)).includes('backups')).toBe(false)
    await connection.close()
  })
})

it('a SQLite database is copied before a migration changes it, and the newest three copies stay', async () => {
  const place = { dataDir: await temporaryFolder(), databaseUrl: null }
  await fillPlace(place, 2)
  const connection = await connect(place)
  const applied = await listApplied(connection)
  const last = applied.at(-1) ?? ''
  for (const minute of [1, 2, 3, 4]) {
    // The tables are those of the migration before: the last one only writes what is there in another way.
    await sql`delete from kysely_migration where name = ${last}`.execute(connection.db)
    await upgrade(connection, place.dataDir, at(minute))
    if (minute === 1) await writeFile(join(place.dataDir, 'backups', 'before-restore.20200101T000000.hailong'), '')
  }
  expect(await listApplied(connection)).toEqual(applied)
  const names = (await readdir(join(place.dataDir, 'backups'))).sort()
  expect(names).toEqual([
    `before-${last}.20260310T020200000.hailong`,
    `before-${last}.20260310T020300000.hailong`,
    `before-${last}.20260310T020400000.hailong`,
    'before-restore.20200101T000000.hailong',
  ])

  const file = join(place.dataDir, 'backups', names[0] ?? '')
  const restored = await restoreBackup({ connection, ...place }, file, { ...at(5), force: true })
  expect(restored).toMatchObject({ ok: true, manifest: { schema: applied.at(-2), counts: { responses: 2 } } })
  expect(await listPending(connection)).toEqual([last])
  await connection.close()
  expect((await hailong(place, 'verify')).code).toBe(0)
})

it('a newer SQLite database is refused and not copied', async () => {
  const place = { dataDir: await temporaryFolder(), databaseUrl: null }
  await fillPlace(place, 1)
  const connection = await connect(place)
  await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2999-01-01')`.execute(connection.db)
  await expect(upgrade(connection, place.dataDir, at(0))).rejects.toMatchObject({ code: 'newer-database' })
  expect((await readdir(place.dataDir)).includes('backups')).toBe(false)
  await connection.close()
})
