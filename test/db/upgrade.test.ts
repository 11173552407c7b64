import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { connect } from '../../db/connect'
import { listPending } from '../../db/migrate'
import { restoreBackup } from '../../server/store/restore'
import { upgrade } from '../../server/store/upgrade'
import { fillPlace } from '../support/backup'
import { describeEngines } from '../support/database'

const at = (minute: number) => ({ program: '0.0.1', now: new Date(Date.UTC(2026, 2, 10, 2, minute)) })

describeEngines('upgrade', (engine) => {
  it('makes a new database and copies nothing', async () => {
    const place = await engine.place()
    const connection = await connect(place)
    expect(await upgrade({ connection, ...place }, at(0))).toMatchObject({ file: null })
    expect(await listPending(connection)).toEqual([])
    expect(await upgrade({ connection, ...place }, at(1))).toEqual({ applied: [], file: null, without: null })
    expect((await readdir(place.dataDir)).includes('backups')).toBe(false)
    await connection.close()
  })

  it('keeps the newest three copies, and none of the others goes', async () => {
    const place = await engine.place()
    const connection = await connect(place)
    const old = join(import.meta.dirname, '..', 'fixtures', `0.1.0.${engine.name}.hailong`)
    for (const minute of [1, 2, 3, 4]) {
      await restoreBackup({ connection, ...place }, old, { ...at(minute), force: true })
      await upgrade({ connection, ...place }, at(minute))
      if (minute === 1) await writeFile(join(place.dataDir, 'backups', 'nightly.20200101T000000000.hailong'), '')
    }
    await connection.close()
    const names = (await readdir(join(place.dataDir, 'backups'))).sort()
    expect(names.filter((name) => !name.startsWith('before-restore'))).toEqual([
      'before-004-administration.20260310T020200000.hailong',
      'before-004-administration.20260310T020300000.hailong',
      'before-004-administration.20260310T020400000.hailong',
      'nightly.20200101T000000000.hailong',
    ])
  })

  it('refuses a newer database and does not copy it', async () => {
    const place = await engine.place()
    await fillPlace(place, 1)
    const connection = await connect(place)
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2999-01-01')`.execute(connection.db)
    await expect(upgrade({ connection, ...place }, at(0))).rejects.toMatchObject({ code: 'newer-database' })
    expect((await readdir(place.dataDir)).includes('backups')).toBe(false)
    await connection.close()
  })
})
