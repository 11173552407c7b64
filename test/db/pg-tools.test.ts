import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect, type Place } from '../../db/connect'
import { catchUp } from '../../server/ledger/follow'
import { verify } from '../../server/ledger/verify'
import { writeArchive } from '../../server/store/archive'
import { clientIds, fillPlace } from '../support/backup'
import { hailong } from '../support/command'
import { describeEngines, temporaryFolder } from '../support/database'
import { answerOf, keep } from '../support/ledger'

describeEngines('the tools of PostgreSQL', (engine) => {
  describe.runIf(engine.name === 'postgres' && process.platform !== 'win32')('that do not do their work', () => {
    it('are not needed: without them the program writes and reads the rows by itself', async () => {
      const place = await engine.place()
      await fillPlace(place, 7)
      await usePath(await temporaryFolder())
      const file = join(await temporaryFolder(), 'a.hailong')
      const backup = await hailong(place, 'backup', file)
      expect(backup).toMatchObject({ code: 0, said: expect.stringContaining('Không có pg_dump') })
      const target = await engine.place()
      expect((await hailong(target, 'restore', file)).code).toBe(0)
      expect(await clientIds(target)).toEqual(await clientIds(place))
      expect((await hailong(target, 'verify')).code).toBe(0)
      await fillMore(target)
    })

    it('leave the tables that were there', async () => {
      const place = await engine.place()
      await hailong(place, 'points')
      const before = await hailong(place, 'points')
      const tools = await temporaryFolder()
      // Reads the dump, and then fails while it restores.
      const script = '#!/bin/sh\ncase "$*" in *--version*|*--data-only*) exit 0;; esac\necho "no room" >&2\nexit 1\n'
      await writeFile(join(tools, 'pg_restore'), script)
      await chmod(join(tools, 'pg_restore'), 0o700)
      const facts = { program: '0.1.0', schema: '001-first', engine: engine.name, at: '2026-03-10T00:00:00Z' }
      const file = join(tools, 'a.hailong')
      const parts = [{ name: 'database', file: join(tools, 'pg_restore') }]
      await writeArchive(file, { ...facts, counts: { responses: 0, entries: 0 } }, parts)
      await usePath(tools)
      const { code, said } = await hailong(place, 'restore', file)
      expect({ code, said }).toEqual({ code: 2, said: 'pg_restore báo lỗi: no room\n' })
      expect((await hailong(place, 'points')).out).toEqual(before.out)
      expect(await clientIds(place)).toEqual([])
    })
  })
})

/** Ids go on where they were: the next answer is kept and counted. */
async function fillMore(place: Required<Place>): Promise<void> {
  const connection = await connect(place)
  onTestFinished(() => connection.close())
  const [id] = await keep(connection, [answerOf(100)])
  await catchUp(connection)
  expect(id).toBe(8)
  expect((await verify(connection)).findings).toEqual([])
}

async function usePath(folder: string): Promise<void> {
  const { PATH } = process.env
  onTestFinished(() => {
    process.env.PATH = PATH
  })
  process.env.PATH = folder
}
