import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connect, type Place } from '../../db/connect'
import { receiptOf, viewReceipt } from '../../server/actions/responses'
import { writeArchive } from '../../server/store/archive'
import { openKeys } from '../../server/store/keys'
import { clientIds, fillPlace } from '../support/backup'
import { bundle, runChild } from '../support/child'
import { hailong } from '../support/command'
import { describeEngines, temporaryFolder } from '../support/database'

const writes = { office: 'CQ', point: '7F3K', version: 'sipas-24@1', answers: '5'.repeat(24) }

describeEngines('hailong backup and restore', (engine) => {
  it('move everything to an empty place while answers go on arriving', { timeout: 60_000 }, async () => {
    const place = await engine.place()
    const id = await fillPlace(place, 40)
    const writer = runChild(
      await bundle(new URL('../support/writer.ts', import.meta.url)),
      JSON.stringify(place),
      JSON.stringify(writes),
    )
    await writer.printed(100)
    const before = [...writer.lines]
    const file = join(await temporaryFolder(), 'sao-luu.hailong')
    const backup = await hailong(place, 'backup', file)
    expect(backup).toMatchObject({ code: 0, said: expect.stringContaining('Đã đọc lại và kiểm tra') })
    await writer.printed(writer.lines.length + 50)
    await writer.kill()

    const target = await engine.place()
    const restored = await hailong(target, 'restore', file)
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('verify') })
    const kept = await clientIds(target)
    const counted = /: ([\d.]+) phiếu/.exec(backup.said)?.[1]?.replaceAll('.', '')
    expect(kept.length).toBe(Number(counted))
    expect(before.filter((clientId) => !kept.includes(clientId))).toEqual([])
    expect(await hailong(target, 'verify')).toMatchObject({ code: 0, said: expect.stringContaining('đều khớp') })
    expect(await receiptAt(target, receiptOf({ keys: await openKeys(place.dataDir) }, id))).toMatchObject({
      state: 'kept',
    })
  })

  it('refuse what would lose something; --force keeps what was there', async () => {
    const place = await engine.place()
    await fillPlace(place, 3)
    const folder = await temporaryFolder()
    const file = join(folder, 'a.hailong')
    expect((await hailong(place, 'backup', file)).code).toBe(0)
    expect(await hailong(place, 'backup', file)).toMatchObject({ code: 1, said: expect.stringContaining('--force') })
    expect((await hailong(place, 'backup', file, '--force')).code).toBe(0)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['a.hailong'])

    const other = await engine.place()
    await fillPlace(other, 5)
    const keys = await readFile(join(other.dataDir, 'keys', 'receipt.key'), 'utf8')
    const refused = await hailong(other, 'restore', file)
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('đang có dữ liệu') })
    expect(await clientIds(other)).toHaveLength(5)

    expect(await hailong(other, 'restore', file, '--force')).toMatchObject({ code: 0 })
    expect(await clientIds(other)).toHaveLength(3)
    const [saved] = await readdir(join(other.dataDir, 'backups'))
    const oldKeys = (await readdir(other.dataDir)).find((name) => name.startsWith('keys.'))
    expect(await readFile(join(other.dataDir, oldKeys ?? '', 'receipt.key'), 'utf8')).toBe(keys)
    expect((await hailong(other, 'restore', join(other.dataDir, 'backups', saved ?? ''), '--force')).code).toBe(0)
    expect(await clientIds(other)).toHaveLength(5)
    expect(await readFile(join(other.dataDir, 'keys', 'receipt.key'), 'utf8')).toBe(keys)
    expect((await hailong(other, 'verify')).code).toBe(0)
  })

  it('replace the database that a first start has made, with nothing left over', async () => {
    const place = await engine.place()
    await fillPlace(place, 2)
    const file = join(await temporaryFolder(), 'a.hailong')
    await hailong(place, 'backup', file)
    const fresh = await engine.place()
    await hailong(fresh, 'points')
    // Held open, as a server that runs holds it.
    const running = await connect(fresh)
    expect(await hailong(fresh, 'restore', file)).toMatchObject({ code: 0 })
    expect(await running.db.selectFrom('response').select('id').execute()).toHaveLength(2)
    await running.close()
    expect((await readdir(fresh.dataDir)).filter((name) => !name.startsWith('hailong.db'))).toEqual(['keys'])
    expect((await hailong(fresh, 'verify')).code).toBe(0)
  })

  it('put nothing in place from a file that is damaged, no backup, newer or of the other engine', async () => {
    const place = { dataDir: await temporaryFolder(), databaseUrl: null }
    await fillPlace(place, 3)
    const folder = await temporaryFolder()
    const good = join(folder, 'good')
    await hailong(place, 'backup', good)
    const bytes = await readFile(good)
    const target = await engine.place()
    const restore = async (name: string, content: Uint8Array | null) => {
      if (content) await writeFile(join(folder, name), content)
      const { code, said } = await hailong(target, 'restore', join(folder, name))
      expect(code, name).toBe(1)
      return said
    }
    for (const at of [0.1, 0.3, 0.6, 0.9]) {
      // More than one byte: a single bit may be one that compression does not use.
      const start = Math.floor(bytes.length * at)
      const changed = bytes.map((byte, i) => (i >= start && i < start + 16 ? byte ^ 0xff : byte))
      expect(await restore(`changed-${at}`, changed)).toContain('bị hỏng')
    }
    expect(await restore('short', bytes.subarray(0, bytes.length - 100))).toContain('bị hỏng')
    expect(await restore('no-end', bytes.subarray(0, bytes.length - 4))).toContain('bị hỏng')
    expect(await restore('empty', Buffer.alloc(0))).toContain('bị hỏng')
    expect(await restore('text', Buffer.from('Xin chào'))).toContain('không phải là bản sao lưu')
    expect(await restore('missing', null)).toContain('ENOENT')
    const facts = { program: '9.0.0', engine: engine.name, at: '2030-01-01T00:00:00Z' }
    const counts = { responses: 0, entries: 0 }
    await writeArchive(join(folder, 'newer'), { ...facts, schema: '999-later', counts }, [])
    expect(await restore('newer', null)).toContain('phiên bản mới hơn')
    if (engine.name === 'postgres') expect(await restore('good', null)).toContain('loại cơ sở dữ liệu khác')
    expect((await readdir(target.dataDir)).filter((name) => !name.startsWith('hailong.db'))).toEqual([])
  })

  it('have nothing to back up before the first start, and need a file', async () => {
    const place = await engine.place()
    await (await connect(place)).close()
    const file = join(await temporaryFolder(), 'a.hailong')
    expect(await hailong(place, 'backup', file)).toMatchObject({ code: 1, said: expect.stringContaining('còn trống') })
    expect(existsSync(file)).toBe(false)
    expect((await hailong(place, 'backup')).code).toBe(2)
    expect((await hailong(place, 'restore', 'a', 'b')).code).toBe(2)
    expect((await hailong(place, 'backup', join(file, 'x', 'y'))).said).toContain('Không có thư mục')
  })
})

async function receiptAt(place: Required<Place>, receipt: string) {
  const connection = await connect(place)
  const keys = await openKeys(place.dataDir)
  const found = await viewReceipt({ db: connection.db, keys, now: () => new Date() }, receipt)
  await connection.close()
  return found
}
