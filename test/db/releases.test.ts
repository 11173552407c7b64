import { readFileSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '../../db/connect'
import { listApplied, listPending } from '../../db/migrate'
import { restoreBackup } from '../../server/store/restore'
import { upgrade } from '../../server/store/upgrade'
import { hailong } from '../support/command'
import { describeEngines, type Engine, temporaryFolder } from '../support/database'
import { fillRelease, type ReleaseFacts, readFacts } from '../support/release'

const folder = join(import.meta.dirname, '..', 'fixtures')
const about = { program: '9.9.9', now: new Date('2026-11-21T02:00:00Z') }
const fileOf = (version: string, engine: Engine) => join(folder, `${version}.${engine.name}.hailong`)
const factsOf = (version: string): ReleaseFacts => JSON.parse(readFileSync(join(folder, `${version}.json`), 'utf8'))

/** Every released version; at a release `FIXTURE=<version> npx vitest run test/db/releases.test.ts` makes the next. */
const released = ['0.1.0']
const next = process.env.FIXTURE

describeEngines('a database of every released version', (engine) => {
  describe.each(released)('%s', (version) => {
    it('is restored, copied and brought up to today with the same figures', async () => {
      const { place, connection, before } = await restored(engine, version)
      const { file } = await upgrade({ connection, ...place }, about)
      expect(await listPending(connection)).toEqual([])
      await connection.close()
      expect(await hailong(place, 'verify')).toMatchObject({ code: 0 })
      const after = await readFacts(place)
      for (const [table, count] of Object.entries(before.rows))
        expect([table, after.rows[table]]).toEqual([table, count])
      expect(after.targets).toEqual(before.targets.map((row) => ({ kind: 'satisfaction', ...row })))
      expect(after.satisfaction).toMatchObject(before.satisfaction)
      expect(after.quarter).toMatchObject(before.quarter)
      expect(after.points).toMatchObject(before.points)
      expect(file).toContain(`before-${(await nextOf(before.schema)) ?? ''}`)
    })

    it('comes back as it was from the copy that the upgrade made', async () => {
      const { place, connection, before } = await restored(engine, version)
      const { file } = await upgrade({ connection, ...place }, about)
      await connection.db.deleteFrom('denominator').execute()
      const back = await restoreBackup({ connection, ...place }, file ?? '', { ...about, force: true })
      expect(back).toMatchObject({ ok: true, manifest: { schema: before.schema } })
      expect((await listApplied(connection)).at(-1)).toBe(before.schema)
      await connection.close()
      expect((await readdir(join(place.dataDir, 'backups'))).filter((name) => name.startsWith('before-'))).toHaveLength(
        2,
      )
      // And forward again, as after a program that was put right.
      const after = await readFacts(place)
      expect(after.rows.denominator).toBe(before.rows.denominator)
      expect(after.satisfaction).toMatchObject(before.satisfaction)
    })
  })

  it.runIf(next)('is made for the release that FIXTURE names', async () => {
    const place = await engine.place()
    await fillRelease(place)
    const facts = await readFacts(place)
    await writeFile(join(folder, `${next}.json`), `${JSON.stringify(facts, null, 1)}\n`)
    const file = fileOf(next ?? '', engine)
    const path = process.env.PATH
    // Rows of its own can be read everywhere, a dump only where the tools are as new.
    process.env.PATH = await temporaryFolder()
    expect(await hailong(place, 'backup', file, '--force')).toMatchObject({ code: 0 })
    process.env.PATH = path
  })
})

async function restored(engine: Engine, version: string) {
  const place = await engine.place()
  const connection = await connect(place)
  const back = await restoreBackup({ connection, ...place }, fileOf(version, engine), { ...about, force: false })
  expect(back).toMatchObject({ ok: true, before: null })
  return { place, connection, before: factsOf(version) }
}

async function nextOf(schema: string): Promise<string | undefined> {
  const { migrations } = await import('../../db/migrations')
  const names = Object.keys(migrations)
  return names[names.indexOf(schema) + 1]
}
