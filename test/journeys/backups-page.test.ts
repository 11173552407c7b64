import { chmod, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { listAudit } from '../../db/audit'
import { takeLease } from '../../db/jobs'
import { runBackup } from '../../server/actions/backups'
import { backUpNow, backUpWhenDue, backupContext, lookAtBackups } from '../../server/backup-jobs'
import { answerSipas } from '../support/answers'
import { openApp, type TestApp } from '../support/app'
import { describeEngines, temporaryFolder } from '../support/database'
import { password, signInAs } from '../support/staff'
import type { Visitor } from '../support/visitor'

const base = '/can-bo/sao-luu'
const folderOf = (test: TestApp) => join(test.deps.config.dataDir, 'backups')
const filesOf = async (test: TestApp) => (await readdir(folderOf(test)).catch(() => [])).sort()

/** Reads the page of the work until it has ended. */
async function ended(person: Visitor): Promise<string> {
  const { url } = person.page
  for (let i = 0; i < 400 && person.page.text.includes('Đang chạy'); i++) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    await person.open(url)
  }
  return person.page.text
}

describeEngines('backups', (engine) => {
  const open = async (env: Record<string, string> = {}) => {
    const connection = await engine.open()
    return openApp(connection, env)
  }

  it('the administrator makes one by hand, checks it, and takes it away with the own password', async () => {
    const test = await open()
    await answerSipas(test, 7, 4)
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    expect(person.page.text).toContain('Chưa có bản sao lưu nào.')
    await person.send(base)
    expect(await ended(person)).toMatch(/Đã xong Đã sao lưu vào manual\.20260310T020000000\.hailong .*: 7 phiếu, 7 mục/)
    await person.open(base)
    expect(person.page.text).toContain('10/03/2026 09:00 dưới 1 giờ trước')
    expect(person.page.text).toContain('Bằng tay 7 phiếu · 7 mục')
    const [name = ''] = await filesOf(test)
    await person.open(`${base}/${name}`)
    expect(person.page.text).toContain(`hailong -- restore "${join(folderOf(test), name)}" --force`)
    await person.send(`${base}/${name}/kiem-tra`)
    expect(await ended(person)).toContain('Bản sao còn nguyên vẹn: 7 phiếu, 7 mục trong sổ phiếu')

    await person.open(`${base}/${name}`)
    await person.send(`${base}/${name}/tai-ve`, { password: 'sai' })
    expect([person.page.status, person.page.text]).toEqual([422, expect.stringContaining('Mật khẩu chưa đúng.')])
    const response = await person.send(`${base}/${name}/tai-ve`, { password })
    expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${name}"`)
    const acts = await listAudit(test.deps.db, { limit: 10 })
    expect(acts.map(({ action, subject }) => [action, subject])).toEqual(
      expect.arrayContaining([
        ['backup.download', name],
        ['backup.make', name],
      ]),
    )
  })

  it('names no file but its own, and is for who sees the whole installation', async () => {
    const test = await open()
    const person = await signInAs(test, 'administrator')
    for (const name of ['..%2Fhailong.db', 'x', 'nightly.20260310T020000000.hailong'])
      expect((await person.open(`${base}/${name}`)).status).toBe(404)
    const limited = await signInAs(test, 'administrator', 'CQ')
    expect((await limited.open(base)).status).toBe(403)
    expect((await (await signInAs(test, 'statistics')).open(base)).status).toBe(403)
  })

  it('the training room, whose password everybody knows, keeps three', async () => {
    const test = await open()
    test.deps.training = true
    const person = await signInAs(test, 'administrator')
    for (const minute of [1, 2, 3, 4, 5]) {
      test.setNow(`2026-03-10T02:0${minute}:00Z`)
      await person.open(base)
      await person.send(base)
      await ended(person)
    }
    const moments = (await filesOf(test)).map((name) => name.split('.')[1])
    expect(moments).toEqual(['20260310T020300000', '20260310T020400000', '20260310T020500000'])
  })

  it('a damaged one is found out', async () => {
    const test = await open()
    const person = await signInAs(test, 'administrator')
    await backUpNow(test.deps, null)
    const [name = ''] = await filesOf(test)
    const bytes = await readFile(join(folderOf(test), name))
    await writeFile(join(folderOf(test), name), bytes.subarray(0, bytes.length - 50))
    await person.open(`${base}/${name}`)
    await person.send(`${base}/${name}/kiem-tra`)
    expect(await ended(person)).toContain('Chưa làm được Tệp sao lưu bị hỏng hoặc bị cắt ngắn')
  })

  it('is made at night by itself, made up for after a night off, and thinned out', async () => {
    const test = await open()
    const at = async (instant: string) => {
      test.setNow(instant)
      await backUpWhenDue(test.deps)
    }
    await at('2026-03-10T02:02:00Z')
    expect(await filesOf(test)).toEqual([])
    await at('2026-03-10T02:04:00Z')
    expect(await filesOf(test)).toEqual(['nightly.20260310T020400000.hailong'])
    await at('2026-03-10T19:30:00Z')
    await at('2026-03-10T19:40:00Z')
    expect(await filesOf(test)).toHaveLength(2)
    // Three nights off.
    await at('2026-03-14T01:00:00Z')
    expect((await filesOf(test)).at(-1)).toBe('nightly.20260314T010000000.hailong')
    for (let day = 15; day < 31; day++) await at(`2026-03-${day}T20:00:00Z`)
    expect((await filesOf(test)).map((name) => name.slice(8, 16))).toEqual([
      ...['20260314', '20260321'],
      ...['20260324', '20260325', '20260326', '20260327', '20260328', '20260329', '20260330'],
    ])
  })

  it('two processes make one', async () => {
    const test = await open()
    const both = await Promise.all([backUpNow(test.deps, null), backUpNow(test.deps, null)])
    expect(both.map((made) => (made.ok ? 'made' : made.error)).sort()).toEqual(['busy', 'made'])
    // One that died lets go after five minutes.
    const now = test.deps.now().toISOString()
    await takeLease(test.deps.db, { name: 'backup', holder: 'dead', now, until: '2026-03-10T02:05:00.000Z' })
    expect(await backUpNow(test.deps, null)).toMatchObject({ error: 'busy' })
    test.setNow('2026-03-10T02:05:01Z')
    expect(await backUpNow(test.deps, null)).toMatchObject({ ok: true })
  })

  it('goes into the second folder as well; where that is gone the page says so and the first stays', async () => {
    const second = await temporaryFolder()
    const test = await open({ BACKUP_DIR: second })
    const person = await signInAs(test, 'administrator')
    await person.open(base)
    await person.send(base)
    expect(await ended(person)).toContain(`Bản sao thứ hai: ${second}`)
    expect(await readdir(second)).toEqual(await filesOf(test))
    await rm(second, { recursive: true })
    await writeFile(second, 'no folder')
    test.setNow('2026-03-10T03:00:00Z')
    await person.open(base)
    await person.send(base)
    expect(await ended(person)).toContain('Chưa chép được sang thư mục BACKUP_DIR')
    expect(await filesOf(test)).toHaveLength(2)
  })

  it('warns on every page of an administrator, and of nobody else, until there is a new one', async () => {
    const test = await open()
    await backUpNow(test.deps, null)
    test.setNow('2026-03-12T01:30:00Z')
    const person = await signInAs(test, 'administrator')
    const clerk = await signInAs(test, 'intake')
    await lookAtBackups(test.deps)
    expect((await person.open('/can-bo/tai-khoan')).text).not.toContain('Xem trang Sao lưu')
    test.setNow('2026-03-12T02:30:00Z')
    await lookAtBackups(test.deps)
    expect((await person.open('/can-bo/tai-khoan')).text).toContain(
      'Bản sao lưu gần nhất đã cũ 2 ngày. Xem trang Sao lưu',
    )
    expect((await clerk.open('/can-bo/tai-khoan')).text).not.toContain('Xem trang Sao lưu')

    const full = async () => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC', syscall: 'write' }))
    const failing = { ...backupContext(test.deps), makeBackup: full }
    expect(await runBackup(failing, null)).toMatchObject({ ok: false, error: 'disk-full' })
    await lookAtBackups(test.deps)
    expect((await person.open('/can-bo/tai-khoan')).text).toContain('Lần sao lưu gần nhất không thành công.')
    expect((await person.open(base)).text).toContain('Ổ đĩa không còn đủ chỗ.')
    test.setNow('2026-03-12T02:31:00Z')
    await backUpNow(test.deps, null)
    expect((await person.open('/can-bo/tai-khoan')).text).not.toContain('Xem trang Sao lưu')
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a folder that cannot be written is told',
    async () => {
      const test = await open()
      await mkdir(folderOf(test))
      await chmod(folderOf(test), 0o500)
      onTestFinished(() => chmod(folderOf(test), 0o700))
      expect(await backUpNow(test.deps, null)).toMatchObject({ ok: false, error: 'cannot-write' })
    },
  )

  it('what a backup left that was cut short goes away after a day', async () => {
    const test = await open()
    const left = join(folderOf(test), '.hailong-abc')
    await mkdir(left, { recursive: true })
    await backUpNow(test.deps, null)
    expect(await filesOf(test)).toContain('.hailong-abc')
    await utimes(left, new Date('2026-03-08T00:00:00Z'), new Date('2026-03-08T00:00:00Z'))
    test.setNow('2026-03-10T03:00:00Z')
    await backUpNow(test.deps, null)
    expect(await filesOf(test)).not.toContain('.hailong-abc')
  })
})
